internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension ScenarioSettings {
  /// The names that settings of a kind may have; a name that ends in a colon takes a key.
  static func names(of kind: Question.Kind) -> [String] {
    let common = ["matrix", "note", "own_produce", "exports", "spending"]
    return switch kind {
    case .perFranc:
      common + ["programme", "response", "displaced_earnings", "draws", "regime", "regime_size"]
    case .budget: common + ["programme", "displaced_earnings", "apart"]
    case .financing: common + ["programme", "displaced_earnings", "financing", "amount"]
    case .targeting:
      common + ["programme", "displaced_earnings", "targeting", "target", "covered", "population"]
    case .reform:
      common + ["base", "rate", "payroll", "amount", "financing", "paid_out", "benefit"]
    case .cover: common + ["benefit", "paid_out", "group:"]
    case .sensitivity:
      common + [
        "programme", "against", "response", "displaced_earnings", "exogenous:", "scenario",
        "administration",
        "targeting",
      ]
    case .coverage: common + ["scheme:", "floor:", "poverty_line", "household_size"]
    }
  }

  /// The question that the lines ask.
  func question(of kind: Question.Kind) throws(Diagnostic) -> Question {
    let matrices = all("matrix")
    guard kind == .sensitivity || matrices.count < 2 else {
      throw Diagnostic(
        "a scenario of kind \(kind.rawValue) is asked of one matrix", at: matrices[1].place,
        remedy: "Leave the line out, and ask again with \(.askAgain)")
    }
    switch kind {
    case .perFranc: return .perFranc(try perFranc())
    case .budget:
      return .budget(
        BudgetQuestion(
          programmes: values("programme"), apart: values("apart"),
          displacedEarnings: try displacedEarnings()))
    case .financing:
      return .financing(
        FinancingQuestion(
          programmes: values("programme"), financings: try financings(),
          percentOfGDP: try number("amount", in: 0...100) ?? 1,
          displacedEarnings: try displacedEarnings()))
    case .targeting:
      return .targeting(
        TargetingQuestion(
          programmes: values("programme"), rules: try targeting(),
          target: try wholeNumber("target", in: 1...5) ?? 2, covered: try number("covered"),
          population: try number("population", in: 1...1e10),
          displacedEarnings: try displacedEarnings()))
    case .reform: return .reform(try reform())
    case .cover: return .cover(try cover())
    case .sensitivity: return .sensitivity(try sensitivity())
    case .coverage: return .coverage(try coverage())
    }
  }

  private func perFranc() throws(Diagnostic) -> PerFrancQuestion {
    let supplies = try supplies()
    for (i, supply) in supplies.enumerated()
    where supplies[..<i].contains(where: { $0.id == supply.id }) {
      throw Diagnostic(
        "the response '\(supply.response.isFree ? "free" : supply.name)' is asked for twice",
        at: all("response")[i].place, remedy: "Leave one out")
    }
    let regimes = all("regime")
    for (i, line) in regimes.enumerated()
    where regimes[..<i].contains(where: { $0.value == line.value }) {
      throw Diagnostic(
        "the regime '\(line.value)' is asked for twice", at: line.place, remedy: "Leave one out")
    }
    let size = try number("regime_size", in: -100...100)
    if size != nil, regimes.isEmpty || size == 0 {
      throw Diagnostic(
        "'regime_size' has nothing to size", at: all("regime_size").first?.place,
        remedy: "Add a line 'regime,NAME' and a size other than zero, or leave the line out")
    }
    return PerFrancQuestion(
      programmes: values("programme"), supplies: supplies,
      displacedEarnings: try displacedEarnings(),
      draws: try wholeNumber("draws", in: 0...1_000_000) ?? 0, regimes: values("regime"),
      percentOfGDP: size)
  }

  private func benefit() throws(Diagnostic) -> String {
    try single(
      "benefit",
      orElse: Diagnostic(
        "the scenario '\(id)' names no single benefit", remedy: "Add one line 'benefit,PROGRAMME'"))
  }

  private func reform() throws(Diagnostic) -> ReformQuestion {
    var raised: [ReformQuestion.Raised] = []
    if let amount = try number("amount") {
      raised.append(.amount(amount))
    } else {
      let payroll = try requiredNumber("payroll")
      let base = try requiredNumber("base", in: 0...100)
      for rate in try numbers("rate", in: base...100) {
        raised.append(.contribution(from: base, to: rate, payroll: payroll))
      }
      guard !raised.isEmpty else {
        throw Diagnostic(
          "the scenario '\(id)' raises nothing", remedy: "Add a line 'rate,VALUE' or 'amount,VALUE'"
        )
      }
    }
    return ReformQuestion(
      benefit: try benefit(), raised: raised, financings: try financings(),
      phases: try numbers("paid_out", in: 0...1))
  }

  private func sensitivity() throws(Diagnostic) -> SensitivityQuestion {
    let failure = Diagnostic(
      "the scenario '\(id)' does not name one programme and one against it",
      remedy: "Add the lines 'programme,ID' and 'against,ID'")
    return SensitivityQuestion(
      try single("programme", orElse: failure), against: try single("against", orElse: failure),
      supplies: try supplies(), closures: try closures(), scenarios: values("scenario"),
      displacedEarnings: try numbers("displaced_earnings", in: 0...1),
      administration: try numbers("administration", in: 0...1), targeting: try targeting())
  }

  private func coverage() throws(Diagnostic) -> CoverageQuestion {
    var schemes: [CoverageQuestion.Scheme] = []
    for record in try records(
      under: "scheme", fields: ["covered", "persons_each", "inside", "reference", "benefit"])
    {
      schemes.append(
        CoverageQuestion.Scheme(
          programme: record.name, covered: try record.number("covered"),
          personsEach: try record.number("persons_each") ?? 1,
          inside: try record.number("inside", in: 0...1) ?? 1,
          reference: try record.number("reference"), benefit: try record.number("benefit")))
    }
    var floor: [CoverageQuestion.Guarantee] = []
    for record in try records(under: "floor", fields: ["persons", "covered", "benefit"]) {
      let guarantee = CoverageQuestion.Guarantee(
        name: record.name, persons: try record.requiredNumber("persons"),
        covered: try record.requiredNumber("covered"),
        benefit: try record.requiredNumber("benefit"))
      guard guarantee.covered <= guarantee.persons else {
        throw Diagnostic(
          "the floor '\(record.name)' covers \(guarantee.covered.shortest) of "
            + "\(guarantee.persons.shortest) persons",
          at: record.fields["covered"]?.place, remedy: "Cover at most all persons")
      }
      floor.append(guarantee)
    }
    return CoverageQuestion(
      schemes: schemes, floor: floor, povertyLine: try requiredNumber("poverty_line"),
      householdSize: try requiredNumber("household_size"))
  }

  private func cover() throws(Diagnostic) -> CoverQuestion {
    var groups: [CoverQuestion.Group] = []
    for record in try records(
      under: "group", fields: ["pilot", "sector", "earnings", "rate", "payers"])
    {
      let earnings = try record.requiredNumber("earnings")
      let rate = try record.requiredNumber("rate")
      guard let line = record.fields["payers"] else {
        throw Diagnostic(
          "the group '\(record.name)' has no payers",
          remedy: "Add a line group:\(record.name):payers,ACCOUNT=SHARE ACCOUNT=SHARE")
      }
      var members: [(scale: CoverQuestion.Scale, count: Double)] = []
      for scale in CoverQuestion.Scale.allCases {
        guard let count = try record.number(scale.rawValue) else { continue }
        members.append((scale: scale, count: count))
      }
      groups.append(
        CoverQuestion.Group(
          name: record.name, members: members, monthlyEarnings: earnings, rate: rate,
          payers: try Self.payers(line), source: line.source, note: line.note))
    }
    let benefit = try benefit()
    return CoverQuestion(
      benefit: benefit == "members" ? .members : .programme(benefit), groups: groups,
      phases: try numbers("paid_out", in: 0...1))
  }

  /// Payers from `ACCOUNT=SHARE ACCOUNT=SHARE`.
  private static func payers(
    _ line: Scenario.Line
  ) throws(Diagnostic) -> [ContributionRule.Part] {
    let shares: [Assignment]
    do {
      shares = try Assignment.list(
        parsing: line.value, separator: " ", what: "a payer",
        form: "Write ACCOUNT=SHARE, as in ent=0.5")
    } catch { throw error.located(at: line.place) }
    let parts = shares.map { ContributionRule.Part(account: $0.name, share: $0.value) }
    let sum = parts.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) <= 5e-6, parts.allSatisfy({ $0.share >= 0 }) else {
      throw Diagnostic(
        "the payers add to \(sum.sixDigits), not to 1", at: line.place,
        remedy: "Shares are zero or more and add to 1")
    }
    return parts
  }
}
