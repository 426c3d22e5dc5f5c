internal import ArgumentParser
internal import Reporting
internal import SocialAccounting

/// `sam merge`: the parts of a run of draws as one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Merge the files of 'sam uncertainty --shard' into the result of the whole run.")

  @Argument(help: "The files of all parts.")
  var files: [String]

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.contains("") { throw ValidationError("a file name is empty.") }
    try output.requireTable(among: ["uncertainty", "ranking"])
  }

  func run() throws {
    var parts = MergedParts()
    for file in files {
      try parts.add(try ShardTable.read(try SourceFile(given: file)), named: file)
    }
    let whole = try parts.whole()
    try output.write(
      try whole.report(
        command: "merge", facts: whole.keptFacts, names: whole.keptNames,
        notes: whole.keptNotes))
  }
}
