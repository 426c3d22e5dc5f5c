public import SocialAccounting

/// An economy that spends money round by round, payment by payment: the oracle for measures,
/// leakages, own consumption and the rows of a comparison.
///
/// Each payment is booked by who pays and who is paid, as a national accountant would; there is no
/// system of equations, and no code of the library beyond reading cells.
public struct PlainEconomy {
  /// What households do about own produce that its activity does not meet.
  public enum OwnProduce: CaseIterable, Sendable {
    case unmet, market, off, household
  }

  private let accounts: [Account]
  private let kinds: [Account.Kind?]
  private let cells: [[Double]]
  private let isOutside: [Bool]
  private let supply: [Double]
  private let own: OwnProduce
  private var shares: [[Double]]
  /// By payer, who is paid, and the share.
  private var payees: [[(Int, Double)]] = []

  /// An economy of which some accounts pass nothing on.
  ///
  /// - Parameters:
  ///   - supply: the share of demand that an activity meets, by code; all of it where none is given.
  ///   - elasticities: how spending of a household rises with its income, by what it pays; one
  ///     where none is given.
  public init(
    _ sam: SocialAccountingMatrix, exogenous: Set<String>, supply: [String: Double] = [:],
    own: OwnProduce = .unmet,
    elasticities: [(household: String, account: String, value: Double)] = []
  ) {
    accounts = sam.accounts
    kinds = sam.accounts.map(\.kind)
    let size = sam.accounts.count
    let table = (0..<size).map { i in (0..<size).map { sam[i, $0] } }
    cells = table
    isOutside = sam.accounts.map { exogenous.contains($0.code) }
    self.supply = sam.accounts.map { supply[$0.code] ?? 1 }
    self.own = own
    shares = table
    for j in 0..<size {
      var total = 0.0
      for i in 0..<size { total += table[i][j] }
      for i in 0..<size { shares[i][j] = total == 0 ? 0 : table[i][j] / total }
    }
    applyElasticities(elasticities)
    if own == .off { moveOwnProduce() }
    payees = (0..<size).map { j in
      (0..<size).filter { shares[$0][j] != 0 }.map { ($0, shares[$0][j]) }
    }
  }

  private func places(_ wanted: Account.Kind...) -> [Int] {
    kinds.indices.filter { i in wanted.contains { $0 == kinds[i] } }
  }

  private mutating func applyElasticities(
    _ elasticities: [(household: String, account: String, value: Double)]
  ) {
    for h in accounts.indices {
      let listed = elasticities.filter { $0.household == accounts[h].code }
      if listed.isEmpty { continue }
      var open: [Int] = []
      var paid: [Int] = []
      for i in accounts.indices {
        let entry = listed.first { $0.account == accounts[i].code }
        if let entry { shares[i][h] *= entry.value }
        if isOutside[i], shares[i][h] > 0 {
          paid.append(i)
          if entry == nil { open.append(i) }
        }
      }
      let gap = 1 - accounts.indices.reduce(0) { $0 + shares[$1][h] }
      let takers = open.isEmpty ? paid : open
      let base = takers.reduce(0) { $0 + shares[$1][h] }
      for i in takers { shares[i][h] += gap * shares[i][h] / base }
    }
  }

  private mutating func moveOwnProduce() {
    for h in places(.household) {
      let bought = places(.commodity).filter { shares[$0][h] > 0 }
      let market = bought.reduce(0) { $0 + shares[$1][h] }
      if market == 0 { continue }
      let eaten = places(.activity).reduce(0) { $0 + shares[$1][h] }
      for i in places(.activity) { shares[i][h] = 0 }
      for i in bought { shares[i][h] += eaten * shares[i][h] / market }
    }
  }
}

