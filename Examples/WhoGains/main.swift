// Whose income rises when a billion is spent? Cash, works and services, by household group.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let model = try MultiplierModel(sam)
let programmes = try Country.rwanda.programmes(for: sam)
let people = try Country.rwanda.people()
let populations = Dictionary(uniqueKeysWithValues: people.map { ($0.account, $0.population) })

// One billion on each: the poorest 40 per cent, and inequality between groups.
let chosen = ["vup-direct-support", "vup-classic-public-works", "education", "health", "roads"]
let rows = try chosen.compactMap { id in programmes.first { $0.id == id } }.map { programme in
  let gains = try model.distribution(of: programme.injection(), populations: populations)
  let poor = gains.rows.filter { ($0.group.quintile ?? 9) <= 2 }
  let before = gains.rows.map(\.base)
  let after = gains.rows.map { $0.base + $0.change }
  let sizes = gains.rows.compactMap(\.population)
  let gini = { (incomes: [Double]) in Inequality.gini(incomes: incomes, populations: sizes) }
  return [
    Table.Cell.text(programme.name), .number(gains.totalChange),
    .number(poor.reduce(0) { $0 + $1.change }),
    .number(poor.reduce(0) { $0 + $1.changeBeyondTransfer }),
    .number(1e5 * (gini(after) - gini(before))),
  ]
}
let table = Table(
  name: "gains", title: "One billion francs: who gains, in billions",
  columns: [
    Table.Column("programme"), Table.Column("income", decimals: 2),
    Table.Column("poorest", heading: "poorest\n40%", decimals: 2),
    Table.Column("beyond", heading: "beyond\ntransfer", decimals: 2),
    Table.Column("gini", heading: "Gini\nx 1e5", decimals: 2),
  ], rows: rows,
  notes: ["Supply is free. The Gini coefficient is between groups; inside them nothing changes."])
print(table.text())

// Poverty, with the households that are paid apart from their group.
let poverty = try PovertyModel(
  model, groups: people, lines: Country.rwanda.povertyLines(),
  surveyGini: Country.rwanda.surveyGini())
for programme in programmes where programme.id == "vup-direct-support" {
  let paid = try Country.rwanda.beneficiaries().first { $0.programme == programme.id }
  let effect = try poverty.effect(of: programme.injection(), paying: paid)
  print(poverty.table(effect.filter { $0.group == nil }, paying: paid).text())
}
