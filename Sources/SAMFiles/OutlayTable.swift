import AccountMatrix
import SpendingPolicy

/// Outlays and ranking: `programme,outlay,unit,year,part_of,ranked,evidence,source`, a line for
/// each year of a programme.
struct OutlayTable {
  /// What is known of a programme.
  struct Entry {
    let programme: String
    let line: Int
    let partOf: String?
    let isRanked: Bool
    let basket: String?
    /// Its outlays, and the middle of the year that each is of.
    fileprivate(set) var outlays: [(outlay: Programme.Outlay, middle: Double?, line: Int)]

    /// The outlay of the year nearest to the one asked for, the later of two equally near; without
    /// one the latest.
    func outlay(in year: Int?) -> Programme.Outlay? {
      let middle = year.map { Double($0) + 0.5 } ?? .greatestFiniteMagnitude
      func distance(_ entry: (outlay: Programme.Outlay, middle: Double?, line: Int)) -> Double {
        entry.middle.map { abs($0 - middle) } ?? .infinity
      }
      return outlays.min {
        (distance($0), -($0.middle ?? 0)) < (distance($1), -($1.middle ?? 0))
      }?.outlay
    }
  }

  let records: [String: Entry]

  /// Reads the outlays.
  ///
  /// - Parameter sam: the matrix whose currency every outlay must have; `nil` asks for none.
  init(_ file: SourceFile, fitting sam: SocialAccountingMatrix? = nil) throws(Diagnostic) {
    let table = try RecordTable(
      file, required: ["programme", "outlay", "unit", "year", "part_of", "ranked"],
      optional: ["evidence", "source", "note", "basket"])
    var records: [String: Entry] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "programme")
      let unit = CurrencyUnit(try table.text(record, "unit"))
      let partOf = try table.text(record, "part_of")
      let basket = try table.text(record, "basket")
      let outlay = try table.outlay(
        record, amount: "outlay", unit: unit, year: "year", evidence: "evidence")
      try outlay?.requireUnit(of: sam, at: table.place(record, "unit"))
      var entry = Entry(
        programme: id, line: record.line, partOf: partOf.isEmpty ? nil : partOf,
        isRanked: try table.flag(record, "ranked") ?? true,
        basket: basket.isEmpty ? nil : basket,
        outlays: outlay.map { [($0, Self.middle(of: $0.year), record.line)] } ?? [])
      if let earlier = records[id] {
        try Self.require(entry, toExtend: earlier, at: table, record)
        entry = Entry(
          programme: id, line: earlier.line, partOf: earlier.partOf, isRanked: earlier.isRanked,
          basket: earlier.basket,
          outlays: earlier.outlays + entry.outlays)
      }
      records[id] = entry
    }
    table.noteUnread()
    self.records = records
  }

  /// A further line of a programme gives the outlay of a further year, and says nothing else anew.
  private static func require(
    _ entry: Entry, toExtend earlier: Entry, at table: RecordTable, _ record: RecordTable.Record
  ) throws(Diagnostic) {
    let id = entry.programme
    for (column, agrees) in [
      ("part_of", entry.partOf == earlier.partOf), ("ranked", entry.isRanked == earlier.isRanked),
      ("basket", entry.basket == earlier.basket),
    ] where !agrees {
      throw Diagnostic(
        "the programme '\(id)' has another \(column) here than on line \(earlier.line)",
        at: table.place(record, column), remedy: "Give the same in every year")
    }
    let isNew = entry.outlays.first.map { new in
      earlier.outlays.allSatisfy {
        guard let old = $0.middle, let middle = new.middle else { return false }
        return old != middle
      }
    }
    guard isNew == true, !earlier.outlays.isEmpty else {
      throw Diagnostic(
        "the programme '\(id)' stands twice, first on line \(earlier.line)",
        at: table.place(record, "programme"),
        remedy: "Keep one line for each programme and year, the year written 2024 or 2023/24")
    }
  }

  /// The middle of a calendar year, `2024`, or of a fiscal year that ends with June, `2023/24`;
  /// `nil` for other text.
  static func middle(of year: String) -> Double? {
    let parts = year.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let start = Int(first) else { return nil }
    if parts.count == 1 { return Double(start) + 0.5 }
    guard parts.count == 2, let end = Int(parts[1]) else { return nil }
    let next = parts[1].utf8.count == 4 ? start + 1 : (start + 1) % 100
    guard parts[1].utf8.count == 4 || parts[1].utf8.count == 2, end == next else { return nil }
    return Double(start) + 1
  }
}
