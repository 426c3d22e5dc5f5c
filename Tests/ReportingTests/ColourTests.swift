import Reporting
import Testing

struct `Colours in terminal text` {
  @Test func `codes add nothing but light: without them the text is the same`() {
    let table = Table(
      name: "t", title: "A title", columns: [Table.Column("x"), Table.Column("y")],
      rows: [[.text("one"), .number(1)]], notes: ["A note."])
    let coloured = table.text(isColoured: true)
    #expect(coloured.contains("\u{1B}[1mA title\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[2mA note.\u{1B}[0m"))
    let plain = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"].reduce(coloured) {
      $0.replacing($1, with: "")
    }
    #expect(plain == table.text())
    #expect(!table.text().contains("\u{1B}"))
  }
}
