package import AccountMatrix
package import SpendingPolicy

/// Social contributions as tables: legal rates, who earns formal wages, and what is assumed.
package enum ContributionTables {
  /// A legal rate of contribution in per cent of pay, and from when.
  package struct Rate: Sendable, Equatable {
    /// The scheme.
    package let scheme: String
    /// The year from which the rate holds; `nil` for the oldest, or a rate that is not in force.
    package let from: Int?
    /// Per cent of pay that employers owe.
    package let employer: Double
    /// Per cent of pay that employees owe.
    package let employee: Double
    /// How well it is known.
    package let evidence: Programme.Evidence

    /// Per cent of pay together.
    package var total: Double { employer + employee }
  }

  /// Reads `scheme,from,employer,employee,evidence[,source,note]`.
  ///
  /// - Throws: `Diagnostic` with the line of a rate outside 0 to 100 or without evidence.
  package static func rates(_ file: SourceFile) throws(Diagnostic) -> [Rate] {
    let table = try RecordTable(
      file, required: ["scheme", "from", "employer", "employee", "evidence"],
      optional: ["source", "note"])
    var rates: [Rate] = []
    for record in table.records {
      func percent(_ column: String) throws(Diagnostic) -> Double {
        let value = try table.requiredNumber(record, column)
        guard value >= 0, value <= 100 else {
          throw Diagnostic(
            "the rate is \(value.shortest)", at: table.place(record, column),
            remedy: "Expected per cent of pay, 0 to 100")
        }
        return value
      }
      rates.append(
        Rate(
          scheme: try table.requiredText(record, "scheme"),
          from: try table.wholeNumber(record, "from", in: Int.years),
          employer: try percent("employer"), employee: try percent("employee"),
          evidence: try evidence(record, of: table)))
    }
    table.noteUnread()
    return rates
  }

  /// Reads who bears contributions.
  ///
  /// - Parameters:
  ///   - rates: the legal rates; the newest of the scheme named splits contributions.
  ///   - wages: `account,share,evidence[,source,note]`, formal wages by household.
  ///   - parameters: `parameter,value[,unit,evidence,source,note]` with `contribution_scheme` and
  ///     `employer_share_shifted_to_wages`.
  /// - Throws: `Diagnostic` with the file and line at fault.
  package static func rule(
    rates: SourceFile, wages: SourceFile, parameters: SourceFile
  ) throws(Diagnostic) -> ContributionRule {
    let settings = try RecordTable(
      parameters, required: ["parameter", "value"],
      optional: ["unit", "evidence", "source", "note"])
    var scheme: String?
    var shifted: Double?
    for record in settings.records {
      switch try settings.requiredText(record, "parameter") {
      case "contribution_scheme": scheme = try settings.requiredText(record, "value")
      case "employer_share_shifted_to_wages":
        shifted = try settings.requiredNumber(record, "value")
      case let other:
        throw Diagnostic(
          "there is no parameter '\(other)'", at: settings.place(record, "parameter"),
          remedy: "Expected contribution_scheme or employer_share_shifted_to_wages")
      }
    }
    settings.noteUnread()
    guard let scheme, let shifted else {
      throw Diagnostic(
        "a parameter of contributions is missing", at: parameters.name,
        remedy: "Expected contribution_scheme and employer_share_shifted_to_wages")
    }
    let known = try Self.rates(rates)
    guard let rate = known.last(where: { $0.scheme == scheme }), rate.total > 0 else {
      throw Diagnostic(
        "there is no rate of the scheme '\(scheme)'", at: rates.name,
        remedy: suggestion(nearestCodes(to: scheme, among: known.map { $0.scheme })))
    }
    let parts = try parts(wages)
    do {
      return try ContributionRule(
        employerShare: rate.employer / rate.total, shiftedToWages: shifted, formalWages: parts)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = wages.name
      throw diagnostic
    }
  }

  /// Reads who bears contributions in the end: `account,share,evidence[,source,note]`, households and
  /// enterprises of a matrix, in shares that add to one.
  ///
  /// - Throws: `Diagnostic` with the file and line at fault.
  package static func bearers(
    _ file: SourceFile, in sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> ContributionRule {
    let table = try bearerTable(file)
    for record in table.records {
      let code = try table.requiredText(record, "account")
      let account: Account
      do { account = try sam.account(code) } catch {
        throw Diagnostic(
          "'\(code)' is no account of the matrix", at: table.place(record, "account"),
          remedy: suggestion(nearestCodes(to: code, among: sam.accounts.map { $0.code })))
      }
      guard account.kind == .household || account.kind == .enterprise else {
        throw Diagnostic(
          "'\(code)' is neither a household nor an enterprise, and bears no contribution",
          at: table.place(record, "account"), remedy: "Name households and enterprises")
      }
    }
    let parts = try parts(file)
    do {
      return try ContributionRule(employerShare: 0, shiftedToWages: 1, formalWages: parts)
    } catch { throw error.diagnostic.located(at: file.name) }
  }

  private static func bearerTable(_ file: SourceFile) throws(Diagnostic) -> RecordTable {
    try RecordTable(
      file, required: ["account", "share", "evidence"], optional: ["source", "note"])
  }

  private static func parts(
    _ file: SourceFile
  ) throws(Diagnostic) -> [ContributionRule.Part] {
    let table = try bearerTable(file)
    var parts: [ContributionRule.Part] = []
    for record in table.records {
      _ = try evidence(record, of: table)
      parts.append(
        ContributionRule.Part(
          account: try table.requiredText(record, "account"),
          share: try table.requiredNumber(record, "share")))
    }
    table.noteUnread()
    return parts
  }

  private static func evidence(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> Programme.Evidence {
    guard let evidence = try table.choice(record, "evidence", as: Programme.Evidence.self) else {
      throw Diagnostic(
        "the line names no evidence", at: table.place(record, "evidence"),
        remedy: "Write published, derived or assumed")
    }
    return evidence
  }
}
