// What does a franc of social protection do, next to a franc of other public spending?
// Three tables for Rwanda: by programme, by household group, by leakage.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let programmes = try Country.rwanda.programmes(for: sam)
let model = try MultiplierModel(sam)

// By programme, with the supply of agriculture free and fixed.
let comparison = try Comparison(of: programmes, in: model)
print(try comparison.report().rendered(as: .table))

// By household group: where the income goes, what the programme pays included.
let chosen = ["vup-direct-support", "rssb-pensions", "school-feeding", "education", "roads"]
let responses = try programmes.filter { chosen.contains($0.id) }.map {
  (programme: $0, response: try model.response(to: $0))
}
let groups = ["r1", "r2", "r3", "r4", "r5", "u1", "u2", "u3", "u4", "u5"]
let incomes = Table(
  name: "households", title: "Income per franc, by rural and urban quintile (1 poorest)",
  columns: [Table.Column("programme")] + groups.map { Table.Column($0, decimals: 2) },
  rows: try responses.map { programme, response in
    [.text(programme.name)] + (try groups.map { .number(try response.change(of: "hhd-\($0)")) })
  })
print(incomes.text())

// By leakage: where the franc ends, once.
let leakages = Table(
  name: "leakages", title: "Where the franc ends",
  columns: [Table.Column("programme")]
    + model.exogenous.map { Table.Column($0.code, decimals: 2) }
    + [Table.Column("total", decimals: 2)],
  rows: responses.map { programme, response in
    [.text(programme.name)] + response.leakages.map { .number($0.amount) }
      + [.number(response.totalLeakage)]
  },
  notes: [
    "gov is fees and fines, dtax to stax are taxes, s-i is saving, row the rest of the world."
  ])
print(leakages.text())
