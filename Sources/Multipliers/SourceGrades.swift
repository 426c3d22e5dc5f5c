public import AccountMatrix

/// How well spending shares are known: a grade for each source, and a relative error for each grade.
///
/// The shares of a column are drawn together from a Dirichlet distribution, so that every franc is
/// spent once. Its concentration κ is set by the relative error e of a share of one tenth: the
/// variance of a share a is a (1 - a) / (κ + 1), so κ + 1 = 9 / e².
///
/// Errors that go one way in all columns of a kind do not cancel, and are drawn as one factor of all.
///
/// Reference: Lenzen, Wood & Wiedmann 2010, Economic Systems Research 22(1):43-63, for errors by
/// source; Roland-Holst 1989 for multipliers under uncertainty.
public struct SourceGrades: Sendable, Equatable {
  /// A grade of some accounts.
  package struct Entry: Sendable, Equatable {
    /// The accounts; a group is one of activities.
    package var selector: AccountSelector
    /// The name of the grade.
    package var grade: String

    /// An entry from its parts.
    package init(_ selector: AccountSelector, _ grade: String) {
      self.selector = selector
      self.grade = grade
    }
  }

  /// An error that all columns of a kind share: what one survey or one balance got wrong, it got wrong
  /// for all.
  package struct Common: Sendable, Equatable {
    /// What it is of, for example `saving`.
    package var factor: String
    /// The kind of account that is paid.
    package var paid: Account.Kind
    /// The kind of account that pays.
    package var payer: Account.Kind
    /// The relative error of the share.
    package var relativeError: Double

    /// An error from its parts.
    package init(
      _ factor: String, of paid: Account.Kind, paidBy payer: Account.Kind, _ error: Double
    ) {
      self.factor = factor
      self.paid = paid
      self.payer = payer
      relativeError = error
    }
  }

  /// Errors that columns share, beside those that each has of its own.
  package let common: [Common]
  /// The relative error of a share of one tenth, by grade; zero where nothing is drawn.
  package let relativeErrors: [String: Double]
  /// The grades of accounts: a code goes before a group, a group before a kind.
  package let entries: [Entry]

  /// Grades from their parts.
  ///
  /// - Throws: `Failure` for an error out of range, a grade that is not defined, a selector that
  ///   stands twice.
  package init(
    relativeErrors: [String: Double], entries: [Entry], common: [Common] = []
  ) throws(Failure) {
    for one in common {
      guard one.relativeError >= 0, one.relativeError < 3 else {
        throw .errorOutOfRange(grade: one.factor, error: one.relativeError)
      }
    }
    self.common = common
    for (grade, error) in relativeErrors.sorted(by: { $0.key < $1.key }) {
      guard error >= 0, error < 3 else { throw .errorOutOfRange(grade: grade, error: error) }
    }
    var seen: Set<String> = []
    for entry in entries {
      let word = entry.selector.description
      guard relativeErrors[entry.grade] != nil else {
        throw .unknownGrade(entry.grade, of: word, known: relativeErrors.keys.sorted())
      }
      guard seen.insert(word).inserted else { throw .repeated(word) }
    }
    self.relativeErrors = relativeErrors
    self.entries = entries
  }

  /// Refuses a grade for a code or a group of activities that none of the matrices has.
  ///
  /// A kind, or one of the three groups that every classification knows, may have no account.
  ///
  /// - Throws: `Failure.unknown`.
  package func requireFit(to matrices: [SocialAccountingMatrix]) throws(Failure) {
    let accounts = matrices.flatMap { $0.accounts.map(Self.graded) }
    for entry in entries where !entry.selector.isKnown(among: accounts) {
      throw .unknown(entry.selector.description, nearest: entry.selector.nearest(among: accounts))
    }
  }

  /// The concentration of the column of each account of a matrix; `nil` where it is not drawn.
  package func concentrations(in sam: SocialAccountingMatrix) -> [Double?] {
    let accounts = sam.accounts.map(Self.graded)
    let selectors = entries.map { $0.selector.resolved(among: accounts) }
    return accounts.map { account in
      AccountSelector.mostExact(selectors, holding: account).flatMap {
        concentration(ofGrade: entries[$0].grade)
      }
    }
  }

  /// An account as grades see it: the group of a commodity says nothing about who produces it.
  private static func graded(_ account: Account) -> Account {
    var graded = account
    if account.kind == .commodity || account.kind == nil { graded.group = nil }
    return graded
  }

  /// The concentration of a grade; `nil` where it stands for no error or is not defined.
  package func concentration(ofGrade grade: String) -> Double? {
    guard let error = relativeErrors[grade], error > 0 else { return nil }
    return 9 / (error * error) - 1
  }

  /// Why grades cannot be used.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A relative error is negative or larger than a Dirichlet distribution can have.
    case errorOutOfRange(grade: String, error: Double)
    /// A grade is used that is not defined.
    case unknownGrade(String, of: String, known: [String])
    /// A selector has two grades.
    case repeated(String)
    /// A selector names no account, group of activities or kind.
    case unknown(String, nearest: [String])

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .errorOutOfRange(let grade, let error):
        Diagnostic(
          "the relative error of the grade '\(grade)' is \(error.sixDigits)",
          remedy: "Expected 0 (not drawn) or more, and less than 3")
      case .unknownGrade(let grade, let selector, let known):
        Diagnostic(
          "'\(selector)' has the grade '\(grade)', which is not defined",
          remedy: "Known grades are \(list(known, first: 20))")
      case .repeated(let selector):
        Diagnostic("'\(selector)' stands twice", remedy: "Give it one grade")
      case .unknown(let selector, let nearest):
        Diagnostic(
          "there is no account, group of activities or kind '\(selector)' to grade",
          remedy: suggestion(nearest))
      }
    }
  }
}
