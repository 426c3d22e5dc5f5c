public import SocialAccounting

/// Random balanced matrices with every kind of account, for identities that hold in all of them.
///
/// Spending shares are drawn and the system solved by the plain-Swift LU, so that
/// each matrix balances by construction; saving closes government and the world.
public enum RandomSAM {
  /// A balanced matrix; the same seed gives the same matrix.
  ///
  /// There are three groups of activities, a tax account that subsidises a
  /// commodity, a household that pays a product tax itself, own consumption,
  /// draw-downs of stocks and a government that may dissave.
  public static func balanced(
    seed: UInt64, products: Int = 5
  ) throws -> SocialAccountingMatrix {
    try matrix(seed: seed, products: products, isComplete: false)
  }

  /// A balanced matrix that holds every cell which a formula of the library tells apart.
  ///
  /// Besides those of `balanced`: activities buy imports and pay contributions, product taxes and
  /// a subsidised production tax, and take a by-product as a negative input; commodities and margins
  /// pay factors, government and the world; a commodity has no imports; factors and enterprises pay
  /// contributions and government; households employ labour, eat of two activities' produce, and pay
  /// fees, tariffs, a production tax and the world; schemes buy goods, and so do non-profit
  /// institutions; government holds stocks and borrows.
  public static func complete(
    seed: UInt64, products: Int = 5
  ) throws -> SocialAccountingMatrix {
    try matrix(seed: seed, products: products, isComplete: true)
  }

  private static func matrix(
    seed: UInt64, products: Int, isComplete: Bool
  ) throws -> SocialAccountingMatrix {
    var draft = Draft(seed: seed, products: max(isComplete ? 5 : 3, products), isComplete)
    draft.spendEndogenously()
    draft.spendExogenously()
    draft.solve()
    draft.closeInstitutions()
    return try SocialAccountingMatrix(
      accounts: draft.accounts, flows: draft.flows, unit: .rwfBillion, year: 2022,
      title: "Random matrix \(seed)")
  }

  /// The codes of the exogenous accounts of the standard closure.
  public static let exogenous: Set<String> = [
    "gov", "dtax", "mtax", "etax", "stax", "atax", "ftax", "sp", "s-i", "dstk", "row",
  ]
}

private struct Draft {
  var random: SplitMix64
  let accounts: [Account]
  var flows: [[Double]]
  private let position: [String: Int]
  private let activities: [Int]
  private let commodities: [Int]
  private let factors: [Int]
  private let households: [Int]

  private let isComplete: Bool

