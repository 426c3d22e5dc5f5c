public import ArgumentParser
public import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam extract`: what would be lost without each activity.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hypothetical extraction: what would be lost without each activity.",
    discussion: """
      The system is activities, commodities and margins, or all endogenous accounts of a matrix \
      without kinds; all others are final demand.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "What is cut out: column, row, both, both-keep-own or remove.")
  var variant: HypotheticalExtraction.Variant = .both

  func validate() throws {
    try modelOptions.requireFreeSupply(for: "extract")
    try modelOptions.requireOwnProduce(for: "extract", unlike: [.market, .ownHousehold])
    try modelOptions.requireAverageSpending(for: "extract")
    try output.requireTable(among: ["extract"])
  }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    try output.write(
      HypotheticalExtraction(try ProductionSystem(model), variant: variant).report)
  }
}

extension HypotheticalExtraction.Variant: ExpressibleByArgument {}
