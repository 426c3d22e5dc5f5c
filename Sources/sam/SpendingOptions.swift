public import ArgumentParser
internal import AccountMatrix
public import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// How households spend: at average or marginal shares, and on their own produce.
struct SpendingOptions: ParsableArguments {
  @Option(help: "CSV with household,commodity,elasticity: spending at the margin.")
  var elasticities: String?

  @Option(
    help: ArgumentHelp(
      "unmet, market, off or own-household.",
      discussion: """
        What a limited activity does not meet of own consumption is not met, or bought on the \
        market; off: households meet none of their additional demand from their own produce; \
        own-household: they have what their own produce adds to value.
        """))
  var ownConsumption: OwnConsumption = .unmet

  /// Whether spending at the margin differs from the average.
  func isAtMargin(_ options: ModelOptions) -> Bool {
    elasticities != nil || ownConsumption == .off || options.spending == .marginal
  }

  /// Refuses to move own consumption that nothing limits, and two rules for it.
  func requireSense(isLimited: Bool, _ options: ModelOptions) throws {
    if elasticities != nil, options.spending == .marginal {
      throw ValidationError(
        "--elasticities and --spending both say how households spend; give one.")
    }
    if ownConsumption != .unmet, options.ownProduce != .average {
      throw ValidationError(
        "--own-consumption and --own-produce both say what becomes of own produce; give one.")
    }
    if ownConsumption == .market, !isLimited {
      throw ValidationError(
        "--own-consumption market needs limited supply; give --response NAME=SHARE below 1.")
    }
  }

  /// The model with these options, spending at the margin where it is asked for.
  func model(
    of sam: SocialAccountingMatrix, by options: ModelOptions, from source: Country,
    tolerance: Double?
  ) throws -> MultiplierModel {
    let own = ownConsumption == .unmet ? options.ownProduce.ownConsumption : ownConsumption
    let accounting = try options.model(
      of: sam, from: source, ownConsumption: own, tolerance: tolerance)
    guard isAtMargin(options) else { return accounting }
    let file = try elasticities.map { path throws(Diagnostic) in try SourceFile(given: path) }
    let table = try file.map { file throws(Diagnostic) in try ElasticityTable.read(file) }
    do {
      return try accounting.with {
        $0.ownConsumption = own
        if let table { $0.spending = .marginal(table) }
      }
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = elasticities
      throw diagnostic
    }
  }

  /// The file of elasticities, for every format.
  var facts: [Report.Fact] {
    elasticities.map { [Report.Fact("elasticities", $0)] } ?? []
  }
}

extension OwnConsumption: ExpressibleByArgument {}
