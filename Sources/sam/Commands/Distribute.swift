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

  @Option(help: "Accounts that form the groups, codes or @kinds. Default: all households.")
  var groups: String?

  @Option(
    help: ArgumentHelp(
      "CSV of people: account,population[,gini], or the population file of IFPRI's Nexus project.",
      discussion: "Default: Rwanda's of 2022; for a Nexus file, the population file beside it."))
  var population: String?

  @Option(help: "The group of which 'poor' tells why it gains. Default: the poorest.")
  var poor: String?

  private static func amount(_ text: String) throws -> Double {
    guard let amount = Double(plainDecimal: text), amount > 0 else {
      throw ValidationError("expected an amount above zero, in the unit of the matrix.")
    }
    return amount
  }

  func validate() throws {
    try injection.requireInjection()
    if amount != nil, injection.programme == nil {
      throw ValidationError("--amount goes with --programme; a shock has amounts of its own.")
    }
    try output.requireTable(
      among: ["distribute", "totals", "inequality", "poor", "rim", "poverty"])
    try requireUse()
  }

  /// Refuses options that the one table asked for does not depend on.
  private func requireUse() throws {
    guard let table = output.table else { return }
    let unused: [(option: String, isGiven: Bool, tables: [String])] = [
      ("--amount", amount != nil, ["rim"]), ("--groups", groups != nil, ["poverty"]),
      ("--population", population != nil, ["poor", "rim"]),
      ("--poor", poor != nil, ["distribute", "totals", "inequality", "rim", "poverty"]),
    ]
    for one in unused where one.isGiven && one.tables.contains(table) {
      throw ValidationError(
        "\(one.option) makes no difference to the table '\(table)'; omit it, or choose another table."
      )
    }
  }

  func run() throws {
    let model = try modelOptions.model(of: try matrix.load(), tolerance: matrix.tolerance)
    let (name, unit) = try injection.injection(in: model, from: matrix.source)
    if injection.programme == nil { _ = try model.amounts(of: unit) }
    let spent = amount ?? 1
    let injected = Injection(
      unit.amounts.map { (account: $0.account, value: spent * $0.value) })
    let people = try people(in: model)
    let groups = try chosenGroups(in: model)
    let distribution = try model.distribution(
      of: injected, among: groups,
      populations: Dictionary(uniqueKeysWithValues: people.map { ($0.account, $0.population) }))

    let scale = injection.programme == nil ? name : "\(spent.sixDigits) \(model.sam.unit), \(name)"
    var tables = [
      distribution.table(
        of: scale, notes: Self.notes + model.standingNotes + [MultiplierModel.standingCaveat]),
      distribution.totalsTable(),
    ]
    if let inequality = distribution.inequalityTable { tables.append(inequality) }
    var supplements = [try model.relativeIncomeTable(of: groups)]
    if let group = poor ?? distribution.rows.first?.group.code, model.sam.hasKinds {
      let decomposition = try MultiplierDecomposition(model, by: AccountBlocks(of: model))
      supplements.insert(try decomposition.effect(on: group, of: injected).table, at: 0)
    }
    if try matrix.isBuiltIn() {
      do { supplements.append(try povertyTable(model, injected, people)) } catch let failure
        as PovertyModel.Failure
      {
        if output.table == "poverty" { throw failure }
        tables[0].notes.append("No poverty: \(failure.diagnostic.problem).")
      }
    } else if output.table == "poverty" {
      throw Diagnostic(
        "poverty lines are known for the built-in matrices alone",
        remedy: "Choose another table, or a built-in matrix (sam list)")
    }
    if let file = try populationFile() {
      tables[0].notes.append("The people in each group are those of \(file).")
    }
    if let table = output.table, !(tables + supplements).contains(where: { $0.name == table }) {
      throw Diagnostic(
        "the table '\(table)' needs the people in each group",
        remedy: "Give them with --population FILE (columns account,population,gini)")
    }
    try output.write(
      Report(
        command: "distribute", facts: model.facts + [Report.Fact("injection", scale)],
        tables: tables, supplements: supplements))
  }

  private static let notes = [
    "Income is receipts, what is paid to a group directly included; the table 'totals' has the part "
      + "beyond it. relative_income: by how much the group's share of all income rises, exactly and not at "
      + "the margin; the groups add to zero."
  ]

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
    let selectors: Closure
    do { selectors = try Closure(parsing: groups) } catch { throw error.asWrongUsage }
    return selectors.exogenous.flatMap { selector -> [String] in
      switch selector {
      case .account(let code): [code]
      case .kind(let kind): model.endogenous.filter { $0.kind == kind }.map(\.code)
      }
    }
  }

  private func povertyTable(
    _ model: MultiplierModel, _ injected: Injection, _ people: [PovertyModel.Group]
  ) throws -> Table {
    guard !people.isEmpty else { throw PovertyModel.Failure.beneficiariesUnknown }
    let poverty = try PovertyModel(
      model, groups: people, lines: try matrix.source.povertyLines(),
      surveyGini: try matrix.source.surveyGini())
    var paid = try matrix.source.beneficiaries()
      .first { $0.programme == injection.programme }
    if amount != nil, let all = paid {
      paid = try poverty.beneficiaries(all, paidBy: injected)
    }
    return poverty.table(try poverty.effect(of: injected, paying: paid), paying: paid)
  }
}
