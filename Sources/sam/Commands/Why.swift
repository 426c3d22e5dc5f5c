internal import AccountMatrix
internal import ArgumentParser
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam why`: where a number of the comparison comes from.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a number of 'sam compare': by share of the franc and by round of spending.")

  @Argument(help: "The programme (sam list).")
  var programme: String

  @Argument(help: "The column, for example gdp_factor_cost or tax_return.")
  var column: String

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var programmes: ProgrammeOptions

  func validate() throws {
    try output.requireTable(among: ["shares", "rounds"])
    _ = try chosen
  }

  private var chosen: EffectColumn {
    get throws {
      let known = EffectColumn.allCases.filter(\.isAmount).map(\.rawValue)
      guard let chosen = EffectColumn(rawValue: column), chosen.isAmount else {
        throw ValidationError(
          "there is no column '\(column)' to explain. Expected one of "
            + known.joined(separator: ", ") + ".")
      }
      return chosen
    }
  }

  func run() throws {
    let sam = try matrix.load()
    let model = try modelOptions.model(of: sam, tolerance: matrix.tolerance)
    let all = try programmes.all(for: sam, from: matrix.source)
    guard let wanted = all.first(where: { $0.id == programme }) else {
      let nearest = nearestCodes(to: programme, among: all.map(\.id))
      throw Diagnostic(
        "there is no programme '\(programme)'",
        remedy: programmeSuggestion(nearest))
    }
    try output.write(
      try Comparison(of: [wanted], in: model).explanationReport(of: programme, try chosen))
  }
}
