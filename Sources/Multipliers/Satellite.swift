public import AccountMatrix

/// An account beside the matrix: jobs, emissions, energy, land, imports of food.
///
/// Its amounts belong to the year of the matrix. Per unit of what an account
/// receives, they are carried through the multipliers as a row of weights.
///
/// Reference: Miller & Blair 2009, sections 6.5 and 13.5 (extended models).
public struct Satellite: Sendable, Equatable {
  /// What the amounts are counted per.
  package enum Basis: Sendable, Equatable {
    /// All receipts of an account.
    case receipts
    /// The receipts of an activity less what households take of it as their own produce; a
    /// change of own consumption then moves the satellite by nothing. Without commodity accounts
    /// activities sell on markets themselves, and it is all receipts.
    case marketedOutput
  }

  /// One account and its amount in the year of the matrix.
  package struct Entry: Sendable, Equatable {
    /// The account's code.
    package var account: String
    /// The amount, in the satellite's unit.
    package var amount: Double

    /// An entry from its parts.
    package init(account: String, amount: Double) {
      self.account = account
      self.amount = amount
    }
  }

  /// What is counted, for example `jobs`.
  public let name: String
  /// The unit of the amounts, for example `persons`.
  public let unit: String
  /// What the amounts are counted per.
  package let basis: Basis
  /// The amounts, each account once.
  package let entries: [Entry]

  /// A satellite from its amounts.
  ///
  /// - Throws: `Failure.repeated` or `Failure.notFinite`.
  package init(
    name: String, unit: String = "", basis: Basis = .receipts, entries: [Entry]
  ) throws(Failure) {
    var seen: Set<String> = []
    for entry in entries {
      guard entry.amount.isFinite else { throw .notFinite(name, account: entry.account) }
      guard seen.insert(entry.account).inserted else {
        throw .repeated(name, account: entry.account)
      }
    }
    self.name = name
    self.unit = unit
    self.basis = basis
    self.entries = entries
  }

  /// The sum of the amounts.
  public var total: Double { entries.reduce(0) { $0 + $1.amount } }

  /// Why a satellite has no multipliers.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// An account stands twice.
    case repeated(String, account: String)
    /// An amount is infinite or not a number.
    case notFinite(String, account: String)
    /// No account has this code.
    case unknown(String, account: String, nearest: [String])
    /// It names some activities, but not these.
    case missing(String, accounts: [String])
    /// The account does not respond, so nothing can be counted per unit of it.
    case exogenous(String, account: String)
    /// There is an amount, but no output to count it per.
    case noOutput(String, account: String, amount: Double)
    /// The question needs to know what these accounts are.
    case kindsMissing(accounts: [String])

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .repeated(let name, let account):
        Diagnostic(
          "the account '\(account)' stands twice in '\(name)'",
          remedy: "Keep one line for each account")
      case .notFinite(let name, let account):
        Diagnostic("the amount of '\(account)' in '\(name)' is not a finite number")
      case .unknown(let name, let account, let nearest):
        Diagnostic(
          "'\(name)' counts the account '\(account)', which the matrix does not have",
          remedy: suggestion(nearest))
      case .missing(let name, let accounts):
        Diagnostic(
          "'\(name)' names some activities but leaves out \(list(accounts))",
          remedy: "Give every activity a line; where there is none of it, write 0")
      case .exogenous(let name, let account):
        Diagnostic(
          "'\(name)' counts the account '\(account)', which is exogenous and does not respond",
          remedy: "Leave it out, or change \(.chooseExogenous)")
      case .noOutput(let name, let account, let amount):
        Diagnostic(
          "'\(name)' has \(amount.sixDigits) for the account '\(account)', which sells nothing to "
            + "count it per", remedy: "Put the amount on an account with output")
      case .kindsMissing(let accounts):
        SocialAccountingMatrix.Failure.kindsMissing(accounts: accounts).diagnostic
      }
    }
  }
}
