internal import ArgumentParser
internal import Reporting
internal import SocialAccounting

/// `sam describe`: the structure of an economy on one page.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The structure of a matrix on one page: GDP, branches, trade, taxes, households.",
    discussion: """
      CSV and JSON hold every account; the page shows the largest. --table households puts the \
      incomes and spending of all household groups beside each other.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["describe", "households"]) }

  func run() throws {
    let sam = try matrix.load()
    try sam.requireBalancedFile(tolerance: matrix.tolerance)
    try output.write(try MatrixDescription(sam).report(of: sam))
  }
}
