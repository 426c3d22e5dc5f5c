internal import AccountMatrix
internal import ArgumentParser
internal import GeneralEquilibrium
internal import Multipliers
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

  @OptionGroup var prices: RegimeChoice
  @OptionGroup var contributions: ContributorOptions

  @Option(
    help: "Who pays under a regime: grant, borrowing, direct-tax, indirect-tax or programme:ID.")
  var financing: String?

  func validate() throws {
    if contributions.contributors != nil, try paying != .contributions {
      throw ValidationError("--contributors goes with --financing contributions.")
    }
    if prices.names.isEmpty {
      try output.requireTable(among: ["shares", "rounds"])
      _ = try chosen
      if financing != nil {
        throw ValidationError(
          "--financing needs --regime NAME; without one an effect is explained before it is paid for."
        )
      }
    } else {
      try output.requireTable(among: ["scarcities"])
      guard prices.names.count == 1 else {
        throw ValidationError("an effect is explained under one regime at a time.")
      }
      _ = try indicator
      _ = try paying
    }
  }

  private var paying: Financing {
    get throws {
      guard let financing else { return .grant }
      do { return try Financing(parsing: financing) } catch { throw error.asWrongUsage }
    }
  }

  /// What is explained under a regime; the GDP of the multiplier model is real there.
  private var indicator: Indicator {
    get throws {
      guard let chosen = Indicator(rawValue: column), chosen.isAmount else {
        throw ValidationError(
          "there is no column '\(column)' to explain under a regime. Expected one of "
            + Indicator.allCases.filter { $0.isAmount }.map { $0.rawValue }
            .joined(separator: ", ") + ".")
      }
      return chosen
    }
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
    let model = try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance)
    let wanted = try programmes.programme(programme, for: sam, from: matrix.source)
    guard prices.names.isEmpty else {
      return try output.write(try scarcities(of: wanted, in: model))
    }
    try output.write(
      try Comparison(of: [wanted], in: model).explanationReport(of: programme, try chosen))
  }

  /// What each scarcity of the regime takes away.
  private func scarcities(
    of wanted: Programme, in model: MultiplierModel
  ) throws -> Report {
    var compared = [wanted]
    let paying = try paying
    if case .programme(let id) = paying, id != wanted.id {
      compared.append(try programmes.programme(id, for: model.sam, from: matrix.source))
    }
    let comparison = try Comparison(
      of: compared, in: model, financing: paying,
      rule: paying == .contributions
        ? try contributions.rule(for: model.sam, from: matrix.source) : nil)
    let regimes = try prices.regimes(from: matrix.source, exports: modelOptions.exports)
    return try ScarcitySplit(
      of: wanted.id, try indicator, in: comparison, under: regimes[0],
      elasticities: try prices.tables.elasticities(for: model.sam, from: matrix.source),
      tolerance: matrix.tolerance
    ).report(in: comparison)
  }
}
