package import SAMFiles
internal import SpendingPolicy

extension Table {
  /// Published evidence beside the results, with what each figure counts.
  package static func published(_ figures: [PublishedFigure]) -> Table {
    Table(
      name: "evidence", title: "Published evidence, and what it counts",
      columns: [
        Table.Column("study"), Table.Column("place", importance: .useful),
        Table.Column("label", heading: "counts"),
        Table.Column("includes_transfer", heading: "transfer\ninside"), Table.Column("scope"),
        Table.Column("low", decimals: 2), Table.Column("central", decimals: 2),
        Table.Column("high", decimals: 2), Table.Column("unit", importance: .extra),
        Table.Column("year", importance: .dataOnly),
        Table.Column("measure", importance: .dataOnly),
        Table.Column("evidence", importance: .extra),
        Table.Column("source", importance: .dataOnly), Table.Column("note", importance: .extra),
        Table.Column("access", heading: "read", importance: .useful),
        Table.Column("locator", importance: .dataOnly), Table.Column("url", importance: .dataOnly),
      ],
      rows: figures.map {
        [
          .text($0.study), .text($0.place), .text($0.label), .text($0.includesTransfer),
          .text($0.scope), .optional($0.low), .optional($0.central), .optional($0.high),
          .text($0.unit), .count($0.year), .text($0.measure), .text($0.evidence.rawValue),
          .text($0.source), .text($0.note), .text($0.access), .text($0.locator),
          .text($0.address),
        ]
      },
      notes: [
        "Five different things are called the multiplier: GDP over spending, household income "
          + "(the transfer inside), output, nominal and real local income (the transfer inside). "
          + "Only the rows that count GDP of the nation stand beside 'GDP' of a comparison. "
          + "Nothing in this project is fitted to them."
      ] + figures.readingNotes)
  }
}

extension [PublishedFigure] {
  /// Which figures were not read in the document or a copy of it: nobody may cite them as read.
  fileprivate var readingNotes: [String] {
    [
      ("reported", "Read as reported by others, not in the document"),
      ("second-hand", "Second-hand, read neither in the document nor with an address"),
    ].compactMap { access, words in
      let studies = filter { $0.access == access }.map { $0.study }
      return studies.isEmpty ? nil : "\(words): \(studies.joined(separator: ", "))."
    }
  }
}
