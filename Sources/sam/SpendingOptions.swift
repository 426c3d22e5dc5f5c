internal import ArgumentParser
internal import AccountMatrix
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// How households spend: at average or marginal shares, and on their own produce.
struct SpendingOptions: ParsableArguments {
  /// What becomes of own consumption.
  enum OwnConsumptionChoice: String, ExpressibleByArgument, CaseIterable {
    /// What a limited activity does not meet is not met.
    case unmet
    /// What a limited activity does not meet is bought on the market.
    case market
    /// No own consumption at the margin.
    case off

    /// What the supply side of the model is told.
    var supply: OwnConsumption { self == .market ? .market : .unmet }
  }

  @Option(help: "CSV with household,commodity,elasticity: spending at the margin.")
  var elasticities: String?

  @Option(
    help: ArgumentHelp(
      "unmet, market or off.",
      discussion: """
        What a limited activity does not meet of own consumption is not met, or bought on the \
        market; off: households meet none of their additional demand from their own produce.
        """))
  var ownConsumption: OwnConsumptionChoice = .unmet

  /// Whether spending at the margin differs from the average.
  var isAtMargin: Bool { elasticities != nil || ownConsumption == .off }

  /// Refuses to move own consumption that nothing limits.
  func requireSense(isLimited: Bool) throws {
    if ownConsumption == .market, !isLimited {
      throw ValidationError(
        "--own-consumption market needs limited supply; give --response NAME=SHARE below 1.")
    }
  }

  /// The model with these options, spending at the margin where it is asked for.
  func model(
    of sam: SocialAccountingMatrix, by options: ModelOptions, tolerance: Double?
  ) throws -> MultiplierModel {
    let accounting = try options.model(
      of: sam, ownConsumption: ownConsumption.supply, tolerance: tolerance)
    return try fixedPrice(accounting)?.marginal ?? accounting
  }

  /// Multipliers with spending at the margin, where it is asked for.
  func fixedPrice(_ accounting: MultiplierModel) throws -> FixedPriceMultipliers? {
    guard isAtMargin else { return nil }
    let file = try elasticities.map { path throws(Diagnostic) in try SourceFile(given: path) }
    let table = try file.map { file throws(Diagnostic) in try ElasticityTable.read(file) }
    let entries = try table ?? IncomeElasticities([])
    do {
      return try FixedPriceMultipliers(
        accounting, elasticities: entries,
        ownConsumption: ownConsumption == .off ? .off : .asListed)
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
