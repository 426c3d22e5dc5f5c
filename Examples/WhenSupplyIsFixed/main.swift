// What is left of a multiplier when farms, mines or power stations cannot produce more?
// GDP per franc in Rwanda with supply free and fixed, and what a unit more of output would be worth.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let chosen = ["vup-direct-support", "school-feeding", "education", "health", "roads"]
let programmes = try Country.rwanda.programmes(for: sam).filter { chosen.contains($0.id) }
let cases: [(name: String, response: SupplyResponse, own: OwnConsumption)] = [
  ("free", .free, .unmet),
  ("agriculture half", try SupplyResponse(["agriculture": 0.5]), .unmet),
  ("agriculture fixed", try SupplyResponse(["agriculture": 0]), .unmet),
  ("own produce bought", try SupplyResponse(["agriculture": 0]), .market),
  ("mining fixed", try SupplyResponse(["amine": 0]), .unmet),
  ("electricity fixed", try SupplyResponse(["aelec": 0]), .unmet),
]
let models = try cases.map {
  try MultiplierModel(sam, supply: $0.response, ownConsumption: $0.own)
}

for (title, value) in [
  ("GDP at factor cost per franc", { (response: Response) in response.measures?.gdpFactorCost }),
  ("Demand that is not met per franc", { try? $0.leakage(to: Response.Leakage.supply) }),
] {
  print(
    Table(
      name: "fixed", title: title,
      columns: [Table.Column("programme")]
        + cases.map {
          Table.Column(
            $0.name, heading: $0.name.split(separator: " ").joined(separator: "\n"), decimals: 2)
        },
      rows: try programmes.map { programme in
        [.text(programme.name)]
          + (try models.map { .optional(value(try $0.response(to: programme))) })
      },
      notes: [
        "'own produce bought': what farms do not meet of own consumption is bought on the market."
      ]
    ).text())
}

// Shadow prices: what one franc more of livestock, timber, fish, ore or electricity would add.
let fixed = try SupplyResponse(["agriculture": 0, "amine": 0, "aelec": 0])
var prices = try MultiplierModel(sam, supply: fixed).shadowTable()
prices.sections = [Table.Section(rows: Array(prices.rows.indices.suffix(6)))]
print(prices.text())
