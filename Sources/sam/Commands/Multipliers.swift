internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

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
      try output.write(try model.shockReport(injection))
    } else if wholeMatrix {
      try output.write(model.matrixReport())
    } else {
      try output.write(try model.multipliersReport())
    }
  }
}
