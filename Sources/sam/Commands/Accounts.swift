internal import ArgumentParser
internal import Reporting
internal import SocialAccounting

/// `sam accounts`: the accounts of a matrix, as a file for `--accounts` to fill in.
struct Accounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the accounts of a matrix; as CSV a file for --accounts to fill in.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["accounts"]) }

  func run() throws {
    let sam = try matrix.load()
    try output.write(
      Report(
        command: "accounts", facts: [Report.Fact("matrix", sam.caption)],
        tables: [sam.accountsTable]))
  }
}