  init(seed: UInt64, products: Int, _ isComplete: Bool) {
    self.isComplete = isComplete
    random = SplitMix64(seed: seed)
    let groups = ["agriculture", "industry", "services"]
    var accounts: [Account] = []
    for p in 0..<products {
      accounts.append(Account(code: "a\(p)", kind: .activity, group: groups[p % 3]))
    }
    for p in 0..<products {
      accounts.append(Account(code: "c\(p)", kind: .commodity, group: groups[p % 3]))
    }
    let fixed: [(String, Account.Kind)] = [
      ("trc", .margin), ("lab-n", .labour), ("lab-s", .labour), ("lnd", .land), ("cap", .capital),
      ("ent", .enterprise),
    ]
    accounts += fixed.map { Account(code: $0, kind: $1) }
    for area in Account.Area.allCases {
      for quintile in [1, 2, 4] {
        accounts.append(
          Account(
            code: "hhd-\(area.rawValue.prefix(1))\(quintile)", kind: .household, area: area,
            quintile: quintile))
      }
    }
    let outside: [(String, Account.Kind)] = [
      ("gov", .government), ("dtax", .directTax), ("mtax", .importTax), ("etax", .exportTax),
      ("stax", .productTax), ("atax", .activityTax), ("ftax", .factorTax),
      ("sp", .socialProtection), ("s-i", .savings), ("dstk", .stocks), ("row", .restOfWorld),
    ]
    accounts += outside.map { Account(code: $0, kind: $1) }
    if isComplete { accounts.append(Account(code: "npi", kind: .other)) }
    self.accounts = accounts
    flows = accounts.map { _ in accounts.map { _ in 0 } }
    position = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($1.code, $0) })
    func places(_ isWanted: (Account.Kind) -> Bool) -> [Int] {
      accounts.indices.filter { accounts[$0].kind.map(isWanted) ?? false }
    }
    activities = places { $0 == .activity }
    commodities = places { $0 == .commodity }
    factors = places(\.isFactor)
    households = places { $0 == .household }
  }

  private func at(_ code: String) -> Int { position[code] ?? 0 }

  /// Spending shares of one account, scaled to add to one.
  private mutating func spend(_ column: Int, _ shares: [(Int, Double)]) {
    let sum = shares.reduce(0) { $0 + $1.1 }
    for (row, share) in shares { flows[row][column] += share / sum }
  }

  /// Until `solve`, the endogenous columns hold shares.
  mutating func spendEndogenously() {
    for (p, activity) in activities.enumerated() {
      var shares = commodities.map { ($0, random.number(0, 0.15)) }
      shares += factors.map { ($0, random.number(0.02, 0.3)) }
      shares.append((at("atax"), random.number(0.001, 0.02)))
      if isComplete { shares += rareCosts(of: p) }
      spend(activity, shares)
      var supply = [(activity, random.number(0.5, 0.8))]
      supply.append((activities[(p + 1) % activities.count], random.number(0, 0.1)))
      supply.append((at("trc"), p == 2 ? 0 : random.number(0.02, 0.1)))
      supply.append((at("mtax"), random.number(0.01, 0.04)))
      supply.append((at("etax"), random.number(0, 0.01)))
      supply.append((at("stax"), p == 1 ? -0.04 : random.number(0.03, 0.08)))
      supply.append((at("row"), random.number(0.05, 0.3)))
      if isComplete { addRareSupply(of: p, to: &supply) }
      spend(commodities[p], supply)
    }
    spend(
      at("trc"),
      [(commodities[2], 1)] + (isComplete ? [(at("lab-s"), 0.1), (at("row"), 0.05)] : []))
    for factor in factors {
      var shares = households.map { ($0, random.number(0.05, 0.4)) }
      if factor == at("cap") { shares.append((at("ent"), 1)) }
      shares += [(at("ftax"), random.number(0, 0.05)), (at("row"), random.number(0, 0.05))]
      if isComplete { shares += [(at("sp"), random.number(0.01, 0.05)), (at("gov"), 0.02)] }
      spend(factor, shares)
    }
    spend(
      at("ent"),
      households.map { ($0, random.number(0.02, 0.3)) }
        + [(at("dtax"), 0.2), (at("s-i"), 0.3), (at("row"), 0.1)]
        + (isComplete ? [(at("sp"), 0.07), (at("gov"), 0.05), (at("stax"), 0.01)] : []))
    for (h, household) in households.enumerated() {
      var shares = commodities.map { ($0, random.number(0.02, 0.3)) }
      shares.append((activities[0], random.number(0, 0.4)))
      shares.append((households[(h + 1) % households.count], random.number(0, 0.03)))
      shares += [(at("dtax"), random.number(0, 0.1)), (at("sp"), random.number(0, 0.03))]
      shares.append((at("s-i"), random.number(0.02, 0.2)))
      if h == 0 { shares.append((at("stax"), 0.02)) }
      if isComplete { shares += rareSpending(of: h) }
      spend(household, shares)
    }
    if isComplete {
      spend(
        at("npi"),
        [(commodities[2], 0.7), (at("lab-s"), 0.2), (at("stax"), 0.02), (at("s-i"), 0.08)])
    }
  }

  /// What else an activity may pay.
  private mutating func rareCosts(of p: Int) -> [(Int, Double)] {
    let others: [(Int, Double)] = [
      (at("row"), random.number(0.02, 0.1)), (at("sp"), random.number(0.005, 0.02)),
      (at("stax"), random.number(0.002, 0.01)), (at("gov"), random.number(0, 0.005)),
      (activities[(p + 1) % activities.count], random.number(0, 0.03)),
    ]
    // A subsidised activity, and one with a by-product.
    return others + (p == 1 ? [(at("atax"), -0.05)] : p == 3 ? [(commodities[0], -0.2)] : [])
  }

  /// What else a commodity may pay; the last has no imports.
  private mutating func addRareSupply(of p: Int, to supply: inout [(Int, Double)]) {
    supply += [
      (at("lab-n"), random.number(0.01, 0.03)), (at("gov"), random.number(0, 0.01)),
      (at("atax"), random.number(0, 0.01)),
    ]
    if p == 4 { supply.removeAll { $0.0 == at("row") || $0.0 == at("mtax") } }
  }

  /// What else a household may pay.
  private mutating func rareSpending(of h: Int) -> [(Int, Double)] {
    [
      (activities[3], random.number(0.05, 0.2)), (at("lab-n"), random.number(0, 0.05)),
      (at("gov"), random.number(0, 0.02)), (at("row"), random.number(0.01, 0.05)),
      (at("mtax"), h == 1 ? 0.01 : 0), (at("atax"), h == 2 ? 0.01 : 0),
      (at("sp"), random.number(0.01, 0.06)), (at("npi"), random.number(0, 0.02)),
    ]
  }

  mutating func spendExogenously() {
    for (p, commodity) in commodities.enumerated() {
      flows[commodity][at("gov")] = random.number(5, 40)
      flows[commodity][at("s-i")] = random.number(5, 50)
      flows[commodity][at("row")] = random.number(5, 60)
      flows[commodity][at("dstk")] = p == 0 ? -1 : random.number(1, 3)
    }
    for household in households {
      flows[household][at("gov")] = random.number(0, 5)
      flows[household][at("sp")] = random.number(1, 6)
      flows[household][at("row")] = random.number(0, 8)
    }
    flows[at("lab-n")][at("row")] = random.number(0, 4)
    flows[at("ent")][at("gov")] = random.number(0, 10)
    guard isComplete else { return }
    flows[commodities[2]][at("sp")] = random.number(1, 4)
    flows[activities[2]][at("gov")] = random.number(1, 4)
    flows[activities[1]][at("row")] = random.number(1, 4)
    flows[at("lab-s")][at("gov")] = random.number(1, 2)
    flows[at("npi")][at("gov")] = random.number(1, 2)
    flows[at("dstk")][at("gov")] = random.number(0.1, 0.5)
    flows[at("gov")][at("s-i")] = random.number(1, 3)
  }

  /// Turns the shares of endogenous accounts into flows.
  mutating func solve() {
    let inside = accounts.indices.filter { !RandomSAM.exogenous.contains(accounts[$0].code) }
    let outside = accounts.indices.filter { RandomSAM.exogenous.contains(accounts[$0].code) }
    let system = inside.map { i in inside.map { (i == $0 ? 1 : 0) - flows[i][$0] } }
    let injected = inside.map { i in outside.reduce(0) { $0 + flows[i][$1] } }
    let totals = PlainLU(system)?.solve(injected) ?? []
    for (column, total) in zip(inside, totals) {
      for row in accounts.indices { flows[row][column] *= total }
    }
  }

  /// Taxes go to the government; saving closes government, world and stocks.
  mutating func closeInstitutions() {
    func receipts(_ account: Int) -> Double { flows[account].reduce(0, +) }
    func payments(_ account: Int) -> Double { flows.reduce(0) { $0 + $1[account] } }
    for tax in ["dtax", "mtax", "etax", "stax", "atax", "ftax"] {
      flows[at("gov")][at(tax)] = receipts(at(tax))
    }
    flows[at("sp")][at("gov")] = payments(at("sp")) - receipts(at("sp"))
    flows[at("dstk")][at("s-i")] = payments(at("dstk")) - receipts(at("dstk"))
    for account in ["gov", "row"] {
      flows[at("s-i")][at(account)] = receipts(at(account)) - payments(at(account))
    }
  }
}
