internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam closures`: how the main results move with the closure.
struct Closures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How the main results move with the closure: enterprises, government, savings.",
    discussion: """
      Without an injection: one unit to the average household, and one unit of what government buys.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var injection: InjectionOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["closures"]) }

  func run() throws {
    let model = try modelOptions.model(
      of: try matrix.load(), from: matrix.source, tolerance: matrix.tolerance)
    var injections: [(name: String, injection: Injection)] = []
    if injection.isGiven {
      let injected = try injection.injection(in: model, from: matrix.source)
      if injection.programme == nil {
        for amount in injected.injection.amounts { try model.requireEndogenous(amount.account) }
      }
      injections = [injected]
    } else {
      injections = [
        ("Transfer to the average household", model.sam.averageTransfer),
        ("Purchase as government buys", model.sam.averageGovernmentPurchase),
      ].compactMap { name, injection in injection.map { (name, $0) } }
      if injections.isEmpty {
        throw Diagnostic(
          "the matrix has neither households nor a government that buys",
          remedy: "Name an injection with --from CODE, --shock or --programme ID")
      }
    }
    try output.write(
      try model.closuresReport(
        of: injections, structural: try structural(of: model),
        remarks: try matrix.balanceNotes(on: model.sam)))
  }

  /// The country's choices that are no closure: how much is saved, what becomes of own produce.
  private func structural(
    of model: MultiplierModel
  ) throws -> [(id: String, name: String, model: MultiplierModel)] {
    guard try matrix.source.isHome(of: model.sam) else { return [] }
    return try matrix.source.structuralScenarios(of: model).dropFirst()
      .filter { $0.exogenous.isEmpty && $0.endogenous.isEmpty && $0.response.isFree }
      .map { (id: $0.id, name: $0.name, model: try $0.model(from: model)) }
  }
}
