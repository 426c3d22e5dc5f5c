import SAMFixtures
import SocialAccounting
import Testing

/// Every item of a description against sums over cells, on matrices in which everybody pays everybody:
/// there is no formula that another would satisfy.
struct DescriptionItemsTests {
  /// A matrix with two accounts of each kind and no empty cell; it balances nowhere.
  private static func dense(seed: UInt64) throws -> SocialAccountingMatrix {
    var random = SplitMix64(seed: seed)
    var accounts: [Account] = []
    for kind in Account.Kind.allCases where kind != .finalUse && kind != .primaryInput {
      for number in 1...2 {
        var account = Account(code: "\(kind.rawValue)\(number)", kind: kind)
        if kind == .activity || kind == .commodity {
          account.group = ["agriculture", "services"][number - 1]
        }
        accounts.append(account)
      }
    }
    let flows = accounts.map { _ in accounts.map { _ in random.number(1, 9) } }
    return try SocialAccountingMatrix(
      accounts: accounts, flows: flows, unit: .rwfBillion, title: "Dense")
  }

  /// Sums over the cells of a matrix, and the items that they make.
  private struct Sums {
    let sam: SocialAccountingMatrix
    var items: [String: Double] = [:]

    func of(_ kinds: Account.Kind...) -> [Int] {
      sam.accounts.indices.filter { i in kinds.contains { $0 == sam.accounts[i].kind } }
    }

    var everybody: [Int] { Array(sam.accounts.indices) }

    func paid(to rows: [Int], by columns: [Int]) -> Double {
      var sum = 0.0
      for i in rows { for j in columns { sum += sam[i, j] } }
      return sum
    }

    func code(_ i: Int) -> String { sam.accounts[i].code }

    mutating func amount(_ section: String, _ item: String, _ value: Double) {
      items["\(section) \(item) "] = value
    }

    mutating func share(
      _ section: String, _ item: String, _ account: String, _ part: Double, of whole: Double
    ) {
      items["\(section) \(item) \(account)"] = 100 * part / whole
    }
  }

