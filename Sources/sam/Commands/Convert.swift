internal import AccountMatrix
internal import ArgumentParser
internal import Glibc
internal import SAMFiles
internal import SocialAccounting
internal import Workbooks

/// `sam convert`: a matrix from one format into another.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a matrix in another format, which the ending of --output chooses.",
    discussion: """
      .csv is a table in the layout square, tidy or nexus; .xlsx a workbook in the layout nexus or \
      square; .json holds everything that is known of the matrix; .gms and .inc are GAMS. Numbers \
      are written so that reading gives the same double.
      """)

  @OptionGroup var matrix: MatrixOptions

  @Option(help: "The file to write: .csv, .xlsx, .json, .gms or .inc.")
  var output: String

  @Option(help: "square, tidy or nexus, in a table. Default: square, in a workbook nexus.")
  var layout: TableLayout?

  @Option(
    help: ArgumentHelp(
      "Instead of a matrix, a supply table: products in rows, activities in columns.",
      discussion: "A text file or a workbook; one workbook may hold both tables."))
  var supply: String?

  @Option(help: "The use table that belongs to the supply table.")
  var use: String?

  @Option(help: "The sheet of the supply table in its workbook; default: the one called so.")
  var supplySheet: String?

  @Option(help: "The sheet of the use table in its workbook; default: the one called so.")
  var useSheet: String?

  @Option(
    help: ArgumentHelp(
      "What a supply-use table becomes: block, or a symmetric table by an assumption.",
      discussion: "block is the production block of a matrix; the others are models A to D."))
  var transformation: Transformation?

  @Flag(help: "Replace an existing file.")
  var force = false

  /// What a supply-use table becomes.
  enum Transformation: String, ExpressibleByArgument, CaseIterable {
    case block
    case productTechnology = "product-technology"
    case industryTechnology = "industry-technology"
    case fixedIndustrySales = "fixed-industry-sales"
    case fixedProductSales = "fixed-product-sales"
  }

  /// The layouts among which a table can be chosen.
  enum TableLayout: String, ExpressibleByArgument, CaseIterable {
    case square, tidy, nexus

    var sheetLayout: MatrixWorkbook.Layout {
      switch self {
      case .square: .square
      case .tidy: .tidy
      case .nexus: .nexus
      }
    }

    var textLayout: MatrixWriter.Layout {
      switch self {
      case .square: .square
      case .tidy: .tidy
      case .nexus: .nexus
      }
    }
  }

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output is empty; expected a path.") }
    _ = try textLayout
    guard (supply == nil) == (use == nil) else {
      throw ValidationError("--supply and --use go together; give both.")
    }
    if supply == nil, supplySheet != nil || useSheet != nil {
      throw ValidationError(
        "--supply-sheet and --use-sheet are for a supply-use table; give --supply and --use.")
    }
    if supply != nil, matrix.sam != nil {
      throw ValidationError("a matrix and a supply-use table are given; give one.")
    }
    if supply != nil,
      matrix.sheet != nil || matrix.range != nil || matrix.accounts != nil
        || !matrix.selection.isEmpty
    {
      throw ValidationError(
        "--sheet, --range, --where and --accounts are for a matrix; a supply-use table has --supply-sheet "
          + "and --use-sheet.")
    }
    if transformation != nil, supply == nil {
      throw ValidationError("--transformation is for a supply-use table; give --supply and --use.")
    }
  }

  /// The matrix that is written.
  private func load() throws -> SocialAccountingMatrix {
    guard let supply, let use else { return try matrix.load() }
    let table = try SupplyUseReader.read(
      supply: try SourceFile(given: supply), use: try SourceFile(given: use),
      sheets: (supplySheet, useSheet), unit: matrix.unit.map { CurrencyUnit($0) } ?? .unstated,
      tolerance: matrix.tolerance)
    for note in table.readingNotes { complain("sam: note: \(note.sentence { $0.option })") }
    let chosen = SupplyUseTable.Transformation(rawValue: (transformation ?? .block).rawValue)
    var result =
      try chosen.map { try table.symmetric(by: $0).matrix() } ?? table.productionBlock()
    result.year = matrix.year
    result.source = supply == use ? supply : "\(supply), \(use)"
    return result
  }

  private var textLayout: MatrixWriter.Layout {
    get throws {
      let ending = OutputOptions.ending(of: output)?.lowercased() ?? ""
      if ending == "csv" || ending == "xlsx" { return layout?.textLayout ?? .square }
      guard ["json", "gms", "inc"].contains(ending) else {
        throw ValidationError(
          "the ending of --output names no format of a matrix; "
            + "expected .csv, .xlsx, .json, .gms or .inc.")
      }
      if let layout {
        throw ValidationError(
          "--layout \(layout.rawValue) does not go with .\(ending); it is for .csv and .xlsx.")
      }
      return ending == "json" ? .json : .gams
    }
  }

  func run() throws {
    let sam = try load()
    try GivenFiles.requireUse()
    // A production block has no incomes to balance its outputs; a matrix should.
    if supply == nil {
      do { try sam.requireBalancedFile(tolerance: matrix.tolerance) } catch {
        complain("sam: note: \(error.problem); it is written as it is")
      }
    }
    if OutputOptions.ending(of: output)?.lowercased() == "xlsx" {
      try OutputFile.write(
        try MatrixWorkbook.bytes(of: sam, layout: layout?.sheetLayout ?? .nexus), to: output,
        replacing: force)
      return
    }
    let layout = try textLayout
    try Progress.during("writing \(output)") {
      try OutputFile.write(
        try MatrixWriter.text(of: sam, layout: layout), to: output, replacing: force)
    }
    if let loss = MatrixWriter.loss(of: sam, layout: layout) {
      complain(
        "sam: note: \(output) does not hold \(loss)"
          + (loss.contains("kinds")
            ? "; 'sam accounts' writes them as a file that --accounts reads beside it" : ""))
    }
  }
}
