internal import AccountMatrix
internal import ArgumentParser
internal import LinearAlgebra
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam uncertainty`: bands, and the chance that one programme beats another.
struct UncertaintyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncertainty",
    abstract: "Bands of every programme over drawn coefficients, one for each structural scenario.",
    discussion: """
      Tables: uncertainty; ranking (chance that one programme does more for GDP than another); \
      drivers (of the variance); turning (where structural choices change the order). With --shard \
      a part of the draws is written, for 'sam merge'. The same seed gives the same bits in any \
      number of parts and cores.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var employment: EmploymentOptions
  @OptionGroup var programmes: ProgrammeOptions
  @OptionGroup var draws: DrawOptions
  @OptionGroup var prices: RegimeChoice
  @OptionGroup var output: OutputOptions

  @Option(help: "Scenarios, by identifier with commas. Default: all.")
  var scenario: String?

  @Option(help: "Which part of the draws to compute: K/N.", transform: Self.shard)
  var shard: Uncertainty.Shard?

  private static func shard(_ text: String) throws -> Uncertainty.Shard {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let part = sides[0], let count = sides[1],
      let shard = Uncertainty.Shard(part, of: count)
    else { throw ValidationError("expected a part K/N with 1 ≤ K ≤ N, as in 2/8.") }
    return shard
  }

  /// Tables that are reckoned without a draw.
  private static let undrawn = ["drivers", "turning"]

  func validate() throws {
    try output.requireTable(
      among: shard == nil ? ["uncertainty", "ranking", "across", "drivers", "turning"] : ["shard"])
    try output.requireUse([
      ("--regime", prices.regime != nil, Self.undrawn + ["across"]),
      ("--draws", draws.givenDraws != nil, Self.undrawn),
      ("--seed", draws.givenSeed != nil, Self.undrawn),
      ("--cores", draws.cores != nil, Self.undrawn),
    ])
    guard let shard else { return }
    if shard.count > draws.draws {
      throw ValidationError("--shard has more parts than there are draws (\(draws.draws)).")
    }
    if output.format.map({ $0 != .report(.csv) }) ?? false
      || output.output.map({ !$0.lowercased().hasSuffix(".csv") }) ?? false
    {
      throw ValidationError("a part of a run is written as CSV, for 'sam merge' to read.")
    }
  }

  func run() async throws {
    let sam = try matrix.load()
    let model = try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance)
    let scenarios = try chosenScenarios(of: model)
    let jobs = try employment.load(for: sam, matrix: matrix)
    let vintages = scenario == nil ? try vintages(beside: sam) : []
    let uncertainty: Uncertainty
    // The lump sum of a cut follows from who is taxed, which scenarios change.
    let chosen = try programmes.selection(for: sam, from: matrix.source)
    let drawn = chosen.programmes.filter { $0.family != .tax }
    let grades = try matrix.source.notedGrades(for: sam)
    let regimes = try prices.regimes(from: matrix.source, exports: modelOptions.exports)
    let elasticities = try prices.tables.elasticities(for: sam, from: matrix.source)
    do {
      uncertainty = try Uncertainty(
        of: drawn, in: model, scenarios: scenarios, grades: grades, employment: jobs,
        vintages: vintages, regimes: regimes, elasticities: elasticities,
        tolerance: matrix.tolerance)
    } catch {
      guard case .comparison(.jobs(let failure)) = error else { throw error }
      throw employment.located(failure)
    }
    if try output.isOne(of: Self.undrawn) {
      let report = Report(
        command: "uncertainty", facts: model.facts, tables: [try uncertainty.driversTable()],
        supplements: [try uncertainty.turningTable()])
      try output.write(report.spoken(in: sam.unit))
      return
    }
    var result = try await draws.run(uncertainty, shard: shard ?? .whole)
    let names = Dictionary(
      uniqueKeysWithValues: scenarios.map { ($0.id, $0.name) }
        + vintages.map { ($0.id, $0.model.sam.title) }
        + prices.names.map { ("regime:\($0)", "Real GDP under the regime \($0), at the margin") })
    let notes =
      chosen.notes + regimeNotes + model.standingNotes + [MultiplierModel.standingCaveat]
    guard shard == nil else {
      result.keep(
        checksum: Checksum.sha256(try MatrixWriter.text(of: sam, layout: .json).utf8),
        kernel: Backend.kernel, facts: model.facts, names: names, notes: notes)
      try output.write(ShardTable.text(of: result))
      return
    }
    try output.write(
      try result.report(
        facts: model.facts, names: names, vintages: vintages.map { $0.id }, notes: notes,
        supplements: [try uncertainty.driversTable(), try uncertainty.turningTable()]
      ).spoken(in: sam.unit))
  }

  private var regimeNotes: [String] {
    prices.names.isEmpty
      ? []
      : [
        "Under a regime the same draws of the matrix and of programmes are taken, and elasticities "
          + "within their ranges and the supply of factors as the regime says it may be (SAM/regimes), "
          + "common to all programmes; all elasticities of a kind move together. Paid by a grant."
      ]
  }

  private func chosenScenarios(
    of model: MultiplierModel
  ) throws(Diagnostic) -> [StructuralScenario] {
    guard let scenario else { return try matrix.source.structuralScenarios(of: model) }
    let all = try matrix.source.structuralScenarios()
    var chosen: [StructuralScenario] = []
    for id in scenario.split(separator: ",").map({ $0.trimming(" ") }).uniqued {
      guard let match = all.first(where: { $0.id == id }) else {
        throw Diagnostic(
          "there is no scenario '\(id)'",
          remedy: "Scenarios are \(list(all.map(\.id), first: 20))")
      }
      try matrix.source.requireFit(of: match, to: model.sam)
      chosen.append(match)
    }
    return chosen
  }

  /// The built-in matrices of other years, each a scenario of its own.
  private func vintages(
    beside sam: SocialAccountingMatrix
  ) throws -> [(id: String, model: MultiplierModel)] {
    guard try matrix.isBuiltIn() else { return [] }
    var years: Set<Int?> = [sam.year]
    var vintages: [(id: String, model: MultiplierModel)] = []
    for listing in try matrix.source.matrices()
    where years.insert(listing.year).inserted {
      let other = try matrix.source.sam(listing.id)
      vintages.append(
        (
          "matrix-\(listing.id)",
          try modelOptions.model(of: other, from: matrix.source, tolerance: matrix.tolerance)
        ))
    }
    return vintages
  }
}
