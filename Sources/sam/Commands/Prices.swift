internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam prices`: what a tax, a wage or an import price does to every price.
struct Prices: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What a rise of a tax, wage or import price does to prices and the cost of living.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Costs that rise, CODE=PERCENT,...; for a code also a group or @kind.",
      discussion: """
        An exogenous account: all payments to it rise by the percentage. An endogenous one: the \
        percentage is added to its unit cost.
        """))
  var cost: String

  func validate() throws {
    _ = try changes
    try modelOptions.requireFreeSupply(for: "prices")
    try modelOptions.requireOwnProduce(for: "prices", unlike: [.ownHousehold])
    try output.requireTable(among: ["prices", "cost-of-living"])
  }

  private var changes: [PriceModel.CostChange] {
    get throws {
      do { return try PriceModel.CostChange.list(parsing: cost) } catch { throw error.asWrongUsage }
    }
  }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    for change in try changes {
      _ = try change.accounts.accounts(in: model.sam, of: "--cost")
    }
    try output.write(try PriceModel(model).report(of: try changes))
  }
}
