internal import AccountMatrix

extension EquationBuilder {
  /// What an experiment pays into accounts, in money of consumers, out of the government's purse.
  mutating func inject() {
    let empty = Set(matrix.sam.emptyAccounts)
    for k in matrix.sam.accounts.indices
    where k != matrix.government && !empty.contains(k) && matrix.kind(k) != .stocks {
      if matrix.kind(k) == .commodity, trades[k]?.composite == 0 { continue }
      let amount = graph.product(parts.consumerPrices, lever(.injection(k)))
      pay(from: matrix.government, to: k, amount)
    }
  }

  /// A tax account passes on what it receives.
  mutating func passOn(_ tax: Int) {
    let revenue = graph.sum(receipts(of: tax))
    let total = matrix.total(tax)
    guard total != 0 else { return pay(from: tax, to: matrix.government, revenue) }
    for k in matrix.payees(of: tax) {
      pay(from: tax, to: k, graph.sum([(flow(k, tax) / total, revenue)]))
    }
  }

  /// Government and schemes: purchases and transfers are fixed, in volume or in money of consumers.
  mutating func spendPublicly() {
    for payer in [matrix.government] + matrix.schemes {
      for k in matrix.payees(of: payer) where k != matrix.savings && !isShared(payer, k) {
        let isBenefit = payer != matrix.government && matrix.institutions.contains(k)
        let paid =
          regime.variant.nominalBenefits && isBenefit
          ? graph.constant(flow(k, payer)) : fixedPayment(from: payer, to: k)
        pay(from: payer, to: k, paid)
      }
    }
  }

  /// Whether a government buys something with a share of its revenue.
  private func isShared(_ payer: Int, _ payee: Int) -> Bool {
    regime.government == .valueShares && payer == matrix.government
      && matrix.kind(payee).isProduction
  }

  /// The surplus of a scheme is saved; it may be negative.
  mutating func saveSurplus(of scheme: Int) {
    var left: [(weight: Double, term: Expression)] = []
    for receipt in receipts(of: scheme) { left.append((1, receipt)) }
    for payment in payments(of: scheme) { left.append((-1, payment)) }
    pay(from: scheme, to: matrix.savings, graph.sum(left))
  }

  /// A fixed volume of a good, a fixed sum in foreign currency, or one in money of consumers.
  private mutating func fixedPayment(from payer: Int, to payee: Int) -> Expression {
    let kind = matrix.kind(payee)
    if payer == matrix.world || payee == matrix.world { return abroad(flow(payee, payer)) }
    if kind.isProduction { return graph.sum([(flow(payee, payer), price(payee))]) }
    return indexed(flow(payee, payer))
  }

  /// The world pays fixed sums in foreign currency, besides what exports earn.
  mutating func payAbroad() {
    for k in matrix.payees(of: matrix.world) where k != matrix.savings {
      guard matrix.kind(k) == .commodity else {
        pay(from: matrix.world, to: k, abroad(flow(k, matrix.world)))
        continue
      }
      guard let base = trades[k], base.reExports != 0 else { continue }
      let paid = graph.sum([(base.reExports, price(k))])
      pay(from: matrix.world, to: k, paid)
      reExports[k] = paid
    }
    let grant = graph.product(parts.exchangeRate, lever(.grant))
    pay(from: matrix.world, to: matrix.government, grant)
    let base = flow(matrix.savings, matrix.world)
    let saving =
      regime.foreign == .savingFixed
      ? graph.sum([(base, lever(.foreignSaving))])
      : unknown("foreign saving", base: base, isPositive: false)
    pay(from: matrix.world, to: matrix.savings, graph.product(saving, parts.exchangeRate))
  }

  /// The saving of government is what taxes and transfers leave, nothing netted, unless the regime
  /// fixes it.
  mutating func govern() {
    let g = matrix.government
    let revenue = graph.sum(receipts(of: g))
    let saved = flow(matrix.savings, g)
    var left: [(weight: Double, term: Expression)] = [(1, revenue)]
    for payment in payments(of: g) { left.append((-1, payment)) }
    if regime.government == .valueShares {
      let shared = matrix.payees(of: g).filter { isShared(g, $0) }
      let total = shared.reduce(0) { $0 + flow($1, g) }
      let saving = graph.sum([(saved / matrix.total(g), revenue)])
      pay(from: g, to: matrix.savings, saving)
      let spent = graph.sum(left + [(-1, saving)])
      for k in shared { pay(from: g, to: k, graph.sum([(flow(k, g) / total, spent)])) }
      return
    }
    let saving = graph.sum(left)
    pay(from: g, to: matrix.savings, saving)
    if regime.government != .savingFree {
      require(
        "the saving of government", saving,
        equals: regime.variant.nominalGovernmentSaving ? graph.constant(saved) : indexed(saved),
        scale: matrix.total(g))
    }
  }

  /// Savings buy investment; accounts of stocks buy fixed volumes.
  mutating func invest() {
    let s = matrix.savings
    for stock in matrix.stocks {
      for k in matrix.payees(of: stock) {
        pay(from: stock, to: k, graph.sum([(flow(k, stock), price(k))]))
      }
      pay(from: s, to: stock, graph.sum(payments(of: stock)))
    }
    for k in matrix.payees(of: s) where !matrix.stocks.contains(k) {
      let amount = flow(k, s)
      if k == matrix.world {
        pay(from: s, to: k, abroad(amount))
      } else if amount < 0 {
        // A draw-down of stocks: a volume that no scale moves.
        pay(from: s, to: k, graph.sum([(amount, price(k))]))
      } else if regime.investment == .valueShares {
        pay(from: s, to: k, graph.sum([(amount, parts.investmentScale)]))
      } else {
        pay(from: s, to: k, graph.product(amount, [price(k), parts.investmentScale]))
      }
    }
  }
}
