public import SocialAccounting

/// Random social accounting matrices that balance by construction.
///
/// Money walks along the payments that an economy has until it meets an account again; each such
/// cycle adds the same amount to all its payments, so every account keeps its balance.
public enum ToolboxRandom {
  /// A matrix with two branches of each group, two factors, an enterprise and three households.
  public static func sam(seed: UInt64) throws(SocialAccountingMatrix.Failure)
    -> SocialAccountingMatrix
  {
    var generator = ToolboxGenerator(state: seed)
    let accounts = accounts
    var flows = accounts.map { _ in [Double](repeating: 0, count: accounts.count) }
    for _ in 0..<600 {
      var path = [Int(generator.next() % UInt64(accounts.count))]
      while true {
        let kind = accounts[path[path.count - 1]].kind ?? .other
        let next = accounts.indices.filter {
          payees[kind]?.contains(accounts[$0].kind ?? .other) ?? false
        }
        let step = next[Int(generator.next() % UInt64(next.count))]
        if let start = path.firstIndex(of: step) {
          let amount = 1 + 9 * generator.unit()
          let cycle = path[start...] + [step]
          for (payer, paid) in zip(cycle, cycle.dropFirst()) { flows[paid][payer] += amount }
          break
        }
        path.append(step)
      }
    }
    return try SocialAccountingMatrix(
      accounts: accounts, flows: flows, unit: .rwfBillion, title: "Random matrix \(seed)")
  }

  /// The same with one activity and commodity of each group, and one household of each area.
  public static func small(seed: UInt64) throws(SocialAccountingMatrix.Failure)
    -> SocialAccountingMatrix
  {
    let sam = try sam(seed: seed)
    return try sam.aggregated(
      by: AccountMap(
        sam.accounts.map { account in
          let isNumbered = account.code.last.map { "123456789".contains($0) } ?? false
          return AccountMap.Entry(
            account: account.code,
            group: isNumbered ? String(account.code.dropLast()) : account.code)
        }))
  }

  private static let accounts: [Account] =
    ["agriculture", "industry", "services"].flatMap { (group: String) -> [Account] in
      [1, 2].flatMap { (n: Int) -> [Account] in
        [
          Account(code: "a-\(group)\(n)", kind: .activity, group: group),
          Account(code: "c-\(group)\(n)", kind: .commodity, group: group),
        ]
      }
    } + [
      Account(code: "trc", kind: .margin), Account(code: "lab", kind: .labour),
      Account(code: "cap", kind: .capital), Account(code: "ent", kind: .enterprise),
      Account(code: "h-r1", kind: .household, area: .rural, quintile: 1),
      Account(code: "h-r2", kind: .household, area: .rural, quintile: 5),
      Account(code: "h-u1", kind: .household, area: .urban, quintile: 3),
      Account(code: "gov", kind: .government), Account(code: "dtax", kind: .directTax),
      Account(code: "mtax", kind: .importTax), Account(code: "stax", kind: .productTax),
      Account(code: "s-i", kind: .savings), Account(code: "row", kind: .restOfWorld),
    ]

  /// Whom each kind of account pays.
  private static let payees: [Account.Kind: [Account.Kind]] = [
    .activity: [.commodity, .labour, .capital],
    .commodity: [.activity, .margin, .importTax, .productTax, .restOfWorld],
    .margin: [.commodity], .labour: [.household], .capital: [.enterprise, .household],
    .enterprise: [.household, .directTax, .savings],
    .household: [.activity, .commodity, .household, .directTax, .savings, .restOfWorld],
    .government: [.commodity, .household, .savings], .directTax: [.government],
    .importTax: [.government], .productTax: [.government], .savings: [.commodity],
    .restOfWorld: [.commodity, .household, .government, .savings],
  ]
}

/// SplitMix64 (Steele, Lea & Flood 2014).
struct ToolboxGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
