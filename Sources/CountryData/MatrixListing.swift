public import AccountMatrix
internal import SAMFiles

extension Country {
  /// A matrix of the country as it is listed in `matrices.csv`.
  public struct Listing: Sendable, Equatable {
    /// The name by which it is asked for, for example the country and the year.
    public let id: String
    /// What it is.
    public let title: String
    /// The unit of its cells.
    public let unit: CurrencyUnit
    /// The year of its flows.
    public let year: Int?
    /// Who made it.
    public let source: String
    /// The matrix that it is built from by a recipe, or `nil` if it is as published.
    public let prior: String?
    /// The base year of the national accounts that it follows, where stated.
    public let base: String?
    /// The version of its figures, where stated.
    public let version: String?
    /// The day of that version, where stated.
    public let date: String?
    /// The folder of its tables.
    let folder: String
    /// The folder of the maps between its sources and the accounts, where it needs some.
    let maps: String?
  }

  /// The matrices of the country, newest first.
  ///
  /// - Throws: `Diagnostic` if the list cannot be read.
  public func matrices() throws(Diagnostic) -> [Listing] {
    let file = try tables.file("matrices.csv")
    let table = try RecordTable(
      file, required: ["id", "folder", "prior", "maps", "title", "unit", "year", "source"],
      optional: ["base", "version", "date"])
    var listings: [Listing] = []
    for record in table.records {
      listings.append(
        Listing(
          id: try table.requiredText(record, "id"), title: try table.text(record, "title"),
          unit: CurrencyUnit(try table.text(record, "unit")),
          year: try table.wholeNumber(record, "year", in: Int.years),
          source: try table.text(record, "source"), prior: try table.nonEmptyText(record, "prior"),
          base: try table.nonEmptyText(record, "base"),
          version: try table.nonEmptyText(record, "version"),
          date: try table.nonEmptyText(record, "date"),
          folder: try table.requiredText(record, "folder"),
          maps: try table.nonEmptyText(record, "maps")))
    }
    guard !listings.isEmpty else {
      throw Diagnostic("the list names no matrix", at: file.name)
    }
    return listings
  }

  /// The entry of a matrix in the list; without a name the newest.
  func listing(of id: String?) throws(Diagnostic) -> Listing {
    let listings = try matrices()
    guard let id else { return listings[0] }
    guard let listing = listings.first(where: { $0.id == id }) else {
      throw Diagnostic(
        "there is no built-in matrix '\(id)'",
        remedy: suggestion(nearestCodes(to: id, among: listings.map { $0.id })))
    }
    return listing
  }

  /// The accounts of a matrix, in its order.
  func accounts(of listing: Listing) throws(Diagnostic) -> [Account] {
    try AccountTable.read(try tables.file("\(listing.folder)/accounts.csv"))
  }
}
