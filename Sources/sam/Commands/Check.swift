internal import ArgumentParser
internal import LinearAlgebra
internal import Reporting
internal import SocialAccounting

/// `sam check`: whether a matrix balances, its GDP, and the state of its model.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a matrix: balance of every account, GDP three ways, the model, warnings.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.requireTable(among: ["check", "gdp", "model", "warnings"])
  }

  func run() throws {
    let sam = try matrix.load()
    try sam.requireBalancedFile(tolerance: matrix.tolerance)
    let hasClosure = sam.hasKinds || modelOptions.exogenous != nil
    let model =
      hasClosure
      ? try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance) : nil
    try output.write(
      sam.checkReport(
        model: model, backend: (Backend.kernel, Backend.threads), tolerance: matrix.tolerance))
  }
}
