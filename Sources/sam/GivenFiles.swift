internal import AccountMatrix
internal import ArgumentParser
internal import SAMFiles
internal import Synchronization

/// How the files of a command line are read: one set of options for the matrix and for all small
/// tables, and what of it their readers used.
enum GivenFiles {
  private struct State {
    var notation = NumberNotation()
    var selection: [SquareTable.Context.Selection] = []
    var usesNotation = false
    var used: Set<SquareTable.Context.Selection> = []
    var columns: [String] = []
  }

  private static let state = Mutex(State())

  /// Sets how all files are read.
  static func read(
    as notation: NumberNotation, where selection: [SquareTable.Context.Selection]
  ) {
    state.withLock {
      $0.notation = notation
      $0.selection = selection
    }
  }

  /// A file with these settings, whose reader reports what it uses of them.
  static func prepared(_ file: SourceFile) -> SourceFile {
    var file = file
    (file.notation, file.selection) = state.withLock { ($0.notation, $0.selection) }
    file.onUse = { use in
      state.withLock {
        switch use {
        case .notation: $0.usesNotation = true
        case .selection(let selection): $0.used.insert(selection)
        case .columns(let titles):
          for title in titles where !$0.columns.contains(title) { $0.columns.append(title) }
        }
      }
    }
    return file
  }

  /// Refuses settings that no file was read by; asked before anything is written.
  static func requireUse() throws {
    let state = state.withLock { $0 }
    if !state.usesNotation, state.notation != NumberNotation() {
      throw ValidationError(
        "no table of text or of a workbook is read, so that --decimal-mark and --empty do nothing; "
          + "omit them.")
    }
    if let unused = state.selection.first(where: { !state.used.contains($0) }) {
      throw ValidationError(
        "--where \(unused.column)=\(unused.value) chooses nothing: "
          + (state.columns.isEmpty
            ? "no list and no small table is read; omit it."
            : "no list and no small table has a column '\(unused.column)'; their columns are "
              + "\(list(state.columns))."))
    }
  }
}
