internal import AccountMatrix

extension IncomeDistribution {
  /// Groups added up: all of them, an area, or the poorest two fifths.
  public struct Sum: Sendable, Equatable {
    /// `all`, `rural`, `urban`, `bottom40` or `others`.
    public let name: String
    /// Their income in the base year, in the unit of the matrix.
    public let base: Double
    /// By how much it rises.
    public let change: Double
    /// Their part of the change of all groups; `nil` if the groups together gain nothing.
    public let shareOfChange: Double?
    /// What the injection pays to them directly.
    public let paidDirectly: Double
    /// The change beyond what is paid directly.
    public let changeBeyondTransfer: Double
    /// The people in them; `nil` where those of one group are not known.
    public let population: Double?

    /// The change in per cent of the base; `nil` without a base.
    public var percent: Double? { base == 0 ? nil : 100 * change / base }
  }

  /// All groups, the areas and the poorest two fifths, as far as every group has an area or quintile.
  public var sums: [Sum] {
    var parts = [sum("all", rows)]
    if rows.allSatisfy({ $0.group.area != nil }) {
      parts.append(sum("rural", rows.filter { $0.group.area == .rural }))
      parts.append(sum("urban", rows.filter { $0.group.area == .urban }))
    }
    if rows.allSatisfy({ $0.group.quintile != nil }) {
      parts.append(sum("bottom40", rows.filter { $0.group.isPoorHousehold }))
      parts.append(sum("others", rows.filter { !$0.group.isPoorHousehold }))
    }
    return parts
  }

  private func sum(_ name: String, _ members: [Row]) -> Sum {
    let total = totalChange
    let change = members.reduce(0) { $0 + $1.change }
    let people = members.map { $0.population }
    return Sum(
      name: name, base: members.reduce(0) { $0 + $1.base }, change: change,
      shareOfChange: total == 0 ? nil : change / total,
      paidDirectly: members.reduce(0) { $0 + $1.paidDirectly },
      changeBeyondTransfer: members.reduce(0) { $0 + $1.changeBeyondTransfer },
      population: people.contains(nil) ? nil : people.reduce(0) { $0 + ($1 ?? 0) })
  }

  /// A measure of inequality between the groups, before and after.
  public struct InequalityChange: Sendable, Equatable {
    /// `gini_between` or `theil_between`.
    public let measure: String
    /// In the base year.
    public let base: Double
    /// With the injection.
    public let after: Double
    /// By how much it rises.
    public var change: Double { after - base }
  }

  /// Gini and Theil between the groups, inequality inside them held fixed; `nil` where the people of
  /// a group are not known, or an income is negative.
  public var inequality: [InequalityChange]? {
    let people = rows.compactMap { $0.population }
    let before = rows.map { $0.base }
    let after = rows.map { $0.base + $0.change }
    guard people.count == rows.count, (before + after).allSatisfy({ $0 >= 0 }) else { return nil }
    return [
      InequalityChange(
        measure: "gini_between", base: Inequality.gini(incomes: before, populations: people),
        after: Inequality.gini(incomes: after, populations: people)),
      InequalityChange(
        measure: "theil_between", base: Inequality.theil(incomes: before, populations: people),
        after: Inequality.theil(incomes: after, populations: people)),
    ]
  }
}
