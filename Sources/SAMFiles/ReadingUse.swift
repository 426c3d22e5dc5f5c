internal import AccountMatrix
internal import Glibc

/// What a reader used of that which it was told about a file, so that nobody is left to believe in
/// an option that changed nothing.
package enum ReadingUse: Sendable, Hashable {
  /// The cells were read by the notation of numbers.
  case notation
  /// The columns of a table, of which a selection may name one.
  case columns([String])
  /// Lines were chosen.
  case selection(SquareTable.Context.Selection)
}

extension SourceFile {
  /// The selections that name a column of a table, which are reported as used.
  func selection(among titles: [String]) -> [SquareTable.Context.Selection] {
    onUse(.columns(titles.filter { !$0.isEmpty }))
    return selection.filter { condition in
      let isThere = titles.contains { $0.lowercased() == condition.column.lowercased() }
      if isThere { onUse(.selection(condition)) }
      return isThere
    }
  }

  /// Refuses a sheet that is named for a file without sheets.
  func requireNoSheet() throws(Diagnostic) {
    guard sheet != nil else { return }
    throw Diagnostic(
      "a sheet is named, but the file is no workbook", at: name,
      remedy: "Leave out the name of the sheet")
  }

  /// A path and the sheet behind it, as in `book.xlsx#Outlays`, where no file has the whole name.
  package static func splittingSheet(_ path: String) -> (path: String, sheet: String?) {
    guard access(path, F_OK) != 0, let mark = path.lastIndex(of: "#"), mark > path.startIndex else {
      return (path, nil)
    }
    let (file, sheet) = (String(path[..<mark]), String(path[path.index(after: mark)...]))
    return access(file, F_OK) == 0 && !sheet.isEmpty ? (file, sheet) : (path, nil)
  }

  /// Whether there is a file of this path, a sheet behind it included.
  package static func isThere(_ path: String) -> Bool {
    access(splittingSheet(path).path, F_OK) == 0
  }
}
