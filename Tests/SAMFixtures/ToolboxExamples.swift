public import SocialAccounting

/// Published matrices for the multiplier toolbox.
public enum ToolboxExamples {
  /// Hosoe, Gasawa & Hashimoto's social accounting matrix (GAMS model library STDCGE), with kinds
  /// under which each good is an activity.
  public static func hosoe(
    withKinds: Bool = true
  ) throws(SocialAccountingMatrix.Failure) -> SocialAccountingMatrix {
    let kinds: [(String, Account.Kind)] = [
      ("BRD", .activity), ("MLK", .activity), ("CAP", .capital), ("LAB", .labour),
      ("IDT", .activityTax), ("TRF", .importTax), ("HOH", .household), ("GOV", .government),
      ("INV", .savings), ("EXT", .restOfWorld),
    ]
    let cells: [(String, [(String, Double)])] = [
      ("BRD", [("BRD", 21), ("MLK", 8), ("HOH", 20), ("GOV", 19), ("INV", 16), ("EXT", 8)]),
      ("MLK", [("BRD", 17), ("MLK", 9), ("HOH", 30), ("GOV", 14), ("INV", 15), ("EXT", 4)]),
      ("CAP", [("BRD", 20), ("MLK", 30)]), ("LAB", [("BRD", 15), ("MLK", 25)]),
      ("IDT", [("BRD", 5), ("MLK", 4)]), ("TRF", [("BRD", 1), ("MLK", 2)]),
      ("HOH", [("CAP", 50), ("LAB", 40)]), ("GOV", [("IDT", 9), ("TRF", 3), ("HOH", 23)]),
      ("INV", [("HOH", 17), ("GOV", 2), ("EXT", 12)]), ("EXT", [("BRD", 13), ("MLK", 11)]),
    ]
    return try matrix(kinds.map { ($0.0, withKinds ? $0.1 : nil) }, cells, title: "Hosoe 2004")
  }

  /// Miller & Blair 2009, chapter 2: two industries, with final demand and value added closed
  /// through one exogenous account `F`.
  public static func millerBlair() throws(SocialAccountingMatrix.Failure)
    -> SocialAccountingMatrix
  {
    try matrix(
      [("A", nil), ("B", nil), ("F", nil)],
      [
        ("A", [("A", 150), ("B", 500), ("F", 350)]), ("B", [("A", 200), ("B", 100), ("F", 1700)]),
        ("F", [("A", 650), ("B", 1400)]),
      ], title: "Miller & Blair 2009, chapter 2")
  }

  /// Hosoe's matrix in which milk passes 2 of its input of bread on as a negative payment.
  public static func hosoeWithSubsidy() throws(SocialAccountingMatrix.Failure)
    -> SocialAccountingMatrix
  {
    let sam = try hosoe()
    var flows = sam.accounts.indices.map { i in sam.accounts.indices.map { j in sam[i, j] } }
    // A circuit of payments of -10 leaves every balance as it was.
    for (row, column) in [("BRD", "MLK"), ("LAB", "BRD"), ("HOH", "LAB"), ("MLK", "HOH")] {
      flows[try sam.index(of: row)][try sam.index(of: column)] -= 10
    }
    return try SocialAccountingMatrix(
      accounts: sam.accounts, flows: flows, unit: .unstated, title: "Hosoe 2004 with a subsidy")
  }

  /// Miller & Blair 2009, section 2.5: the two industries with households `H`, of which the printed
  /// coefficients are [[.15, .25, .05], [.2, .05, .4], [.3, .25, .05]].
  public static func millerBlairWithHouseholds() throws(SocialAccountingMatrix.Failure)
    -> SocialAccountingMatrix
  {
    try matrix(
      [("A", nil), ("B", nil), ("H", nil), ("F", nil)],
      [
        ("A", [("A", 150), ("B", 500), ("H", 50), ("F", 300)]),
        ("B", [("A", 200), ("B", 100), ("H", 400), ("F", 1300)]),
        ("H", [("A", 300), ("B", 500), ("H", 50), ("F", 150)]),
        ("F", [("A", 350), ("B", 900), ("H", 500)]),
      ], title: "Miller & Blair 2009, section 2.5")
  }

  private static func matrix(
    _ accounts: [(String, Account.Kind?)], _ cells: [(String, [(String, Double)])], title: String
  ) throws(SocialAccountingMatrix.Failure) -> SocialAccountingMatrix {
    let codes = accounts.map(\.0)
    var flows = codes.map { _ in [Double](repeating: 0, count: codes.count) }
    for (row, entries) in cells {
      for (column, value) in entries {
        guard let i = codes.firstIndex(of: row), let j = codes.firstIndex(of: column) else {
          continue
        }
        flows[i][j] = value
      }
    }
    return try SocialAccountingMatrix(
      accounts: accounts.map { Account(code: $0.0, kind: $0.1) }, flows: flows, unit: .unstated,
      title: title)
  }
}
