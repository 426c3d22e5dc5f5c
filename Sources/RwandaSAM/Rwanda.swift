public import AccountMatrix
internal import SAMFiles
public import SpendingPolicy

/// The matrices and spending programmes of Rwanda.
///
/// Sources, reliability and licences of the figures stand in `SAM/README.md`.
public enum Rwanda {
  /// A built-in matrix as it is listed.
  public struct Listing: Sendable, Equatable {
    /// The name by which it is asked for, for example `rwanda-2022`.
    public let id: String
    /// What it is.
    public let title: String
    /// The unit of its cells.
    public let unit: Unit
    /// The year of its flows.
    public let year: Int?
    /// Who made it.
    public let source: String
    /// The matrix that it is built from by a recipe, or `nil` if it is as published.
    public let prior: String?
    let folder: String
    let maps: String?
  }

  /// The built-in matrices, newest first.
  ///
  /// - Throws: `Diagnostic` if the list cannot be read.
  public static func matrices(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [Listing] {
    try MatrixEntry.read(try data.file("matrices.csv")).map {
      Listing(
        id: $0.id, title: $0.title, unit: $0.unit, year: $0.year, source: $0.source,
        prior: $0.prior, folder: $0.folder, maps: $0.maps)
    }
  }

  /// A built-in matrix; without a name the newest.
  ///
  /// - Throws: `Diagnostic` if there is no such matrix or its tables cannot be read.
  public static func sam(
    _ id: String? = nil, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let listing = try listing(of: id, from: data)
    return try TidyFlows.read(
      try data.file("\(listing.folder)/flows.csv"), accounts: try listing.accounts(from: data),
      unit: listing.unit, year: listing.year, title: listing.title, source: listing.source)
  }

  /// The entry of a matrix in the list.
  static func listing(of id: String?, from data: RwandaData) throws(Diagnostic) -> Listing {
    let listings = try matrices(from: data)
    guard let listing = id == nil ? listings.first : listings.first(where: { $0.id == id }) else {
      throw Diagnostic(
        "there is no built-in matrix '\(id ?? "")'",
        remedy: suggestion(nearestCodes(to: id ?? "", among: listings.map(\.id))))
    }
    return listing
  }

  /// The spending programmes, as vectors on the accounts of the 2022 matrix, with the outlays of a
  /// year or of the nearest one that a programme has; without a year the latest.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public static func programmes(
    in year: Int? = nil, from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [Programme] {
    try ProgrammeTable.read(
      try data.file("programmes/programmes.csv"),
      outlays: try data.file("programmes/outlays.csv"), in: year)
  }
}

extension Rwanda.Listing {
  /// The accounts of the matrix, in its order.
  func accounts(from data: RwandaData) throws(Diagnostic) -> [Account] {
    try AccountTable.read(try data.file("\(folder)/accounts.csv"))
  }
}
