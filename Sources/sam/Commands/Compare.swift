internal import AccountMatrix
public import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam compare`: a franc of each programme, side by side.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what a franc of each spending programme does to the economy.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var employment: EmploymentOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var programmes: ProgrammeOptions

  @Option(help: "What is spent on each: franc, billion or percent-of-gdp.")
  var per: InjectedAmount = .franc

  @Option(
    help: "The programmes to show, by identifier; averages stay those of all.",
    transform: Compare.names)
  var only: [String]?

  @Option(
    help: "The columns to show, by their names in CSV, in this order.", transform: Compare.names)
  var columns: [String]?

  @OptionGroup var paying: FinancingOptions
  @OptionGroup var regimes: RegimeOptions

  @Option(
    help: "Fill the columns low and high by this many draws: bands of GDP at factor cost.",
    transform: DrawOptions.parsed)
  var bands: Int?

  func validate() throws {
    if output.table == "regimes", regimes.choice.regime == nil {
      throw ValidationError("the table 'regimes' needs --regime NAME.")
    }
    try output.requireTable(among: Self.tables)
    try requireUse()
  }

  private static let tables = [
    "compare", "regimes", "bridge", "curve", "weights", "financing", "groups", "evidence",
    "scarcity", "response-curve", "triangle", "baskets", "contributions",
  ]

  private static func names(_ text: String) throws -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimming(" ")
    }
    guard !names.contains("") else {
      throw ValidationError("expected names parted by commas, such as A,B.")
    }
    return names
  }

  /// Weights are outlays, and published evidence is of others: no model stands behind them.
  private static let withoutModel = ["weights", "evidence"]

  private func requireUse() throws {
    func all(but used: [String]) -> [String] { Self.tables.filter { !used.contains($0) } }
    let model = modelOptions
    try output.requireUse([
      ("--only", only != nil, all(but: ["compare"])),
      ("--columns", columns != nil, all(but: ["compare"])),
      ("--bands", bands != nil, all(but: ["compare"])),
      ("--regime", regimes.choice.regime != nil, all(but: ["compare", "regimes"])),
      ("--per", per != .franc, Self.withoutModel + ["bridge", "curve"]),
      ("--exogenous", model.exogenous != nil, Self.withoutModel),
      ("--response", model.response != nil, Self.withoutModel),
      ("--own-produce", model.ownProduce != .average, Self.withoutModel),
      ("--exports", model.exports != nil, Self.withoutModel),
      ("--spending", model.spending != .average, Self.withoutModel),
      ("--financing", paying.financing != nil, Self.withoutModel),
      ("--displaced-earnings", paying.displacedEarnings != 0, Self.withoutModel),
    ])
  }

  func run() async throws {
    let sam = try matrix.load()
    let model = try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance)
    let chosen = try programmes.selection(for: sam, from: matrix.source)
    let comparison = try paying.comparison(
      of: chosen.programmes, in: model, from: matrix.source)
    var remarks = chosen.notes + (try matrix.balanceNotes(on: sam))
    if chosen.origin == .country, sam.year != 2022 { remarks.insert(Self.otherYear, at: 0) }
    var additions = try additions(to: comparison)
    if let bands {
      let uncertainty = try comparison.uncertainty(grades: try matrix.source.notedGrades(for: sam))
      additions.bands = try comparison.bands(
        from: try await DrawOptions.run(uncertainty, draws: bands, seed: 1))
      additions.notes += try await backtest(of: comparison, draws: bands)
      additions.notes.append(
        "low, high: 5th and 95th percentile of GDP at factor cost over \(bands) draws of spending "
          + "shares and programme vectors (SAM/uncertainty), structure as given; 'sam uncertainty' "
          + "has the bands of other structures."
          + (bands < 100 ? " So few draws make percentiles rough." : "")
          + (comparison.financing.isFree
            ? "" : " They are bands of the net effect; who pays is as in the matrix in all draws."))
    }
    var report = try comparison.report(per: per, adding: additions, remarks: remarks)
    if let compared = try regimes.comparison(
      of: comparison, from: matrix.source, exports: modelOptions.exports,
      tolerance: matrix.tolerance)
    {
      report = report.adding(compared, factor: try comparison.injected(per))
        .spoken(in: sam.unit)
    }
    report.supplements.append(.published(try matrix.source.publishedEvidence()))
    report.supplements += try priceTables(of: comparison)
    try output.write(try report.narrowed(to: only, of: "programme", columns: columns))
  }

  /// How often the bands of other built-in matrices hold the values of this one: none for a matrix of
  /// one's own, or net of who pays.
  private func backtest(of comparison: Comparison, draws: Int) async throws -> [String] {
    guard try matrix.isBuiltIn(), comparison.financing.isFree, comparison.displacedEarnings == 0
    else { return [] }
    var held: [String] = []
    for listing in try matrix.source.matrices()
    where listing.prior != nil && listing.year != comparison.model.sam.year {
      let other = try matrix.source.sam(listing.id)
      let name = listing.year.map(String.init) ?? listing.id
      guard
        let condition = try Comparison.Condition.other(other, named: name, than: comparison).first
      else { continue }
      let drawn = try condition.drawn(
        try await DrawOptions.run(
          try condition.uncertainty(grades: try matrix.source.grades(for: other)), draws: draws,
          seed: 1))
      if let test = comparison.backtest(by: drawn) {
        held.append("\(test.held) of \(test.count) (matrix of \(name))")
      }
    }
    return held.isEmpty
      ? []
      : [
        "Backtest: of the bands drawn on another matrix, nine in ten should hold the values of this "
          + "one; they do for \(list(held)). The order of two programmes is told by their drawn "
          + "difference ('sam uncertainty --table ranking')."
      ]
  }

  /// The bridge to scarce factors, or the curves over their supply, where they are asked for: they
  /// take more factorisations than all else.
  private func priceTables(of comparison: Comparison) throws -> [Table] {
    let elasticities = { () throws(Diagnostic) in
      try regimes.choice.tables.elasticities(
        for: comparison.model.sam, from: matrix.source)
    }
    switch output.table {
    case "bridge":
      return [
        try PriceBridge(
          of: comparison, elasticities: try elasticities(), tolerance: matrix.tolerance
        ).table
      ]
    case "curve":
      let curves = try SupplyElasticityCurve.standard(
        for: comparison, elasticities: try elasticities(), tolerance: matrix.tolerance)
      guard let table = SupplyElasticityCurve.table(curves) else {
        throw Diagnostic(
          "the matrix has neither labour known to be skilled nor capital, whose supply could vary",
          remedy: "Give labour accounts the group 'skilled' with --accounts FILE")
      }
      return [table]
    default: return []
    }
  }

  /// Jobs beside the effects, where they are known for the matrix.
  private func additions(to comparison: Comparison) throws -> ComparisonAdditions {
    let sam = comparison.model.sam
    // Keys and pay are those of the built-in programmes and households.
    let isBuiltIn = try matrix.isBuiltIn()
    let benefits = isBuiltIn ? try matrix.source.benefitsInKind() : nil
    let workers = isBuiltIn ? try matrix.source.hiredWorkers() : nil
    let jobs = try employment.load(for: sam, matrix: matrix)
    var notes = isBuiltIn ? [ComparisonAdditions.kindNote] : []
    var additions: ComparisonAdditions
    do {
      additions = try comparison.additions(
        employment: jobs, benefitsInKind: benefits, hiredWorkers: workers)
      if let jobs { notes += ComparisonAdditions.notes(on: jobs, outputOf: sam.year) }
    } catch Comparison.Failure.jobs(let failure) {
      guard employment.employment == nil else { throw employment.located(failure) }
      additions = try comparison.additions(
        employment: nil, benefitsInKind: benefits, hiredWorkers: workers)
      notes.append("Jobs are left out: \(failure.diagnostic.problem).")
    }
    additions.notes = notes
    return additions
  }

  static let otherYear =
    "The vectors were made on the accounts of the 2022 matrix, and are applied to this one account "
    + "by account."
}

extension InjectedAmount: ExpressibleByArgument {}
