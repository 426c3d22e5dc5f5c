internal import AccountMatrix
internal import SAMFiles
internal import Workbooks

extension SourceFile {
  /// A file that the user names, in any format; what its reader passes over is told.
  init(given path: String) throws(Diagnostic) {
    try self.init(opening: path)
    onNote = { complain("sam: note: \($0.sentence { $0.option })") }
  }
}
