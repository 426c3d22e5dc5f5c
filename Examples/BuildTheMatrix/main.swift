// Where do Rwanda's matrices come from? Builds each year from its sources, prints the macro
// matrices side by side, and one cell's history.

import Reporting
import RwandaSAM
import SocialAccounting

let years = try ["rwanda-2017", "rwanda-2022", "rwanda-2024"].map {
  (id: $0, built: try Country.rwanda.build($0))
}

// GDP and its parts, in RWF billion and in per cent of GDP.
let parts: [(String, KeyPath<GrossDomesticProduct, Double>)] = [
  ("GDP at market prices", \.byIncome), ("GDP at factor cost", \.factorCost),
  ("household consumption", \.householdConsumption),
  ("government and schemes", \.governmentConsumption), ("non-profit", \.otherConsumption),
  ("investment", \.investment), ("exports", \.exports), ("imports", \.imports),
]
let accounts = try years.map { try $0.built.sam.grossDomesticProduct() }
let sides = Table(
  name: "years", title: "Rwanda's matrices side by side",
  columns: [Table.Column("item")]
    + years.map { Table.Column($0.id, heading: "\($0.id)\nRWF bn", decimals: 0) }
    + years.map { Table.Column($0.id + "-share", heading: "\($0.id)\n% of GDP", decimals: 1) },
  rows: parts.map { name, part in
    [.text(name)] + accounts.map { .number($0[keyPath: part]) }
      + accounts.map { .number(100 * $0[keyPath: part] / $0.byIncome) }
  }, notes: ["2024 is on the new base of the national accounts, the others on that of 2017."])
print(sides.text())

for year in years { print(year.built.sam.macroTable.text()) }

// Some cells of 2024: how each began, and what was done to it.
let chosen = ["cheal,gov", "row,cmaiz", "cgold,row", "hhd-r1,sp-vds"]
let history = Table(
  name: "cells", title: "Where cells of 2024 come from, RWF billion",
  columns: [
    Table.Column("cell"), Table.Column("beginning"),
    Table.Column("origin", heading: "in\n2022", decimals: 1),
    Table.Column("prior", heading: "before\nbalancing", decimals: 1),
    Table.Column("value", heading: "in\n2024", decimals: 1), Table.Column("reason"),
  ],
  rows: years[2].built.cells.filter { chosen.contains("\($0.row),\($0.column)") }.map {
    [
      .text("\($0.row),\($0.column)"), .text($0.beginning.rawValue), .number($0.origin),
      .number($0.prior), .number($0.value), .text($0.reason),
    ]
  })
print(history.text())
