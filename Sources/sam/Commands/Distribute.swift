internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam distribute`: whose income rises.
struct Distribute: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Whose income rises: household groups, relative income, inequality, poverty.",
    discussion: """
      Tables: distribute; totals (rural, urban, poorest 40 per cent); inequality; poor (why one \
      group gains); rim (the relative-income matrix); poverty, for programmes whose beneficiaries \
      are counted.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var injection: InjectionOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "What is spent on a programme, in the unit of the matrix. Default: 1.",
      discussion: """
        In the table 'poverty' a programme with counted beneficiaries pays them all in full, unless \
        an amount is given, which pays as many households as it is enough for.
        """),
    transform: Self.amount)
  var amount: Double?

  @Option(help: "Accounts that form the groups: codes, groups or @kinds. Default: all households.")
  var groups: String?

  @Option(
    help: ArgumentHelp(
      "CSV of people: account,population[,gini], or the population file of IFPRI's Nexus project.",
      discussion: "Default: Rwanda's of 2022; for a Nexus file, the population file beside it."))
  var population: String?

  @Option(
    help: "CSV of poverty lines: line,headcount,value. Default: the country's, for its matrix.")
  var povertyLines: String?

  @Option(help: "CSV of who is paid: programme,households,household_size,amount.")
  var beneficiaries: String?

  @Option(help: "The group of which 'poor' tells why it gains. Default: the poorest.")
  var poor: String?

  private static func amount(_ text: String) throws -> Double {
    guard let amount = Double(plainDecimal: text), amount > 0 else {
      throw ValidationError("expected an amount above zero, in the unit of the matrix.")
    }
    return amount
  }

  func validate() throws {
    if output.table != "rim" { try injection.requireInjection() }
    if amount != nil, injection.programme == nil {
      throw ValidationError("--amount goes with --programme; a shock has amounts of its own.")
    }
    if beneficiaries != nil, injection.programme == nil {
      throw ValidationError("--beneficiaries goes with --programme; a shock pays nobody by name.")
    }
    try output.requireTable(
      among: ["distribute", "totals", "inequality", "poor", "rim", "poverty"])
    try output.requireUse([
      ("--from", injection.from != nil, ["rim"]), ("--shock", injection.shock != nil, ["rim"]),
      ("--programme", injection.programme != nil, ["rim"]),
      ("--amount", amount != nil, ["rim"]), ("--groups", groups != nil, ["poverty"]),
      ("--population", population != nil, ["poor", "rim"]),
      ("--poor", poor != nil, ["distribute", "totals", "inequality", "rim", "poverty"]),
    ])
  }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    // The relative-income matrix is of a unit into each account in turn.
    let (name, unit) =
      injection.isGiven
      ? try injection.injection(in: model, from: matrix.source)
      : (
        "one unit into each account",
        Injection(1, into: model.endogenous.first?.code ?? "")
      )
    if injection.programme == nil { _ = try model.amounts(of: unit) }
    var question = DistributionQuestion(
      of: unit, amount: amount, groups: try chosenGroups(in: model), people: try people(in: model),
      explained: poor)
    question.lines = try lines()
    question.beneficiaries = try counted().first { $0.programme == injection.programme }
    if try matrix.isBuiltIn() { question.surveyGini = try matrix.source.surveyGini() }
    let answer = try question.answer(on: model)
    if output.table == "poverty" { try answer.requirePoverty() }

    let scale =
      injection.programme == nil ? name : "\((amount ?? 1).sixDigits) \(model.sam.unit), \(name)"
    let report = answer.report(
      of: scale,
      remarks: try populationFile().map { ["The people in each group are those of \($0)."] } ?? [])
    if let table = output.table,
      !(report.tables + report.supplements).contains(where: { $0.name == table })
    {
      throw Diagnostic(
        "the table '\(table)' needs the people in each group",
        remedy: "Give them with --population FILE (columns account,population,gini)")
    }
    try output.write(report)
  }

  private func lines() throws(Diagnostic) -> [PovertyModel.Line] {
    if let povertyLines { return try PovertyTables.readLines(try SourceFile(given: povertyLines)) }
    return try matrix.isBuiltIn() ? try matrix.source.povertyLines() : []
  }

  private func counted() throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    if let beneficiaries {
      return try PovertyTables.readBeneficiaries(try SourceFile(given: beneficiaries))
    }
    return try matrix.isBuiltIn() ? try matrix.source.beneficiaries() : []
  }

  /// The file of people that is named, or else the one published beside the matrix.
  private func populationFile() throws(Diagnostic) -> String? {
    if let population { return population }
    guard let sam = matrix.sam, try !matrix.isBuiltIn() else { return nil }
    return HouseholdPopulation.pathBeside(sam)
  }

  private func people(in model: MultiplierModel) throws(Diagnostic) -> [PovertyModel.Group] {
    if let file = try populationFile() {
      return try PovertyTables.readGroups(
        try SourceFile(given: file), among: model.sam.accounts.map(\.code))
    }
    guard try matrix.isBuiltIn() else { return [] }
    return try matrix.source.people().filter { model.sam.contains($0.account) }
  }

  private func chosenGroups(in model: MultiplierModel) throws -> [String]? {
    guard let groups else { return nil }
    let selectors = try AccountSelector.list(given: groups)
    var codes: [String] = []
    for selector in selectors {
      let isOne = selector.resolved(among: model.sam.accounts).precedence == 3
      let found = try selector.accounts(in: model.sam, of: "--groups")
      // Of a kind or group those that respond; one that is named is refused where it does not.
      codes += found.filter { code in
        isOne || model.endogenous.contains { $0.code == code }
      }
    }
    return codes
  }
}

extension DistributionAnswer {
  /// Refuses where the table of poverty is asked for and cannot be told.
  fileprivate func requirePoverty() throws {
    switch poverty {
    case .success?: return
    case .failure(let failure)?: throw failure
    case nil:
      throw Diagnostic(
        "nothing says where the poverty lines of this matrix are",
        remedy: """
          Give them with --poverty-lines FILE, the people with --population FILE and who is paid \
          with --beneficiaries FILE:
            line,headcount,value
            poverty,0.3,
            account,population,gini
            HOUSEHOLD,1000000,0.3
            programme,households,household_size,amount
            PROGRAMME,50000,4.5,120
          """)
    }
  }
}
