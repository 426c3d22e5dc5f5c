internal import AccountMatrix
internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import SocialAccounting
internal import Workbooks

/// How the answer is written, and where.
struct OutputOptions: ParsableArguments {
  @Option(
    help: "table, csv, json, markdown, latex, html or xlsx. Default: table, or the file's ending.")
  var format: OutputFormat?

  @Option(help: "The table to write, where a command has several.")
  var table: String?

  @Option(help: "Write to this file; its ending chooses the format.")
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  @Option(help: "Decimals of amounts, in formats for people.")
  var decimals: Int?

  @Flag(help: "In CSV, write an apostrophe before text that a spreadsheet would run as a formula.")
  var escapeFormulas = false

  func validate() throws {
    if escapeFormulas, try chosenFormat != .report(.csv) {
      throw ValidationError("--escape-formulas goes with CSV; other formats never run text.")
    }
    if output?.isEmpty == true { throw ValidationError("--output is empty; expected a path.") }
    let format = try chosenFormat
    if format == .workbook, output == nil {
      throw ValidationError("--format xlsx goes into a file; give --output FILE.xlsx.")
    }
    if let decimals {
      guard (0...15).contains(decimals) else {
        throw ValidationError("--decimals is \(decimals); expected 0 to 15.")
      }
      guard format != .report(.csv), format != .report(.json) else {
        throw ValidationError(
          "--decimals does not go with \(format.name), which holds every digit.")
      }
    }
  }

  private var chosenFormat: OutputFormat {
    get throws {
      guard let output, let ending = Self.ending(of: output) else {
        return format ?? .report(.table)
      }
      guard let byEnding = OutputFormat(ending: ending) else {
        if let format { return format }
        throw ValidationError(
          "the ending '.\(ending)' of --output names no format; "
            + "expected .csv, .json, .md, .tex, .html, .xlsx or .txt, or give --format.")
      }
      if let format, format != byEnding {
        throw ValidationError(
          "--format \(format.name) contradicts the ending '.\(ending)' of --output.")
      }
      return byEnding
    }
  }

  static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : String(ending)
  }

  /// Refuses a table that a command does not have.
  func requireTable(among names: [String]) throws {
    if let table, !names.contains(table) {
      throw ValidationError(
        "there is no table '\(table)'; expected \(names.joined(separator: ", ")).")
    }
  }

  /// Whether one of these tables alone is written; JSON holds every table.
  func isOne(of names: [String]) throws -> Bool {
    guard let table, try chosenFormat != .report(.json) else { return false }
    return names.contains(table)
  }

  /// Refuses options that the one table asked for does not depend on.
  func requireUse(_ unused: [(option: String, isGiven: Bool, tables: [String])]) throws {
    for one in unused where one.isGiven {
      if try isOne(of: one.tables) {
        throw ValidationError(
          "\(one.option) makes no difference to the table '\(table ?? "")'; omit it, or choose "
            + "another table.")
      }
    }
  }

  /// Writes a report to standard output or to a file.
  ///
  /// - Parameter workbook: what is written as XLSX, where that is more than the tables.
  func write(
    _ report: Report,
    workbook: (Report) throws -> [UInt8] = { $0.workbook(version: ProductVersion.current) }
  ) throws {
    try GivenFiles.requireUse()
    let format = try chosenFormat
    // JSON always holds every table.
    var report =
      format == .report(.json) ? report : try table.map { try report.selecting($0) } ?? report
    report.tables = report.tables.map { $0.rounded(to: decimals) }
    if escapeFormulas { report.tables = report.tables.map { $0.withoutFormulas } }
    report.overview = report.overview.map { $0.rounded(to: decimals) }
    guard case .report(let format) = format else {
      try OutputFile.write(try workbook(report), to: output ?? "", replacing: force)
      return
    }
    let text = report.rendered(
      as: format, width: Self.terminalWidth, version: ProductVersion.current,
      isColoured: output == nil && Terminal.isColoured(1))
    try write(text)
  }

  /// Writes text to standard output or to a file.
  func write(_ text: String) throws {
    if let output {
      try OutputFile.write(text, to: output, replacing: force)
    } else {
      try OutputFile.writeToStandardOutput(text)
    }
  }

  /// The width of the terminal; `COLUMNS` or 100 where there is none.
  private static var terminalWidth: Int {
    var size = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return max(40, Int(size.ws_col))
    }
    if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 {
      return max(40, columns)
    }
    return 100
  }
}
