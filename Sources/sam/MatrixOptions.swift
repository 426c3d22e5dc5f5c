internal import AccountMatrix
internal import ArgumentParser
internal import Glibc
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting

/// Which matrix, and how its file is read.
struct MatrixOptions: ParsableArguments {
  @Argument(help: "A built-in matrix (sam list) or a file. Default: the newest built-in.")
  var sam: String?

  @Option(help: "CSV that describes the accounts: code,name,kind[,area,quintile,group].")
  var accounts: String?

  @Option(help: "The largest gap of an account that passes, in the unit of the matrix.")
  var tolerance: Double?

  @Option(help: "The unit of a file's cells, for example 'RWF billion'.")
  var unit: String?

  @Option(help: "The year of a file's flows.")
  var year: Int?

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  var source: RwandaData { data.map(RwandaData.directory) ?? .embedded }

  func validate() throws {
    if let tolerance, !(tolerance >= 0 && tolerance.isFinite) {
      throw ValidationError(
        "--tolerance is \(tolerance); expected a gap of zero or more, in the unit of the matrix.")
    }
    if let unit, unit.isEmpty { throw ValidationError("--unit is empty; expected words.") }
  }

  /// Reads the matrix.
  func load() throws(Diagnostic) -> SocialAccountingMatrix {
    var matrix = try read()
    if let accounts {
      matrix = try AccountTable.describe(matrix, by: try SourceFile(path: accounts))
    }
    return matrix
  }

  private func read() throws(Diagnostic) -> SocialAccountingMatrix {
    let listings = try Rwanda.matrices(from: source)
    guard let sam, !listings.contains(where: { $0.id == sam }) else {
      if unit != nil || year != nil {
        throw Diagnostic(
          "a built-in matrix has its own unit and year", remedy: "Leave out --unit and --year")
      }
      return try Rwanda.sam(sam, from: source)
    }
    if access(sam, F_OK) != 0 {
      let nearest = nearestCodes(to: sam, among: listings.map(\.id))
      throw Diagnostic(
        "there is no built-in matrix and no file of this name", at: sam,
        remedy: nearest.isEmpty
          ? "Built-in are " + listings.map(\.id).joined(separator: ", ") : suggestion(nearest))
    }
    return try SquareTable.read(
      try SourceFile(path: sam),
      context: SquareTable.Context(
        unit: unit.map(Unit.init) ?? .unstated, year: year, tolerance: tolerance))
  }
}

/// The closure and the supply of a model.
struct ModelOptions: ParsableArguments {
  @Option(help: "Exogenous accounts, codes or @kinds; replaces the default closure.")
  var exogenous: String?

  @Option(help: "Response shares of activities, for example agriculture=0.5,amine=0.")
  var response: String?

  func validate() throws {
    _ = try closure
    _ = try supply
  }

  var closure: Closure {
    get throws {
      guard let exogenous else { return .standard }
      do { return try Closure(parsing: exogenous) } catch { throw error.asWrongUsage }
    }
  }

  var supply: SupplyResponse {
    get throws {
      guard let response else { return .free }
      do { return try SupplyResponse(parsing: response) } catch { throw error.asWrongUsage }
    }
  }

  /// Refuses response shares for a question whose answer does not depend on them.
  func requireFreeSupply(for command: String) throws {
    if response != nil {
      throw ValidationError(
        "--response does not go with \(command), where quantities do not respond; leave it out.")
    }
  }

  /// The model of a matrix.
  func model(
    of sam: SocialAccountingMatrix, ownConsumption: OwnConsumption = .unmet, tolerance: Double?
  ) throws -> MultiplierModel {
    try MultiplierModel(
      sam, closure: closure, response: supply, ownConsumption: ownConsumption,
      tolerance: tolerance)
  }
}