extension PlainEconomy {
  /// What money did until all of it had leaked.
  public struct Outcome {
    fileprivate let accounts: [Account]
    /// What each account received, in the order of the matrix.
    fileprivate var received: [Double]
    /// What leaked into each account.
    fileprivate var leakedInto: [Double]
    fileprivate var next: [Double]
    /// The demand that nobody met.
    public fileprivate(set) var unmet = 0.0
    /// Receipts of activities.
    public fileprivate(set) var output = 0.0
    /// What producers paid to factors.
    public fileprivate(set) var gdpFactorCost = 0.0
    /// The same, and taxes on products, production and trade, whoever paid them.
    public fileprivate(set) var gdpMarketPrices = 0.0
    /// Receipts of households.
    public fileprivate(set) var income = 0.0
    /// Receipts of households in the two poorest quintiles.
    public fileprivate(set) var incomeOfPoor = 0.0
    /// Receipts of rural households.
    public fileprivate(set) var incomeOfRural = 0.0
    /// What taxes took.
    public fileprivate(set) var taxes = 0.0
    /// What commodities paid to the rest of the world.
    public fileprivate(set) var imports = 0.0
    /// What activities, commodities and margins paid to the rest of the world.
    public fileprivate(set) var allImports = 0.0
    /// What was saved.
    public fileprivate(set) var saving = 0.0
    /// All that leaked.
    public var total: Double { leakedInto.reduce(unmet, +) }
    /// What leaked as neither tax nor import nor saving.
    public var other: Double { total - taxes - imports - saving }

    /// What an account received.
    public func receipts(of code: String) -> Double {
      accounts.firstIndex { $0.code == code }.map { received[$0] } ?? .nan
    }

    /// What leaked into an account.
    public func leaked(into code: String) -> Double {
      accounts.firstIndex { $0.code == code }.map { leakedInto[$0] } ?? .nan
    }

    fileprivate init(_ accounts: [Account]) {
      self.accounts = accounts
      received = accounts.map { _ in 0 }
      leakedInto = received
      next = received
    }
  }

  /// What amounts do that accounts are paid, by code.
  public func paying(_ amounts: [(String, Double)]) -> Outcome {
    var outcome = Outcome(accounts)
    for (code, amount) in amounts {
      guard let i = accounts.firstIndex(where: { $0.code == code }) else { continue }
      pay(amount, from: nil, to: i, &outcome)
    }
    spend(&outcome)
    return outcome
  }

  /// What amounts do that accounts have more to spend and save, after direct taxes and contributions.
  public func handing(_ amounts: [(String, Double)]) -> Outcome {
    var outcome = Outcome(accounts)
    for (code, amount) in amounts {
      guard let j = accounts.firstIndex(where: { $0.code == code }) else { continue }
      if isOutside[j] {
        pay(amount, from: nil, to: j, &outcome)
        continue
      }
      count(amount, asIncomeOf: j, &outcome)
      let taken = places(.directTax, .socialProtection)
      let left = accounts.indices.filter { !taken.contains($0) }
      let whole = left.reduce(0) { $0 + shares[$1][j] }
      for i in left where shares[i][j] != 0 {
        pay(amount * shares[i][j] / whole, from: j, to: i, &outcome)
      }
    }
    spend(&outcome)
    return outcome
  }

  /// What those who are bought from pay to factors at once, before they buy anything themselves.
  public func valueAdded(inMaking amounts: [(String, Double)]) -> Double {
    func paidToFactors(_ i: Int) -> Double {
      places(.labour, .land, .capital, .factor).reduce(0) { $0 + shares[$1][i] }
    }
    var sum = 0.0
    for (code, amount) in amounts {
      guard let i = accounts.firstIndex(where: { $0.code == code }), !isOutside[i] else { continue }
      switch kinds[i] {
      case .activity, .margin: sum += supply[i] * amount * paidToFactors(i)
      case .commodity:
        sum += amount * paidToFactors(i)
        for a in places(.activity) where !isOutside[a] {
          sum += amount * shares[a][i] * supply[a] * paidToFactors(a)
        }
      default: break
      }
    }
    return sum
  }

