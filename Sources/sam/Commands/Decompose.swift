internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam decompose`: why a multiplier is what it is.
struct Decompose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take multipliers apart: within groups, across groups, round the circle.",
    discussion: """
      Additive (Stone 1985): I + T + O + C = M. Multiplicative (Pyatt & Round 1979): \
      M3 M2 M1 = M; for a unit into an account the columns of the three matrices.
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var spending: SpendingOptions
  @OptionGroup var injection: InjectionOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "The matrices M1, M2, M3 instead of the effects that add up.")
  var multiplicative = false

  @Option(help: "CSV with code,group. Default: production, factors, institutions.")
  var groups: String?

  func validate() throws {
    try injection.requireInjection()
    try spending.requireSense(isLimited: !modelOptions.supply.isFree, modelOptions)
    try output.requireTable(among: ["decompose", "groups"])
  }

  func run() throws {
    let model = try spending.model(
      of: try matrix.load(), by: modelOptions, from: matrix.source,
      tolerance: matrix.tolerance)
    let injected = try injection.injection(in: model, from: matrix.source)
    let blocks =
      if let groups {
        try BlockTable.read(try SourceFile(given: groups), for: model)
      } else {
        try AccountBlocks(of: model)
      }
    let decomposition = try MultiplierDecomposition(model, by: blocks)
    try output.write(
      try decomposition.report(
        of: injected.injection, named: injected.name, multiplicative: multiplicative,
        exogenousReceivers: injection.programme != nil))
  }
}
