extension SocialAccountingMatrix {
  /// Why a table is not a social accounting matrix, or a question to one has no answer.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The table has not as many rows as there are accounts, or a row of another length.
    case notSquare(rows: Int, columns: Int, accounts: Int)
    /// A code stands for two accounts.
    case duplicateAccount(String)
    /// An account is described by what no account can be.
    case account(Diagnostic)
    /// A cell is infinite or not a number.
    case notFinite(row: String, column: String)
    /// With the cells of an account, the matrix adds to more than is answered for.
    case tooLarge(account: String)
    /// No account has this code; the nearest codes that exist.
    case unknownAccount(String, nearest: [String])
    /// No account is meant by a selector; the nearest names that exist.
    case noAccounts(AccountSelector, nearest: [String])
    /// Activities or commodities are in no group, and so may belong to this one.
    case openGroup(String, of: Account.Kind, members: Int, outside: [String])
    /// The accounts whose receipts and payments differ by more than their tolerance, worst first.
    case unbalanced([AccountBalance])
    /// An account that is to respond pays less than nothing in total.
    case negativeTotal(account: String, total: Double)
    /// Those who should be paid pay: the table has its receipts in columns.
    case transposed(payer: String, receiver: String, forwards: Double, backwards: Double)
    /// The three ways to GDP are so far apart that the kinds do not fit the cells.
    case implausibleGDP(production: Double, income: Double, expenditure: Double)
    /// The question needs to know what these accounts are.
    case kindsMissing(accounts: [String])
    /// An account stands in a map twice, or not at all.
    case mapping(account: String, times: Int)
    /// A map's group code is used for accounts in a way that contradicts itself.
    case conflictingGroup(group: String, attribute: String)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .notSquare(let rows, let columns, let accounts):
        Diagnostic(
          "the table has \(rows) rows and \(columns) columns for \(accounts) accounts",
          remedy: "A social accounting matrix has a row and a column for every account")
      case .duplicateAccount(let code):
        Diagnostic(
          "the account '\(code)' stands twice", remedy: "Give every account a code of its own")
      case .account(let diagnostic): diagnostic
      case .tooLarge(let account):
        Diagnostic(
          "the cells of the account '\(account)' add to more than \(Double.largestAmount.sixDigits)",
          remedy: "Correct the cells, or give the table in a larger unit")
      case .notFinite(let row, let column):
        Diagnostic(
          "the cell is not a finite number", at: "row '\(row)', column '\(column)'",
          remedy: "Write a number, or leave the cell empty for zero")
      case .unknownAccount(let code, let nearest):
        Diagnostic("there is no account '\(code)'", remedy: suggestion(nearest))
      case .noAccounts(let selector, let nearest):
        switch selector {
        case .all: Diagnostic("there is no account that can be meant by '*'")
        case .kind:
          Diagnostic(
            "the matrix has no account of the kind '\(selector)'",
            remedy: "\(.listAccounts) lists the accounts of a matrix with their kinds")
        default:
          Diagnostic(
            "there is no account and no group of accounts '\(selector)'",
            remedy: suggestion(nearest))
        }
      case .openGroup(let group, let kind, let members, let outside):
        Diagnostic(
          "the group '\(group)' has \(count(members, of: kind)), and \(outside.count) more "
            + "\(outside.count == 1 ? "is" : "are") in no group: " + list(outside, first: 10),
          remedy: "Say the group of every \(kind.rawValue) with \(.describeAccounts), or name "
            + "\(kind == .activity ? "activities" : "commodities") by code")
      case .unbalanced(let gaps):
        Diagnostic(
          "receipts and payments differ beyond the tolerance for \(count(gaps.count, "account")): "
            + gaps.prefix(5).map { $0.description }.joined(separator: "; ")
            + (gaps.count > 5 ? "; and \(gaps.count - 5) more" : ""),
          remedy: """
            Correct the cells of these accounts, balance the matrix, or accept the gap with a wider \
            tolerance (\(.widenTolerance), in the unit of the matrix)
            """)
      case .negativeTotal(let account, let total):
        Diagnostic(
          "the payments of the account '\(account)' add to \(total.sixDigits), less than nothing",
          remedy: """
            Make it exogenous (\(.chooseExogenous)), as stocks that are drawn down and net subsidies \
            are, or move negative payments to the other side: a payment of -5 is a receipt of 5
            """)
      case .transposed(let payer, let receiver, let forwards, let backwards):
        Diagnostic(
          "\(payer) pays \(forwards.sixDigits) to \(receiver) and receives "
            + "\(backwards.sixDigits) from them: the table seems to have receipts in columns",
          remedy: "Transpose it, so that receipts are rows and payments are columns, or correct "
            + "the kinds of the accounts")
      case .implausibleGDP(let production, let income, let expenditure):
        Diagnostic(
          "GDP is \(production.sixDigits) by production, \(income.sixDigits) by income and "
            + "\(expenditure.sixDigits) by expenditure: the kinds do not fit the cells",
          remedy: "Transpose the table if its receipts stand in columns, or correct the kinds of "
            + "the accounts")
      case .kindsMissing(let accounts):
        Diagnostic(
          "nothing says what \(count(accounts.count, "account")) of the matrix "
            + "\(accounts.count == 1 ? "is" : "are"): " + list(accounts),
          remedy: "Give the kinds with \(.fillInAccounts)")
      case .mapping(let account, let times):
        times == 0
          ? Diagnostic(
            "the account '\(account)' of the matrix is not in the map",
            remedy: "List each account once; an account may be its own group")
          : Diagnostic(
            "the account '\(account)' stands \(times) times in the map",
            remedy: "List each account once")
      case .conflictingGroup(let group, let attribute):
        Diagnostic(
          "the map gives the group '\(group)' two different \(attribute)s",
          remedy: "Give one \(attribute), or leave the others empty")
      }
    }
  }
}

/// `Did you mean 'a', 'b' or 'c'`, or how to see the codes where nothing is near.
package func suggestion(_ nearest: [String]) -> Remedy {
  let quoted = nearest.map { "'\($0)'" }
  guard let last = quoted.last else { return "\(.listAccounts) lists the codes of a matrix" }
  let first = quoted.dropLast().joined(separator: ", ")
  return Remedy("Did you mean " + (first.isEmpty ? last : "\(first) or \(last)") + "?")
}

/// The programmes that may have been meant, and where all of them stand.
package func programmeSuggestion(_ nearest: [String]) -> Remedy {
  let all: Remedy = "\(.listProgrammes) has the built-in programmes"
  return nearest.isEmpty ? all : suggestion(nearest) + " " + all
}

/// `1 account`, `3 accounts`.
package func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// `1 activity`, `3 commodities`.
package func count(_ number: Int, of kind: Account.Kind) -> String {
  let noun = kind.rawValue
  if number == 1 || !noun.hasSuffix("y") { return count(number, noun) }
  return "\(number) \(noun.dropLast())ies"
}

/// The first codes of a list, and how many more there are.
package func list(_ codes: [String], first: Int = 8) -> String {
  codes.prefix(first).joined(separator: ", ")
    + (codes.count > first ? " and \(codes.count - first) more" : "")
}
