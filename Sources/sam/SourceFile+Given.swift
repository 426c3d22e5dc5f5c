internal import AccountMatrix
internal import SAMFiles
internal import Workbooks

extension SourceFile {
  /// A file that the user names, in any format, read as the options say; what its reader passes
  /// over is told.
  init(given path: String) throws(Diagnostic) {
    self = GivenFiles.prepared(try SourceFile(opening: path))
    onNote = { complain("sam: note: \($0.sentence { $0.option })") }
  }
}