  /// Rounds of spending until next to nothing is left.
  private func spend(_ outcome: inout Outcome) {
    for _ in 0..<5_000 {
      let receipts = outcome.next
      if receipts.allSatisfy({ abs($0) < 1e-14 }) { return }
      outcome.next = [Double](repeating: 0, count: receipts.count)
      for j in receipts.indices where receipts[j] != 0 {
        for (i, share) in payees[j] { pay(share * receipts[j], from: j, to: i, &outcome) }
      }
    }
  }

  private func count(_ amount: Double, asIncomeOf i: Int, _ outcome: inout Outcome) {
    guard kinds[i] == .household else { return }
    outcome.income += amount
    if let quintile = accounts[i].quintile, quintile < 3 { outcome.incomeOfPoor += amount }
    if accounts[i].area == .rural { outcome.incomeOfRural += amount }
  }

  /// Books one payment; nobody pays where money comes from outside.
  private func pay(_ amount: Double, from payer: Int?, to i: Int, _ outcome: inout Outcome) {
    let by = payer.flatMap { kinds[$0] }
    let met = isOutside[i] ? amount : supply[i] * amount
    if met != amount {
      let rest = amount - met
      let instead = own == .market && by == .household ? purchases(insteadOf: i, by: payer) : []
      if instead.isEmpty { outcome.unmet += rest }
      for (commodity, part) in instead { pay(rest * part, from: payer, to: commodity, &outcome) }
    }
    outcome.received[i] += met
    count(met, asIncomeOf: i, &outcome)
    if own == .household, by == .household, kinds[i] == .activity, let payer {
      returnValueAdded(of: met, by: i, to: payer, &outcome)
    }
    if kinds[i] == .activity { outcome.output += met }
    let isProducer = by == .activity || by == .commodity || by == .margin
    switch kinds[i] {
    case .labour, .land, .capital, .factor:
      if isProducer {
        outcome.gdpFactorCost += met
        outcome.gdpMarketPrices += met
      }
    case .importTax, .exportTax, .productTax, .activityTax:
      if by != nil { outcome.gdpMarketPrices += met }
      if isOutside[i] { outcome.taxes += met }
    case .directTax, .factorTax:
      if isOutside[i] { outcome.taxes += met }
    case .savings:
      if isOutside[i] { outcome.saving += met }
    case .restOfWorld:
      if isProducer { outcome.allImports += met }
      if isOutside[i], by == .commodity { outcome.imports += met }
    default: break
    }
    if isOutside[i] {
      outcome.leakedInto[i] += met
    } else {
      outcome.next[i] += met
    }
  }

  /// Takes from those who earn it what the activity pays for a household's own produce, and gives it
  /// to the household.
  private func returnValueAdded(
    of amount: Double, by activity: Int, to household: Int, _ outcome: inout Outcome
  ) {
    for f in places(.labour, .land, .capital, .factor) where !isOutside[f] {
      let paid = amount * shares[f][activity]
      outcome.received[f] -= paid
      outcome.next[f] -= paid
      outcome.received[household] += paid
      count(paid, asIncomeOf: household, &outcome)
      outcome.next[household] += paid
    }
  }

  /// What a household buys in place of an activity's produce, and the part of each.
  private func purchases(insteadOf activity: Int, by household: Int?) -> [(Int, Double)] {
    guard let household else { return [] }
    let goods = places(.commodity).filter { !isOutside[$0] }
    var weights = goods.map { max(0, cells[activity][$0]) }
    if weights.allSatisfy({ $0 == 0 }) { weights = goods.map { max(0, shares[$0][household]) } }
    let total = weights.reduce(0, +)
    if total == 0 { return [] }
    return zip(goods, weights).filter { $0.1 > 0 }.map { ($0.0, $0.1 / total) }
  }
}
