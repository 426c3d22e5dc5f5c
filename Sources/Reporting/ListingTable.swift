/// Something built in that a user may ask for by its name.
package struct Listing: Sendable {
  /// What it is: a matrix, a programme, a scenario, a regime of prices.
  package var type: String
  /// The name by which it is asked for.
  package var id: String
  /// Its name in words.
  package var name: String
  /// The year of its flows.
  package var year: Int?
  /// The calendar or fiscal year of its outlay, for example `2020/21`.
  package var outlayYear: String?
  /// The unit of its figures.
  package var unit: String?
  /// How many accounts it has or spends on.
  package var accounts: Int?
  /// Where it is from.
  package var source: String
  /// The base year of the national accounts that it follows.
  package var base: String?
  /// The version of its figures.
  package var version: String?
  /// The day of that version.
  package var date: String?

  /// A listing from its parts.
  package init(
    type: String, id: String, name: String, year: Int? = nil, outlayYear: String? = nil,
    unit: String? = nil, accounts: Int? = nil, source: String, base: String? = nil,
    version: String? = nil, date: String? = nil
  ) {
    self.type = type
    self.id = id
    self.name = name
    self.year = year
    self.outlayYear = outlayYear
    self.unit = unit
    self.accounts = accounts
    self.source = source
    self.base = base
    self.version = version
    self.date = date
  }

  /// Base, version and date in words, for a page too narrow for their columns; `nil` without any.
  fileprivate var vintage: String? {
    let edition = [version.map { "version \($0)" }, date.map { "of \($0)" }].compactMap { $0 }
    let parts = [
      base.map { "national accounts on the base of \($0)" },
      edition.isEmpty ? nil : edition.joined(separator: " "),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "\(id): \(parts.joined(separator: ", "))."
  }
}

extension Table {
  /// What is built in.
  package static func listings(_ listings: [Listing]) -> Table {
    Table(
      name: "list", title: "Built-in matrices, programmes, scenarios and regimes",
      columns: [
        Table.Column("type"), Table.Column("id"), Table.Column("name"),
        Table.Column("year"), Table.Column("unit", importance: .useful),
        Table.Column("accounts", importance: .useful),
        Table.Column("source", importance: .extra),
        Table.Column("base", importance: .useful), Table.Column("version", importance: .useful),
        Table.Column("date", importance: .useful),
      ],
      rows: listings.map { one in
        [
          .text(one.type), .text(one.id),
          .text(one.name), one.year.map(Table.Cell.count) ?? .optional(one.outlayYear),
          .optional(one.unit), one.accounts.map(Table.Cell.count) ?? .empty, .text(one.source),
          .optional(one.base), .optional(one.version), .optional(one.date),
        ]
      }, notes: listings.compactMap { $0.vintage })
  }
}
