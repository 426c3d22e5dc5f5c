internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting
internal import Workbooks

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

  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook; default: SAM, or the one with most account codes.",
      discussion: "The sheet of any other file stands behind its name, as in book.xlsx#Outlays."))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "The cells of the table, for example B3:DF110.",
      discussion: "In a text file rows are lines, and columns the cells of a line."))
  var range: CellRange?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Which lines of a list or a small table count, for example year=2020; may be repeated.",
      discussion: "It applies to every file that has the column.",
      valueName: "column=value"),
    transform: Self.selection)
  var selection: [SquareTable.Context.Selection] = []

  @Option(help: "The decimal mark in all files, point or comma; default: found out in each.")
  var decimalMark: DecimalMark?

  @Option(
    help: ArgumentHelp(
      "A text that stands for nothing in the cells of all files, such as : or NA; may be repeated.",
      valueName: "text"))
  var empty: [String] = []

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  var source: Country { data.map { Country(directory: $0) } ?? .rwanda }

  func validate() throws {
    if let unit, unit.isEmpty { throw ValidationError("--unit is empty; expected words.") }
    for (option, value) in [("SAM", sam), ("--accounts", accounts), ("--data", data)]
    where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; expected a name or a path.")
    }
    GivenFiles.read(
      as: NumberNotation(
        decimalMark: decimalMark?.mark, emptyTexts: Set(empty.map { $0.trimming(" ") })),
      where: selection)
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

  private static func selection(_ text: String) throws -> SquareTable.Context.Selection {
    guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
      throw ValidationError("expected COLUMN=VALUE, for example year=2020.")
    }
    return SquareTable.Context.Selection(
      column: text[..<mark].trimming(" "), value: text[text.index(after: mark)...].trimming(" "))
  }

  /// Whether the matrix is one of the built-in ones.
  func isBuiltIn() throws(Diagnostic) -> Bool {
    guard let sam else { return true }
    return try source.matrices().contains { $0.id == sam }
  }

  /// What official balances say against a built-in matrix, for readers of its multipliers.
  func balanceNotes(on sam: SocialAccountingMatrix) throws(Diagnostic) -> [String] {
    try isBuiltIn() ? try source.balanceNotes(of: self.sam, on: sam) : []
  }

  /// Reads the matrix.
  func load() throws -> SocialAccountingMatrix {
    if sam == nil { try requireNothingOfFiles() }
    var matrix = try read()
    if let note = matrix.openGroupsNote { complain("sam: note: \(note)") }
    if try !isBuiltIn() {
      // Many files carry a citation, which is no help to find the one that is at fault.
      matrix.file = sam
      if matrix.accounts.allSatisfy({ $0.kind == nil }) {
        matrix.readingNotes.append(
          Diagnostic(
            "receipts are read in rows and payments in columns; without kinds of accounts nothing "
              + "says whether the table is transposed", at: sam))
      }
      for note in matrix.readingNotes { Notes.add(note.sentence { $0.option }) }
      noteGaps(of: matrix)
    }
    return matrix
  }

  /// Says which gaps beyond rounding are accepted.
  private func noteGaps(of matrix: SocialAccountingMatrix) {
    let noted = matrix.balances(tolerance: tolerance).filter { $0.isBalanced && !$0.isRounding }
    guard let worst = noted.max(by: { abs($0.gap) < abs($1.gap) }) else { return }
    Notes.add(
      "\(sam ?? ""): \(count(noted.count, "account")) out of balance beyond rounding and within a "
        + "ten-thousandth of the total, at most \(worst)")
  }

  private func read() throws(Diagnostic) -> SocialAccountingMatrix {
    let listings = try source.matrices()
    let descriptions = try accounts.map { path throws(Diagnostic) in try SourceFile(given: path) }
    guard let sam, !listings.contains(where: { $0.id == sam }) else {
      let matrix = try source.sam(sam)
      return try descriptions.map { file throws(Diagnostic) in
        try AccountTable.describe(matrix, by: file)
      } ?? matrix
    }
    if sam != "-", !SourceFile.isThere(sam) {
      let nearest = nearestCodes(to: sam, among: listings.map(\.id))
      throw Diagnostic(
        "there is no built-in matrix and no file of this name", at: sam,
        remedy: nearest.isEmpty
          ? Remedy("Built-in are " + listings.map(\.id).joined(separator: ", "))
          : suggestion(nearest))
    }
    let context = SquareTable.Context(
      unit: unit.map { CurrencyUnit($0) }, year: year, tolerance: tolerance, range: range)
    return try Progress.during("reading \(sam)") { () throws(Diagnostic) in
      var file = try SourceFile(given: sam)
      file.sheet = sheet ?? file.sheet
      return try SocialAccountingMatrix(
        contentsOf: file, context: context, describedBy: descriptions)
    }
  }
}

