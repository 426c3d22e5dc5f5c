// Which branches does Rwanda's economy hang on?
// Linkages name those that pull on many others; extraction says what would be lost without each.

import Reporting
import RwandaSAM
import SocialAccounting

let model = try MultiplierModel(try Country.rwanda.sam())
let system = try ProductionSystem(model)
let linkages = Linkages(system).linkages
let both = HypotheticalExtraction(system, variant: .both).losses
let removed = HypotheticalExtraction(system, variant: .remove).losses

// Activities, the largest loss first.
let rows = zip(both, removed).sorted { $0.0.output > $1.0.output }.prefix(15).map {
  loss, removal -> [Table.Cell] in
  let linkage = linkages.first { $0.account == loss.account }
  return [
    .text(loss.account.name), .text(linkage?.position.rawValue ?? ""),
    .optional(linkage?.backwardIndex), .optional(linkage?.forwardIndex),
    .number(loss.percent), .number(removal.percent), .optional(loss.gdp),
  ]
}
print(
  Table(
    name: "sectors", title: "Branches of Rwanda by what would be lost without them",
    columns: [
      Table.Column("branch"), Table.Column("linkages"),
      Table.Column("backward", heading: "index\nback-\nward", decimals: 2),
      Table.Column("forward", heading: "index\nfor-\nward", decimals: 2),
      Table.Column("both", heading: "links cut,\noutput lost,\nper cent", decimals: 1),
      Table.Column("remove", heading: "branch gone,\noutput lost,\nper cent", decimals: 1),
      Table.Column("gdp", heading: "links cut,\nGDP lost", decimals: 0),
    ], rows: Array(rows),
    notes: [
      "Linkages and extraction within activities, commodities and margins; households and all "
        + "others are final demand. GDP at factor cost, \(model.sam.unit)."
    ]
  ).text())

// With income spent again, linkages are those of the whole matrix.
let wide = Linkages(try ProductionSystem(model, scope: .sam)).linkages
let key = wide.filter { $0.position == .key }.map(\.account.name)
print("Key accounts when income is spent again: \(key.joined(separator: "; ")).")
