import SocialAccounting

/// An economy of another country whose accounts balance exactly, and programmes on it.
enum SmallEconomy {
  private static let kinds: [(String, String, Account.Kind)] = [
    ("farms", "Farms", .activity), ("schools", "Schools", .activity),
    ("food", "Food", .commodity), ("teaching", "Teaching", .commodity), ("work", "Work", .labour),
    ("assets", "Assets", .capital), ("poor", "Rural poor", .household),
    ("rich", "Urban rich", .household), ("state", "State", .government),
    ("income-tax", "Income tax", .directTax), ("sales-tax", "Sales tax", .productTax),
    ("saving", "Saving", .savings), ("abroad", "Abroad", .restOfWorld),
  ]

  private static let flows: [[Double]] = [
    [0, 0, 100, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0], [0, 0, 0, 80, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [10, 5, 0, 0, 0, 0, 60, 40, 0, 0, 0, 10, 15], [0, 5, 0, 0, 0, 0, 5, 20, 50, 0, 0, 0, 0],
    [70, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [40, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 80, 10, 0, 0, 10, 0, 0, 0, 0], [0, 0, 0, 0, 40, 50, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 10, 0, 25], [0, 0, 0, 0, 0, 0, 5, 20, 0, 0, 0, 0, 0],
    [0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 10, 10, 0, 0, 0, 0, -10],
    [0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]

  static func sam() throws -> SocialAccountingMatrix {
    let accounts = kinds.map { code, name, kind in
      Account(
        code: code, name: name, kind: kind,
        area: kind == .household ? (code == "poor" ? .rural : .urban) : nil,
        quintile: kind == .household ? (code == "poor" ? 1 : 5) : nil,
        group: code == "farms" ? "agriculture" : code == "schools" ? "services" : nil)
    }
    return try SocialAccountingMatrix(
      accounts: accounts, flows: flows, unit: CurrencyUnit("KES billion"), year: 2020,
      title: "Matrix of Nowhere 2020", source: "a test")
  }

  static func programme(
    _ id: String, _ family: Programme.Family, on account: String, part: Double = 1,
    rest: String = "saving", restEvidence: Programme.Evidence = .assumed, isWeighted: Bool = true
  ) throws -> Programme {
    var shares = [
      Programme.Share(
        part, to: account, as: account == "teaching" ? .purchase : .transfer, evidence: .derived)
    ]
    if part < 1 {
      shares.append(Programme.Share(1 - part, to: rest, as: .transfer, evidence: restEvidence))
    }
    return try Programme(
      id: id, name: "The \(id)", family: family, shares: shares,
      outlay: isWeighted
        ? Programme.Outlay(5, unit: CurrencyUnit("KES billion"), year: "2020", evidence: .published)
        : nil)
  }

  /// A comparison in which social protection does more under every condition, or less.
  static func comparison(
    protectionWins: Bool, isWeighted: Bool = true, supply: SupplyResponse = .free
  ) throws -> Comparison {
    let programmes = [
      try programme(
        "cash", .socialProtection, on: "poor", part: protectionWins ? 1 : 0.1,
        isWeighted: isWeighted),
      try programme(
        "lessons", .otherPublicSpending, on: "teaching", part: protectionWins ? 0.01 : 1,
        isWeighted: isWeighted),
    ]
    return try Comparison(
      of: programmes, in: try MultiplierModel(try sam(), supply: supply))
  }
}
