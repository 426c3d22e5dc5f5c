// The names of the library beside Foundation's, without a qualifier, and jobs of one line each.

import Foundation
import RwandaSAM
import SocialAccounting

let unit = CurrencyUnit(currency: "RWF", scale: .billion)
let sam = try Country.rwanda.sam()
let model = try MultiplierModel(sam)
let programmes = try Country.rwanda.programmes(for: sam)
let comparison = try Comparison(of: programmes, in: model)
let roads = try comparison["roads"].effect
let supply = try SupplyResponse(["agriculture": 0])
let fixed = try model.with { $0.supply = supply }
let cash = try fixed.response(to: Injection(1, into: "hhd-r1"))
let budget = try BudgetQuestion().answer(on: QuestionContext(model, programmes: programmes))

// A name that is not known is refused; no look-up answers zero.
do {
  _ = try comparison["raods"]
  exit(1)
} catch { print(error) }

// A table of one's own, told what it does not say.
let bytes = Array("SAM,a,b\na,0,4\nb,4,0\n".utf8)
let own = try SocialAccountingMatrix(
  contentsOf: SourceFile(name: "own.csv", bytes: bytes), unit: unit, year: 2021)
guard own.unit == unit, own.year == 2021, own.readingNotes.isEmpty else { exit(1) }

guard sam.unit == unit, roads.gdpFactorCost.isFinite, !cash.accounts.isEmpty,
  budget.total.outlay > 0
else { exit(1) }
print(String(format: "a franc of roads: %.2f", roads.gdpFactorCost))
