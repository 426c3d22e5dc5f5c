internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam run`: the answer to a question that is written down in a file.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer the question of a scenario: a built-in one (sam list) or a file.",
    discussion: """
      A scenario is a CSV file: setting,value[,evidence,source,note]. Its lines 'title' and 'kind' \
      say what is asked; SAM/README.md has the settings of each kind. SAM replaces the first \
      matrix of the scenario.
      """)

  @Argument(help: "A built-in scenario (sam list) or a file.")
  var scenario: String

  @Argument(help: "A built-in matrix, or a file in its accounts. Default: that of the scenario.")
  var sam: String?

  @Option(help: "Exogenous accounts, codes, groups or @kinds; replaces the default closure.")
  var exogenous: String?

  @OptionGroup var margin: MarginOptions

  @OptionGroup var programmes: ProgrammeOptions
  @OptionGroup var contributions: ContributorOptions

  @OptionGroup var prices: RegimeOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  func validate() throws {
    if scenario.isEmpty { throw ValidationError("SCENARIO is empty; expected a name or a path.") }
    _ = try closure
  }

  private var closure: Closure {
    get throws {
      guard let exogenous else { return .standard }
      do { return try Closure(parsing: exogenous) } catch { throw error.asWrongUsage }
    }
  }

  func run() async throws {
    let source = data.map { Country(directory: $0) } ?? .rwanda
    let scenario = try priced(try Self.scenario(named: scenario, from: source))
    var matrices: [(id: String, sam: SocialAccountingMatrix)] = []
    for name in scenario.matrices {
      do { matrices.append((name, try source.sam(name))) } catch {
        throw Diagnostic(
          error.problem, at: scenario.place(of: "matrix", value: name), remedy: error.remedy)
      }
    }
    if sam != nil || matrices.isEmpty {
      let options = try MatrixOptions.parse(
        (sam.map { [$0] } ?? []) + (data.map { ["--data", $0] } ?? []))
      matrices = [(sam ?? "newest", try options.load())] + matrices.dropFirst()
    }
    let chosenProgrammes = try programmes.selection(for: matrices[0].sam, from: source)
    let left = chosenProgrammes.origin == .country ? [] : matrices.dropFirst().map { $0.id }
    if chosenProgrammes.origin != .country {
      if scenario.question.statesFigures, source.scenarioNames().contains(scenario.id) {
        throw Diagnostic(
          "the scenario '\(scenario.id)' states amounts and counts of its own country, which say "
            + "nothing of '\(sam ?? "")'",
          remedy:
            "Write a scenario with the figures of the country of the matrix, and name its file")
      }
      matrices = [matrices[0]]
    }
    // The survey's jobs are Rwanda's, and say nothing of a matrix of one's own.
    let chosen = matrices[0].id
    let isBuiltIn = try sam == nil || source.matrices().contains { $0.id == chosen }
    let employment =
      isBuiltIn ? try source.employment(for: matrices[0].sam) : nil
    var settings = ModelSettings(closure: try closure)
    try margin.rules.orElse(scenario.margin).apply(
      to: &settings, of: matrices[0].sam, from: source)
    var context = QuestionContext(
      try MultiplierModel(matrices[0].sam, settings),
      programmes: chosenProgrammes.programmes,
      rule: try contributions.rule(for: matrices[0].sam, from: source), employment: employment,
      grades: try source.grades(for: matrices[0].sam), alternatives: Array(matrices.dropFirst()))
    if case .sensitivity(let question) = scenario.question, !question.scenarios.isEmpty {
      try context.takeStructuralScenarios(from: source, named: question.scenarios)
    }
    if case .perFranc(let question) = scenario.question, question.draws > 0 {
      _ = try source.notedGrades(for: context.sam)
    }
    if case .perFranc(let question) = scenario.question, !question.regimes.isEmpty {
      context.regimes = try prices.choice.tables.known(from: source)
      context.elasticities = try prices.choice.tables.elasticities(
        for: context.sam, from: source)
    }
    var report = try await scenario.report(on: context)
    if chosenProgrammes.origin == .country, let sam, let named = scenario.matrices.first,
      named != sam
    {
      report.remark(
        "Figures of the scenario are for '\(named)' and are kept; the matrix is '\(sam)'.")
    }
    for note in chosenProgrammes.notes { report.remark(note) }
    if !left.isEmpty {
      report.remark("Matrices of another country are left out: \(list(left)).")
    }
    if scenario.question.kind == .perFranc, chosenProgrammes.origin == .country {
      report.tables.append(.published(try source.publishedEvidence()))
    }
    if let table = output.table, !report.tableNames.contains(table) {
      throw Diagnostic(
        "the scenario '\(scenario.id)' has no table '\(table)'",
        remedy: "Expected \(report.tableNames.joined(separator: ", "))")
    }
    try output.write(report)
  }

  /// The scenario with the regimes of the command line beside its own.
  private func priced(_ scenario: Scenario) throws -> Scenario {
    guard prices.choice.regime != nil else { return scenario }
    guard case .perFranc(var question) = scenario.question else {
      throw ValidationError(
        "--regime goes with scenarios of the kind per-franc; '\(scenario.id)' is of the kind "
          + "\(scenario.question.kind.rawValue), whose answer has no counterpart under a regime.")
    }
    question.regimes = (question.regimes + prices.choice.names).uniqued
    switch prices.size {
    case .percentOfGDP(let percent): question.percentOfGDP = percent
    case .amount:
      throw ValidationError("--size of a scenario is a part of GDP, as in --size 1%.")
    case nil: break
    }
    return Scenario(
      id: scenario.id, title: scenario.title, question: .perFranc(question),
      matrices: scenario.matrices, lines: scenario.lines, citations: scenario.citations,
      margin: scenario.margin)
  }

  /// A built-in scenario, or that of a file.
  static func scenario(
    named name: String, from source: Country
  ) throws(Diagnostic) -> Scenario {
    if isBuiltIn(name, in: source) { return try source.scenario(name) }
    return try ScenarioTable.read(try SourceFile(given: name), id: name)
  }

  /// The file that a scenario is written in.
  static func scenarioFile(
    named name: String, from source: Country
  ) throws(Diagnostic) -> SourceFile {
    isBuiltIn(name, in: source)
      ? try source.tables.file("scenarios/\(name).csv") : try SourceFile(given: name)
  }

  /// A name that is no file is taken for a built-in one, whose refusal names the nearest.
  private static func isBuiltIn(_ name: String, in source: Country) -> Bool {
    source.scenarioNames().contains(name) || !SourceFile.isThere(name)
  }
}

extension Report {
  /// Adds a note to the first table, as people and as programs see it.
  fileprivate mutating func remark(_ note: String) {
    if !tables.isEmpty { tables[0].notes.append(note) }
    if !overview.isEmpty { overview[0].notes.append(note) }
  }
}

extension QuestionContext {
  /// Takes the structural choices of a country's folder; those of a question that change nothing on
  /// the matrix are noted.
  mutating func takeStructuralScenarios(
    from source: Country, named ids: [String]
  ) throws(Diagnostic) {
    structuralScenarios = try source.structuralScenarios(of: model)
    let known = Set(structuralScenarios.map { $0.id })
    idleScenarios = Set(try source.structuralScenarios().map { $0.id }).subtracting(known)
    for id in ids where idleScenarios.contains(id) {
      Notes.add("the structural choice '\(id)' changes nothing on this matrix, and is no case")
    }
  }
}
