internal import AccountMatrix

extension EquationBuilder {
  /// A factor hands its income on: taxes by rate, the rest in the shares of the base.
  mutating func distribute(_ f: Int) {
    let income = incomes[f] ?? one
    let total = matrix.total(f)
    var left: [(weight: Double, term: Expression)] = [(1, income)]
    var leftBase = total
    for k in matrix.payees(of: f) {
      let isFixed = regime.variant.fixedTransfers && k == matrix.world
      guard matrix.kind(k).isTax || isFixed else { continue }
      let paid =
        isFixed
        ? abroad(flow(k, f))
        : graph.product(flow(k, f) / total, [income, lever(.tax(k))])
      pay(from: f, to: k, paid)
      left.append((-1, paid))
      leftBase -= flow(k, f)
    }
    let shared = graph.sum(left)
    for k in matrix.payees(of: f) {
      let isFixed = regime.variant.fixedTransfers && k == matrix.world
      guard !matrix.kind(k).isTax, !isFixed, leftBase != 0 else { continue }
      pay(from: f, to: k, graph.sum([(flow(k, f) / leftBase, shared)]))
    }
  }

  /// An institution: taxes and contributions by rate of its income, transfers and saving by shares
  /// of what is left, and consumption.
  mutating func spend(_ i: Int) throws(EquilibriumModel.Failure) {
    let payees = matrix.payees(of: i)
    let outside = regime.variant.fixedTransfers ? [matrix.world, matrix.government] : []
    var taxed: [(weight: Double, term: Expression)] = [(1, incomes[i] ?? one)]
    var taxedBase = matrix.total(i)
    for k in payees where outside.contains(k) {
      let paid = k == matrix.world ? abroad(flow(k, i)) : indexed(flow(k, i))
      pay(from: i, to: k, paid)
      taxed.append((-1, paid))
      taxedBase -= flow(k, i)
    }
    let income = graph.sum(taxed)
    var left: [(weight: Double, term: Expression)] = [(1, income)]
    var disposableBase = taxedBase
    for k in payees where matrix.kind(k).isTax || matrix.kind(k) == .socialProtection {
      var factors = [income]
      if matrix.kind(k).isTax { factors.append(lever(.tax(k))) }
      if matrix.kind(k) == .directTax { factors.append(parts.taxScale) }
      let paid = graph.product(flow(k, i) / taxedBase, factors)
      pay(from: i, to: k, paid)
      left.append((-1, paid))
      disposableBase -= flow(k, i)
    }
    let goods = payees.filter { matrix.kind($0) == .commodity || matrix.kind($0) == .activity }
    if matrix.kind(i) == .household, goods.isEmpty {
      throw .noConsumption(household: matrix.code(i))
    }
    let disposable = graph.sum(left)
    left = [(1, disposable)]
    var consumedBase = disposableBase
    // Transfers are shares of what taxes leave, or of what saving leaves of that.
    var shared = disposable
    var sharedBase = disposableBase
    if payees.contains(matrix.savings) {
      let saved = flow(matrix.savings, i)
      let rate = graph.sum([(saved / disposableBase, disposable)])
      let paid = goods.isEmpty ? rate : graph.product(rate, savingScale)
      pay(from: i, to: matrix.savings, paid)
      left.append((-1, paid))
      consumedBase -= saved
      if regime.variant.transfersAfterSaving, saved != disposableBase {
        shared = graph.sum(left)
        sharedBase -= saved
      }
    }
    for k in payees
    where !matrix.kind(k).isTax && matrix.kind(k) != .socialProtection && !goods.contains(k)
      && !outside.contains(k) && k != matrix.savings
    {
      let paid = graph.sum([(flow(k, i) / sharedBase, shared)])
      pay(from: i, to: k, paid)
      left.append((-1, paid))
      consumedBase -= flow(k, i)
    }
    if !goods.isEmpty { try consume(i, goods, budget: graph.sum(left), base: consumedBase) }
  }

  /// The linear expenditure system: subsistence first, the rest in marginal shares.
  ///
  /// Reference: Stone 1954; Frisch 1959. With unit elasticities and a Frisch parameter of minus
  /// one it is Cobb-Douglas.
  private mutating func consume(
    _ i: Int, _ goods: [Int], budget: Expression, base: Double
  ) throws(EquilibriumModel.Failure) {
    let isHousehold = matrix.kind(i) == .household
    let frisch = isHousehold ? elasticity(.frisch, i) : -1
    guard frisch <= -1, frisch.isFinite else {
      throw .elasticity(.frisch, account: matrix.code(i), value: frisch)
    }
    var incomeElasticities: [Double] = []
    for k in goods { incomeElasticities.append(isHousehold ? elasticity(.income, k, of: i) : 1) }
    let engel = zip(goods, incomeElasticities).reduce(0) { $0 + flow($1.0, i) * $1.1 } / base
    guard engel > 0 else { throw .noConsumption(household: matrix.code(i)) }

    var subsistence: [(weight: Double, term: Expression)] = []
    var shares: [Double] = []
    for (k, elasticity) in zip(goods, incomeElasticities) {
      let scaled = elasticity / engel
      shares.append(flow(k, i) / base * scaled)
      let gap = 1 + scaled / frisch
      // Unit elasticities leave nothing but rounding.
      if gap < -1e-12 { negativeNeeds.append(matrix.code(k)) }
      subsistence.append((abs(gap) < 1e-12 ? 0 : flow(k, i) * gap, price(k)))
    }
    let free = graph.sum([(1, budget)] + subsistence.map { (-$0.weight, $0.term) })
    var quantities: [(weight: Double, term: Expression)] = []
    var powers: [Expression] = []
    for (index, k) in goods.enumerated() {
      let paid = graph.sum([(shares[index], free), subsistence[index]])
      pay(from: i, to: k, paid)
      quantities.append((1, graph.quotient(paid, price(k))))
      powers.append(graph.power(price(k), shares[index]))
    }
    guard isHousehold else { return }
    let needs = subsistence.reduce(0) { $0 + $1.weight }
    parts.realConsumption[i] = graph.sum(quantities, plus: -base)
    parts.equivalentVariation[i] = graph.sum(
      [(1, graph.quotient(free, graph.product(1, powers)))], plus: needs - base)
  }
}
