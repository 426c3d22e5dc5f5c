import Reporting
import RwandaSAM
import SocialAccounting
import Testing

struct SchemeTests {
  /// Every scheme of the study's list.
  static let schemes = [
    "vup-direct-support", "vup-classic-public-works", "vup-expanded-public-works",
    "nutrition-direct-support", "survivors-assistance", "survivors-shelter",
    "rssb-pensions", "rssb-pensions-2025", "occupational-hazards",
    "maternity-leave", "rssb-medical", "cbhi-care", "cbhi-premium-subsidy", "ejoheza-match",
    "ejoheza-savings", "school-feeding", "girinka", "unemployment-insurance",
    "unemployment-insurance-linked", "maternity-informal", "universal-pension",
    "universal-child-benefit", "education", "education-services", "education-pay", "health",
    "health-services", "health-pay", "public-administration", "defence", "agriculture-support",
    "input-subsidy", "roads", "feeder-roads", "water", "energy", "housing", "ict", "environment",
    "domestic-interest", "domestic-interest-retained", "domestic-interest-distributed",
    "direct-tax-cut", "indirect-tax-cut",
  ]
  private static let apart: Set<String> = [
    "ejoheza-match", "ejoheza-savings", "unemployment-insurance", "unemployment-insurance-linked",
    "girinka", "cbhi-premium-subsidy", "survivors-shelter", "rssb-pensions-2025",
    "maternity-informal", "universal-pension", "universal-child-benefit", "education-services",
    "education-pay", "health-services", "health-pay", "domestic-interest",
    "domestic-interest-retained", "domestic-interest-distributed", "direct-tax-cut",
    "indirect-tax-cut",
  ]
  private static let withoutOutlay: Set<String> = [
    "ejoheza-match", "girinka", "unemployment-insurance-linked", "education-services",
    "education-pay", "health-services", "health-pay", "feeder-roads", "housing", "ict",
    "environment", "domestic-interest-retained", "domestic-interest-distributed",
    "direct-tax-cut", "indirect-tax-cut",
  ]

  @Test(arguments: ["rwanda-2024", "rwanda-2022", "rwanda-2022-ifpri"])
  func `every scheme loads, adds to a franc, fits its accounts, leaks once and prints`(
    _ matrix: String
  ) throws {
    let sam = try Country.rwanda.sam(matrix)
    let all = try Country.rwanda.programmes(for: sam)
    let comparison = try Comparison(of: all, in: try MultiplierModel(sam))
    let rows = Dictionary(
      uniqueKeysWithValues: comparison.rows.map { ($0.programme.id, $0) })
    let csv = try comparison.report().rendered(as: .csv)
    for id in Self.schemes {
      let row = try #require(rows[id], "\(id)")
      let programme = row.programme
      #expect(abs(programme.shares.reduce(0) { $0 + $1.fraction } - 1) < 1e-12, "\(id)")
      #expect(programme.shares.allSatisfy { $0.fraction > 0 }, "\(id)")
      #expect(throws: Never.self) { try programme.requireFit(to: sam) }
      #expect(programme.isRanked != Self.apart.contains(id), "\(id)")
      #expect((programme.outlay == nil) == Self.withoutOutlay.contains(id), "\(id)")
      #expect(abs(row.effect.leakageTotal - 1) < 1e-9, "\(id)")
      #expect(csv.contains("\n\(id),"), "\(id)")
    }
  }

  @Test func `pay of education and health is that of their activities`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    for (id, activity) in [("education-pay", "aeduc"), ("health-pay", "aheal")] {
      let programme = try #require(try Country.rwanda.programmes().first { $0.id == id })
      let pay = try ["flab-n", "flab-p", "flab-s"].map { try sam[$0, activity] }
      for (share, paid) in zip(programme.shares, pay) {
        #expect(share.role == .wages)
        #expect(abs(share.fraction - paid / pay.reduce(0, +)) < 1e-6)
      }
    }
  }

  @Test func `what domestic interest does lies between what enterprises may do with it`() throws {
    let sam = try Country.rwanda.sam()
    let rows = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam)
    ).rows
    func gdp(_ id: String) throws -> Double {
      try #require(rows.first { $0.programme.id == id }).effect.gdpFactorCost
    }
    #expect(try gdp("domestic-interest-retained") < gdp("domestic-interest"))
    #expect(try gdp("domestic-interest") < gdp("domestic-interest-distributed"))
  }

  @Test(arguments: ["rwanda-2024", "rwanda-2022"])
  func `indirect tax is paid on purchases, not on what households grow themselves`(
    _ matrix: String
  ) throws {
    let sam = try Country.rwanda.sam(matrix)
    let payers = try Financing.indirectTax.payers(in: sam)
    let embedded = try EmbeddedTax(of: sam)
    let rates = Dictionary(
      uniqueKeysWithValues: zip(embedded.sellers.map(\.code), embedded.rates))
    // By hand, over commodities only: activities sell own produce.
    let taxes = try payers.map { payer in
      try sam.accounts.filter { $0.kind == .commodity }.reduce(0) {
        $0 + (rates[$1.code] ?? 0) * (try sam[$1.code, payer.code])
      }
    }
    for (payer, tax) in zip(payers, taxes) {
      #expect(abs(payer.amount - tax / taxes.reduce(0, +)) < 1e-12)
      #expect(payer.amount > 0)
    }
    let poor = try #require(payers.first { $0.code == "hhd-r1" })
    let own = try sam.accounts.filter { $0.kind == .activity }
      .reduce(0) { $0 + (try sam[$1.code, poor.code]) }
    #expect(own > 0)
  }

  @Test func `the rule of contributions is read from its tables`() throws {
    let rule = try Country.rwanda.contributionRule()
    #expect(rule.employerShare == 0.5 && rule.shiftedToWages == 1)
    #expect(abs(rule.formalWages.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    let pension = try Country.rwanda.contributionRates().filter { $0.scheme == "pension" }
    #expect(pension.map(\.total) == [6, 12, 14, 16, 18, 20])
  }

  /// What a scheme spends in the matrix, capital included where its outlay has it, beside the outlays.
  @Test(arguments: [
    ("sp-vds", ["vup-direct-support"], false), ("sp-vcw", ["vup-classic-public-works"], true),
    ("sp-vew", ["vup-expanded-public-works"], false),
    ("sp-vns", ["nutrition-direct-support"], false),
    ("sp-sur", ["survivors-assistance", "survivors-shelter"], true),
    ("sp-pen", ["rssb-pensions"], false), ("sp-haz", ["occupational-hazards"], false),
    ("sp-mat", ["maternity-leave"], false), ("sp-med", ["rssb-medical"], false),
    ("sp-cbh", ["cbhi-care"], false),
  ])
  func `outlays of 2024 are those of the schemes in the matrix, but for what is listed`(
    _ scheme: String, _ programmes: [String], _ includesCapital: Bool
  ) throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let column = try sam.index(of: scheme)
    let spent = sam.accounts.indices.reduce(0.0) { sum, i in
      sam.accounts[i].kind == .savings && !includesCapital ? sum : sum + sam[i, column]
    }
    let all = try Country.rwanda.programmes(for: sam)
    let outlay = try programmes.reduce(0.0) { sum, id in
      sum + (try #require(all.first { $0.id == id }?.outlay)).amount
    }
    // SAM/README.md, Outlays, has the reasons.
    let listed = ["sp-pen", "sp-haz", "sp-mat", "sp-med"]
    let isNear = abs(spent / outlay - 1) < 0.1
    #expect(isNear != listed.contains(scheme), "\(scheme): \(spent) and \(outlay)")
  }
}
