import SocialAccounting
import Testing

/// Files of worked examples, and the matrix of two sectors.
enum Cases {
  /// The records of a table in `Tests/Cases/equilibrium`, without its header.
  static func records(_ name: String) throws -> [[String]] {
    let here = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let file = try SourceFile(path: "/\(here)/Cases/equilibrium/\(name)")
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
  }

  /// Values by two keys and a quantity.
  static func values(_ name: String) throws -> [String: [String: Double]] {
    var table: [String: [String: Double]] = [:]
    for record in try records(name) {
      let value: Double = try #require(Double(record[3]))
      table["\(record[0])/\(record[1])", default: [:]][record[2]] = value
    }
    return table
  }

  /// The two-good matrix of Hosoe, Gasawa & Hashimoto 2010, with activities and commodities apart.
  static func twoSector() throws -> SocialAccountingMatrix {
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
      let row = try #require(kinds.firstIndex { $0.code == cell.row })
      let column = try #require(kinds.firstIndex { $0.code == cell.column })
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
}
