extension Document {
  /// The document as tables: its words by section, every table, and the numbers of every chart.
  public var report: Report {
    let lines = sections.flatMap { section in
      section.blocks.flatMap { $0.lines }.map { [Table.Cell.text(section.title), .text($0)] }
    }
    let words = Table(
      name: "text", title: title,
      columns: [
        Table.Column("section", heading: words(.section)),
        Table.Column("text", heading: words(.text)),
      ], rows: lines)
    let about = subtitle == matrix ? [] : [Report.Fact(self.words(.subject), subtitle)]
    let facts = about + [Report.Fact(self.words(.matrix), matrix)]
    return Report(
      command: "brief", facts: facts,
      tables: [words] + tables, supplements: charts.map { $0.data })
  }
}

extension Document.Block {
  /// The words of the block; those of tables and charts stand with them.
  fileprivate var lines: [String] {
    switch self {
    case .subheading(let text), .paragraph(let text), .lead(let text), .code(let text): [text]
    case .list(let items): items
    case .definitions(let terms): terms.map { "\($0.term): \($0.meaning)" }
    case .table(let table): [table.title]
    // A workbook holds the numbers of charts, and no picture.
    case .legend: []
    case .figure(let chart): [chart.title, chart.alternative]
    }
  }
}
