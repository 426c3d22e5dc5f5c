public import ArgumentParser
public import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam linkages`: who pulls on whom, and which accounts are key.
struct LinkagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linkages",
    abstract: "Backward and forward linkages, their indices, and key accounts.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: "production: activities, commodities and margins; sam: all endogenous accounts.")
  var inverse: ProductionSystem.Scope = .production

  func validate() throws {
    try modelOptions.requireFreeSupply(for: "linkages")
    try modelOptions.requireOwnProduce(
      for: "linkages --inverse \(inverse.rawValue)",
      unlike: inverse == .production ? [.market, .ownHousehold] : [.ownHousehold])
    if inverse == .production {
      try modelOptions.requireAverageSpending(for: "linkages --inverse production")
    }
    try output.requireTable(among: ["linkages"])
  }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    try output.write(Linkages(try ProductionSystem(model, scope: inverse)).report)
  }
}

extension ProductionSystem.Scope: ExpressibleByArgument {}
