package import AccountMatrix
internal import Balancing
internal import SocialAccounting

extension Published {
  /// The two-good matrix of Hosoe, Gasawa & Hashimoto 2010, with activities and commodities apart.
  package static func twoSector() throws -> SocialAccountingMatrix {
    let kinds: [(code: String, kind: Account.Kind)] = [
      ("a-brd", .activity), ("a-mlk", .activity), ("c-brd", .commodity), ("c-mlk", .commodity),
      ("lab", .labour), ("cap", .capital), ("hoh", .household), ("gov", .government),
      ("dtax", .directTax), ("idt", .activityTax), ("trf", .importTax), ("s-i", .savings),
      ("row", .restOfWorld),
    ]
    let cells: [(row: String, column: String, value: Double)] = [
      ("a-brd", "c-brd", 78), ("a-mlk", "c-mlk", 76), ("c-brd", "a-brd", 21),
      ("c-mlk", "a-brd", 17), ("c-brd", "a-mlk", 8), ("c-mlk", "a-mlk", 9), ("cap", "a-brd", 20),
      ("lab", "a-brd", 15), ("cap", "a-mlk", 30), ("lab", "a-mlk", 25), ("idt", "a-brd", 5),
      ("idt", "a-mlk", 4), ("trf", "c-brd", 1), ("trf", "c-mlk", 2), ("row", "c-brd", 13),
      ("row", "c-mlk", 11), ("c-brd", "hoh", 20), ("c-mlk", "hoh", 30), ("c-brd", "gov", 19),
      ("c-mlk", "gov", 14), ("c-brd", "s-i", 16), ("c-mlk", "s-i", 15), ("c-brd", "row", 8),
      ("c-mlk", "row", 4), ("hoh", "cap", 50), ("hoh", "lab", 40), ("dtax", "hoh", 23),
      ("gov", "dtax", 23), ("gov", "idt", 9), ("gov", "trf", 3), ("s-i", "hoh", 17),
      ("s-i", "gov", 2), ("s-i", "row", 12),
    ]
    var flows = kinds.map { _ in [Double](repeating: 0, count: kinds.count) }
    for cell in cells {
      guard let row = kinds.firstIndex(where: { $0.code == cell.row }),
        let column = kinds.firstIndex(where: { $0.code == cell.column })
      else { continue }
      flows[row][column] = cell.value
    }
    return try SocialAccountingMatrix(
      accounts: kinds.map {
        Account(
          code: $0.code, kind: $0.kind, area: $0.code == "hoh" ? .rural : nil,
          quintile: $0.code == "hoh" ? 1 : nil,
          group: $0.code.hasSuffix("mlk") ? "agriculture" : "industry")
      }, flows: flows, unit: .unstated, title: "Two sectors")
  }

  /// The test case of pySUT (Pauliuk and Majeau-Bettez, github.com/IndEcol/pySUT,
  /// `pySUT_UnitTest.py` of commit 0283612): what is left of its table when the products that
  /// nobody mainly makes are taken out. Its uses do not add up to outputs, so that final uses and
  /// value added are what remains; neither enters its coefficients.
  package static func pySUT() throws -> SupplyUseTable {
    let supply: [[Double]] = [
      [30, 1, 1, 0, 0], [1, 5, 1, 0, 0], [2, 0, 3, 0, 0], [0, 0, 1, 1, 0], [0, 0, 0, 0, 8],
    ]
    let use: [[Double]] = [
      [12, 4, 5, 0, 0], [1, 1, 1, 0, 0], [0, 1, 1, 0, 0], [1, 0, 0, 0, 0], [0, 1, 1, 0, 0],
    ]
    let final = zip(supply, use).map { [$0.reduce(0, +) - $1.reduce(0, +)] }
    let added = supply.indices.map { j in
      supply.reduce(0) { $0 + $1[j] } - use.reduce(0) { $0 + $1[j] }
    }
    return try SupplyUseTable(
      products: (1...5).map { "p\($0)" }, activities: (1...5).map { "i\($0)" }, supply: supply,
      use: use, finalUses: (["final"], final), valueAdded: (["added"], [added]))
  }
}
