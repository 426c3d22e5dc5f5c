internal import AccountMatrix

/// A matrix in GAMS: a `TABLE` with columns under their labels, or a `PARAMETER` of `row.column value`.
///
/// Sets give the names of accounts; remarks such as `* unit: RWF billion` the
/// title, unit, year and source. What GAMS computes is not evaluated: totals are
/// passed over, and other cells that are assigned refused.
enum GAMSTable {
  /// Whether a file declares a table or a parameter over two sets, or takes in a file that may.
  static func isLikely(_ file: SourceFile) -> Bool {
    for line in file.bytes.lines.prefix(5_000) {
      if line.drop(while: { $0 <= 0x20 }).starts(with: Array("$".utf8)),
        String(decoding: line.prefix(200), as: UTF8.self).lowercased().contains("include")
      {
        return true
      }
      guard let (keyword, rest) = GAMSText.keyword(Array(line.prefix(200))),
        keyword == "table" || keyword.hasPrefix("parameter")
      else { continue }
      if isDeclaration(rest) { return true }
      if rest.allSatisfy({ $0 <= 0x20 }) { return true }
    }
    return false
  }

  /// Whether a text begins as `SAM(AC,ACP)`.
  private static func isDeclaration(_ rest: [UInt8]) -> Bool {
    let words = rest.drop { $0 <= 0x20 }
    let name = words.prefix { byte in
      let scalar = UnicodeScalar(byte)
      return scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
    }
    let next = words[name.endIndex...].first { $0 > 0x20 }
    return !name.isEmpty && next == UInt8(ascii: "(")
  }

  /// Reads a matrix.
  ///
  /// - Throws: `Diagnostic` with the line for a number under no label or under
  ///   two, text in a cell, a cell that stands twice, or two tables none of which is called SAM.
  static func read(
    _ file: SourceFile, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let text = try GAMSText(file)
    let (symbol, note) = try chosenSymbol(of: text, name: file.name)
    if let change = text.assignments.first(where: { $0.name == symbol.name.lowercased() }) {
      throw Diagnostic(
        "the line computes cells of '\(symbol.name)', which is not evaluated",
        at: "\(file.name): line \(change.line)",
        remedy: "Apply it to the table, and remove the line; totals may stay")
    }
    var cells = GAMSCells(name: file.name)
    let sets = elementSets(text)
    let members = sets.first { $0.name.lowercased() == symbol.domain.first?.lowercased() }
    for member in members?.order ?? [] { cells.declare(member) }
    for other in text.statements.flatMap(GAMSSymbol.symbols)
    where other.firstLine != symbol.firstLine || other.name != symbol.name {
      for number in numbers(of: other) {
        cells.passOver(number, as: "'\(other.name)' on line \(other.firstLine)")
      }
    }
    if symbol.isTable {
      try readTable(symbol, into: &cells)
      cells.expect(numbers: numberCount(in: symbol.body))
    } else {
      try readParameter(symbol, into: &cells)
      cells.expect(numbers: numberCount(in: symbol.data))
    }
    var context = context
    context.unit = context.unit ?? text.remarks["unit"].map { CurrencyUnit($0) }
    let yearNotes = context.take(year: text.remarks["year"], at: file.name)
    context.source = context.source ?? text.remarks["source"]
    var sam = try cells.flows.matrix(
      cells.descriptions(of: sets), context: context, title: text.remarks["title"] ?? symbol.text)
    sam.readingNotes += (note.map { [$0] } ?? []) + yearNotes
    return sam
  }

  /// The symbol that holds the matrix: of those over two sets that have data the one called SAM,
  /// else the only one; and a note on those that are passed over.
  ///
  /// A symbol that is declared and gets its data elsewhere, by a later table or by a computation,
  /// hides no other.
  private static func chosenSymbol(
    of text: GAMSText, name: String
  ) throws(Diagnostic) -> (GAMSSymbol, note: Diagnostic?) {
    let declared = text.statements.flatMap(GAMSSymbol.symbols)
    let symbols = declared.filter { $0.mayBeMatrix }
    let filled = symbols.filter { $0.hasData }
    guard !filled.isEmpty else {
      guard let empty = symbols.first else {
        if let cube = declared.first(where: { $0.domain.count > 2 }) {
          throw Diagnostic(
            "'\(cube.name)' stands over \(cube.domain.count) sets, and a matrix over two", at: name,
            remedy: "Write one matrix, of one year or region, as \(cube.name)(row,column)")
        }
        throw Diagnostic("the file declares no table", at: name)
      }
      throw Diagnostic(
        "the \(empty.isTable ? "table" : "parameter") '\(empty.name)' has no data"
          + (empty.isTable ? "" : " between slashes"), at: name,
        remedy: "Expected a TABLE, or / row.column value, ... /; assignments are not evaluated")
    }
    let named = filled.filter { $0.name.lowercased().contains("sam") }
    let exact = filled.filter { $0.name.lowercased() == "sam" }
    let choices = !exact.isEmpty ? exact : !named.isEmpty ? named : filled
    guard choices.count == 1 else {
      throw Diagnostic(
        "the file declares \(choices.count) tables, and "
          + (exact.count > 1 ? "all are called SAM" : "none is called SAM"), at: name,
        remedy: "Leave one of " + choices.map { $0.name }.joined(separator: ", "))
    }
    let others = filled.filter { $0.firstLine != choices[0].firstLine }
    guard !others.isEmpty else { return (choices[0], nil) }
    return (
      choices[0],
      Diagnostic(
        "the table '\(choices[0].name)' is read; the file also holds "
          + others.map { "'\($0.name)' (line \($0.firstLine))" }.joined(separator: ", "), at: name)
    )
  }
}
