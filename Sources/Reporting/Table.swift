internal import AccountMatrix

/// A table as data: rendered as text, CSV, JSON, Markdown, LaTeX or HTML, always with the same numbers.
public struct Table: Sendable, Equatable {
  /// One value.
  public enum Cell: Sendable, Equatable {
    /// Words.
    case text(String)
    /// A number, shown with the column's decimals.
    case number(Double)
    /// A whole number.
    case count(Int)
    /// Nothing known.
    case empty

    /// A number, or nothing.
    public static func optional(_ value: Double?) -> Cell { value.map(Cell.number) ?? .empty }
    /// A word, or nothing.
    public static func optional(_ value: String?) -> Cell { value.map(Cell.text) ?? .empty }
  }

  /// A column: its name in data formats, and how it is shown to people.
  public struct Column: Sendable, Equatable {
    /// How narrow a terminal still shows the column.
    public enum Importance: Int, Sendable, Comparable {
      /// Shown at any width.
      case essential
      /// Shown where it fits.
      case useful
      /// Shown where there is room behind all useful ones.
      case extra
      /// Only in CSV and JSON.
      case dataOnly
      /// Shown where it fits, and not in CSV and JSON.
      case displayOnly
      /// Shown at any width, and not in CSV and JSON: a name for people beside that of the data.
      case label

      /// More important first.
      public static func < (left: Importance, right: Importance) -> Bool {
        left.rawValue < right.rawValue
      }
    }

    /// The name in CSV and JSON.
    public var id: String
    /// The heading for people; `\n` begins a new line, inside a word behind a hyphen.
    public var heading: String
    /// The heading in one line, its words whole.
    package var headingLine: String {
      heading.replacing("-\n", with: "").split(separator: "\n").joined(separator: " ")
    }
    /// Decimals of numbers, in formats for people.
    public var decimals: Int
    /// How narrow a terminal still shows it.
    public var importance: Importance

    /// A column from its parts; without a heading it is the identifier.
    public init(
      _ id: String, heading: String? = nil, decimals: Int = 3, importance: Importance = .essential
    ) {
      self.id = id
      self.heading = heading ?? id
      self.decimals = decimals
      self.importance = importance
    }
  }

  /// Rows shown together under a title, with summary rows below them.
  public struct Section: Sendable, Equatable {
    /// The title, or nothing.
    public var title: String
    /// Positions in `rows`, in the order shown.
    public var rows: [Int]
    /// Rows that sum up the section; not part of the data.
    public var summaries: [[Cell]]

    /// A section from its parts.
    public init(_ title: String = "", rows: [Int], summaries: [[Cell]] = []) {
      self.title = title
      self.rows = rows
      self.summaries = summaries
    }
  }

  /// The name by which the table is asked for.
  public var name: String
  /// What the table shows.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// The rows, in the order of the data.
  public var rows: [[Cell]]
  /// How rows are shown; one section with all of them by default.
  public var sections: [Section]
  /// What a reader must know, shown below the table.
  public var notes: [String]

  /// A table from its parts.
  public init(
    name: String, title: String, columns: [Column], rows: [[Cell]], sections: [Section]? = nil,
    notes: [String] = []
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell per column")
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.sections = sections ?? [Section(rows: Array(rows.indices))]
    self.notes = notes
  }

  /// The positions of the columns of CSV and JSON.
  var dataColumns: [Int] {
    columns.indices.filter { ![.displayOnly, .label].contains(columns[$0].importance) }
  }

  /// A cell as people read it.
  func display(_ cell: Cell, in column: Column) -> String {
    switch cell {
    case .text(let text): text.visible
    case .number(let value): value.fixed(column.decimals)
    case .count(let value): String(value)
    case .empty: ""
    }
  }

  /// Whether a column holds numbers, which are set flush right.
  func isNumeric(_ column: Int) -> Bool {
    let cells = rows.map { $0[column] } + sections.flatMap { $0.summaries.map { $0[column] } }
    var seenNumber = false
    for cell in cells {
      switch cell {
      case .text: return false
      case .number, .count: seenNumber = true
      case .empty: break
      }
    }
    return seenNumber
  }

  /// The table with another number of decimals in every column of amounts.
  public func rounded(to decimals: Int?) -> Table {
    guard let decimals else { return self }
    var copy = self
    for i in copy.columns.indices { copy.columns[i].decimals = decimals }
    return copy
  }
}
