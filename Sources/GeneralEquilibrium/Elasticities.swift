package import AccountMatrix
internal import Glibc

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
    /// Of which households, for `income`; of all for the others.
    package var households: AccountSelector
    /// The value.
    package var value: Double
    /// The lowest and highest value worth a draw, where known.
    package var range: ClosedRange<Double>?
    /// Where it is from.
    package var source: String

    /// An entry from its parts.
    package init(
      _ parameter: Parameter, _ accounts: AccountSelector, _ value: Double,
      of households: AccountSelector = .all, range: ClosedRange<Double>? = nil,
      source: String = ""
    ) {
      self.parameter = parameter
      self.accounts = accounts
      self.households = households
      self.value = value
      self.range = range
      self.source = source
    }
  }

  /// Tables of lines, of which a later one goes before an earlier.
  private var layers: [Layer]

  private struct Layer: Sendable, Equatable {
    let entries: [Entry]
    /// The same by what they are of, since each account asks for a few of many.
    let byParameter: [Parameter: [Entry]]

    init(_ entries: [Entry]) {
      self.entries = entries
      var byParameter: [Parameter: [Entry]] = [:]
      for entry in entries { byParameter[entry.parameter, default: []].append(entry) }
      self.byParameter = byParameter
    }
  }

  /// The lines.
  package var entries: [Entry] { layers.flatMap { $0.entries } }

  /// A table from its lines.
  package init(_ entries: [Entry]) { layers = [Layer(entries)] }

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
    if !others.isEmpty { table.layers.append(Layer(others)) }
    return table
  }

  /// The value for an account, and whether it is only a default, of its group or of all.
  func value(
    _ parameter: Parameter, of account: Account, for household: Account? = nil
  ) -> (value: Double, isDefault: Bool) {
    for layer in layers.reversed() {
      // The account decides before the household.
      var best = (rank: -1, value: 0.0)
      for entry in layer.byParameter[parameter] ?? [] where entry.accounts.contains(account) {
        var place = 4 * entry.accounts.precedence
        if let household {
          guard entry.households.contains(household) else { continue }
          place += entry.households.precedence
        } else if entry.households != .all {
          continue
        }
        if place >= best.rank { best = (place, entry.value) }
      }
      if best.rank >= 0 { return (best.value, best.rank < 12) }
    }
    return (Self.fallback(parameter), true)
  }

  /// The same table with names as what they stand for in a matrix.
  func resolved(in sam: SocialAccountingMatrix) -> Elasticities {
    var table = self
    table.layers = layers.map { layer in
      Layer(
        layer.entries.map { entry in
          var changed = entry
          changed.accounts = entry.accounts.resolved(among: sam.accounts)
          changed.households = entry.households.resolved(among: sam.accounts)
          return changed
        })
    }
    return table
  }

  private static func fallback(_ parameter: Parameter) -> Double {
    for entry in standard.entries where entry.parameter == parameter { return entry.value }
    return 1
  }

  /// The table with every value that has a range replaced by one of it, in proportion where the range
  /// is above zero.
  ///
  /// - Parameter part: by what they are of, where in the range: zero lowest, one highest; one number
  ///   for all accounts, as what is unknown of them is the same.
  package func drawn(at part: (Parameter) -> Double) -> Elasticities {
    var table = self
    table.layers = layers.map { layer in
      Layer(
        layer.entries.map { entry in
          guard let range = entry.range, range.lowerBound < range.upperBound else { return entry }
          var changed = entry
          changed.value = Self.value(in: range, at: part(entry.parameter))
          return changed
        })
    }
    return table
  }

  private static func value(in range: ClosedRange<Double>, at part: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    // A slope of demand or supply is drawn as its inverse where it may be infinite.
    if high == .infinity { return low > 0 ? low / (1 - part) : part / (1 - part) }
    if low > 0 { return low * pow(high / low, part) }
    return low + part * (high - low)
  }
}
