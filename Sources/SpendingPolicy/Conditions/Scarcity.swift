package import AccountMatrix
package import Multipliers

/// What is scarce in a condition: whose supply follows demand in part, or not at all.
///
/// Whether a transfer or a service does more for GDP hangs on what is scarcer, the food that cash is
/// spent on or the skills that services are made of. So every group of activities is limited in
/// turn, by one rule: nobody chooses the conditions that suit an answer.
package enum Scarcity: Sendable, Hashable {
  /// A group of activities, and the share of demand that it meets.
  package struct Limit: Sendable, Hashable {
    /// The name of the group.
    package let group: String
    /// The share of demand, 0 where its output is fixed.
    package let share: Double

    /// A limit from its parts.
    package init(_ group: String, _ share: Double) {
      self.group = group
      self.share = share
    }
  }

  /// These groups; all others as in the model.
  case groups([Limit])
  /// Every group meets this share of demand.
  case all(Double)
  /// The output of the activity that makes most of what is invested is fixed; by its name.
  case investment(String)
  /// Skilled labour and land: an activity responds by 1 less their share of its value added.
  case skills

  /// Every scarcity that a matrix knows, with the supply that it stands for: each group at half and
  /// fixed, the activity that builds, skilled labour, all at half, and pairs of groups, both at half
  /// or one fixed beside the other at half.
  ///
  /// Pairs are left out where there are more than four groups; groups where activities are in none.
  package static func all(for model: MultiplierModel) -> [(
    scarcity: Scarcity, supply: SupplyResponse
  )] {
    let sam = model.sam
    let base = model.settings.supply
    var found: [(scarcity: Scarcity, supply: SupplyResponse)] = []
    func add(_ scarcity: Scarcity, _ supply: SupplyResponse?) {
      guard let supply, supply != base, !found.contains(where: { $0.supply == supply }) else {
        return
      }
      found.append((scarcity: scarcity, supply: supply))
    }
    func limited(_ limits: [Limit]) -> SupplyResponse? {
      var supply = base
      for limit in limits {
        guard let next = try? supply.settingGroup(limit.group, to: limit.share, in: sam) else {
          return nil
        }
        supply = next
      }
      return supply
    }
    let groups = groups(of: sam)
    for group in groups {
      for share in [0.5, 0] {
        add(.groups([Limit(group, share)]), limited([Limit(group, share)]))
      }
    }
    if let builder = sam.mainInvestmentActivity {
      add(
        .investment(builder.name.isEmpty ? builder.code : builder.name),
        try? base.setting(.account(builder.code), to: 0))
    }
    add(.skills, skills(in: model))
    if groups.count > 1 { add(.all(0.5), limited(groups.map { Limit($0, 0.5) })) }
    guard groups.count <= 4 else { return found }
    for (i, first) in groups.enumerated() {
      for second in groups[(i + 1)...] {
        for pair in [(0.5, 0.5), (0, 0.5), (0.5, 0)] {
          let limits = [Limit(first, pair.0), Limit(second, pair.1)]
          add(.groups(limits), limited(limits))
        }
      }
    }
    return found
  }

  /// Whether one group, activity or kind of factor alone is scarce.
  package var isOne: Bool {
    switch self {
    case .groups(let limits): limits.count == 1
    case .investment, .skills: true
    case .all: false
    }
  }

  /// The groups of activities, where every activity is in one.
  package static func groups(of sam: SocialAccountingMatrix) -> [String] {
    guard sam.ungroupedActivities.isEmpty else {
      // Agriculture is limited by its members, and known where somebody has said what they are.
      return []
    }
    return sam.indices(of: .activity).compactMap { sam.accounts[$0].group }.uniqued
  }

  /// Each activity responds by 1 less the share of skilled labour and land in its value added, and by
  /// no more than in the model; `nil` for a matrix without skilled labour.
  private static func skills(in model: MultiplierModel) -> SupplyResponse? {
    let sam = model.sam
    let skilled = sam.accounts.indices.filter {
      sam.accounts[$0].schooling == .skilled
    }
    guard !skilled.isEmpty else { return nil }
    let scarce = skilled + sam.indices(of: .land)
    let factors = sam.indices(where: { $0.isFactor })
    var entries: [SupplyResponse.Entry] = []
    for (account, share) in zip(model.endogenous, model.shares) where account.kind == .activity {
      guard let a = try? sam.index(of: account.code) else { continue }
      let valueAdded = sam.flow(from: [a], to: factors)
      guard valueAdded > 0 else { continue }
      let part = min(1, max(0, sam.flow(from: [a], to: scarce) / valueAdded))
      let response = min(share, 1 - part)
      if response < 1 {
        entries.append(SupplyResponse.Entry(selector: .account(account.code), share: response))
      }
    }
    return entries.isEmpty ? nil : try? SupplyResponse(entries)
  }
}

extension SocialAccountingMatrix {
  /// The activity that supplies most of the commodity of which most is invested: construction, in
  /// most countries.
  fileprivate var mainInvestmentActivity: Account? {
    let savings = indices(of: .savings)
    let commodity = indices(of: .commodity).max {
      flow(from: savings, to: [$0]) < flow(from: savings, to: [$1])
    }
    guard let commodity, flow(from: savings, to: [commodity]) > 0 else { return nil }
    let activity = indices(of: .activity).max { self[$0, commodity] < self[$1, commodity] }
    return activity.flatMap { self[$0, commodity] > 0 ? accounts[$0] : nil }
  }
}

