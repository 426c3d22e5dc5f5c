internal import AccountMatrix
package import Balancing

extension Published {
  /// A square table from entries such as `ACT,COM 14827.424; COM,ACT 7917.504`.
  package static func table(_ codes: String, _ entries: String) throws -> LabelledTable {
    let codes = codes.split(separator: " ").map(String.init)
    var values = [[Double]](
      repeating: [Double](repeating: 0, count: codes.count), count: codes.count)
    for (cell, value) in cells(entries) {
      guard let i = codes.firstIndex(of: cell.row), let j = codes.firstIndex(of: cell.column) else {
        continue
      }
      values[i][j] = value
    }
    return try LabelledTable(rows: codes, columns: codes, values: values)
  }

  /// The cells of entries such as `ACT,COM 14827.424; COM,ACT 7917.504`.
  package static func cells(_ entries: String) -> [(CellAddress, Double)] {
    entries.split(separator: ";").compactMap { entry in
      let words = entry.split(whereSeparator: { " ,\n".contains($0) })
      guard words.count == 3, let value = Double(words[2]) else { return nil }
      return (CellAddress(String(words[0]), String(words[1])), value)
    }
  }

  /// Controls on all row totals and all column totals.
  package static func totals(_ table: LabelledTable, rows: [Double], columns: [Double]) -> [Control]
  {
    zip(table.rows, rows).map { Control.rowTotal($0.code, $1) }
      + zip(table.columns, columns).map { Control.columnTotal($0.code, $1) }
  }
}

/// Junius & Oosterhaven 2003, with the result of Lenzen, Wood & Gallego 2007.
package enum JuniusOosterhaven {
  package static func table() throws -> LabelledTable {
    try LabelledTable(
      rows: ["goods", "services", "net taxes"], columns: ["goods", "services", "final", "exports"],
      values: [[7, 3, 5, -3], [2, 9, 8, 0], [-2, 0, 2, 0]])
  }
  package static let rows = [15.0, 26, -1]
  package static let columns = [9.0, 16, 17, -2]
  package static let result = [
    [8.424340881, 3.375237362, 5.200422021, -2.000000263],
    [3.000997078, 12.624763744, 10.374239178, 0],
    [-2.425339135, 0, 1.425339135, 0],
  ]
  /// The minimum of the objective as first printed, Σ |x₀| z ln z.
  package static let uncorrected = [
    [7.765762, 3.508126, 5.726112, -2], [2.633584, 12.491874, 10.874542, 0],
    [-1.399346, 0, 0.399346, 0],
  ]
}

/// Miller & Blair 2009, section 7.4.2, as in GAMS model library IOBALANCE.
package enum MillerBlair {
  package static let coefficients = [
    [0.120, 0.100, 0.049], [0.210, 0.247, 0.265], [0.026, 0.249, 0.145],
  ]
  package static let outputs = [421.0, 284, 283]
  package static let rows = [245.0, 136, 159]
  package static let columns = [251.0, 107, 182]
  package static let result = [
    [165.210148, 34.613605, 45.176247], [63.528620, 18.786178, 53.685202],
    [22.261232, 53.600217, 83.138550],
  ]

  package static func problem() throws -> BalancingProblem {
    let flows = coefficients.map { row in zip(row, outputs).map { $0 * $1 } }
    let codes = ["one", "two", "three"]
    let prior = try LabelledTable(rows: codes, columns: codes, values: flows)
    return BalancingProblem(
      prior: prior, controls: Published.totals(prior, rows: rows, columns: columns))
  }
}

/// Zenios, Drud & Mulvey 1989, as in GAMS model library SAMBAL.
package enum ZeniosDrudMulvey {
  package static func problem() throws -> BalancingProblem {
    let prior = try Published.table(
      "lab h1 h2 p1 p2",
      """
      lab,h1 15; lab,h2 3; lab,p1 130; lab,p2 80; p1,h1 15; p1,h2 130; p1,p2 20;
      p2,h1 25; p2,h2 40; p2,p1 55
      """)
    // A total is as reliable as a cell: variance equal to its value.
    let controls = [("lab", 220.0), ("p1", 190), ("p2", 105)].map {
      Control.rowTotal($0, $1, standardError: $1.squareRoot())
    }
    return BalancingProblem(
      prior: prior, controls: controls, balancedAccounts: prior.sharedCodes,
      reliabilities: [CellAddress("h1", "lab"): .unknown, CellAddress("h2", "lab"): .unknown],
      defaultReliability: .root(1))
  }
}

