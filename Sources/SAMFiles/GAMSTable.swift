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
  ///   two, text in a cell, or a cell that stands twice.
  static func read(
    _ file: SourceFile, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let text = try GAMSText(file)
    let tables = text.statements.filter { $0.keyword == "table" || $0.keyword.hasPrefix("param") }
      .map { ($0, symbol(of: $0)) }
    guard
      let (statement, symbol) = tables.first(where: { $0.1.name.lowercased().contains("sam") })
        ?? tables.first
    else { throw Diagnostic("the file declares no table", at: file.name) }
    if symbol.name.lowercased().contains("sam") == false, tables.count > 1 {
      throw Diagnostic(
        "the file declares \(tables.count) tables, and none is called SAM", at: file.name,
        remedy: "Leave one of " + tables.map(\.1.name).joined(separator: ", "))
    }
    if let change = text.assignments.first(where: { $0.name == symbol.name.lowercased() }) {
      throw Diagnostic(
        "the line computes cells of '\(symbol.name)', which is not evaluated",
        at: "\(file.name): line \(change.line)",
        remedy: "Apply it to the table, and remove the line; totals may stay")
    }
    var flows = FlowList(name: file.name)
    let names = elementNames(text)
    let members = names.first { $0.name.lowercased() == symbol.set.lowercased() }
    for member in members?.order ?? [] { flows.declare(member) }
    if statement.keyword == "table" {
      try readTable(statement.lines, after: symbol, into: &flows, name: file.name)
    } else {
      try readParameter(statement.lines, after: symbol, into: &flows, name: file.name)
    }
    var context = context
    context.unit = context.unit ?? text.remarks["unit"].map { CurrencyUnit($0) }
    context.year = context.year ?? text.remarks["year"].flatMap { Int($0) }
    context.source = context.source ?? text.remarks["source"]
    return try flows.matrix(
      descriptions(names), context: context, title: text.remarks["title"] ?? symbol.text)
  }
}
