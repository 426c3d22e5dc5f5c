// How do you balance a table of your own, and how far did each figure move?
// The macro matrix of Mozambique (Robinson, Cattaneo & El-Said 2001), in thousands.

import Reporting
import SocialAccounting

let codes = ["act", "com", "fac", "ent", "hou", "gov", "gin", "cap", "row"]
let flows: [[Double]] = [  // receipts are rows, payments are columns
  [0, 14827.424, 0, 0, 2101.049, -0.327, 0, 0, 1488.157],
  [7917.504, 0, 0, 0, 6953.332, 1564.5, 2518.5, 2597.798, 0],
  [9805.414, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 3699.706, 0, 0, 33, 0, 0, 0],
  [0, 0, 6000, 3300, 0, 29.6, 0, 0, 200],
  [733.6, 357.4, 74.4, 165.2, 139.5, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 1712.3],
  [0, 0, 0, 150, 649.156, -356.673, -406.2, 0, 2163.857],
  [0, 5573.815, 0, 0, 0, 0, 0, 0, 0],
]
let prior = try LabelledTable(rows: codes, columns: codes, values: flows)

// What the table must meet: GDP within 2 per cent, the trade balance exactly,
// and every account balanced. Each cell is known to a quarter of its value.
let gdp = Control(
  "GDP at factor cost", terms: [.init(row: .account("fac"), column: .all)], target: 9800,
  standardError: 196, source: "national accounts")
let imports = Control.rowTotal("row", 5600, source: "balance of payments")
let problem = BalancingProblem(
  prior: prior, controls: [gdp, imports], balancedAccounts: codes,
  defaultReliability: .relative(0.25))

let methods: [any BalancingMethod] = [LeastSquares(), CrossEntropy(controlErrors: .five)]
for method in methods {
  let balance = try method.balance(problem)
  let accounts = Table(
    name: "accounts", title: "Totals by \(method.name)",
    columns: ["account", "received", "paid", "balanced"].map { Table.Column($0, decimals: 1) },
    rows: codes.indices.map { i in
      [
        .text(codes[i]), .number(prior.rowTotals[i]), .number(prior.columnTotals[i]),
        .number(balance.table.rowTotals[i]),
      ]
    })
  print(accounts.text())
  print(balance.controlsTable.text())
  if let change = balance.largestChange {
    print("Largest change: \(change.cell.row) from \(change.cell.column),", terminator: " ")
    print("\(change.before) to \((change.after * 10).rounded() / 10)\n")
  }
}