  /// The items of a dense matrix.
  private static func expected(_ sam: SocialAccountingMatrix) -> [String: Double] {
    var s = Sums(sam: sam)
    let all = s.everybody
    let (activities, goods) = (s.of(.activity), s.of(.commodity))
    let production = s.of(.activity, .commodity, .margin)
    let factors = s.of(.labour, .land, .capital, .factor, .valueAdded)
    let indirect = s.of(.productTax, .activityTax, .importTax, .exportTax)
    let taxes = indirect + s.of(.directTax, .factorTax)
    let (homes, world, margins) = (s.of(.household), s.of(.restOfWorld), s.of(.margin))
    let (state, savers) = (s.of(.government, .socialProtection), s.of(.savings, .stocks))
    func without(_ some: [Int]) -> [Int] { all.filter { !some.contains($0) } }
    func spent(_ by: [Int]) -> Double { s.paid(to: all, by: by) }
    func received(_ by: [Int]) -> Double { s.paid(to: by, by: all) }
    let final = production + indirect
    let factorCost = s.paid(to: factors, by: production)
    let gdp = factorCost + received(indirect)
    let output = received(activities)
    let exports = s.paid(to: final, by: world)
    let imports = s.paid(to: world, by: production)

    s.amount("gdp", "gdp_factor_cost", factorCost)
    s.amount("gdp", "gdp_market_prices", gdp)
    s.amount("gdp", "output", output)
    s.amount("gdp", "taxes_net_of_subsidies", received(indirect))
    for (use, value) in [
      ("household_consumption", s.paid(to: final, by: homes)),
      ("government_consumption", s.paid(to: final, by: state)),
      ("investment", s.paid(to: final, by: savers)), ("exports", exports), ("imports", imports),
    ] {
      s.amount("gdp", use, value)
      s.share("gdp", "\(use)_share_of_gdp", "", value, of: gdp)
    }

    // The activities by group, and each.
    let branches =
      zip(["agriculture", "services"], activities).map { ($0, [$1]) }
      + activities.map { (s.code($0), [$0]) }
    for (name, members) in branches {
      let added = s.paid(to: factors, by: members)
      s.share("sectors", "share_of_gdp_factor_cost", name, added, of: factorCost)
      s.share("sectors", "share_of_output", name, received(members), of: output)
      s.share("inputs", "value_added_share_of_output", name, added, of: spent(members))
      s.share(
        "inputs", "inputs_share_of_output", name, s.paid(to: production, by: members),
        of: spent(members))
      for factor in factors {
        s.share(
          "factors", "share_of_value_added_to:\(s.code(factor))", name,
          s.paid(to: [factor], by: members), of: added)
      }
      guard name == "agriculture" || name == "services" else {
        for input in production {
          s.share(
            "inputs", "share_of_output_spent_on:\(s.code(input))", name,
            s.paid(to: [input], by: members), of: spent(members))
        }
        continue
      }
      for (kind, accounts) in [
        ("labour", s.of(.labour)), ("land", s.of(.land)), ("capital", s.of(.capital)),
      ] {
        s.share(
          "factors", "share_of_value_added_to_\(kind)", name,
          s.paid(to: accounts, by: members), of: added)
      }
    }
    for factor in factors {
      s.share(
        "factors", "share_of_gdp_factor_cost", s.code(factor),
        s.paid(to: [factor], by: production), of: factorCost)
    }

    s.amount("margins", "trade_and_transport_costs", s.paid(to: margins, by: goods))
    s.share("margins", "share_of_supply", "", s.paid(to: margins, by: goods), of: spent(goods))
    for earner in all {
      s.share(
        "margins", "earned_by", s.code(earner), s.paid(to: [earner], by: margins),
        of: spent(margins))
    }
    for good in goods {
      s.share(
        "margins", "share_of_purchase_price", s.code(good), s.paid(to: margins, by: [good]),
        of: spent([good]))
    }

    for product in production {
      let (sold, bought) = (s.paid(to: [product], by: world), s.paid(to: world, by: [product]))
      let code = s.code(product)
      s.share("trade", "share_of_exports", code, sold, of: s.paid(to: production, by: world))
      s.share("trade", "share_of_imports", code, bought, of: imports)
      s.share("trade", "exports_share_of_demand", code, sold, of: received([product]))
      s.share("trade", "imports_share_of_supply", code, bought, of: spent([product]))
    }

    s.share("taxes", "taxes_share_of_gdp", "", received(taxes), of: gdp)
    for tax in taxes {
      s.share("taxes", "share_of_gdp", s.code(tax), received([tax]), of: gdp)
      s.share("taxes", "share_of_taxes", s.code(tax), received([tax]), of: received(taxes))
    }
    for (name, members) in [("", goods)] + goods.map({ (s.code($0), [$0]) }) {
      s.share(
        "taxes", "tariff_rate", name, s.paid(to: s.of(.importTax), by: members),
        of: s.paid(to: world, by: members))
      let paid = s.paid(to: s.of(.productTax), by: members)
      s.share("taxes", "product_tax_rate", name, paid, of: spent(members) - paid)
    }

    let private_ = without(state)
    let spenders = private_.filter { !savers.contains($0) }
    let (revenue, spending) = (
      s.paid(to: state, by: private_), s.paid(to: spenders, by: state)
    )
    s.share("government", "revenue_share_of_gdp", "", revenue, of: gdp)
    s.share("government", "spending_share_of_gdp", "", spending, of: gdp)
    s.share(
      "government", "saving_share_of_gdp", "",
      s.paid(to: savers, by: state) - s.paid(to: state, by: savers), of: gdp)
    for (name, members) in [("households", homes)] + private_.map({ (s.code($0), [$0]) }) {
      s.share("government", "share_of_revenue", name, s.paid(to: state, by: members), of: revenue)
    }
    for (name, members) in [("households", homes)] + spenders.map({ (s.code($0), [$0]) }) {
      s.share("government", "share_of_spending", name, s.paid(to: members, by: state), of: spending)
    }

    for (name, members) in [("households", homes)] + homes.map({ (s.code($0), [$0]) }) {
      let income = received(members)
      if members.count == 1 {
        s.items["households income \(name)"] = income
        s.share("households", "share_of_income", name, income, of: received(homes))
      }
      for (source, payers) in [
        ("labour", s.of(.labour)), ("land", s.of(.land)), ("capital", s.of(.capital, .factor)),
        ("enterprises", s.of(.enterprise)), ("government", state), ("households", homes),
        ("abroad", world),
      ] {
        s.share(
          "households", "income_from_\(source)", name, s.paid(to: members, by: payers), of: income)
      }
      for (use, paid) in [
        ("spent_on_market_goods", s.of(.commodity, .margin)), ("spent_on_own_produce", activities),
        ("paid_in_direct_taxes", s.of(.directTax)), ("paid_to_government", state),
        ("paid_to_households", homes), ("saved", s.of(.savings)), ("sent_abroad", world),
      ] {
        s.share("households", use, name, s.paid(to: paid, by: members), of: income)
      }
      let consumed = s.paid(to: production, by: members)
      let groups =
        [
          ("agriculture", [activities[0], goods[0]]), ("services", [activities[1], goods[1]]),
          ("none", margins),
        ] + production.map { (s.code($0), [$0]) }
      for (group, products) in groups {
        s.share(
          "households", "share_of_consumption:\(group)", name, s.paid(to: products, by: members),
          of: consumed)
      }
    }

    let others = without(savers)
    for account in others {
      s.share(
        "investment", "share_of_investment", s.code(account),
        s.paid(to: [account], by: savers), of: s.paid(to: others, by: savers))
    }
    for (name, members) in [("households", homes)] + others.map({ (s.code($0), [$0]) }) {
      s.share(
        "investment", "share_of_saving", name, s.paid(to: savers, by: members),
        of: s.paid(to: savers, by: others))
    }

    let enterprises = s.of(.enterprise)
    let lent = s.paid(to: savers, by: world) - s.paid(to: world, by: savers)
    for (item, value) in [
      ("exports", exports), ("imports", imports),
      ("factor_income_from_abroad", s.paid(to: factors, by: world)),
      ("factor_income_to_abroad", s.paid(to: world, by: factors)),
      ("transfers_to_households", s.paid(to: homes, by: world)),
      ("transfers_from_households", s.paid(to: world, by: homes)),
      ("transfers_to_enterprises", s.paid(to: enterprises, by: world)),
      ("transfers_from_enterprises", s.paid(to: world, by: enterprises)),
      ("grants_to_government", s.paid(to: state, by: world)),
      ("payments_of_government", s.paid(to: world, by: state)), ("foreign_saving", lent),
    ] {
      s.amount("current-account", item, value)
    }
    s.share("current-account", "trade_balance_share_of_gdp", "", exports - imports, of: gdp)
    s.share("current-account", "foreign_saving_share_of_gdp", "", lent, of: gdp)
    return s.items
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `every item is a sum of its cells`(_ seed: UInt64) throws {
    let sam = try Self.dense(seed: seed)
    let expected = Self.expected(sam)
    var found: [String: Double] = [:]
    for item in try MatrixDescription(sam).items {
      let key = "\(item.section.rawValue) \(item.item) \(item.account)"
      #expect(found.updateValue(item.value, forKey: key) == nil, "\(key) stands twice")
    }
    #expect(Set(found.keys).symmetricDifference(expected.keys) == [])
    for (key, value) in expected {
      let own = found[key] ?? .nan
      #expect(abs(own - value) <= 1e-9 * max(1, abs(value)), "\(key): \(own) for \(value)")
    }
  }
}
