internal import ArgumentParser
public import Multipliers
internal import Reporting
internal import SocialAccounting
internal import Workbooks

/// `sam multipliers`: what a unit into each account does.
struct Multipliers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Multipliers of every account, the effect of one shock, or the whole matrix.",
    discussion: """
      With --response: --table constrained has unconstrained and constrained multipliers side by \
      side, --table shadow the gain from a unit more of each limited output, and with --shock \
      --table adjustment how trade adjusts. With --elasticities or --own-consumption off the \
      multipliers are those of spending at the margin; --table fixed-price has both, --table \
      difference where they differ, --table marginal-shares the shares.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var spending: SpendingOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Amounts by account, for example hhd-r1=10,ccons=5: what this shock does.")
  var shock: String?

  @Option(help: "Shifts of limited outputs, for example amine=1; with --response.")
  var outputShift: String?

  @Option(help: "What makes good the supply that is missing: imports or exports.")
  var adjusting: SupplyAdjustment = .imports

  @Flag(name: .customLong("matrix"), help: "The whole matrix of multipliers.")
  var wholeMatrix = false

  func validate() throws {
    _ = try parsed(shock)
    _ = try parsed(outputShift)
    if wholeMatrix, shock != nil || outputShift != nil {
      throw ValidationError("--matrix and --shock ask for different tables; give one.")
    }
    let isLimited = try !modelOptions.supply.isFree
    if outputShift != nil, !isLimited {
      throw ValidationError("--output-shift needs limited outputs; give --response NAME=SHARE.")
    }
    try spending.requireSense(isLimited: isLimited, modelOptions)
    let side = try sideTables
    if let table = output.table, !side.contains(table) {
      if SideTable.limited.contains(table), !isLimited {
        throw ValidationError("the table '\(table)' needs --response NAME=SHARE below 1.")
      }
      if FixedPriceMultipliers.tableNames.contains(table), !spending.isAtMargin(modelOptions) {
        throw ValidationError(
          "the table '\(table)' needs --spending marginal, --elasticities FILE or --own-consumption off."
        )
      }
    }
    try output.requireTable(among: [mainTable] + side)
  }

  private enum SideTable {
    static let limited = ["constrained", "shadow"]
  }

  private var isShock: Bool { shock != nil || outputShift != nil }
  private var mainTable: String { isShock ? "shock" : wholeMatrix ? "matrix" : "multipliers" }

  private var sideTables: [String] {
    get throws {
      let isLimited = try !modelOptions.supply.isFree
      if isShock { return isLimited ? ["adjustment"] : [] }
      return (isLimited ? SideTable.limited : [])
        + (spending.isAtMargin(modelOptions) ? FixedPriceMultipliers.tableNames : [])
    }
  }

  private func parsed(_ list: String?) throws -> Injection? {
    do { return try list.map { text throws(Diagnostic) in try Injection(parsing: text) } } catch {
      throw error.asWrongUsage
    }
  }

  func run() throws {
    let model = try spending.model(
      of: try matrix.load(), by: modelOptions, from: matrix.source,
      tolerance: matrix.tolerance)
    let fixedPrice = spending.isAtMargin(modelOptions) ? try FixedPriceMultipliers(model) : nil
    var report: Report
    if isShock {
      let injection = try parsed(shock) ?? Injection([])
      let shifts = try parsed(outputShift) ?? Injection([])
      report =
        outputShift == nil
        ? try model.shockReport(injection) : try model.shiftReport(injection, shifting: shifts)
      if !model.settings.supply.isFree {
        report.supplements.append(
          try model.adjustmentTable(injection, shifting: shifts, adjusting: adjusting))
      }
    } else {
      report = wholeMatrix ? model.matrixReport() : try model.multipliersReport()
      if !model.settings.supply.isFree {
        report.supplements += [
          try ConstrainedMultipliers(model).table(adjusting: adjusting), try model.shadowTable(),
        ]
      }
      report.supplements += fixedPrice?.tables ?? []
    }
    report.facts += spending.facts
    if !report.tables.isEmpty {
      report.tables[0].notes += try matrix.balanceNotes(on: model.sam)
    }
    try output.write(report) { report in
      // A shift of output is no shock that the steps could show.
      guard !wholeMatrix, outputShift == nil else {
        return report.workbook(version: ProductVersion.current)
      }
      let receiver = model.endogenous.first { $0.kind == .household } ?? model.endogenous.first
      let injection = try parsed(shock) ?? Injection(into: receiver?.code ?? "")
      return try steps(of: model, injection, after: report)
    }
  }

  /// The most accounts whose steps a spreadsheet program computes in reasonable time.
  private static let mostInSteps = 500

  /// The workbook with the tables and, behind them, the computation by live formulas.
  private func steps(
    of model: MultiplierModel, _ injection: Injection, after report: Report
  ) throws -> [UInt8] {
    guard model.settings.ownConsumption != .household, model.settings.exports == .composite else {
      complain(
        "sam: note: the workbook holds the tables only; steps by formulas are those of the cells of "
          + "the matrix, which --own-produce own-household and --exports own-output change")
      return report.workbook(version: ProductVersion.current)
    }
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

extension SupplyAdjustment: ExpressibleByArgument {}
