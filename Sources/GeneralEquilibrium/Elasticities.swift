package import AccountMatrix

/// How readily buyers, producers and households substitute: one table for a model.
///
/// Every value holds for some accounts; of those in a table that fit an account, its code goes before
/// its group, and that before the default of all. A table of one's own, or of a regime, goes before
/// the others in all that it says. What was used by default is listed by the model.
///
/// Reference: Armington 1969; Powell & Gruen 1968 (transformation); Stone 1954 and Frisch 1959
/// (linear expenditure system).
public struct Elasticities: Sendable, Equatable {
  /// What an elasticity is of.
  public enum Parameter: String, Sendable, CaseIterable {
    /// Substitution between domestic output and imports of a commodity.
    case armington
    /// Transformation between domestic sales and exports of a commodity.
    case transformation
    /// Substitution between the factors of an activity.
    case factors = "factor-substitution"
    /// Substitution between the intermediate inputs of an activity; zero is Leontief.
    case intermediates = "intermediate-substitution"
    /// Substitution between the activities that supply a commodity.
    case activities = "activity-substitution"
    /// Foreign demand for an exported commodity; infinite is a given world price.
    case exportDemand = "export-demand"
    /// Income elasticity of what households buy: a commodity, or the produce of an activity.
    case income
    /// Frisch parameter of households, minus one or less.
    case frisch
  }

  /// One line of the table.
  package struct Entry: Sendable, Equatable {
    /// What it is of.
    package var parameter: Parameter
    /// For which accounts.
    package var accounts: AccountSelector
    /// The value.
    package var value: Double
    /// The lowest and highest value worth a draw, where known.
    package var range: ClosedRange<Double>?
    /// Where it is from.
    package var source: String

    /// An entry from its parts.
    package init(
      _ parameter: Parameter, _ accounts: AccountSelector, _ value: Double,
      range: ClosedRange<Double>? = nil, source: String = ""
    ) {
      self.parameter = parameter
      self.accounts = accounts
      self.value = value
      self.range = range
      self.source = source
    }
  }

  /// Tables of lines, of which a later one goes before an earlier.
  private var layers: [[Entry]]

  /// The lines.
  package var entries: [Entry] { layers.flatMap { $0 } }

  /// A table from its lines.
  package init(_ entries: [Entry]) { layers = [entries] }

  /// Defaults for any economy, all of them assumptions: trade elasticities of 2, factors 0.5,
  /// Leontief inputs, unit income elasticities, given world prices.
  public static let standard = Elasticities([
    Entry(.armington, .all, 2, source: "assumed"),
    Entry(.transformation, .all, 2, source: "assumed"),
    Entry(.factors, .all, 0.5, source: "assumed"),
    Entry(.intermediates, .all, 0, source: "assumed"),
    Entry(.activities, .all, 6, source: "assumed"),
    Entry(.exportDemand, .all, .infinity, source: "assumed"),
    Entry(.income, .all, 1, source: "assumed"),
    Entry(.frisch, .all, -1, source: "assumed"),
  ])

  /// The same table with lines that go before those it has.
  package func overridden(by others: [Entry]) -> Elasticities {
    var table = self
    table.layers.append(others)
    return table
  }

  /// The value for an account, and whether it is only a default, of its group or of all.
  func value(
    _ parameter: Parameter, of account: Account
  ) -> (value: Double, isDefault: Bool) {
    for layer in layers.reversed() {
      let own = layer.filter { $0.parameter == parameter }
      if let k = AccountSelector.mostExact(own.map { $0.accounts }, holding: account) {
        return (own[k].value, own[k].accounts.precedence < 3)
      }
    }
    return (Self.fallback(parameter), true)
  }

  /// The same table with names as what they stand for in a matrix.
  func resolved(in sam: SocialAccountingMatrix) -> Elasticities {
    var table = self
    for layer in layers.indices {
      for k in layers[layer].indices {
        table.layers[layer][k].accounts = layers[layer][k].accounts.resolved(among: sam.accounts)
      }
    }
    return table
  }

  private static func fallback(_ parameter: Parameter) -> Double {
    for entry in standard.entries where entry.parameter == parameter { return entry.value }
    return 1
  }
}
