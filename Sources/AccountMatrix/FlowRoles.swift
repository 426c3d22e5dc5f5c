internal import Glibc

/// What accounts do in the circular flow, guessed from who pays whom.
///
/// Each role pays some roles and is paid by others in typical shares (Pyatt & Round 1979; Breisinger,
/// Thomas & Thurlow 2009). Accounts get the role under which the logarithms of these shares, weighted
/// by what the account really pays and receives, add to most, given the roles of all others; that is
/// repeated until nothing changes. The start tells rows with many payers (commodities, factors) from
/// columns with many payees (activities, households).
struct FlowRoles {
  enum Role: Int, CaseIterable {
    case activity, commodity, margin, factor, enterprise, household, government, tax, savings
    case stocks, restOfWorld
  }

  /// Matrices with fewer accounts tell too little of more than what `completeSmall` does.
  static let fewest = 20

  private typealias Link = (account: Int, share: Double)
  private let payees: [[Link]]
  private let payers: [[Link]]
  private let isGiven: [Bool]
  private(set) var roles: [Role?]
  private var banned: [Set<Role>]

  /// Roles of all accounts that pay or receive.
  ///
  /// - Parameter given: the roles that are known; the rest are guessed from them too.
  init(of sam: SocialAccountingMatrix, given: [Role?]) {
    let count = sam.accounts.count
    var payees = [[Link]](repeating: [], count: count)
    var payers = payees
    for j in 0..<count {
      let column = (0..<count).map { abs(sam[$0, j]) }
      let paid = column.reduce(0, +)
      for i in 0..<count where column[i] > 0 { payees[j].append((i, column[i] / paid)) }
    }
    for i in 0..<count {
      let row = (0..<count).map { abs(sam[i, $0]) }
      let received = row.reduce(0, +)
      for j in 0..<count where row[j] > 0 { payers[i].append((j, row[j] / received)) }
    }
    self.payees = payees
    self.payers = payers
    isGiven = given.map { $0 != nil }
    roles = given
    banned = Array(repeating: [], count: count)
    guard count >= Self.fewest else {
      completeSmall()
      return
    }
    start()
    settle()
    correct()
    settle()
    for role in [Role.government, .restOfWorld, .savings, .margin, .stocks] { keepOne(role) }
    for role in [Role.government, .restOfWorld, .savings] where !roles.contains(role) {
      demand(role)
    }
    for i in roles.indices where payees[i].isEmpty && payers[i].isEmpty && !isGiven[i] {
      roles[i] = nil
    }
  }

  /// Of a small matrix only what the known accounts leave no doubt of: who pays factors produces, who
  /// pays producers most and is bought from is a product, who lives of factors and buys products is a
  /// household.
  private mutating func completeSmall() {
    for _ in 0..<3 {
      for i in roles.indices where roles[i] == nil {
        if share(payees[i], [.factor]) > 0.1, share(payees[i], [.activity]) < 0.5 {
          roles[i] = .activity
        } else if share(payees[i], [.activity]) > 0.5,
          share(payers[i], [.activity, .household]) > 0.2
        {
          roles[i] = .commodity
        } else if share(payers[i], [.activity]) > 0.8,
          share(payees[i], [.household, .enterprise]) > 0.5
        {
          roles[i] = .factor
        } else if share(payers[i], [.factor]) > 0.5,
          share(payees[i], [.commodity, .activity]) > 0.4
        {
          roles[i] = .household
        }
      }
    }
  }

  // MARK: The steps

  private func share(_ links: [Link], _ wanted: Set<Role>) -> Double {
    links.reduce(0) { sum, link in
      roles[link.account].map(wanted.contains) == true ? sum + link.share : sum
    }
  }

  private mutating func start() {
    let indices = roles.indices
    markTaxes()
    // Twice as many payers as payees, or the other way round, and half as many again.
    func leaning(_ i: Int) -> Double {
      (Double(payers[i].count) + 0.5) / (Double(payees[i].count) + 0.5)
    }
    let wideRows = Set(
      indices.filter { roles[$0] == nil && payers[$0].count >= 3 && leaning($0) > 1.5 })
    for i in indices where roles[i] == nil && payees[i].count >= 3 && leaning(i) < 1 / 1.5 {
      let wide = payers[i].filter { wideRows.contains($0.account) }
      // An activity sells to the one or two products that it makes.
      let isMaker =
        wide.reduce(0) { $0 + $1.share } > 0.5 && wide.count { $0.share > 0.02 } <= 2
      roles[i] = isMaker ? .activity : .household
    }
    for i in wideRows {
      roles[i] =
        share(payees[i], [.activity]) >= share(payees[i], [.household]) ? .commodity : .factor
    }
    for i in indices where roles[i] == nil {
      let isPaidByCommodities = share(payers[i], [.commodity]) > 0.5
      if share(payees[i], [.activity]) > 0.5 {
        roles[i] = .commodity
      } else if isPaidByCommodities, share(payees[i], [.factor]) > 0.1 {
        roles[i] = .activity
      } else if share(payers[i], [.factor]) > 0.4 {
        roles[i] = .enterprise
      } else {
        roles[i] = share(payers[i], [.commodity]) > 0.4 ? .restOfWorld : .savings
      }
    }
  }

