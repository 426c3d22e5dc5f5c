/// What the accounts of a matrix may be: kinds and groups that are known, and guesses for the rest
/// by codes, by names and by who pays whom, to be confirmed by somebody who knows the matrix.
package struct AccountProposal: Sendable, Equatable {
  /// Where a kind is from.
  package enum Basis: String, Sendable, CaseIterable {
    /// The matrix or a file says it.
    case given
    /// Guessed from the code or the name.
    case words = "guess: words"
    /// Guessed from who pays whom.
    case flows = "guess: flows"
    /// Nothing tells.
    case unknown
  }

  /// One account as proposed.
  package struct Entry: Sendable, Equatable {
    /// The account with what is known and guessed of it.
    package let account: Account
    /// Where its kind is from.
    package let basis: Basis
    /// What the guesses rest on, for somebody who checks them.
    package let reason: String
  }

  /// A line for each account, in the order of the matrix.
  package let entries: [Entry]

  /// The accounts with the kinds and groups proposed.
  package var accounts: [Account] { entries.map { $0.account } }

  /// How many kinds are guesses.
  package var guessCount: Int { entries.count { $0.basis == .words || $0.basis == .flows } }

  /// Proposes what the accounts of a matrix are.
  ///
  /// - Complexity: O(n²), times the rounds of guessing from flows, at most some hundred.
  package init(for sam: SocialAccountingMatrix) {
    let codes = Set(sam.accounts.map { $0.code.lowercased() })
    let words = sam.accounts.map { account in
      account.kind == nil ? AccountWords.kind(of: account, among: codes) : nil
    }
    let known = zip(sam.accounts, words).map { $0.kind ?? $1?.kind }
    let roles = FlowRoles(of: sam, given: known.map { $0.flatMap { FlowRoles.Role($0) } }).roles
    entries = sam.accounts.indices.map { i in
      var account = sam.accounts[i]
      var reasons: [String] = []
      var basis = Basis.given
      if account.kind == nil {
        if let word = words[i] {
          account.kind = word.kind
          basis = .words
          reasons.append(word.because)
        } else if let role = roles[i] {
          account.kind = role.kind(payers: Self.payers(of: i, in: sam, roles: roles))
          basis = .flows
          reasons.append(role.because)
        } else {
          basis = .unknown
        }
      }
      if account.kind == .household {
        let household = AccountWords.household(account)
        if account.area == nil, let area = household.area {
          account.area = area
          reasons.append("area by code or name")
        }
        if account.quintile == nil, let quintile = household.quintile {
          account.quintile = quintile
          reasons.append("quintile by code or name")
        }
      }
      if account.group == nil, account.kind == .activity || account.kind == .commodity {
        if let group = nexusGroup(ofProduct: account.code) {
          account.group = group
          reasons.append("group by code")
        } else if let guess = AccountWords.group(of: account) {
          account.group = guess.group
          reasons.append("group: \(guess.because)")
        }
      }
      return Entry(account: account, basis: basis, reason: reasons.joined(separator: "; "))
    }
  }

  /// The role that pays an account most.
  private static func payers(
    of account: Int, in sam: SocialAccountingMatrix, roles: [FlowRoles.Role?]
  ) -> FlowRoles.Role? {
    var sums = [Double](repeating: 0, count: FlowRoles.Role.allCases.count)
    for j in roles.indices {
      if let role = roles[j] { sums[role.rawValue] += abs(sam[account, j]) }
    }
    return sums.indices.max { sums[$0] < sums[$1] }.flatMap { FlowRoles.Role(rawValue: $0) }
  }
}

extension FlowRoles.Role {
  /// The role of a kind; `nil` for kinds that have no place of their own in the flow.
  init?(_ kind: Account.Kind) {
    switch kind {
    case .activity: self = .activity
    case .commodity: self = .commodity
    case .margin: self = .margin
    case .labour, .land, .capital, .factor, .valueAdded: self = .factor
    case .enterprise: self = .enterprise
    case .household: self = .household
    case .government: self = .government
    case .directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax: self = .tax
    case .savings: self = .savings
    case .stocks: self = .stocks
    case .restOfWorld: self = .restOfWorld
    case .socialProtection, .nonProfit, .other, .finalUse, .primaryInput: return nil
    }
  }

  /// The kind of an account in this role; a tax by who pays most of it.
  func kind(payers: FlowRoles.Role?) -> Account.Kind {
    switch self {
    case .activity: .activity
    case .commodity: .commodity
    case .margin: .margin
    case .factor: .factor
    case .enterprise: .enterprise
    case .household: .household
    case .government: .government
    case .tax:
      switch payers {
      case .household, .enterprise: .directTax
      case .activity: .activityTax
      case .factor: .factorTax
      default: .productTax
      }
    case .savings: .savings
    case .stocks: .stocks
    case .restOfWorld: .restOfWorld
    }
  }

  /// What the role is seen by.
  var because: String {
    switch self {
    case .activity: "is paid by products, pays factors and products"
    case .commodity: "is bought by many, pays who makes it"
    case .margin: "is paid by products, pays products"
    case .factor: "is paid by activities, pays institutions"
    case .enterprise: "is paid by factors, buys no products"
    case .household: "is paid by factors, buys products"
    case .government: "is paid by taxes, buys products"
    case .tax: "pays one account only"
    case .savings: "is paid by institutions, buys products"
    case .stocks: "is paid by savings, buys products"
    case .restOfWorld: "is paid by products and buys products"
    }
  }
}
