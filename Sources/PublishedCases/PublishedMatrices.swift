package import SocialAccounting

/// Matrices of the literature, to be compared with the results printed beside them.
///
/// Where a source prints an input-output table, the accounts around it (value
/// added, final demand) are the residuals of its rows and columns: nothing is added.
package enum Published {
  /// Miller & Blair 2009, Input-Output Analysis, tables 2.3 and 2.5: two sectors and households.
  ///
  /// With `hh` and `rest` exogenous it is the open model, with `rest` alone the closed one.
  package static func millerBlair() throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: [
        Account(code: "s1", kind: .activity, group: "agriculture"),
        Account(code: "s2", kind: .activity, group: "industry"),
        Account(code: "hh", kind: .household), Account(code: "rest", kind: .restOfWorld),
      ],
      flows: [
        [150, 500, 50, 300],
        [200, 100, 400, 1300],
        [300, 500, 50, 150],
        [350, 900, 500, 0],
      ], unit: .unstated, title: "Miller & Blair, tables 2.3 and 2.5")
  }

  /// Kitzes 2013, Resources 2(4):489-503: two sectors.
  package static func kitzes() throws -> SocialAccountingMatrix {
    try inputOutput(
      codes: ["s1", "s2"], intermediate: [[8, 5], [4, 2]], output: [16, 12], valueAdded: [4, 5],
      title: "Kitzes 2013")
  }

  /// Direct emissions of the sectors in Kitzes 2013.
  package static let kitzesEmissions = [8.0, 4.0]
  /// Final demand of the sectors in Kitzes 2013.
  package static let kitzesFinalDemand = [3.0, 6.0]

  /// Germany 1995: Eurostat 2008, Manual of Supply, Use and Input-Output Tables, table 15.4.
  ///
  /// Final demand is output by column less intermediate sales: the source prints
  /// 1,079,400 in the row of manufacturing and 1,079,446 in its column.
  package static func germany() throws -> SocialAccountingMatrix {
    try inputOutput(
      codes: ["agric", "manuf", "const", "trade", "business", "other"],
      intermediate: [
        [1131, 25480, 1, 607, 710, 762],
        [7930, 304584, 64167, 41082, 11981, 30360],
        [426, 7334, 3875, 5296, 23457, 9155],
        [3559, 72717, 14190, 74399, 10835, 21008],
        [3637, 96115, 31027, 65755, 193176, 34223],
        [1552, 14986, 1747, 11225, 15058, 22070],
      ],
      output: germanOutput, valueAdded: [21664, 395022, 115624, 311407, 415426, 365017],
      title: "Germany 1995, Eurostat manual, table 15.4")
  }

  /// Output of Germany's six branches in 1995, millions of euro.
  package static let germanOutput: [Double] = [43910, 1_079_446, 245606, 540063, 692487, 508918]
  /// Employment of Germany's six branches in 1995, thousands.
  package static let germanEmployment: [Double] = [1096, 8381, 3236, 9251, 4258, 10206]

  /// Hosoe, Gasawa & Hashimoto 2004 (GAMS model library STDCGE): ten accounts of two goods.
  package static func hosoe() throws -> SocialAccountingMatrix {
    let kinds: [(String, Account.Kind)] = [
      ("BRD", .activity), ("MLK", .activity), ("CAP", .capital), ("LAB", .labour),
      ("IDT", .productTax), ("TRF", .importTax), ("HOH", .household), ("GOV", .government),
      ("INV", .savings), ("EXT", .restOfWorld),
    ]
    return try SocialAccountingMatrix(
      accounts: kinds.map { Account(code: $0, kind: $1) },
      flows: [
        [21, 8, 0, 0, 0, 0, 20, 19, 16, 8],
        [17, 9, 0, 0, 0, 0, 30, 14, 15, 4],
        [20, 30, 0, 0, 0, 0, 0, 0, 0, 0],
        [15, 25, 0, 0, 0, 0, 0, 0, 0, 0],
        [5, 4, 0, 0, 0, 0, 0, 0, 0, 0],
        [1, 2, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 50, 40, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 9, 3, 23, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 17, 2, 0, 12],
        [13, 11, 0, 0, 0, 0, 0, 0, 0, 0],
      ], unit: .unstated, title: "Hosoe, Gasawa & Hashimoto 2004")
  }

  /// An input-output table with value added `va`, other inputs `in` (imports, taxes on products)
  /// and final demand `fd` as the residuals of its columns and rows.
  private static func inputOutput(
    codes: [String], intermediate: [[Double]], output: [Double], valueAdded: [Double],
    title: String
  ) throws -> SocialAccountingMatrix {
    let n = codes.count
    let (va, other, final) = (n, n + 1, n + 2)
    var flows = [[Double]](repeating: [Double](repeating: 0, count: n + 3), count: n + 3)
    for i in 0..<n {
      for j in 0..<n { flows[i][j] = intermediate[i][j] }
      flows[i][final] = output[i] - intermediate[i].reduce(0, +)
      flows[va][i] = valueAdded[i]
      flows[other][i] = output[i] - valueAdded[i] - intermediate.reduce(0) { $0 + $1[i] }
    }
    flows[final][va] = valueAdded.reduce(0, +)
    flows[final][other] = flows[other].reduce(0, +)
    // Without other inputs the account would be empty, and is left out.
    let kept = flows[final][other] == 0 ? Array(0..<n) + [va, final] : Array(0..<n + 3)
    let accounts =
      codes.map { Account(code: $0, kind: .activity) } + [
        Account(code: "va", kind: .factor), Account(code: "in", kind: .other),
        Account(code: "fd", kind: .household),
      ]
    return try SocialAccountingMatrix(
      accounts: kept.map { accounts[$0] }, flows: kept.map { i in kept.map { flows[i][$0] } },
      unit: .unstated, title: title)
  }
}
