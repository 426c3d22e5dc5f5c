import SAMFixtures
import SocialAccounting
import Testing

/// Programmes that a matrix itself suggests, by the rule that each states.
struct ArchetypesTests {
  /// A random matrix in which two commodities are kinds of education.
  private static func matrix() throws -> SocialAccountingMatrix {
    let sam = try RandomSAM.complete(seed: 4)
    let accounts = sam.accounts.map { account in
      var named = account
      if account.code == "c1" { named.name = "Education, primary" }
      if account.code == "c3" { named.name = "Higher education" }
      return named
    }
    return try SocialAccountingMatrix(
      accounts: accounts,
      flows: accounts.indices.map { i in accounts.indices.map { sam[i, $0] } }, unit: sam.unit,
      title: "Schools")
  }

  private func shares(
    _ id: String, _ sam: SocialAccountingMatrix
  ) throws -> [String: Double] {
    let made = try #require(
      Archetypes(for: sam).programmes.first { $0.id == "archetype-\(id)" })
    return Dictionary(uniqueKeysWithValues: made.shares.map { ($0.account, $0.fraction) })
  }

  private func expect(
    _ found: [String: Double], _ weights: [String: Double],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let total = weights.values.reduce(0, +)
    #expect(Set(found.keys) == Set(weights.keys), sourceLocation: location)
    for (account, weight) in weights {
      #expect(
        abs((found[account] ?? .nan) - weight / total) < 1e-12, "\(account)",
        sourceLocation: location)
    }
  }

  @Test func `transfers follow receipts inside each quintile`() throws {
    let sam = try Self.matrix()
    func receipts(_ code: String) throws -> Double {
      try sam.accounts.reduce(0) { try $0 + sam[code, $1.code] }
    }
    var parts: [Int: [String: Double]] = [:]
    for quintile in [1, 2, 4] {
      let (rural, urban) = ("hhd-r\(quintile)", "hhd-u\(quintile)")
      let total = try receipts(rural) + receipts(urban)
      parts[quintile] = [rural: try receipts(rural) / total, urban: try receipts(urban) / total]
    }
    func both(_ quintiles: [Int]) -> [String: Double] {
      quintiles.reduce(into: [:]) { all, q in all.merge(parts[q] ?? [:]) { a, _ in a } }
    }
    try expect(shares("poorest-40", sam), both([1, 2]))
    try expect(shares("all-households", sam), both([1, 2, 4]))
    try expect(shares("poorest-rural-fifth", sam), ["hhd-r1": 1])
  }

  @Test func `a pension follows what factors pay, a service what government buys`() throws {
    let sam = try Self.matrix()
    let households = sam.accounts.filter { $0.kind == .household }.map { $0.code }
    var factorIncome: [String: Double] = [:]
    for household in households {
      let income = try ["lab-n", "lab-s", "lnd", "cap"].reduce(0.0) {
        try $0 + sam[household, $1]
      }
      if income > 0 { factorIncome[household] = income }
    }
    try expect(shares("pension", sam), factorIncome)
    try expect(
      shares("education", sam), ["c1": try sam["c1", "gov"], "c3": try sam["c3", "gov"]])
    // Where government buys none, by sales.
    let unsold = try sam.replacing([("c1", "gov", 0), ("c3", "gov", 0)])
    func sales(_ code: String) throws -> Double {
      try unsold.accounts.reduce(0) { try $0 + unsold[code, $1.code] }
    }
    try expect(shares("education", unsold), ["c1": try sales("c1"), "c3": try sales("c3")])
    var bought: [String: Double] = [:]
    for commodity in sam.accounts.filter({ $0.kind == .commodity }).map({ $0.code }) {
      let inputs = try sam[commodity, "a0"] + sam[commodity, "a3"]
      if inputs > 0 { bought[commodity] = inputs }
    }
    try expect(shares("agriculture-support", sam), bought)
  }

  @Test func `what a matrix cannot tell is named with what it needs`() throws {
    let missing = Archetypes(for: try PeopleExamples.farm()).missing.map { $0.name }
    #expect(missing.contains { $0.hasPrefix("Education") })
    #expect(missing.contains { $0.hasPrefix("Energy") })
  }
}
