import Reporting
import Testing

/// The work of a table grows with its rows, not with their square.
struct TableSizeTests {
  private static func table(rows: Int) -> Table {
    Table(
      name: "t", title: "T",
      columns: [Table.Column("name"), Table.Column("value", decimals: 2), Table.Column("n")],
      rows: (0..<rows).map { [.text("row \($0)"), .number(Double($0)), .count($0)] })
  }

  @Test func `eight times the rows take about eight times as long`() {
    let clock = ContinuousClock()
    for render in [{ (table: Table) in table.text() }, { (table: Table) in table.html }] {
      func fastest(_ rows: Int) -> Double {
        let table = Self.table(rows: rows)
        var best = Double.infinity
        for _ in 0..<3 {
          let time = clock.measure { _ = render(table) }
          best = min(
            best, Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
        }
        return best
      }
      // The square would be sixty-four.
      #expect(fastest(1600) < 24 * fastest(200))
    }
  }
}
