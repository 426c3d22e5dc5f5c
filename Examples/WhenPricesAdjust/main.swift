// What is left of a multiplier when prices respond, and some factors are scarce?
// Real GDP and the welfare of the poor per franc in Rwanda, from idle factors to full employment,
// and real GDP over the elasticity with which skilled labour is supplied.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
let elasticities = try Country.rwanda.elasticities()
let chosen = ["vup-direct-support", "school-feeding", "education", "health", "roads", "energy"]
let programmes = try Country.rwanda.programmes(for: sam).filter { chosen.contains($0.id) }

/// A value per franc of every programme, by model.
func table(
  _ title: String, _ indicator: Indicator, _ models: [(name: String, model: EquilibriumModel)]
) throws -> Table {
  Table(
    name: "prices", title: title,
    columns: [Table.Column("programme")]
      + models.map {
        Table.Column(
          $0.name, heading: $0.name.split(separator: "-").joined(separator: "-\n"), decimals: 2)
      },
    rows: try programmes.map { programme in
      [.text(programme.name)]
        + (try models.map { .optional(try $0.model.response(to: programme).perUnit(indicator)) })
    })
}

let shown: [Regime] = [.limit, .shortRunSkilledElastic, .shortRun, .longRun, .fullEmployment]
let regimes = try shown.map { regime in
  (
    name: regime.name,
    model: try EquilibriumModel(sam, regime: regime, elasticities: elasticities)
  )
}
for (title, indicator) in [
  ("Real GDP per franc", Indicator.realGDPFactorCost),
  ("Equivalent variation of the poorest 40 per cent per franc", .equivalentVariationBottom40),
] {
  print(try table(title, indicator, regimes).text())
}

// The dial that decides between services and support: how much skilled labour follows its wage.
let curve = try [0, 0.25, 0.5, 1, 2, 5, Double.infinity].map { elasticity in
  var regime = Regime.shortRun
  regime.factors.append(.init(.labour(.skilled), .mobile, supplyElasticity: elasticity))
  return (
    name: "\(elasticity)",
    model: try EquilibriumModel(sam, regime: regime, elasticities: elasticities)
  )
}
print(
  try table(
    "Real GDP per franc in the short run, by the elasticity of skilled supply",
    .realGDPFactorCost, curve
  ).text())
for regime in regimes { print("\(regime.name): \(regime.model.regime.summary)") }
