import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// Random input-output tables in many forms: read to the last bit with their kinds, or refused.
struct ProductionTableTests {
  /// Sectors, final uses and inputs that balance, in units of the last of two decimals.
  private struct Table {
    var cells: [[Int]]
    let sectors = ["agr", "ind", "srv", "gov"]
    let uses = ["Households", "Investment", "Exports"]
    let inputs = ["Imports", "Taxes less subsidies", "Value added"]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let (n, width) = (4, 7)
      cells = (0..<n).map { _ in (0..<width).map { _ in 100 + random.index(below: 90_000) } }
      cells += (0..<3).map { _ in (0..<n).map { _ in 100 + random.index(below: 9_000) } + [0, 0, 0]
      }
      for k in 0..<n {
        let others = (0..<(n + 2)).reduce(0) { $0 + cells[$1][k] }
        cells[n + 2][k] = cells[k].reduce(0, +) - others
      }
    }

    var isPlausible: Bool { (0..<4).allSatisfy { cells[6][$0] > 0 } }

    func text(_ style: WrittenTable.Numbers, totals: String?) -> SourceFile {
      func write(_ amount: Int) -> String {
        amount == 0 ? "" : WrittenTable.text(amount, decimals: 2, style, sign: 0)
      }
      var rows = [["sector"] + sectors + uses]
      for (label, line) in zip(sectors + inputs, cells) { rows.append([label] + line.map(write)) }
      if let totals {
        rows[0].append(totals)
        for r in 1...7 { rows[r].append(write(cells[r - 1].reduce(0, +))) }
        rows.append(
          [totals] + (0..<7).map { c in write(cells.reduce(0) { $0 + $1[c] }) } + [""])
      }
      return WrittenTable.Page(rows: rows, numbers: style).file(delimiter: ";", encoding: .utf8)
    }
  }

  @Test func `tables are read to the last bit, written as they are and read again`() throws {
    var read = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let table = Table(seed: seed)
      guard table.isPlausible else { continue }
      let style = WrittenTable.Numbers.allCases[Int(seed) % WrittenTable.Numbers.allCases.count]
      let totals = [nil, "Total", "Output", "Gesamt"][Int(seed / 7) % 4]
      var source = table.text(style, totals: totals)
      source.notation.decimalMark = style.decimalMark
      let sam = try MatrixReader.read(source)
      let codes = table.sectors + table.inputs + table.uses
      #expect(sam.accounts.map { $0.code } == codes, "seed \(seed)")
      for (i, row) in (table.sectors + table.inputs).enumerated() {
        for (j, column) in (table.sectors + table.uses).enumerated() {
          let expected = Double(
            WrittenTable.text(table.cells[i][j], decimals: 2, .point, sign: 0))
          #expect(try sam[row, column] == expected)
        }
      }
      #expect(sam.readingNotes.contains { $0.mentions("input-output table: 4 sectors") })
      // Value added and taxes are the uses less imports (SNA 2008, 14.79).
      let gdp = try sam.grossDomesticProduct()
      #expect(abs(gdp.byIncome - gdp.byExpenditure) < 1e-6 * gdp.byIncome)
      #expect(abs(gdp.byIncome - gdp.byProduction) < 1e-6 * gdp.byIncome)
      for layout in [MatrixWriter.Layout.square, .nexus] {
        let text = try MatrixWriter.text(of: sam, layout: layout)
        let again = try MatrixReader.read(file(text))
        #expect(again.accounts.map { $0.kind } == sam.accounts.map { $0.kind })
        #expect(again.payments == sam.payments && again.receipts == sam.receipts)
        #expect(MatrixWriter.loss(of: sam, layout: layout)?.contains("kinds") == false)
      }
      read += 1
    }
    #expect(read > 100)
  }

  @Test func `a wrong cell is refused, and so is a table with one side only`() throws {
    let table = try #require(
      (1...50 as ClosedRange<UInt64>).lazy.map { Table(seed: $0) }.first { $0.isPlausible })
    var wrong = table
    wrong.cells[1][5] += 50_000
    #expect(
      complaint { _ = try MatrixReader.read(wrong.text(.point, totals: nil)) }
        .mentions("input-output table", "do not agree"))
    let uses = "sector,agr,ind,Households\nagr,1.5,2,3\nind,4,5.5,6\n"
    #expect(
      complaint { _ = try MatrixReader.read(file(uses)) }
        .mentions("'Households' has a column but no row", "final uses has rows of inputs below"))
    let inputs = "sector,agr,ind\nagr,1.5,2\nind,4,5.5\nWages,3,4\n"
    #expect(
      complaint { _ = try MatrixReader.read(file(inputs)) }
        .mentions("'Wages' has a row but no column", "columns of final uses right"))
  }
}