  /// Taxes pay one account, the government, which several do.
  private mutating func markTaxes() {
    var payingOnly: [Int: [Int]] = [:]
    for i in roles.indices where roles[i] == nil && payees[i].count == 1 && payers[i].count > 1 {
      payingOnly[payees[i][0].account, default: []].append(i)
    }
    let known = roles.firstIndex(of: .government)
    let likely = payingOnly.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let government = known ?? likely.flatMap({ $0.value.count > 1 ? $0.key : nil }) else {
      return
    }
    if roles[government] == nil { roles[government] = .government }
    for tax in payingOnly[government] ?? [] { roles[tax] = .tax }
  }

  private mutating func settle() {
    for _ in 0..<40 {
      var changed = false
      for i in roles.indices where !isGiven[i] && roles[i] != nil {
        var best: (role: Role, score: Double)?
        for role in Role.allCases
        where !banned[i].contains(role) && (role != .tax || payees[i].count == 1) {
          let score = score(i, as: role)
          if score > best?.score ?? -.infinity { best = (role, score) }
        }
        if let best, best.role != roles[i] {
          roles[i] = best.role
          changed = true
        }
      }
      if !changed { return }
    }
  }

  /// What no account of a role does: only activities pay factors much, and final users pay none.
  private mutating func correct() {
    for i in roles.indices {
      let toFactors = share(payees[i], [.factor])
      if roles[i] != .activity, roles[i] != .commodity, toFactors > 0.1 {
        banned[i].formUnion(Role.allCases.filter { $0 != .activity && $0 != .commodity })
      }
      if roles[i] == .factor, share(payers[i], [.household, .government, .savings]) > 0.2 {
        banned[i].insert(.factor)
      }
      if roles[i] == .activity, toFactors < 0.02 { banned[i].insert(.activity) }
    }
  }

  /// Leaves a role that one account has to the account that it suits best.
  private mutating func keepOne(_ role: Role) {
    let holders = roles.indices.filter { roles[$0] == role }
    guard holders.count > 1, let kept = holders.first(where: { isGiven[$0] }) ?? best(holders, role)
    else { return }
    for i in roles.indices where i != kept { banned[i].insert(role) }
    settle()
  }

  /// Gives a role that every economy has to the account that it suits best.
  private mutating func demand(_ role: Role) {
    let core: Set<Role> = [.activity, .commodity, .factor, .tax]
    let open = roles.indices.filter { i in
      !isGiven[i] && roles[i].map { !core.contains($0) } == true
    }
    guard let chosen = best(open, role) else { return }
    roles[chosen] = role
    for i in roles.indices {
      if i == chosen {
        banned[i].formUnion(Role.allCases.filter { $0 != role })
      } else {
        banned[i].insert(role)
      }
    }
    settle()
  }

  private func best(_ accounts: [Int], _ role: Role) -> Int? {
    accounts.max { one, other in
      score(one, as: role) - others(one, than: role)
        < score(other, as: role) - others(other, than: role)
    }
  }

  private func others(_ account: Int, than role: Role) -> Double {
    [Role.activity, .commodity, .factor, .household, .enterprise].filter { $0 != role }
      .map { score(account, as: $0) }.max() ?? 0
  }

  // MARK: Scores

  private func score(_ account: Int, as role: Role) -> Double {
    var sum = 0.0
    for link in payees[account] {
      if let other = roles[link.account] {
        sum += link.share * Self.paying[role.rawValue][other.rawValue]
      }
    }
    for link in payers[account] {
      if let other = roles[link.account] {
        sum += link.share * Self.receiving[role.rawValue][other.rawValue]
      }
    }
    return sum
  }

  /// Logarithms of shares in per cent by role, in the order of `Role`; never quite zero.
  private static func logarithms(_ percent: [[Double]]) -> [[Double]] {
    percent.map { row in row.map { log($0 / 100 + 0.004) } }
  }

  /// What a role pays to each role.
  private static let paying = logarithms([
    [2, 50, 2, 42, 0, 0, 0, 3, 0, 0, 1],  // activity
    [72, 0, 8, 0, 0, 0, 0, 8, 0, 0, 12],  // commodity
    [10, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0],  // margin
    [0, 0, 0, 0, 20, 66, 3, 3, 3, 0, 5],  // factor
    [0, 0, 0, 0, 3, 50, 5, 15, 20, 0, 7],  // enterprise
    [8, 72, 0, 0, 0, 3, 2, 6, 6, 0, 3],  // household
    [3, 55, 0, 0, 6, 18, 0, 0, 15, 0, 3],  // government
    [0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0],  // tax
    [0, 85, 0, 0, 0, 0, 3, 0, 0, 8, 4],  // savings
    [0, 95, 0, 0, 0, 0, 0, 0, 5, 0, 0],  // stocks
    [2, 55, 0, 6, 4, 12, 6, 0, 15, 0, 0],  // rest of the world
  ])

  /// What a role receives from each role.
  private static let receiving = logarithms([
    [0, 90, 1, 0, 0, 8, 0, 0, 0, 0, 1],  // activity
    [38, 0, 5, 0, 0, 30, 7, 0, 8, 2, 10],  // commodity
    [0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0],  // margin
    [95, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5],  // factor
    [0, 0, 0, 75, 4, 0, 15, 0, 0, 0, 6],  // enterprise
    [0, 0, 0, 60, 18, 4, 8, 0, 0, 0, 10],  // household
    [0, 0, 0, 4, 6, 2, 0, 80, 0, 0, 8],  // government
    [12, 48, 0, 5, 15, 20, 0, 0, 0, 0, 0],  // tax
    [0, 0, 0, 3, 22, 35, 15, 0, 0, 3, 22],  // savings
    [0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0],  // stocks
    [0, 75, 0, 6, 6, 6, 5, 0, 2, 0, 0],  // rest of the world
  ])
}
