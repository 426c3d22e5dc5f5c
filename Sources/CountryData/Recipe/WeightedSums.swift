internal import AccountMatrix
internal import SAMFiles

/// Lines of a table with one name are one weighted sum; what is said of the sum stands on the first.
extension RecordTable {
  /// Refuses a further line of a sum that says anew what only the first line is read for: two sums
  /// of one name would become one, and the figure of the second be lost.
  func requireSilence(
    of record: Record, on columns: [String], in sum: String
  ) throws(Diagnostic) {
    for column in columns where try nonEmptyText(record, column) != nil {
      throw Diagnostic(
        "'\(sum)' has this on its first line already", at: place(record, column),
        remedy: "Leave it empty here, or give another name if this line begins a sum of its own")
    }
  }
}
