import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// The rule of all readers: what is read is the matrix to the last bit, or a refusal, or a note;
/// never a silent difference.
struct ReadingRuleTests {
  private enum Outcome { case equal, noted, refused }

  private func outcome(
    _ table: WrittenTable, _ read: () throws -> SocialAccountingMatrix, _ what: String
  ) -> Outcome {
    do {
      let sam = try read()
      let isEqual =
        sam.accounts.map(\.code) == table.codes
        && table.codes.indices.allSatisfy { i in
          table.codes.indices.allSatisfy {
            sam[i, $0] == table.value(table.cells[i][$0])
          }
        }
      if isEqual { return .equal }
      #expect(!sam.readingNotes.isEmpty, "a silent difference in \(what)")
      return .noted
    } catch {
      #expect((error as? Diagnostic)?.location != nil, "no place: \(error)")
      return .refused
    }
  }

  @Test func `random matrices in every layout, style and encoding are read to the last bit`()
    throws
  {
    var counts: [Outcome: Int] = [:]
    for seed in 1...1_500 as ClosedRange<UInt64> {
      var table = WrittenTable(seed: seed)
      let page = table.page()
      let delimiter = [",", ";", "\t", "|"][table.random.index(below: 4)]
      let encodings = WrittenTable.Encoding.allCases
      let encoding = encodings[table.random.index(below: encodings.count)]
      var source = page.file(delimiter: delimiter, encoding: encoding)
      let what =
        "seed \(seed):\n" + page.rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
      let found = outcome(table, { try MatrixReader.read(source) }, what)
      counts[found, default: 0] += 1
      #expect(found != .noted, "\(what)")
      // Told the decimal mark, nothing is in doubt.
      source.notation.decimalMark = page.numbers.decimalMark
      do {
        let sam = try MatrixReader.read(source)
        #expect(outcome(table, { sam }, what) == .equal, "\(what)")
        #expect(
          sam.readingNotes.isEmpty || !page.isPlain || encoding.isGuessed,
          "\(sam.readingNotes) \(what)")
        #expect(!page.hasOtherNumbers || !sam.readingNotes.isEmpty, "\(what)")
      } catch {
        Issue.record("\(error) in \(what)")
      }
    }
    #expect(counts[.equal, default: 0] > 1_100, "\(counts)")
  }

  @Test func `the cells of a sheet are read as those of a text file are`() throws {
    for seed in 2_001...2_400 as ClosedRange<UInt64> {
      var table = WrittenTable(seed: seed)
      let page = table.page()
      var sheet = SheetText(
        file: "book.xlsx", sheet: "SAM",
        notation: NumberNotation(decimalMark: page.numbers.decimalMark))
      for (r, row) in page.rows.enumerated() {
        for (c, cell) in row.enumerated() where !cell.isEmpty {
          try sheet.append(Array(cell.utf8), row: r + 1, column: c)
        }
      }
      let what = page.rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
      let sam = try MatrixReader.read(sheet, context: SquareTable.Context())
      #expect(outcome(table, { sam }, what) == .equal, "seed \(seed): \(what)")
    }
  }

  @Test func `a table with one cell lost, moved or doubled is refused or noted, or reads the same`()
    throws
  {
    var counts: [Outcome: Int] = [:]
    for seed in 3_001...4_500 as ClosedRange<UInt64> {
      var table = WrittenTable(seed: seed)
      var page = table.page()
      let isList = page.rows[0].count == 3
      let r = table.random.index(below: page.rows.count)
      let c = table.random.index(below: max(1, page.rows[r].count))
      let before = page.rows[r][c]
      // A cell of a matrix without totals can be lost without a trace: only labels are then hit.
      let isLabel = !before.isEmpty && !before.contains { $0.isNumber && !before.contains("k") }
      guard isLabel, !isList else { continue }
      switch table.random.index(below: 3) {
      case 0: page.rows[r][c] = ""
      case 1: page.rows[r][c] += "x"
      default: page.rows[r][c] = table.codes[table.random.index(below: table.codes.count)]
      }
      var source = page.file(delimiter: ";", encoding: .utf8)
      source.notation.decimalMark = page.numbers.decimalMark
      let what =
        "seed \(seed), cell \(r + 1),\(c + 1) was '\(before)':\n"
        + page.rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
      counts[outcome(table, { try MatrixReader.read(source) }, what), default: 0] += 1
    }
    #expect(counts[.refused, default: 0] > 100, "\(counts)")
  }

  @Test func `a number lost from a table with totals is found by them`() throws {
    var found = 0
    for seed in 5_001...5_600 as ClosedRange<UInt64> {
      let table = WrittenTable(seed: seed)
      guard let i = table.codes.indices.first(where: { table.cells[$0].contains { $0 != 0 } }),
        let j = table.codes.indices.first(where: { table.cells[i][$0] != 0 })
      else { continue }
      func line(_ code: String, _ amounts: [Int]) -> String {
        ([code]
          + amounts.map { WrittenTable.text($0, decimals: table.decimals, .point, sign: 0) })
          .joined(separator: ",") + "\n"
      }
      var text = "," + table.codes.joined(separator: ",") + ",total\n"
      for k in table.codes.indices {
        var amounts = table.cells[k]
        let total = amounts.reduce(0, +)
        if k == i { amounts[j] = 0 }
        text += line(table.codes[k], amounts + [total])
      }
      var source = file(text)
      source.notation.decimalMark = .point
      // Rounding may be larger than a small cell.
      let rounding = table.codes.count
      guard abs(table.cells[i][j]) > rounding else { continue }
      let message = complaint {
        // A gap smaller than every cell is a note.
        let sam = try MatrixReader.read(source)
        throw Diagnostic(sam.readingNotes.map { $0.description }.joined())
      }
      #expect(message.mentions("row total"), "\(text)")
      found += 1
    }
    #expect(found > 400)
  }
}

extension WrittenTable.Page {
  /// Whether nothing but the matrix and totals that are called so stands on the page.
  var isPlain: Bool {
    let names: Set<String> = ["Ensemble", "ColSum", "Igiteranyo", "Recettes"]
    return !hasOtherNumbers && !rows.contains { !names.isDisjoint(with: $0) }
  }
}