/// The macro matrix of Mozambique (Robinson, Cattaneo & El-Said 2001; GAMS model
/// library CESAM2), in thousands.
package enum Mozambique {
  package static func table() throws -> LabelledTable {
    try Published.table(
      "ACT COM FAC ENT HOU GOV GIN CAP ROW",
      """
      ACT,COM 14827.424; COM,ACT 7917.504; FAC,ACT 9805.414; ENT,FAC 3699.706; HOU,FAC 6000;
      HOU,ENT 3300; GOV,ACT 733.6; GOV,COM 357.4; GOV,FAC 74.4; GOV,ENT 165.2; CAP,ENT 150;
      ROW,COM 5573.815; ACT,HOU 2101.049; ACT,GOV -0.327; COM,HOU 6953.332; COM,GOV 1564.5;
      COM,GIN 2518.5; COM,CAP 2597.798; ENT,GOV 33; HOU,GOV 29.6; GOV,HOU 139.5; CAP,HOU 649.156;
      CAP,GOV -356.673; CAP,GIN -406.2; ACT,ROW 1488.157; HOU,ROW 200; GIN,ROW 1712.3;
      CAP,ROW 2163.857
      """)
  }

  package static let result = """
    ACT,COM 14906.511; ACT,HOU 2060.110; ACT,GOV -.327; ACT,ROW 1387.252; COM,ACT 7851.826;
    COM,HOU 6830.314; COM,GOV 1673.064; COM,GIN 2279.477; COM,CAP 2366.796; FAC,ACT 9827.075;
    ENT,FAC 3650.323; ENT,GOV 33.040; HOU,FAC 6102.599; HOU,ENT 3363.995; HOU,GOV 29.638;
    HOU,ROW 198.437; GOV,ACT 674.645; GOV,COM 343.740; GOV,FAC 74.153; GOV,ENT 165.013;
    GOV,HOU 135.216; GIN,ROW 1878.619; CAP,ENT 154.355; CAP,HOU 669.028; CAP,GOV -342.647;
    CAP,GIN -400.858; CAP,ROW 2286.917; ROW,COM 5751.225
    """

  package static func problem() throws -> BalancingProblem {
    let prior = try table()
    var controls: [Control] = []
    for (i, account) in prior.columns.enumerated() {
      let target = (prior.rowTotals[i] + prior.columnTotals[i]) / 2
      var control = Control.columnTotal(account.code, target, standardError: 0.05 * target)
      control.support = .seven
      controls.append(control)
    }
    func term(_ row: String, _ column: String, _ weight: Double = 1) -> Control.Term {
      Control.Term(row: .account(row), column: .account(column), weight: weight)
    }
    for (id, terms) in [
      ("gdpfc", [term("FAC", "ACT")]),
      (
        "gdp",
        [term("FAC", "ACT"), term("GOV", "ACT"), term("ACT", "GOV", -1), term("GOV", "COM")]
      ),
    ] {
      var target = 0.0
      for term in terms {
        guard case .account(let row) = term.row, case .account(let column) = term.column else {
          continue
        }
        target += try term.weight * prior[row, column]
      }
      controls.append(
        Control(id, terms: terms, target: target, standardError: 0.05 * target, support: .five))
    }
    return BalancingProblem(
      prior: prior, controls: controls, balancedAccounts: prior.sharedCodes,
      defaultReliability: .relative(0.25))
  }

  package static let method = CrossEntropy(
    cells: .errors(.three, .additive), coefficientColumns: ["ACT", "FAC", "ENT", "HOU"])
}
