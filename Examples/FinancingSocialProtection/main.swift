// Who pays decides what is left: a franc of direct support, paid for in six ways,
// with agriculture able to grow and not, and who wins and who loses.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let programmes = try Country.rwanda.programmes(for: sam)
let rule = try Country.rwanda.contributionRule()
let model = try MultiplierModel(sam)
let ways = Financing.standard + [.programme("roads")]

var rows: [[Table.Cell]] = []
var losers: [[Table.Cell]] = []
for financing in ways {
  let comparison = try Comparison(of: programmes, in: model, financing: financing, rule: rule)
  guard let row = comparison.rows.first(where: { $0.programme.id == "vup-direct-support" }) else {
    continue
  }
  rows.append([
    .text(financing.inWords), .number(row.gross.gdpFactorCost),
    .number(row.effect.gdpFactorCost), .optional(row.effect.gdpFactorCostFixedAgriculture),
    .optional(row.effect.incomeBottom40), .optional(row.breakEvenShare),
  ])
  let groups = try comparison.groupEffects().first { $0.programme.id == row.programme.id }?.groups
  let names = groups?.filter { $0.net < -1e-9 }.map { "\($0.account.code) \(percent($0.net))" }
  losers.append([.text(financing.id), .text(names?.joined(separator: ", ") ?? "")])
}

/// Hundredths of the franc.
func percent(_ value: Double) -> String { "\(Int((100 * value).rounded()))" }

let net = Table(
  name: "net", title: "VUP direct support per franc, by who pays",
  columns: [
    Table.Column("paid by"), Table.Column("GDP given", decimals: 2),
    Table.Column("GDP net", decimals: 2), Table.Column("agric. fixed", decimals: 2),
    Table.Column("poorest 40%", decimals: 2), Table.Column("break-even share", decimals: 2),
  ], rows: rows)
print(net.text())

let losing = Table(
  name: "losers", title: "Who loses, in hundredths of the franc",
  columns: [Table.Column("paid by"), Table.Column("losers")], rows: losers,
  notes: ["Prices, timing and human capital are not counted."])
print(losing.text())