extension Comparison {
  /// GDP at factor cost per franc of the averages of the two families, net of who pays.
  package struct AverageGDP: Sendable, Equatable {
    /// That of social protection.
    package let protection: Double
    /// That of other public spending.
    package let others: Double

    /// By how much social protection does more.
    package var difference: Double { protection - others }

    /// The same for another amount in place of one franc.
    package func times(_ amount: Double) -> AverageGDP {
      AverageGDP(protection: amount * protection, others: amount * others)
    }
  }

  /// GDP at factor cost of the two averages under some supply; `nil` without both averages.
  ///
  /// - Throws: `Failure.model` if the model has no solution.
  /// - Complexity: O(n³).
  package func averageGDP(under supply: SupplyResponse) throws(Failure) -> AverageGDP? {
    let protection = weights(of: .socialProtection)
    let others = weights(of: .otherPublicSpending)
    guard !protection.isEmpty, !others.isEmpty else { return nil }
    let limited: MultiplierModel
    do { limited = try model.with { $0.supply = supply } } catch { throw .model(error) }
    let gdp = limited.multipliers(ofWeights: [limited.weights(of: .gdpFactorCost)])[0]
    func mean(_ weights: [String: Double]) -> Double {
      rows.indices.reduce(0) { sum, p in
        guard let weight = weights[rows[p].programme.id] else { return sum }
        return sum + weight * zip(gdp, injections[p]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return AverageGDP(protection: mean(protection), others: mean(others))
  }

  /// The supply in which groups meet these shares of demand, others as in the model.
  ///
  /// - Throws: `Failure.model` if a share is out of range.
  package func supply(limiting limits: [Scarcity.Limit]) throws(Failure) -> SupplyResponse {
    var supply = model.settings.supply
    for limit in limits {
      do { supply = try supply.settingGroup(limit.group, to: limit.share, in: model.sam) } catch {
        throw .model(.response(error))
      }
    }
    return supply
  }

  /// The two averages as some groups of activities meet less of the demand, every combination of the
  /// shares in turn.
  ///
  /// - Throws: `Failure.model`.
  package func averageGDP(
    varying groups: [String], over shares: [Double]
  ) throws(Failure) -> [(shares: [Double], gdp: AverageGDP)] {
    var points: [[Double]] = [[]]
    for _ in groups { points = points.flatMap { point in shares.map { point + [$0] } } }
    var found: [(shares: [Double], gdp: AverageGDP)] = []
    for point in points {
      let limits = zip(groups, point).map { Scarcity.Limit($0, $1) }
      guard let gdp = try averageGDP(under: try supply(limiting: limits)) else { return [] }
      found.append((shares: point, gdp: gdp))
    }
    return found
  }
}

/// Which scarcity decides: how the order of the two averages answers to each group that is limited
/// alone.
package struct DecidingScarcity: Sendable, Equatable {
  /// Groups that, limited alone, leave social protection with more, at every share that was tried.
  package var protection: [String] = []
  /// Groups that, limited alone, leave other public spending with more, at every share likewise.
  package var others: [String] = []
  /// Groups limited alone under which neither does more at some share, or one at half and the other
  /// fixed.
  package var neither: [String] = []

  /// The order without any of these limits.
  package var base: Comparison.Contrast.Order

  /// Whether limiting one group alone turns the order to the other side, or some groups leave one
  /// kind of spending with more and others the other.
  package var decides: Bool {
    (!protection.isEmpty && !others.isEmpty)
      || (base == .othersMore && !protection.isEmpty)
      || (base == .protectionMore && !others.isEmpty)
  }

  /// Whether the order is the same under every limit, and as it is without.
  package var turnsNothing: Bool {
    switch base {
    case .protectionMore: others.isEmpty && neither.isEmpty
    case .othersMore: protection.isEmpty && neither.isEmpty
    case .same: false
    }
  }

  /// Read off the contrasts of conditions in which one group alone is limited; `nil` unless two groups
  /// or more are. The first is that without limits.
  package init?(_ contrasts: [Comparison.Contrast]) {
    guard let first = contrasts.first else { return nil }
    base = first.order
    var orders: [(group: String, orders: Set<Comparison.Contrast.Order>)] = []
    for contrast in contrasts {
      guard let group = contrast.condition.onlyLimitedGroup else { continue }
      if let known = orders.firstIndex(where: { $0.group == group }) {
        orders[known].orders.insert(contrast.order)
      } else {
        orders.append((group: group, orders: [contrast.order]))
      }
    }
    guard orders.count > 1 else { return nil }
    for one in orders {
      switch one.orders {
      case [.protectionMore]: protection.append(one.group)
      case [.othersMore]: others.append(one.group)
      default: neither.append(one.group)
      }
    }
  }
}

extension Scarcity {
  /// Agriculture, and services beside it, as far as every activity of the matrix is in a group.
  package static func groupsOfCurves(in sam: SocialAccountingMatrix) -> [String] {
    let known = groups(of: sam)
    guard known.contains(AccountSelector.agriculture) else { return [] }
    return [AccountSelector.agriculture] + (known.contains("services") ? ["services"] : [])
  }

  /// Shares of demand from none to all, by tenths.
  package static let tenths: [Double] = (0...10).map { Double($0) / 10 }
}
