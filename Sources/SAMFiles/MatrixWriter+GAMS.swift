internal import AccountMatrix

extension MatrixWriter {
  /// Columns in a block of a GAMS table; blocks follow each other behind a `+`.
  private static let blockColumns = 8

  /// The matrix as a GAMS include file: remarks, a set of accounts, a table.
  static func gams(_ sam: SocialAccountingMatrix) throws(Diagnostic) -> String {
    var labels: [String] = []
    for account in sam.accounts { labels.append(try gamsLabel(account.code)) }
    var text = "* Social accounting matrix: receipts are rows, payments are columns\n"
    let remarks = [
      ("title", sam.title), ("unit", sam.unit.description), ("year", sam.year.map(String.init)),
      ("source", sam.source),
    ]
    for (name, value) in remarks {
      if let value, !value.isEmpty { text += "* \(name): \(value.onOneLine)\n" }
    }
    text += "\nSET AC accounts /\n"
    for (label, account) in zip(labels, sam.accounts) {
      let name = account.name.onOneLine.replacing("\"", with: "'")
      text += account.name == account.code ? "\(label)\n" : "\(label) \"\(name)\"\n"
    }
    text += "/;\n\nALIAS(AC,ACP);\n\nTABLE SAM(AC,ACP) receipts in rows and payments in columns\n"

    let rowWidth = (labels.map { $0.utf8.count }.max() ?? 0) + 2
    for start in stride(from: 0, to: labels.count, by: blockColumns) {
      let columns = Array(start..<min(start + blockColumns, labels.count))
      let cells = labels.indices.map { i in
        columns.map { sam[i, $0] == 0 ? "" : sam[i, $0].shortest }
      }
      let widths = columns.indices.map { k in
        max(labels[columns[k]].utf8.count, cells.map { $0[k].utf8.count }.max() ?? 0) + 2
      }
      text += (start == 0 ? "" : "+").filled(to: rowWidth, flushRight: false)
      for (k, column) in columns.enumerated() {
        text += labels[column].filled(to: widths[k], flushRight: true)
      }
      text += "\n"
      for (label, row) in zip(labels, cells) where row.contains(where: { !$0.isEmpty }) {
        text += label.filled(to: rowWidth, flushRight: false)
        for (k, cell) in row.enumerated() { text += cell.filled(to: widths[k], flushRight: true) }
        text += "\n"
      }
    }
    return text + ";\n"
  }

  /// A code as a GAMS label, quoted where it must be.
  private static func gamsLabel(_ code: String) throws(Diagnostic) -> String {
    let isPlain = code.utf8.enumerated().allSatisfy { index, byte in
      let scalar = UnicodeScalar(byte)
      let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
      return isWord || index > 0 && (("0"..."9").contains(scalar) || scalar == "-" || scalar == "+")
    }
    if isPlain, !code.isEmpty, code.utf8.count <= 63 { return code }
    let isQuotable = !code.contains("'") || !code.contains("\"")
    guard code.utf8.count <= 63, isQuotable, !code.contains(where: { $0.isNewline }) else {
      throw Diagnostic(
        "GAMS holds no label '\(code)'",
        remedy: "Use codes of at most 63 bytes, without both kinds of quotes")
    }
    return code.contains("'") ? "\"\(code)\"" : "'\(code)'"
  }
}

extension String {
  fileprivate var onOneLine: String {
    split(whereSeparator: { $0.isNewline }).joined(separator: " ")
  }

  fileprivate func filled(to width: Int, flushRight: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - utf8.count))
    return flushRight ? blanks + self : self + blanks
  }
}
