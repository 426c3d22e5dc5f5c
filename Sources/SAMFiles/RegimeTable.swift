package import AccountMatrix
package import GeneralEquilibrium

/// Regimes as a table: `regime,rule,accounts,activities,value,supply,reward`, a rule a line.
///
/// A rule is `summary`, `factor`, `government`, `foreign`, `investment`, `numeraire`, `exports`,
/// `margin` (an account that stands on `domestic`, `imports` or `exports`), `switch`, `supply-draw`
/// (elasticities of supply worth a draw: `0..2`, or `0 0.5 2 inf`, of which one is as likely as the
/// other), or the name of an elasticity that belongs to the regime. Rules that are not given are those of the short run: government saving free, foreign saving fixed, investment driven by
/// saving, consumer prices as numeraire, exports from own output.
package enum RegimeTable {
  /// Reads the regimes in their order.
  ///
  /// - Throws: `Diagnostic` with the line of an unknown rule or word, of a rule given twice, or of a
  ///   field that the rule does not use.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> [Regime] {
    let table = try RecordTable(
      file, required: ["regime", "rule", "accounts", "activities", "value", "supply", "reward"])
    var regimes: [Regime] = []
    var given = Set<String>()
    for record in table.records {
      let name = try table.requiredText(record, "regime")
      let rule = try table.requiredText(record, "rule")
      let index: Int
      if let known = regimes.firstIndex(where: { $0.name == name }) {
        index = known
      } else {
        regimes.append(Regime(name: name, summary: "", factors: []))
        index = regimes.count - 1
      }
      let isList =
        ["factor", "switch", "margin", "supply-draw"].contains(rule)
        || Elasticities.Parameter(rawValue: rule) != nil
      if !isList, !given.insert("\(name)\n\(rule)").inserted {
        throw Diagnostic(
          "the rule '\(rule)' of '\(name)' stands twice", at: table.place(record, "rule"),
          remedy: "Keep one")
      }
      try read(rule, record, of: table, into: &regimes[index])
    }
    table.noteUnread()
    for regime in regimes where regime.factors.isEmpty || regime.summary.isEmpty {
      throw Diagnostic(
        "the regime '\(regime.name)' has no \(regime.factors.isEmpty ? "factor" : "summary") rule",
        at: table.name,
        remedy: regime.factors.isEmpty
          ? "Say how factors are supplied, as in \(regime.name),factor,*,*,mobile,0,"
          : "Say in words what it assumes: they are printed with every result")
    }
    return regimes
  }

  private static func read(
    _ rule: String, _ record: RecordTable.Record, of table: RecordTable, into regime: inout Regime
  ) throws(Diagnostic) {
    var unused = ["accounts", "activities", "supply", "reward"]
    switch rule {
    case "summary": regime.summary = try table.requiredText(record, "value")
    case "factor":
      regime.factors.append(try factor(record, of: table))
      unused = []
    case "government": regime.government = try word(record, of: table)
    case "foreign": regime.foreign = try word(record, of: table)
    case "investment": regime.investment = try word(record, of: table)
    case "exports": regime.exports = try word(record, of: table)
    case "numeraire": regime.numeraire = try numeraire(record, of: table)
    case "margin":
      regime.variant.margins.append(
        Regime.Variant.Margin(
          try table.requiredText(record, "accounts"), on: try word(record, of: table)))
      unused.removeFirst()
    case "supply-draw":
      regime.supplyDraws.append(
        Regime.SupplyDraw(
          try table.requiredSelector(record, "accounts"),
          try supplyValues(record, of: table)))
      unused.removeFirst()
    case "switch":
      let name: Regime.Variant.Switch = try word(record, of: table)
      regime.variant.turnOn(name)
    default:
      guard let parameter = Elasticities.Parameter(rawValue: rule) else {
        let rules = [
          "summary", "factor", "government", "foreign", "investment", "numeraire", "exports",
          "margin", "switch", "supply-draw",
        ]
        throw Diagnostic(
          "'\(rule)' is no rule", at: table.place(record, "rule"),
          remedy: "Expected one of "
            + (rules + Elasticities.Parameter.allCases.map { $0.rawValue })
            .joined(separator: ", "))
      }
      regime.elasticities.append(
        Elasticities.Entry(
          parameter, try table.requiredSelector(record, "accounts"),
          try elasticity(record, "value", of: table), source: "regime \(regime.name)"))
      unused.removeFirst()
    }
    for column in unused where try table.nonEmptyText(record, column) != nil {
      throw Diagnostic(
        "the rule '\(rule)' does not use the field '\(column)'", at: table.place(record, column),
        remedy: "Leave it empty")
    }
  }

  private static func factor(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> Regime.FactorMarket {
    let scope: Regime.FactorMarket.Scope = try word(record, of: table)
    let supply = try elasticity(record, "supply", of: table)
    let reward: Regime.FactorMarket.Reward? = try table.choice(record, "reward")
    guard reward == nil || supply == .infinity else {
      throw Diagnostic(
        "only an idle factor has a fixed reward", at: table.place(record, "reward"),
        remedy: "Leave it empty, or write inf as the supply")
    }
    return Regime.FactorMarket(
      try table.requiredSelector(record, "accounts"),
      in: try table.selector(record, "activities") ?? .all, scope,
      supplyElasticity: supply, reward: reward ?? .real)
  }

  /// `0..2`, or a list of elasticities with spaces.
  private static func supplyValues(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> Regime.SupplyDraw.Values {
    let text = try table.requiredText(record, "value")
    let place = table.place(record, "value")
    func number(_ word: Substring) throws(Diagnostic) -> Double {
      if word == "inf" { return .infinity }
      guard let value = Double(plainDecimal: String(word)), value >= 0 else {
        throw Diagnostic(
          "'\(word)' is no elasticity of supply", at: place,
          remedy: "Write LOW..HIGH, or a list such as 0 0.5 2 inf")
      }
      return value
    }
    if let dots = text.firstRange(of: "..") {
      let (low, high) = (
        try number(text[..<dots.lowerBound]), try number(text[dots.upperBound...])
      )
      guard low <= high, high.isFinite else {
        throw Diagnostic(
          "'\(text)' is no range", at: place, remedy: "Write the lower bound first, both finite")
      }
      return .between(low...high)
    }
    var values: [Double] = []
    for word in text.split(separator: " ") { values.append(try number(word)) }
    return .oneOf(values)
  }

  private static func numeraire(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> Regime.Numeraire {
    let word = try table.requiredText(record, "value")
    switch word {
    case "consumer-prices": return .consumerPrices
    case "exchange-rate": return .exchangeRate
    case "domestic-prices": return .domesticPrices
    default:
      guard word.hasPrefix("wage:"), word.count > 5 else {
        throw Diagnostic(
          "'\(word)' is no numeraire", at: table.place(record, "value"),
          remedy: "Expected consumer-prices, exchange-rate, domestic-prices or wage:FACTOR")
      }
      return .reward(String(word.dropFirst(5)))
    }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> Word where Word.RawValue == String {
    if let word = try table.choice(record, "value", as: Word.self) { return word }
    throw Diagnostic(
      "the field 'value' is empty", at: table.place(record, "value"),
      remedy: "Expected one of " + Word.allCases.map { $0.rawValue }.joined(separator: ", "))
  }

  /// A number, or `inf`.
  static func elasticity(
    _ record: RecordTable.Record, _ column: String, of table: RecordTable
  ) throws(Diagnostic) -> Double {
    if try table.text(record, column) == "inf" { return .infinity }
    return try table.requiredNumber(record, column)
  }
}