/// The closure and the supply of a model.
struct ModelOptions: ParsableArguments {
  @Option(help: "Exogenous accounts, codes, groups or @kinds; replaces the default closure.")
  var exogenous: String?

  @Option(
    help: "Response shares of activities, codes, groups or @activity: agriculture=0.5,amine=0.")
  var response: String?

  @OptionGroup var margin: MarginOptions

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

  var ownProduce: OwnProduceRule { margin.ownProduce ?? .average }
  var exports: ExportSupply? { margin.exports }
  var spending: SpendingRule { margin.spending ?? .average }

  /// Refuses response shares for a question whose answer does not depend on them.
  func requireFreeSupply(for command: String) throws {
    if response != nil {
      throw ValidationError(
        "--response does not go with \(command), where quantities do not respond; leave it out.")
    }
  }

  /// Refuses rules for own produce where the answer does not depend on them.
  func requireOwnProduce(for command: String, unlike refused: [OwnProduceRule]) throws {
    if refused.contains(ownProduce) {
      throw ValidationError(
        "--own-produce \(ownProduce.rawValue) makes no difference to \(command); leave it out.")
    }
  }

  /// Refuses spending at the margin where the answer does not depend on it.
  func requireAverageSpending(for command: String) throws {
    if spending == .marginal {
      throw ValidationError("--spending marginal makes no difference to \(command); leave it out.")
    }
  }

  /// The model of a matrix, with what its country knows of households.
  func model(
    of sam: SocialAccountingMatrix, from source: Country, ownConsumption: OwnConsumption? = nil,
    tolerance: Double?
  ) throws -> MultiplierModel {
    var settings = ModelSettings(closure: try closure, supply: try supply)
    try margin.rules.apply(to: &settings, of: sam, from: source)
    if let ownConsumption { settings.ownConsumption = ownConsumption }
    do {
      let model = try MultiplierModel(sam, settings, tolerance: tolerance)
      try noteGroups(in: sam)
      if let warning = model.nearSingularity {
        Notes.add("\(sam.file ?? sam.title): \(warning.text)")
      }
      for account in model.emptyAccounts {
        complain(
          "sam: note: the account '\(account.code)' has no receipts and no payments, "
            + "and is left out")
      }
      for i in model.partition.rounded {
        Notes.add(
          "the account '\(sam.accounts[i].code)' receives \(sam.receipts[i].shortest) and pays 0, "
            + "which is rounded to nothing; it is exogenous")
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

/// The decimal mark by its name or as it is.
enum DecimalMark: String, CaseIterable, ExpressibleByArgument {
  case point, comma

  init?(argument: String) {
    switch argument {
    case "point", ".": self = .point
    case "comma", ",": self = .comma
    default: return nil
    }
  }

  var mark: NumberNotation.DecimalMark { self == .point ? .point : .comma }
}

extension CellRange: ExpressibleByArgument {
  /// A range from an argument such as `B3:DF110`.
  public init?(argument: String) { self.init(argument) }
}
