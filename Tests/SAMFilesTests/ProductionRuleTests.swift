import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// The rule of all readers for input-output tables: final uses, inputs and their parts, with and
/// without totals, in every style of numbers, are read to the last bit, or refused, or noted.
struct `Random input-output tables` {
  /// A random table whose sectors balance, and its cells by the codes of row and column.
  private struct Written {
    var rows: [[String]] = []
    var cells: [String: Double] = [:]
    let numbers: WrittenTable.Numbers
    let decimals: Int

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      numbers =
        WrittenTable.Numbers.allCases[random.index(below: WrittenTable.Numbers.allCases.count)]
      decimals = random.index(below: 3)
      let sectors = (0..<3 + random.index(below: 4)).map { "s\($0)" }
      let uses = ["Households", "Government", "Exports"].prefix(1 + random.index(below: 3))
      let inputs = ["Wages", "Profits", "Imports"].prefix(1 + random.index(below: 3))
      func amounts(_ count: Int) -> [Int] {
        (0..<count).map { _ in 1 + random.index(below: 90_000) }
      }
      let flows = sectors.map { _ in amounts(sectors.count) }
      var final = sectors.map { _ in amounts(uses.count) }
      var added = inputs.map { _ in amounts(sectors.count) }
      // What a sector pays too little or receives too little is added to the last line.
      for k in sectors.indices {
        let gap =
          flows[k].reduce(final[k].reduce(0, +), +)
          - flows.reduce(added.reduce(0) { $0 + $1[k] }) { $0 + $1[k] }
        if gap > 0 { added[inputs.count - 1][k] += gap } else { final[k][uses.count - 1] -= gap }
      }
      let (numbers, decimals) = (numbers, decimals)
      func write(_ amount: Int) -> String {
        WrittenTable.text(amount, decimals: decimals, numbers, sign: 0)
      }
      let hasTotals = random.index(below: 2) == 0
      let hasPart = inputs.count > 1 && random.index(below: 2) == 0
      let hasSpacer = random.index(below: 3) == 0
      let gap = hasSpacer ? [""] : []
      rows.append(["sector"] + sectors + gap + uses + (hasTotals ? ["Output"] : []))
      for (i, sector) in sectors.enumerated() {
        let sum = flows[i].reduce(0, +) + final[i].reduce(0, +)
        rows.append(
          [sector] + flows[i].map(write) + gap + final[i].map(write)
            + (hasTotals ? [write(sum)] : []))
      }
      let width = rows[0].count
      func below(_ label: String, _ amounts: [Int]) -> [String] {
        let line = [label] + amounts.map(write)
        return line + Array(repeating: "", count: width - line.count)
      }
      var lines = zip(inputs, added).map { below($0, $1) }
      // The total of all inputs is known by what it adds to; that of some of them too.
      if hasPart, hasTotals {
        let some = zip(added[0], added[1]).map(+)
        lines.insert(below("Value added", some), at: random.index(below: 2) * 2)
      }
      rows += lines
      if hasTotals {
        rows.append(
          below(
            "Output",
            sectors.indices.map { k in
              (flows + added).reduce(0) { $0 + $1[k] }
            }))
      }
      func value(_ amount: Int) -> Double {
        Double(WrittenTable.text(amount, decimals: decimals, .point, sign: 0)) ?? .nan
      }
      for (i, sector) in sectors.enumerated() {
        for (j, other) in sectors.enumerated() { cells["\(sector)>\(other)"] = value(flows[i][j]) }
        for (j, use) in uses.enumerated() { cells["\(sector)>\(use)"] = value(final[i][j]) }
      }
      for (i, input) in inputs.enumerated() {
        for (j, sector) in sectors.enumerated() { cells["\(input)>\(sector)"] = value(added[i][j]) }
      }
    }
  }

  @Test func `are read to the last bit, or refused, or noted`() throws {
    var (equal, refused) = (0, 0)
    for seed in 7_001...7_600 as ClosedRange<UInt64> {
      let table = Written(seed: seed)
      let page = WrittenTable.Page(rows: table.rows, numbers: table.numbers)
      var source = page.file(delimiter: ";", encoding: .utf8)
      source.notation.decimalMark = table.numbers.decimalMark
      let what =
        "seed \(seed):\n" + table.rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
      do {
        let sam = try MatrixReader.read(source)
        var found: [String: Double] = [:]
        for (i, row) in sam.accounts.enumerated() {
          for (j, column) in sam.accounts.enumerated() where sam[i, j] != 0 {
            found["\(row.code)>\(column.code)"] = sam[i, j]
          }
        }
        #expect(found == table.cells, "\(sam.readingNotes) \(what)")
        equal += 1
      } catch {
        #expect(error.location != nil, "\(error)")
        refused += 1
      }
    }
    #expect(equal > 500, "\(refused) refused")
  }
}
