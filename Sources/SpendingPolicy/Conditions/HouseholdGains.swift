package import AccountMatrix
public import Multipliers

/// Income of each household group per unit of money, for a few kinds of spending.
package struct HouseholdGains: Sendable {
  /// What is spent.
  package enum Spending: Sendable, Equatable {
    /// The average of a family.
    case average(Programme.Family)
    /// A programme.
    case programme(Programme)
  }

  /// A kind of spending, and the income of each group per unit of money.
  package struct Panel: Sendable {
    /// What is spent.
    package let spending: Spending
    /// Income by group.
    package let incomes: [Double]
  }

  /// One group, or the rural and the urban group of a quintile.
  package struct Bar: Sendable {
    /// The quintile, where groups are put together by it.
    package let quintile: Int?
    /// Groups by their position.
    package let members: [(group: Int, isUrban: Bool)]
  }

  /// The household accounts that respond.
  package let groups: [Account]
  /// Kinds of spending.
  package let panels: [Panel]
  /// Groups as they are shown, the poorest first.
  package let bars: [Bar]
  /// Whether every group has an area and a quintile.
  package let hasAreas: Bool

  /// The averages of both families, and of each that has several programmes the one that gives most
  /// to the poorest 40 per cent; where there is one family only, up to four programmes.
  ///
  /// - Throws: `MultiplierModel.Failure`.
  package init(_ comparison: Comparison) throws(MultiplierModel.Failure) {
    let model = comparison.model
    let accounts = model.endogenous.filter { $0.kind == .household }
    groups = accounts
    hasAreas = !accounts.isEmpty && accounts.allSatisfy { $0.area != nil && $0.quintile != nil }
    if hasAreas {
      bars = (1...5).map { quintile in
        Bar(
          quintile: quintile,
          members: accounts.indices.filter { accounts[$0].quintile == quintile }.map {
            (group: $0, isUrban: accounts[$0].area == .urban)
          })
      }.filter { !$0.members.isEmpty }
    } else {
      bars = accounts.indices.map { Bar(quintile: nil, members: [(group: $0, isUrban: false)]) }
    }
    let positions = model.endogenous.indices.filter { model.endogenous[$0].kind == .household }
    var panels: [Panel] = []
    for (spending, injection) in Self.spending(comparison) {
      let response = try model.response(to: injection, exogenousReceivers: true)
      panels.append(
        Panel(spending: spending, incomes: positions.map { response.changes[$0] }))
    }
    self.panels = panels
  }

  /// The income of the groups of a bar together.
  package func income(of bar: Bar, in panel: Panel) -> Double {
    bar.members.reduce(0) { $0 + panel.incomes[$1.group] }
  }

  private static func spending(
    _ comparison: Comparison
  ) -> [(spending: Spending, injection: Injection)] {
    func alone(_ row: Comparison.Row) -> (spending: Spending, injection: Injection) {
      (spending: .programme(row.programme), injection: row.programme.injection())
    }
    let ranked = comparison.rows.filter { $0.programme.isRanked && $0.programme.family != .tax }
    let families = Programme.Family.allCases.filter { family in
      ranked.contains { $0.programme.family == family }
    }
    guard families.count == 2 else { return ranked.prefix(4).map(alone) }
    let averages = families.map { family -> (spending: Spending, injection: Injection) in
      let weights = comparison.weights(of: family)
      var shares: [(account: String, value: Double)] = []
      for programme in comparison.rows.map({ $0.programme }) {
        guard let weight = weights[programme.id], weight != 0 else { continue }
        shares += programme.shares.map { (account: $0.account, value: $0.fraction * weight) }
      }
      return (spending: .average(family), injection: Injection(shares))
    }
    let best = families.compactMap { family -> Comparison.Row? in
      let members = comparison.ranked(of: family)
      return members.count < 2
        ? nil
        : members.filter { $0.effect.incomeBottom40 != nil }
          .max { ($0.effect.incomeBottom40 ?? 0) < ($1.effect.incomeBottom40 ?? 0) }
    }
    return averages + best.map(alone)
  }

  /// The part of the income of a family's average that the richest fifth receives, where no other
  /// fifth receives as much.
  package func partOfRichest(_ family: Programme.Family) -> Double? {
    guard let panel = panels.first(where: { $0.spending == .average(family) }),
      groups.allSatisfy({ $0.quintile != nil })
    else { return nil }
    let fifths = (1...5).map { quintile in
      zip(groups, panel.incomes).reduce(0) { $0 + ($1.0.quintile == quintile ? $1.1 : 0) }
    }
    let (richest, total) = (fifths[4], fifths.reduce(0, +))
    let isLargest = fifths.dropLast().allSatisfy { Verdict.order(richest, $0) == true }
    return isLargest && total > 0 ? richest / total : nil
  }
}

extension FamilyAverage {
  /// One unit of money spread over the programmes as the average holds them.
  public var injection: Injection {
    Injection(
      parts.flatMap { part in
        part.programme.shares.map { ($0.account, $0.fraction * part.part) }
      })
  }
}
