internal import AccountMatrix
internal import ArgumentParser
internal import Reporting
internal import SocialAccounting

/// `sam accounts`: the accounts of a matrix, as a file for `--accounts` to fill in.
struct Accounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the accounts of a matrix; as CSV a file for --accounts to correct and use.",
    discussion: """
      Kinds and groups that the file does not say are guessed from codes and names, and from who \
      pays whom; the column basis marks each guess, and reason says what it rests on. Check them \
      before you use the file.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["accounts"]) }

  func run() throws {
    let sam = try matrix.load()
    let proposal = AccountProposal(for: sam)
    try output.write(
      Report(
        command: "accounts", facts: [Report.Fact("matrix", sam.caption)],
        tables: [proposal.table(of: sam)]))
    let unknown = proposal.entries.count { $0.basis == .unknown }
    if proposal.guessCount + unknown > 0 {
      complain(
        "sam: note: \(proposal.guessCount) of \(proposal.entries.count) kinds are guesses, marked "
          + "in the column 'basis', and \(unknown) are not known: check them, then give the file "
          + "with --accounts")
    }
  }
}
