internal import AccountMatrix
internal import ArgumentParser
internal import GeneralEquilibrium
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam equilibrium`: one experiment whole, where prices respond.
struct Equilibrium: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One experiment whole under a regime in which prices respond.",
    discussion: """
      The experiment is a programme of a size, or a shock: amounts by account, and changes in per \
      cent of the base of import-price:CODE, export-price:CODE, tariff:CODE, tax:ACCOUNT, \
      supply:FACTOR, productivity:ACTIVITY and foreign-saving; -100 abolishes, and * is all codes.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var programmes: ProgrammeOptions
  @OptionGroup var tables: RegimeTableOptions

  @Option(help: "The programme that is spent on (sam list); needs --size.")
  var programme: String?

  @Option(help: "What is shocked: hhd-r1=10,tariff:*=-100,import-price:agriculture=20.")
  var shock: String?

  @Option(help: "The regime: which prices and quantities are free.")
  var regime: String

  @Option(help: "What is spent on the programme, in the unit of the matrix or X% of GDP.")
  var size: SpendingSize?

  @Option(
    help: "Where exports come from, in place of what the regime says: composite or own-output.")
  var exports: Regime.ExportSupply?

  @Option(help: "What households do with their own produce as income grows: average or market.")
  var ownProduce: OwnProduceRule = .average

  @Option(help: "Who pays for what is spent: grant, borrowing, direct-tax or indirect-tax.")
  var financing: String?

  func validate() throws {
    guard (programme == nil) != (shock == nil) else {
      throw ValidationError("give one of --programme ID and --shock.")
    }
    guard (programme == nil) == (size == nil) else {
      throw ValidationError(
        programme == nil
          ? "--size goes with --programme; a shock has its amounts." : "--programme needs --size.")
    }
    guard ownProduce != .ownHousehold else {
      throw ValidationError(
        "--own-produce own-household has no counterpart: a regime pays the value added of own "
          + "produce to factors.")
    }
    _ = try paying
    _ = try parsedShock
    try output.requireTable(among: [
      "macro", "gdp", "prices", "factors", "sectors", "trade", "households", "checks",
    ])
  }

  private var paying: Financing {
    get throws {
      guard let financing else { return .grant }
      do {
        let chosen = try Financing(parsing: financing)
        if case .programme = chosen {
          throw ValidationError("a cut of a programme is a shock of negative amounts; use --shock.")
        }
        return chosen
      } catch let failure as Financing.Failure { throw failure.asWrongUsage }
    }
  }

  private var parsedShock: Experiment? {
    get throws {
      do {
        return try shock.map { text throws(Diagnostic) in try Experiment(parsing: text) }
      } catch { throw error.asWrongUsage }
    }
  }

  func run() throws {
    let sam = try matrix.load()
    let paying = try paying
    var (name, experiment) = try question(on: sam)
    for change in experiment.changes where change.subject != .foreignSaving {
      _ = try change.accounts.accounts(in: sam, of: "--shock")
    }
    if paying == .grant { experiment.grant = experiment.size }
    if experiment.size == 0, financing != nil {
      throw Diagnostic(
        "nothing is spent, so nobody pays", remedy: "Leave --financing out")
    }
    guard var chosen = try tables.regimes([regime], from: matrix.source).first else { return }
    if let exports { chosen.exports = exports }
    if ownProduce == .market {
      chosen.elasticities.append(
        Elasticities.Entry(
          .income, .kind(.activity), 0, source: "own produce bought on the market"))
    }
    if experiment.size != 0 { name += ", paid by \(paying.inWordsUnderRegime)" }
    let model = try EquilibriumModel(
      sam, regime: try paying.regime(chosen),
      elasticities: try tables.elasticities(for: sam, from: matrix.source),
      tolerance: matrix.tolerance)
    try output.write(try model.solution(of: experiment).report(of: name))
  }

  /// What is done, and what it is called.
  private func question(
    on sam: SocialAccountingMatrix
  ) throws -> (name: String, experiment: Experiment) {
    if let experiment = try parsedShock { return (shock ?? "", experiment) }
    let id = programme ?? ""
    let chosen = try programmes.programme(id, for: sam, from: matrix.source)
    guard chosen.family != .tax else {
      throw Diagnostic(
        "'\(chosen.name)' is a tax that is not collected, and no spending",
        remedy:
          "Change the tax itself, as in --shock tax:ACCOUNT=-10, or see 'sam compare --regime'")
    }
    let missing = chosen.shares.map { $0.account }.filter { !sam.contains($0) }
    guard missing.isEmpty else {
      throw Diagnostic(
        "the programme '\(id)' spends on accounts that the matrix lacks: \(list(missing))",
        remedy: "Describe a programme on its accounts with --programmes FILE")
    }
    guard let size else { return (chosen.name, Experiment()) }
    return (chosen.name, Experiment(chosen.injection(of: try size.amount(in: sam))))
  }
}
