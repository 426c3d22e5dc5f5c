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
    try sam.requireBalancedFile(tolerance: matrix.tolerance)
    let file = try SourceFile(given: map)
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
    noteRounding(of: smaller)
  }

  /// Says which tolerance the groups need once they are a file, whose digits no longer tell the
  /// rounding of the accounts that they were added from.
  private func noteRounding(of sam: SocialAccountingMatrix) {
    let file = SourceFile(name: "", bytes: Array(sam.squareTable().csv.utf8))
    guard let balances = try? SquareTable.read(file).balances(),
      !balances.allSatisfy(\.isBalanced), let gap = balances.map({ abs($0.gap) }).max()
    else { return }
    complain(
      "sam: note: the groups balance only within the rounding of their accounts; "
        + "read this matrix with --tolerance \((1.01 * gap).sixDigits)")
  }
}
