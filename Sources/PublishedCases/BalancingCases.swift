internal import AccountMatrix
internal import Balancing

extension PublishedCase {
  static func gras() throws -> Computed {
    let prior = try JuniusOosterhaven.table()
    let problem = BalancingProblem(
      prior: prior,
      controls: Published.totals(
        prior, rows: JuniusOosterhaven.rows, columns: JuniusOosterhaven.columns))
    return cells(of: try problem.balanced(by: GRAS()).table)
  }

  static func ras() throws -> Computed {
    cells(of: try MillerBlair.problem().balanced(by: RAS()).table)
  }

  static func crossEntropy() throws -> Computed {
    let balance = try Mozambique.problem().balanced(by: Mozambique.method)
    return [("objective", balance.objective)] + filled(balance.table)
  }

  static func leastSquares() throws -> Computed {
    let balance = try ZeniosDrudMulvey.problem().balanced(by: LeastSquares())
    return [("objective", balance.objective)] + filled(balance.table)
  }

  private static func cells(of table: LabelledTable) -> Computed {
    table.rows.indices.flatMap { i in
      table.columns.indices.map { j in
        ("\(table.rows[i].code) from \(table.columns[j].code)", table[i, j])
      }
    }
  }

  /// The cells that are not zero.
  private static func filled(_ table: LabelledTable) -> Computed {
    cells(of: table).filter { $0.value != 0 }
  }
}
