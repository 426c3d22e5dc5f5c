internal import AccountMatrix
public import ArgumentParser
internal import Glibc
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting
public import Workbooks

/// Which matrix, and how its file is read.
struct MatrixOptions: ParsableArguments {
  @Argument(help: "A built-in matrix (sam list) or a file. Default: the newest built-in.")
  var sam: String?

  @Option(help: "CSV that describes the accounts: code,name,kind[,area,quintile,group].")
  var accounts: String?

  @Option(
    name: .customLong("tolerance"),
    help: "The largest gap of an account that passes, in the unit of the matrix.",
    transform: Self.gap)
  var tolerance: Double?

  @Option(help: "The unit of a file's cells, for example 'RWF billion'.")
  var unit: String?

  @Option(help: "The year of a file's flows.")
  var year: Int?

  @Option(help: "The sheet of a workbook; default: SAM, or the one with most account codes.")
  var sheet: String?

  @Option(help: "The cells of the table in its sheet, for example B3:DF110.")
  var range: CellRange?

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  var source: Country { data.map { Country(directory: $0) } ?? .rwanda }

  func validate() throws {
    if let unit, unit.isEmpty { throw ValidationError("--unit is empty; expected words.") }
    for (option, value) in [("SAM", sam), ("--accounts", accounts), ("--data", data)]
    where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; expected a name or a path.")
    }
    // Without SAM `convert` may be given tables instead, which have a unit: `load` looks again.
    if let sam, try isBuiltIn(sam) { try requireNothingOfFiles() }
  }

  /// Refuses options that describe a file.
  private func requireNothingOfFiles() throws {
    if sheet != nil || range != nil {
      throw ValidationError("a built-in matrix has no sheets: omit --sheet and --range.")
    }
    if unit != nil || year != nil {
      throw ValidationError("a built-in matrix has its own unit and year: omit --unit and --year.")
    }
  }

  private func isBuiltIn(_ name: String) throws(Diagnostic) -> Bool {
    try Country.rwanda.matrices().contains { $0.id == name }
  }

  private static func gap(_ text: String) throws -> Double {
    guard let gap = Double(plainDecimal: text), gap >= 0 else {
      throw ValidationError("expected a gap of zero or more, in the unit of the matrix.")
    }
    return gap
  }

  /// Whether the matrix is one of the built-in ones.
  func isBuiltIn() throws(Diagnostic) -> Bool {
    guard let sam else { return true }
    return try source.matrices().contains { $0.id == sam }
  }

  /// Reads the matrix.
  func load() throws -> SocialAccountingMatrix {
    if sam == nil { try requireNothingOfFiles() }
    var matrix = try read()
    if let accounts {
      matrix = try AccountTable.describe(matrix, by: try SourceFile(path: accounts))
    }
    // Many files carry a citation, which is no help to find the one that is at fault.
    if try !isBuiltIn() { matrix.file = sam }
    return matrix
  }

  private func read() throws(Diagnostic) -> SocialAccountingMatrix {
    let listings = try source.matrices()
    guard let sam, !listings.contains(where: { $0.id == sam }) else {
      return try source.sam(sam)
    }
    if sam != "-", access(sam, F_OK) != 0 {
      let nearest = nearestCodes(to: sam, among: listings.map(\.id))
      throw Diagnostic(
        "there is no built-in matrix and no file of this name", at: sam,
        remedy: nearest.isEmpty
          ? Remedy("Built-in are " + listings.map(\.id).joined(separator: ", "))
          : suggestion(nearest))
    }
    let context = SquareTable.Context(
      unit: unit.map { Unit($0) }, year: year, tolerance: tolerance)
    var notes: [String] = []
    let matrix = try Progress.during("reading \(sam)") { () throws(Diagnostic) in
      try WorkbookReader.read(
        try SourceFile(path: sam), sheet: sheet, range: range, context: context,
        note: { notes.append($0) })
    }
    for note in notes { complain("sam: note: \(note)") }
    return matrix
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
    do {
      let model = try MultiplierModel(
        sam, closure: closure, supply: supply, ownConsumption: ownConsumption,
        tolerance: tolerance)
      for account in model.emptyAccounts {
        complain(
          "sam: note: the account '\(account.code)' has no receipts and no payments, "
            + "and is left out")
      }
      return model
    } catch MultiplierModel.Failure.matrix(let failure) {
      throw failure.located(in: sam)
    }
  }
}

extension SocialAccountingMatrix {
  /// Refuses a matrix that does not balance, naming the file that it is from.
  func requireBalancedFile(tolerance: Double?) throws(Diagnostic) {
    do { try requireBalanced(tolerance: tolerance) } catch { throw error.located(in: self) }
  }
}

extension SocialAccountingMatrix.Failure {
  /// The failure in words, with the file or source of the matrix as its place.
  func located(in sam: SocialAccountingMatrix) -> Diagnostic {
    var located = diagnostic
    located.location = located.location ?? sam.file ?? (sam.source.isEmpty ? nil : sam.source)
    return located
  }
}

extension CellRange: ExpressibleByArgument {
  /// A range from an argument such as `B3:DF110`.
  public init?(argument: String) { self.init(argument) }
}
