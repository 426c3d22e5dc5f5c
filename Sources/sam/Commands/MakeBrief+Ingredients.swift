internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

// What a brief is made of, as its options say.
extension MakeBrief {
  /// What `--scenario` asks for: another supply, or the answer of a scenario.
  enum Question {
    case supply(SupplyResponse)
    case scenario(String)
  }

  /// Response shares hold an equals sign; the name of a scenario or its file does not.
  var questions: [Question] {
    get throws {
      var questions: [Question] = []
      for text in scenario {
        guard text.contains("=") else {
          guard !text.isEmpty else {
            throw ValidationError("--scenario is empty; expected shares, a name or a path.")
          }
          questions.append(.scenario(text))
          continue
        }
        do { questions.append(.supply(try SupplyResponse(parsing: text))) } catch {
          throw error.asWrongUsage
        }
      }
      return questions
    }
  }

  /// The scenarios that are asked for.
  var scenarios: [Scenario] {
    get throws {
      try questions.compactMap { question in
        guard case .scenario(let name) = question else { return nil }
        return try Run.scenario(named: name, from: matrix.source)
      }
    }
  }

  /// The standard conditions, those asked for, and the built-in matrices of other years.
  func conditions(
    for base: Comparison, _ scenarios: [Scenario], _ isBuiltIn: Bool
  ) throws -> [Comparison.Condition] {
    var conditions = try Comparison.Condition.standard(
      for: base, elasticities: try matrix.source.expenditureElasticities(for: base.model.sam))
    var supplies = try questions.compactMap { question in
      if case .supply(let supply) = question { supply } else { nil }
    }
    for scenario in scenarios { supplies += scenario.question.supplies.map(\.response) }
    for supply in supplies
    where !conditions.contains(where: {
      $0.comparison.model.settings.supply == supply && $0.change != .enterprisesExogenous
    }) {
      conditions.append(try Comparison.Condition.supply(supply, than: base))
    }
    guard isBuiltIn else { return conditions }
    for listing in try matrix.source.matrices()
    where listing.prior != nil && listing.year != base.model.sam.year {
      let other = try matrix.source.sam(listing.id)
      conditions += try Comparison.Condition.other(
        other, named: listing.year.map(String.init) ?? listing.id, than: base)
    }
    return conditions
  }

  /// Bands of every programme, and of the difference of the averages under each condition.
  func draw(for brief: inout Brief) async throws {
    let grades = try matrix.source.notedGrades(for: brief.comparison.model.sam)
    brief.draws = bands
    for (i, condition) in brief.conditions.enumerated() {
      let result = try await DrawOptions.run(
        try condition.uncertainty(grades: grades), draws: bands, seed: 1)
      brief.conditions[i] = try condition.drawn(result)
      if i == 0 { brief.bands = brief.conditions[0].bands }
    }
  }

  /// The bridge to scarce factors, the curves over their supply, and the regimes asked for; a note
  /// where the matrix does not fit a price model, unless a regime was asked for.
  func prices(of comparison: Comparison) throws -> Brief.Prices? {
    let elasticities = try prices.tables.elasticities(
      for: comparison.model.sam, from: matrix.source)
    var regimes: RegimeComparison?
    if !prices.names.isEmpty {
      regimes = try RegimeComparison(
        of: comparison,
        under: try prices.regimes(from: matrix.source, exports: modelOptions.exports),
        elasticities: elasticities, tolerance: matrix.tolerance)
    }
    do {
      return Brief.Prices(
        try PriceBridge(
          of: comparison, elasticities: elasticities, tolerance: matrix.tolerance),
        curves: try SupplyElasticityCurve.standard(
          for: comparison, elasticities: elasticities, tolerance: matrix.tolerance),
        regimes: regimes)
    } catch {
      guard regimes == nil else { throw error }
      complain(
        "sam: note: the section on prices is left out: \(error.diagnostic.problem)")
      return nil
    }
  }

  /// Jobs, where they are known for the matrix.
  func count(in brief: inout Brief) throws {
    let sam = brief.comparison.model.sam
    guard let jobs = try employment.load(for: sam, matrix: matrix) else { return }
    do { try brief.count(jobs) } catch Comparison.Failure.jobs(let failure) {
      guard employment.employment == nil else { throw employment.located(failure) }
      complain("sam: note: jobs are left out: \(failure.diagnostic.problem)")
    }
  }

  /// What a scenario answers on the matrix of the brief.
  func answer(
    _ scenario: Scenario, for comparison: Comparison, _ isBuiltIn: Bool
  ) async throws -> Brief.Answer {
    var alternatives: [(id: String, sam: SocialAccountingMatrix)] = []
    // The first matrix of a scenario is the one that the brief is about; a matrix of one's own is
    // not set beside built-in ones.
    for name in isBuiltIn ? scenario.matrices.dropFirst() : [] {
      do { alternatives.append((name, try matrix.source.sam(name))) } catch {
        throw Diagnostic(
          error.problem, at: scenario.place(of: "matrix", value: name), remedy: error.remedy)
      }
    }
    var settings = comparison.model.settings
    // A scenario says itself how supply responds.
    settings.supply = .free
    try modelOptions.margin.rules.orElse(scenario.margin).apply(
      to: &settings, of: comparison.model.sam, from: matrix.source)
    var context = QuestionContext(
      try comparison.model.with { $0 = settings },
      programmes: comparison.rows.map { $0.programme },
      rule: try contributions.rule(for: comparison.model.sam, from: matrix.source),
      employment: try? employment.load(for: comparison.model.sam, matrix: matrix),
      grades: try matrix.source.grades(for: comparison.model.sam), alternatives: alternatives)
    let named: [String] =
      if case .sensitivity(let question) = scenario.question { question.scenarios } else { [] }
    try context.takeStructuralScenarios(from: matrix.source, named: named)
    let report = try await scenario.report(on: context)
    return Brief.Answer(
      id: scenario.id, title: scenario.title,
      tables: report.overview.isEmpty ? report.tables : report.overview)
  }

  /// The files that the figures rest on.
  func files(of sam: SocialAccountingMatrix, isBuiltIn: Bool) throws -> [Brief.File] {
    var files = isBuiltIn ? try matrix.source.briefFiles(of: matrix.sam) : []
    let own = [
      isBuiltIn ? nil : matrix.sam, matrix.accounts, programmes.programmes,
      employment.employment, contributions.contributors, prices.tables.regimeFile,
      prices.tables.elasticityFile,
    ].compactMap(\.self)
    // What errors the bands rest on, also for a matrix of one's own.
    if !isBuiltIn, bands > 0 { files += try matrix.source.gradeFiles(for: sam) }
    for path in own { files.append(try SourceFile(given: path)) }
    for question in try questions {
      guard case .scenario(let name) = question else { continue }
      files.append(try Run.scenarioFile(named: name, from: matrix.source))
    }
    return files.map { Brief.File(name: $0.name, checksum: Checksum.sha256($0.bytes)) }
  }
}
