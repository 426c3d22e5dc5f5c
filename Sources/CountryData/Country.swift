public import AccountMatrix
internal import SAMFiles
package import SpendingPolicy

/// A country's matrices, spending programmes and what belongs to them, in tables of one layout.
///
/// Some matrices are as published; others are built from them by a recipe: a prior, controls from
/// official tables, and the maps between both. Nothing here knows a country.
public struct Country: Sendable {
  /// Where the tables are read from.
  package let tables: CountryTables

  /// A country whose tables stand here.
  package init(tables: CountryTables) { self.tables = tables }

  /// A country whose tables stand in a folder.
  public init(directory: String) { self.init(tables: .directory(directory)) }

  /// A matrix of the country; without a name the newest.
  ///
  /// - Throws: `Diagnostic` if there is no such matrix or its tables cannot be read.
  public func sam(_ id: String? = nil) throws(Diagnostic) -> SocialAccountingMatrix {
    let listing = try listing(of: id)
    return try TidyFlows.read(
      try tables.file("\(listing.folder)/flows.csv"), accounts: try accounts(of: listing),
      unit: listing.unit, year: listing.year, title: listing.title, source: listing.source)
  }

  /// The spending programmes, as vectors on accounts of the matrices, with the outlays of a year or
  /// of the nearest one that a programme has; without a year the latest.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  package func programmes(in year: Int? = nil) throws(Diagnostic) -> [Programme] {
    try ProgrammeTable.read(
      try tables.file("programmes/programmes.csv"),
      outlays: try tables.file("programmes/outlays.csv"), in: year)
  }
}
