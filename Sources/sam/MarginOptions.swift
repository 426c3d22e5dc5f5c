public import ArgumentParser
internal import AccountMatrix
public import Multipliers
internal import RwandaSAM
internal import SocialAccounting

/// What becomes of a further franc: own produce, exports, and by which shares households spend.
struct MarginOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "average (default), market or own-household.",
      discussion: """
        What households do with a further franc that on average buys their own produce: the same; \
        spend it on the market; or have back what it adds to value, in place of all who earn it.
        """))
  var ownProduce: OwnProduceRule?

  @Option(
    help: ArgumentHelp(
      "Where exports come from: composite (default) or own-output.",
      discussion: """
        composite: from the same supply as home demand, the textbook multiplier; own-output: from \
        domestic output, so that what is sold at home carries more imports.
        """))
  var exports: ExportSupply?

  @Option(
    help: ArgumentHelp(
      "How households spend a further franc: average (default) or marginal.",
      discussion: """
        average: as they spend the others, the textbook multiplier; marginal: by expenditure \
        elasticities, less of it on food and on direct tax of the poor (SAM/spending).
        """))
  var spending: SpendingRule?
}

extension MarginOptions {
  /// The choices, of which those that are not made are as elsewhere.
  var rules: MarginRules {
    MarginRules(ownProduce: ownProduce, exports: exports, spending: spending)
  }
}

extension MarginRules {
  /// The settings of a model with the choices that are made.
  ///
  /// - Throws: `Diagnostic` where the households of the matrix have no known elasticities.
  func apply(
    to settings: inout ModelSettings, of sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) {
    if let ownProduce { settings.ownConsumption = ownProduce.ownConsumption }
    if let exports { settings.exports = exports }
    switch spending {
    case nil: break
    case .average?: settings.spending = .average
    case .marginal?:
      guard let known = try source.expenditureElasticities(for: sam) else {
        throw Diagnostic(
          "no expenditure elasticities are known for the households of this matrix",
          remedy: "Leave spending at the margin out, or give elasticities with 'sam multipliers "
            + "--elasticities FILE'")
      }
      settings.spending = .expenditure(known)
    }
  }
}

extension OwnProduceRule: ExpressibleByArgument {}
extension SpendingRule: ExpressibleByArgument {}
extension ExportSupply: ExpressibleByArgument {}
