// How many jobs does a billion support? With agriculture free and fixed, because the order flips.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let model = try MultiplierModel(sam)
let employment = try Country.rwanda.employment(for: sam)

// By programme.
let comparison = try Comparison(of: Country.rwanda.programmes(for: sam), in: model)
let jobs = try comparison.jobs(employment)
let ranked = zip(comparison.rows, jobs).filter { $0.0.programme.isRanked }
  .sorted { $0.1.perBillion > $1.1.perBillion }
let table = Table(
  name: "jobs", title: "Job-equivalents per billion francs",
  columns: [
    Table.Column("programme"), Table.Column("jobs", heading: "supply\nfree", decimals: 0),
    Table.Column("fixed", heading: "agric.\nfixed", decimals: 0),
    Table.Column("women", decimals: 0), Table.Column("informal", decimals: 0),
  ],
  rows: ranked.map { row, jobs in
    [
      .text(row.programme.name), .number(jobs.perBillion),
      .optional(jobs.perBillionFixedAgriculture), .optional(jobs.womenPerBillion),
      .optional(jobs.informalPerBillion),
    ]
  }, notes: ComparisonAdditions.notes(on: employment, outputOf: sam.year))
print(table.text())

// By commodity: at the supplier, along its chain, by the spending of incomes.
if let satellite = try employment.satellite() {
  let multipliers = try model.multipliers(of: satellite)
  let bought = ["cmaiz", "cfood", "ccons", "ctrad", "ceduc", "cheal", "cpadm"]
  let commodities = Table(
    name: "commodities", title: "The same, bought directly",
    columns: [Table.Column("commodity")]
      + ["direct", "indirect", "induced", "total"].map { Table.Column($0, decimals: 0) },
    rows: multipliers.rows.filter { bought.contains($0.account.code) }.map {
      [
        .text($0.account.name), .number($0.direct), .number($0.indirect), .number($0.induced),
        .number($0.total),
      ]
    })
  print(commodities.text())
}
