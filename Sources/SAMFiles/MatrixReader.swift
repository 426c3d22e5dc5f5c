package import AccountMatrix

/// The formats in which a matrix can stand in a file.
package enum MatrixFormat: String, Sendable, CaseIterable {
  /// Codes in a header row and again in a column, as in IFPRI's Nexus files.
  case square
  /// One cell a line: row, column, value.
  case tidy
  /// The JSON of `sam convert`, or a report of `sam` with a matrix.
  case json
  /// A GAMS `TABLE` or `PARAMETER`.
  case gams
  /// An XLSX workbook, which the module `Workbooks` reads.
  case workbook
}

/// Reads a matrix from a file of any text format, which is recognised by its content.
package enum MatrixReader {
  /// The format of a file, from its content; the name's ending does not count.
  ///
  /// - Throws: `Diagnostic` for a format that is known and cannot be read, or
  ///   for text that cannot be taken apart.
  package static func format(of file: SourceFile) throws(Diagnostic) -> MatrixFormat {
    try recognised(file).format
  }

  /// The format of a file, and its cells where it is text between separators, taken apart once.
  private static func recognised(
    _ file: SourceFile
  ) throws(Diagnostic) -> (format: MatrixFormat, text: DelimitedText?) {
    try ForeignFormat.refuse(file)
    if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return (.workbook, nil) }
    let original = file
    let file = file.isUTF16 ? file.replacing(bytes: try file.decoded().bytes) : file
    let content = file.bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let next = content.dropFirst().first { $0 > 0x20 }
    let isArray =
      content.first == UInt8(ascii: "[") && next.map { "[{\"]".utf8.contains($0) } ?? false
    if content.first == UInt8(ascii: "{") || isArray { return (.json, nil) }
    if GAMSTable.isLikely(file) { return (.gams, nil) }
    let text = try DelimitedText(original)
    return (try LongTable.header(of: text) == nil ? .square : .tidy, text)
  }

  /// Reads a matrix.
  ///
  /// A file named `..._SAM.csv` of IFPRI's Nexus project takes its unit, year
  /// and source from the `readme` beside it, unless the context names them.
  ///
  /// - Throws: `Diagnostic` naming the file and the line, account or cell.
  package static func read(
    _ file: SourceFile, context: SquareTable.Context = SquareTable.Context()
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    try requireAccounts(try readAny(file, context: context), at: file.name)
  }

  /// Refuses a file in the form of a matrix that names no account.
  private static func requireAccounts(
    _ sam: SocialAccountingMatrix, at name: String
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    guard sam.accounts.isEmpty else {
      let isEmpty = sam.receipts.allSatisfy { $0 == 0 } && sam.payments.allSatisfy { $0 == 0 }
      guard isEmpty else { return sam }
      var sam = sam
      sam.readingNotes.append(
        Diagnostic("the accounts neither receive nor pay anything: all cells are empty", at: name))
      return sam
    }
    throw Diagnostic(
      "the matrix has no accounts", at: name, remedy: "Expected at least one row and one column")
  }

  private static func readAny(
    _ file: SourceFile, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let (format, cells) = try recognised(file)
    if format != .workbook { try file.requireNoSheet() }
    if format != .tidy, let selection = context.selection.first {
      throw Diagnostic(
        "lines are chosen by the column '\(selection.column)', but the file is no list",
        at: file.name,
        remedy: "Leave out \(.chooseLines(column: selection.column, value: selection.value))"
          as Remedy)
    }
    if format == .json || format == .gams, context.range != nil {
      throw Diagnostic(
        "a range is named, but the file has no cells", at: file.name,
        remedy: "Leave out \(.nameRange)" as Remedy)
    }
    switch format {
    case .json, .gams:
      // JSON is UTF-8, or UTF-16 as programs of Windows write it.
      let (bytes, note) =
        format == .json && !file.isUTF16 ? (file.bytes, nil) : try file.decoded()
      let plain = file.replacing(bytes: bytes)
      var sam =
        format == .json
        ? try MatrixJSON.read(plain, context: context)
        : try GAMSTable.read(plain, context: context)
      if let note { sam.readingNotes.insert(Diagnostic(note, at: file.name), at: 0) }
      return sam
    case .workbook:
      throw Diagnostic(
        "the file is a workbook or an archive", at: file.name,
        remedy: "Read it with WorkbookReader of the module Workbooks, or save the sheet as CSV")
    case .square, .tidy:
      guard let text = cells?.cropped(to: context.range) else {
        throw Diagnostic("the file is not text", at: file.name)
      }
      if let header = try LongTable.header(of: text) {
        var context = context
        context.selection += file.selection(among: header.titles)
        return try LongTable.read(text, header: header, context: context)
      }
      return try SquareTable.read(
        text, context: context.completed(by: NexusCompanions(of: file.name)))
    }
  }

  /// Reads a matrix from the cells of a sheet.
  ///
  /// - Parameter file: the workbook, whose selection of lines counts for a list.
  package static func read(
    _ sheet: SheetText, of file: SourceFile? = nil, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let text = sheet.table
    if let header = try LongTable.header(of: text) {
      var context = context
      context.selection += file?.selection(among: header.titles) ?? []
      return try requireAccounts(
        try LongTable.read(text, header: header, context: context), at: text.name)
    }
    if let selection = context.selection.first {
      throw Diagnostic(
        "lines are chosen by the column '\(selection.column)', but the sheet is no list",
        at: text.place,
        remedy: "Leave out \(.chooseLines(column: selection.column, value: selection.value))"
          as Remedy)
    }
    return try requireAccounts(try SquareTable.read(text, context: context), at: text.name)
  }
}
