internal import AccountMatrix
internal import ArgumentParser
internal import Reporting
internal import SocialAccounting

/// `sam aggregate`: a smaller matrix by a map.
struct Aggregate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add accounts into groups by a map; prints the smaller matrix.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "CSV with code,group[,name,kind]; each account once.")
  var map: String

  func validate() throws {
    try output.requireTable(among: ["matrix", "accounts"])
  }

  func run() throws {
    let sam = try matrix.load()
    try sam.requireBalanced(tolerance: matrix.tolerance)
    let file = try SourceFile(path: map)
    let groups = try AccountMapTable.read(file)
    let smaller: SocialAccountingMatrix
    do { smaller = try sam.aggregated(by: groups) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = map
      throw diagnostic
    }
    try output.write(
      Report(
        command: "aggregate", facts: [Report.Fact("matrix", smaller.caption)],
        tables: [smaller.squareTable()], supplements: [smaller.accountsTable]))
  }
}
