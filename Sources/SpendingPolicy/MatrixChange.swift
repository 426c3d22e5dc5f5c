package import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// How the averages of the two families came from what they are on another matrix, as the columns of
/// one are exchanged for those of the other, kind by kind.
///
/// Reference: Dietzenbacher & Los 1998, Economic Systems Research 10(4):307-324 (structural
/// decomposition; one of its orders).
package struct MatrixChange: Sendable {
  /// Whose columns are exchanged.
  package enum Kind: String, Sendable, CaseIterable {
    /// Nobody's yet: the other matrix.
    case start
    /// Households: what they buy, pay and save.
    case households
    /// Commodities: domestic supply, imports, taxes and margins.
    case commodities
    /// Activities and margins: inputs and factor payments.
    case activities
    /// Factors, enterprises and all others.
    case others
  }

  /// The averages with the columns of this step and those before it.
  package struct Step: Sendable, Equatable {
    /// Whose columns were exchanged.
    package let kind: Kind
    /// GDP at factor cost of the two averages.
    package let gdp: Comparison.AverageGDP
  }

  /// What the column of one commodity moves.
  package struct Mover: Sendable, Equatable {
    /// The commodity.
    package let commodity: Account
    /// The difference of the averages less what it would be with the old column.
    package let change: Double
    /// The part of imports in its payments in the other matrix and in this one.
    package let imports: (before: Double, now: Double)

    /// Whether all parts are equal.
    package static func == (left: Mover, right: Mover) -> Bool {
      left.commodity == right.commodity && left.change == right.change
        && left.imports == right.imports
    }
  }

  /// From the other matrix to this one.
  package let steps: [Step]
  /// Commodities in the order of what they move.
  package let movers: [Mover]

  /// Commodities of which one matrix has next to no imports, and the other a twentieth of the column or
  /// more.
  package var doubts: [Account] {
    movers.filter { mover in
      let (less, more) = (
        min(mover.imports.before, mover.imports.now), max(mover.imports.before, mover.imports.now)
      )
      return less < 1e-3 && more >= 0.05
    }.map { $0.commodity }
  }

  /// The change from a comparison on another matrix to one on this, with the programmes and weights of
  /// the latter; `nil` without both averages, or where a step has no solution.
  package init?(to comparison: Comparison, from other: Comparison) {
    let (now, before) = (comparison.model, other.model)
    guard let protection = comparison.averageReceipts(of: .socialProtection),
      let others = comparison.averageReceipts(of: .otherPublicSpending)
    else { return nil }
    let codes = now.endogenous.map { $0.code }
    let places = codes.map { code in before.endogenous.firstIndex { $0.code == code } }
    let paid = (now: now.weights(of: .gdpFactorCost), before: before.weights(of: .gdpFactorCost))

    /// The averages where some columns are those of this matrix, the others of the other one.
    func gdp(_ isNow: (Int) -> Bool) -> Comparison.AverageGDP? {
      var met = now.metPropensities
      var weights = paid.now
      for (j, place) in places.enumerated() where !isNow(j) {
        guard let place else { continue }
        weights[j] = paid.before[place]
        for (i, row) in places.enumerated() {
          met[i, j] = row.map { before.metPropensities[$0, place] } ?? 0
        }
      }
      guard let factors = try? LU(MultiplierModel.systemMatrix(met)) else { return nil }
      let values = factors.solveTransposed(weights)
      return Comparison.AverageGDP(
        protection: values.dot(protection), others: values.dot(others))
    }

    func kind(_ account: Account) -> Kind {
      switch account.kind {
      case .household: .households
      case .commodity: .commodities
      case .activity, .margin: .activities
      default: .others
      }
    }
    var steps: [Step] = []
    var exchanged: Set<Kind> = []
    for next in Kind.allCases {
      exchanged.insert(next)
      guard let gdp = gdp({ exchanged.contains(kind(now.endogenous[$0])) }) else { return nil }
      steps.append(Step(kind: next, gdp: gdp))
    }
    guard let last = steps.last else { return nil }
    let rates = (
      now: now.spendingTable.paymentRates(to: { $0 == .restOfWorld }, by: { $0 == .commodity }),
      before: before.spendingTable.paymentRates(
        to: { $0 == .restOfWorld }, by: { $0 == .commodity })
    )
    var movers: [Mover] = []
    for (j, account) in now.endogenous.enumerated() where account.kind == .commodity {
      guard let place = places[j], let old = gdp({ $0 != j }) else { continue }
      movers.append(
        Mover(
          commodity: account, change: last.gdp.difference - old.difference,
          imports: (before: rates.before[place], now: rates.now[j])))
    }
    self.steps = steps
    self.movers = movers.sorted { abs($0.change) > abs($1.change) }
  }
}

extension Comparison {
  /// What a franc of a family's average makes accounts receive at once; `nil` for a family without
  /// programmes to average.
  fileprivate func averageReceipts(of family: Programme.Family) -> [Double]? {
    let weights = weights(of: family)
    guard !weights.isEmpty else { return nil }
    var sum = [Double](repeating: 0, count: model.endogenous.count)
    for (p, row) in rows.enumerated() {
      guard let weight = weights[row.programme.id] else { continue }
      for i in sum.indices { sum[i] += weight * model.shares[i] * injections[p][i] }
    }
    return sum
  }
}
