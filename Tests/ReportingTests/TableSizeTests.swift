import Glibc
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

  /// The time that this thread has worked, whatever others do meanwhile.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  @Test func `eight times the rows take about eight times as long`() {
    for render in [{ (table: Table) in table.text() }, { (table: Table) in table.html }] {
      func fastest(_ rows: Int) -> Double {
        let table = Self.table(rows: rows)
        var best = Double.infinity
        for _ in 0..<3 {
          let start = Self.processorSeconds()
          _ = render(table)
          best = min(best, Self.processorSeconds() - start)
        }
        return best
      }
      // The square would be sixty-four.
      #expect(fastest(1600) < 24 * fastest(200))
    }
  }
}
