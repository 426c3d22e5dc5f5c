// Why does a franc multiply? A transfer and a school in Rwanda, taken apart:
// by what happens inside and between groups of accounts, and by the paths that the money takes.

import Reporting
import RwandaSAM
import SocialAccounting

let model = try MultiplierModel(try Country.rwanda.sam())
let programmes = try Country.rwanda.programmes(for: model.sam).filter {
  ["vup-direct-support", "education"].contains($0.id)
}

// The receipts of each group of accounts: injected, then passed on inside the group, to the other
// groups, and round the circle.
let blocks = try AccountBlocks(of: model)
let decomposition = try MultiplierDecomposition(model, by: blocks)
var rows: [[Table.Cell]] = []
for programme in programmes {
  let effects = try decomposition.additive(programme.injection(in: model))
  for block in blocks.blocks {
    let members = effects.filter { block.accounts.contains($0.account.code) }
    func sum(_ part: (MultiplierDecomposition.Effects) -> Double) -> Table.Cell {
      .number(members.reduce(0) { $0 + part($1) })
    }
    rows.append([
      .text(programme.name), .text(block.name), sum(\.initial), sum(\.transfer), sum(\.openLoop),
      sum(\.closedLoop), sum(\.total),
    ])
  }
}
let names = ["initial", "transfer", "open", "closed", "total"]
print(
  Table(
    name: "effects", title: "Receipts per franc, by group of accounts: I + T + O + C = M",
    columns: [Table.Column("programme"), Table.Column("group")]
      + names.map { Table.Column($0, decimals: 2) },
    rows: rows
  ).text())

// How the money of a poor rural household, and of a school, reaches those with the least schooling.
let paths = try StructuralPaths(model)
var query = StructuralPaths.Query()
query.top = 6
for origin in ["hhd-r1", "ceduc"] {
  print(try paths.report(from: origin, to: "flab-n", query).rendered(as: .table))
}
