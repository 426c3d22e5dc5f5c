internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam rounds`: how an effect builds up.
struct Rounds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Round by round: how the effect of an injection builds up to its closed form.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var spending: SpendingOptions
  @OptionGroup var injection: InjectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "How many rounds follow the injection.")
  var rounds = 12

  func validate() throws {
    try injection.requireInjection()
    if !(0...1000).contains(rounds) {
      throw ValidationError("--rounds is \(rounds); expected 0 to 1000.")
    }
    try spending.requireSense(isLimited: !modelOptions.supply.isFree, modelOptions)
    try output.requireTable(among: ["rounds", "accounts"])
  }

  func run() throws {
    let model = try spending.model(
      of: try matrix.load(), by: modelOptions, from: matrix.source,
      tolerance: matrix.tolerance)
    let injected = try injection.injection(in: model, from: matrix.source)
    if injection.programme == nil {
      for amount in injected.injection.amounts { try model.requireEndogenous(amount.account) }
    }
    let result = try model.spendingRounds(of: injected.injection, count: rounds)
    try output.write(result.report(of: model, named: injected.name))
  }
}
