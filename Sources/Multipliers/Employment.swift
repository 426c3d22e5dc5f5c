public import AccountMatrix

/// Jobs by activity, and by the sex, area and formality of who holds them.
///
/// A survey prints some breakdowns and not others. Each entry names the
/// dimensions that it is broken down by; the entries of an account with the same
/// dimensions add to all its jobs, so two breakdowns must agree.
public struct Employment: Sendable, Equatable {
  /// Who holds a job.
  public enum Sex: String, Sendable, CaseIterable {
    /// Men.
    case male
    /// Women.
    case female
  }

  /// Whether a job carries social insurance and paid leave.
  public enum Formality: String, Sendable, CaseIterable {
    /// Formal employment.
    case formal
    /// Informal employment.
    case informal
  }

  /// Jobs of one account; a dimension that is `nil` is not broken down.
  package struct Entry: Sendable, Equatable {
    /// The code of the activity, or of the branch of a survey.
    package var account: String
    /// Whose jobs.
    package var sex: Sex?
    /// Where.
    package var area: Account.Area?
    /// Of which kind.
    package var formality: Formality?
    /// Persons employed in their main job.
    package var jobs: Double
    /// Mean usual hours a week in the main job.
    package var hours: Double?

    /// An entry from its parts.
    package init(
      account: String, sex: Sex? = nil, area: Account.Area? = nil, formality: Formality? = nil,
      jobs: Double, hours: Double? = nil
    ) {
      self.account = account
      self.sex = sex
      self.area = area
      self.formality = formality
      self.jobs = jobs
      self.hours = hours
    }

    var breakdown: Breakdown {
      var breakdown: Breakdown = []
      if sex != nil { breakdown.insert(.sex) }
      if area != nil { breakdown.insert(.area) }
      if formality != nil { breakdown.insert(.formality) }
      return breakdown
    }
  }

  struct Breakdown: OptionSet, Hashable {
    let rawValue: Int
    static let sex = Breakdown(rawValue: 1)
    static let area = Breakdown(rawValue: 2)
    static let formality = Breakdown(rawValue: 4)
  }

  /// The entries.
  package let entries: [Entry]
  /// Where the figures are from.
  public let source: String
  /// The year of the figures, where known.
  public let year: Int?

  /// Hours of a week of full-time work, by which jobs become full-time equivalents.
  package static let fullTimeHours = 40.0

  /// Employment from its entries.
  ///
  /// - Throws: `Failure` if jobs or hours are out of range, an entry stands twice, or two breakdowns
  ///   of an account add to different totals.
  package init(_ entries: [Entry], source: String = "", year: Int? = nil) throws(Failure) {
    self.entries = entries
    self.source = source
    self.year = year
    for (account, own) in entries.byAccount {
      for (i, entry) in own.enumerated() {
        guard entry.jobs >= 0, entry.jobs.isFinite else {
          throw .jobsOutOfRange(account: account, jobs: entry.jobs)
        }
        if let hours = entry.hours, !(0...168).contains(hours) {
          throw .hoursOutOfRange(account: account, hours: hours)
        }
        let isRepeated = own[..<i].contains {
          $0.sex == entry.sex && $0.area == entry.area && $0.formality == entry.formality
        }
        if isRepeated { throw .repeated(account: account) }
      }
      let sums = Dictionary(grouping: own, by: { $0.breakdown }).mapValues { part in
        (total: part.reduce(0) { $0 + $1.jobs }, lines: part.count)
      }.sorted { $0.key.rawValue < $1.key.rawValue }
      guard let first = sums.first?.value else { continue }
      for (_, other) in sums.dropFirst() {
        // Each printed figure may be half a job off.
        let rounding = 0.5 * Double(first.lines + other.lines)
        guard abs(other.total - first.total) <= max(rounding, 1e-6 * first.total) else {
          throw .breakdownsDiffer(account: account, one: first.total, other: other.total)
        }
      }
    }
  }

  /// Why figures are no employment.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// Jobs are negative or not a number.
    case jobsOutOfRange(account: String, jobs: Double)
    /// Hours are outside a week.
    case hoursOutOfRange(account: String, hours: Double)
    /// An account has two entries for the same people.
    case repeated(account: String)
    /// Two breakdowns of an account add to different totals.
    case breakdownsDiffer(account: String, one: Double, other: Double)
    /// A branch of the survey is in no line of the map, or a branch of the map in no line of it.
    case unmapped(branch: String)
    /// Nobody counts jobs in an account of this name.
    case unknownAccount(String, nearest: [String])
    /// The matrix lacks activities that branches are mapped to.
    case activitiesMissing([String])

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .jobsOutOfRange(let account, let jobs):
        Diagnostic(
          "the account '\(account)' has \(jobs.sixDigits) jobs", remedy: "Expected zero or more")
      case .hoursOutOfRange(let account, let hours):
        Diagnostic(
          "the account '\(account)' has \(hours.sixDigits) hours a week",
          remedy: "Expected 0 to 168")
      case .repeated(let account):
        Diagnostic(
          "the account '\(account)' has two lines for the same sex, area and formality",
          remedy: "Keep one line for each account and group")
      case .breakdownsDiffer(let account, let one, let other):
        Diagnostic(
          "the jobs of the account '\(account)' add to \(one.sixDigits) in one breakdown and to "
            + "\(other.sixDigits) in another",
          remedy: "Lines with the same columns filled in must add to all jobs of the account")
      case .unmapped(let branch):
        Diagnostic(
          "the branch '\(branch)' stands in only one of the survey and the map to activities",
          remedy: "Give each branch jobs and at least one activity")
      case .unknownAccount(let account, let nearest):
        Diagnostic("no jobs are counted in '\(account)'", remedy: suggestion(nearest))
      case .activitiesMissing(let accounts):
        Diagnostic(
          "the matrix lacks activities that jobs are counted for: \(list(accounts))",
          remedy: "Give jobs by its own activities with \(.giveEmployment)")
      }
    }
  }
}

extension Sequence where Element == Employment.Entry {
  /// The entries of each account, accounts in the order of first mention.
  var byAccount: [(account: String, entries: [Employment.Entry])] {
    let grouped = Dictionary(grouping: self, by: { $0.account })
    return map { $0.account }.uniqued.map { ($0, grouped[$0] ?? []) }
  }
}
