// What is in the matrix? Thirty questions about the structure of Rwanda's economy on one page,
// and who pays when imports become dearer.

import Reporting
import RwandaSAM
import SocialAccounting

let sam = try Country.rwanda.sam()
print(try MatrixDescription(sam).report(of: sam).rendered(as: .table))

// The cost of living of each household group when imports cost a tenth more.
let prices = try PriceModel(try MultiplierModel(sam))
let report = try prices.report(of: [PriceModel.CostChange(of: "row", percent: 10)])
print(try report.selecting("cost-of-living").rendered(as: .table))
