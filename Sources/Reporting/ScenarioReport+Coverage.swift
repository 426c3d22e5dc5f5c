internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  func coverageTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let model = try context.model()
    let line = try requiredNumber("poverty_line")
    let size = try requiredNumber("household_size")
    let effects = try comparison(of: context.programmes, in: model, context).rows
    var rows: [[Table.Cell]] = []
    for (id, fields) in try records(
      under: "scheme", fields: ["covered", "persons_each", "inside", "reference", "benefit"])
    {
      guard let row = effects.first(where: { $0.programme.id == id }) else {
        throw Diagnostic(
          "there is no programme '\(id)' for the coverage of a scheme",
          at: fields.values.map(\.place).min(),
          remedy: suggestion(nearestCodes(to: id, among: effects.map(\.programme.id))))
      }
      func value(_ name: String) throws(Diagnostic) -> Double? {
        try fields[name].map { (setting) throws(Diagnostic) in try number(setting) }
      }
      let covered = try value("covered")
      let each = try value("persons_each") ?? 1
      let reference = try value("reference")
      let inside = try fields["inside"].map { (setting) throws(Diagnostic) in
        try number(setting, in: 0...1)
      }
      let benefit = try value("benefit")
      // A vector without public administration says nothing about what it costs.
      let administration = row.programme.shares.filter {
        $0.role == .purchase && $0.account == "cpadm"
      }.reduce(0) { $0 + $1.fraction }
      rows.append([
        .text(id), .text(row.programme.name), .text(row.programme.markedName),
        .optional(covered),
        .optional(reference),
        .optional(
          covered.flatMap { covered in
            reference.flatMap { $0 > 0 ? 100 * covered * each * (inside ?? 1) / $0 : nil }
          }),
        .optional(benefit),
        .optional(benefit.map { 100 * $0 / line }),
        .optional(benefit.map { 100 * $0 / (line * size) }),
        .optional(administration > 0 ? 100 * administration : nil),
        .number(row.effect.gdpFactorCost),
        .optional(row.effect.gdpFactorCostFixedAgriculture),
        .optional(row.effect.incomeBottom40), .text(row.programme.evidence.rawValue),
      ])
    }
    return [
      Table(
        name: "coverage", title: title,
        columns: [
          Table.Column("programme", importance: .dataOnly),
          Table.Column("name", importance: .dataOnly),
          Table.Column("marked", heading: "scheme", importance: .label),
          Table.Column("covered", decimals: 0),
          Table.Column("reference_population", heading: "out of", decimals: 0),
          Table.Column("coverage_percent", heading: "SDG\n1.3.1,\n%", decimals: 1),
          Table.Column("benefit", heading: "benefit,\n\(sam.unit.currency) a\nyear", decimals: 0),
          Table.Column(
            "benefit_percent_of_line", heading: "% of\nline", decimals: 0),
          Table.Column(
            "benefit_percent_of_household_line", heading: "% of\nhouse-\nhold's", decimals: 0),
          Table.Column("administration_percent", heading: "admin-\nistr.,\n%", decimals: 1),
          Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
          Table.Column(
            "gdp_factor_cost_fixed_agriculture", heading: "agric.\nfixed", decimals: 2),
          Table.Column("income_bottom40", heading: "poorest\n40%", decimals: 2),
          Table.Column("evidence", importance: .dataOnly),
        ], rows: rows,
        notes: [
          "Coverage is persons covered who belong to the population that the scheme is for, over "
            + "that population, in the sense of SDG indicator 1.3.1 by scheme; no total over "
            + "schemes, as nobody knows who is in two; benefit over the poverty line of one adult and over that "
            + "of as many as a household has persons, more than it has adult equivalents. Empty: "
            + "not found. GDP and income are per franc; * marks an assumed vector, the evidence of "
            + "the other figures stands below."
        ]), try floorTable(sam, line: line),
    ]
  }

  /// What a social protection floor would cost beyond what is covered.
  private func floorTable(
    _ sam: SocialAccountingMatrix, line: Double
  ) throws(Diagnostic) -> Table {
    let gdp: Double
    do { gdp = try sam.grossDomesticProduct().byIncome } catch { throw error.diagnostic }
    var rows: [[Table.Cell]] = []
    var total = 0.0
    for (name, fields) in try records(under: "floor", fields: ["persons", "covered", "benefit"]) {
      func value(_ field: String) throws(Diagnostic) -> Double {
        guard let setting = fields[field] else {
          throw Diagnostic(
            "the floor '\(name)' has no '\(field)'", remedy: "Add a line floor:\(name):\(field)")
        }
        return try number(setting)
      }
      let persons = try value("persons")
      let covered = try value("covered")
      let benefit = try value("benefit")
      guard covered <= persons else {
        throw Diagnostic(
          "the floor '\(name)' covers \(covered.shortest) of \(persons.shortest) persons",
          at: fields["covered"]?.place, remedy: "Cover at most all persons")
      }
      let cost = max(0, persons - covered) * benefit / sam.unit.scale.factor
      total += cost
      rows.append([
        .text(name), .number(persons), .number(covered),
        .number(persons > 0 ? 100 * (1 - covered / persons) : 0), .number(benefit),
        .number(100 * benefit / line), .number(cost), .number(100 * cost / gdp),
      ])
    }
    rows.append([
      .text("total"), .empty, .empty, .empty, .empty, .empty, .number(total),
      .number(100 * total / gdp),
    ])
    return Table(
      name: "floor", title: "The cost of closing the gap to a social protection floor, \(sam.unit)",
      columns: [
        Table.Column("guarantee"), Table.Column("persons", decimals: 0),
        Table.Column("covered", decimals: 0),
        Table.Column("gap_percent", heading: "gap, %", decimals: 1),
        Table.Column("benefit", heading: "benefit,\n\(sam.unit.currency) a\nyear", decimals: 0),
        Table.Column("benefit_percent_of_line", heading: "% of\nline", decimals: 0),
        Table.Column("cost", decimals: 1),
        Table.Column("percent_of_gdp", heading: "% of\nGDP", decimals: 2),
      ], rows: rows,
      notes: [
        "Benefits only, without administration; those covered now are taken to have enough. "
          + "Income security of persons of working age is left out, for want of figures."
      ])
  }

  /// Settings `PREFIX:NAME:FIELD` by name, in order of first mention.
  func records(
    under prefix: String, fields: [String]
  ) throws(Diagnostic) -> [(name: String, fields: [String: Setting])] {
    var order: [String] = []
    var records: [String: [String: Setting]] = [:]
    for (key, setting) in all(under: prefix) {
      let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, fields.contains(parts[1]) else {
        throw Diagnostic(
          "'\(setting.name)' is no figure of a \(prefix)", at: setting.place,
          remedy: "Expected \(prefix):NAME:FIELD with " + fields.joined(separator: ", "))
      }
      if records[parts[0]] == nil { order.append(parts[0]) }
      guard records[parts[0], default: [:]].updateValue(setting, forKey: parts[1]) == nil else {
        throw Diagnostic("'\(setting.name)' is set twice", at: setting.place)
      }
    }
    return order.map { ($0, records[$0] ?? [:]) }
  }
}
