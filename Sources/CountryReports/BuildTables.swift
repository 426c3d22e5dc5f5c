internal import AccountMatrix
internal import Balancing
package import CountryData
package import Reporting
internal import SAMFiles

extension BuiltMatrix {
  /// What a reader judges the build by.
  ///
  /// - Parameter notes: where more is said.
  package func checksTable(notes: [String]) -> Table {
    let official = officialControls
    let loose = looseControls
    let worst = worstOfficialControl
    let gdp = try? sam.grossDomesticProduct()
    let rows: [(String, Table.Cell, String)] =
      [
        ("largest relative gap of an account", .number(largestRelativeGap), ""),
        ("GDP by production", .optional(gdp?.byProduction), ""),
        ("GDP by income", .optional(gdp?.byIncome), ""),
        ("GDP by expenditure", .optional(gdp?.byExpenditure), ""),
        ("controls", .count(balance.controls.count), ""),
        ("lines and totals of official tables", .count(official.count), ""),
        (
          "largest distance from one of them", .optional(worst.map { abs($0.residual) }),
          worst?.control ?? ""
        ),
        (
          "controls beyond 1.5 standard errors", .count(loose.count),
          list(loose.map { $0.control }, first: 12)
        ),
        ("cells", .count(cells.count { $0.value != 0 }), ""),
        ("cells set by the recipe", .count(cells.count { $0.beginning == .set }), ""),
        (
          "cells that are gone", .count(cells.count { $0.value == 0 && $0.origin != 0 }), ""
        ),
        ("cells new or gone unlisted", .count(unlistedCells.count), ""),
        (
          "signs turned against the prior", .count(signFlips.count),
          signFlips.map { "\($0.row),\($0.column)" }.joined(separator: " ")
        ),
        ("Newton steps", .count(balance.iterations), ""),
        (
          "official balances missed (reasons stated)",
          .count(missedBalances.count),
          list(missedBalances.map { $0.id }, first: 12)
        ),
      ]
      + institutionalEvidence.map { share in
        (
          "\(share.evidence) controls, % of their value", .number(percent(of: share)),
          "\(share.controls) of \(institutionalControlCount) controls"
        )
      }
    return Table(
      name: "checks", title: "Build of \(sam.caption)",
      columns: [
        Table.Column("check"), Table.Column("value", decimals: 2), Table.Column("where"),
      ],
      rows: rows.map { [.text($0.0), $0.1, .text($0.2)] },
      notes: notes)
  }

  /// Official balances beside those of the matrix.
  package var balancesTable: Table {
    Table(
      name: "balances", title: "Official balances beside those of \(sam.caption), \(sam.unit)",
      columns: [
        Table.Column("balance", importance: .dataOnly), Table.Column("name", heading: "balance"),
        Table.Column("official", decimals: 1), Table.Column("matrix", decimals: 1),
        Table.Column("difference", heading: "differ-\nence", decimals: 1),
        Table.Column("tolerance", heading: "toler-\nance", decimals: 1, importance: .useful),
        Table.Column("verdict"), Table.Column("source", importance: .dataOnly),
        Table.Column("evidence", importance: .dataOnly),
        Table.Column("reason", importance: .dataOnly),
      ],
      rows: officialBalances.map {
        [
          .text($0.id), .text($0.name), .number($0.official), .number($0.matrix),
          .number($0.difference), .number($0.tolerance),
          .text($0.isMet ? "met" : "listed"), .text($0.source), .text($0.evidence),
          .text($0.reason),
        ]
      },
      notes: [
        "The recipe does not aim at these: they are what its parts must add to. 'listed' is beyond "
          + "the tolerance for a stated reason; without one the build fails."
      ] + missReasons.map { "\(list($0.balances, first: 6)): \($0.reason)." })
  }

  /// Where every cell comes from.
  package var cellsTable: Table {
    Table(
      name: "cells", title: "Origin of the cells of \(sam.caption)",
      columns: [
        Table.Column("row"), Table.Column("column"), Table.Column("value"),
        Table.Column("beginning"), Table.Column("origin"), Table.Column("prior"),
        Table.Column("adjustment"), Table.Column("reason", importance: .useful),
      ],
      rows: cells.map {
        [
          .text($0.row), .text($0.column), .number($0.value), .text($0.beginning.rawValue),
          .number($0.origin), .number($0.prior), .number($0.adjustment), .text($0.reason),
        ]
      },
      notes: [
        "origin is the cell of the matrix that the recipe starts from, prior the value before "
          + "balancing, adjustment what balancing added."
      ])
  }
}
