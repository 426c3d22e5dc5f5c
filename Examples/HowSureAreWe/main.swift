// How sure is the order of programmes? Bands over drawn coefficients, in each structural scenario.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let scenarios = try Country.rwanda.structuralScenarios()
let uncertainty = try Uncertainty(
  of: Country.rwanda.programmes(for: sam), in: MultiplierModel(sam), scenarios: scenarios,
  grades: Country.rwanda.grades(), measures: [.gdpFactorCost])
let result = try await uncertainty.run(draws: 500, seed: 1, tasks: 2)

// Bands of the averages, and the chance that social protection does more.
let protection = Uncertainty.average(of: .socialProtection)
let others = Uncertainty.average(of: .otherPublicSpending)
let rows = try scenarios.map { scenario -> [Table.Cell] in
  let bands = try [protection, others].map {
    try result.band(of: $0, .gdpFactorCost, in: scenario.id)
  }
  let duel = result.duels.first {
    $0.scenario == scenario.id && $0.programme == protection && $0.other == others
  }
  return [Table.Cell.text(scenario.name)]
    + bands.flatMap { band in
      [0.05, 0.95].map { part in .number(band.percentile(part)) }
    } + [.optional(duel?.probability)]
}
let table = Table(
  name: "bands", title: "GDP per franc: 5th to 95th percentile, and who does more",
  columns: [
    Table.Column("scenario"), Table.Column("low", heading: "social\nprot. 5%", decimals: 2),
    Table.Column("high", heading: "95%", decimals: 2),
    Table.Column("other_low", heading: "other\n5%", decimals: 2),
    Table.Column("other_high", heading: "95%", decimals: 2),
    Table.Column("chance", heading: "chance\nof more", decimals: 2),
  ], rows: rows,
  notes: ["The structure decides the order, more than errors of coefficients do."])
print(table.text())

// What would have to be found out first.
let drivers = try uncertainty.drivers().filter { $0.programme == "vup-direct-support" }
let sources = Table(
  name: "drivers", title: "VUP direct support: what drives the variance",
  columns: [Table.Column("spending of"), Table.Column("share", decimals: 2)],
  rows: drivers.sorted { $0.share > $1.share }.prefix(6).map {
    [.text($0.driver), .number($0.share)]
  })
print(sources.text())
