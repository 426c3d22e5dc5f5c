/// A text with headings, tables and charts, before it is HTML, Markdown or LaTeX.
public struct Document: Sendable {
  /// A part of a section.
  public enum Block: Sendable {
    /// A heading below that of the section.
    case subheading(String)
    /// A paragraph.
    case paragraph(String)
    /// A paragraph that must be seen: the finding.
    case lead(String)
    /// Items, in no order that matters.
    case list([String])
    /// Terms and their meanings.
    case definitions([(term: String, meaning: String)])
    /// A table with its notes.
    case table(Table)
    /// A chart.
    case figure(Chart)
    /// How to read a chart, where one is shown as a picture.
    case legend(String)
    /// A line to be typed.
    case code(String)
  }

  /// A heading with what stands below it.
  public struct Section: Sendable {
    /// The name by which links reach it.
    public let id: String
    /// The heading.
    public let title: String
    /// What stands below it.
    public let blocks: [Block]
  }

  /// The title.
  public let title: String
  /// What the document is about, below the title.
  package let subtitle: String
  /// What the matrix is called.
  let matrix: String
  /// The language.
  package let language: Language
  /// The program and the day, where the day is given.
  package let imprint: String
  /// The sections in order.
  public let sections: [Section]
  /// The fixed words of the page itself.
  let words: Words

  /// The charts in order.
  public var charts: [Chart] {
    sections.flatMap { $0.blocks }.compactMap { block in
      if case .figure(let chart) = block { chart } else { nil }
    }
  }

  /// The tables in order, as workbooks hold them.
  package var tables: [Table] {
    sections.flatMap { $0.blocks }.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
