internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting
internal import Workbooks

/// `sam multipliers`: what a unit into each account does.
struct Multipliers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Multipliers of every account, the effect of one shock, or the whole matrix.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Amounts by account, for example hhd-r1=10,ccons=5: what this shock does.")
  var shock: String?

  @Flag(name: .customLong("matrix"), help: "The whole matrix of multipliers.")
  var wholeMatrix = false

  func validate() throws {
    _ = try injection
    if shock != nil, wholeMatrix {
      throw ValidationError("--shock and --matrix ask for different tables; give one.")
    }
    try output.requireTable(
      among: [shock != nil ? "shock" : wholeMatrix ? "matrix" : "multipliers"])
  }

  private var injection: Injection? {
    get throws {
      do { return try shock.map { text throws(Diagnostic) in try Injection(parsing: text) } } catch
      { throw error.asWrongUsage }
    }
  }

  func run() throws {
    let model = try modelOptions.model(of: try matrix.load(), tolerance: matrix.tolerance)
    if let injection = try injection {
      try output.write(try model.shockReport(injection)) { report in
        try steps(of: model, injection, after: report)
      }
    } else if wholeMatrix {
      try output.write(model.matrixReport())
    } else {
      try output.write(try model.multipliersReport()) { report in
        let receiver = model.endogenous.first { $0.kind == .household } ?? model.endogenous.first
        return try steps(of: model, Injection(into: receiver?.code ?? ""), after: report)
      }
    }
  }

  /// The most accounts whose steps a spreadsheet program computes in reasonable time.
  private static let mostInSteps = 500

  /// The workbook with the tables and, behind them, the computation by live formulas.
  private func steps(
    of model: MultiplierModel, _ injection: Injection, after report: Report
  ) throws -> [UInt8] {
    guard model.sam.accounts.count <= Self.mostInSteps else {
      complain(
        "sam: note: the workbook holds the tables only; steps by formulas are written for up to "
          + "\(Self.mostInSteps) accounts")
      return report.workbook(version: ProductVersion.current)
    }
    return try MultiplierWorkbook.bytes(
      of: model, injection: injection, report: report, version: ProductVersion.current)
  }
}
