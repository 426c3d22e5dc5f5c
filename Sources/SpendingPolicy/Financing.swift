public import AccountMatrix

/// Who pays for a programme.
public enum Financing: Sendable, Equatable {
  /// A gift from abroad: nobody in the country pays.
  case grant
  /// Borrowing of which a part, in [0, 1], takes the place of private investment.
  case borrowing(crowdingOut: Double)
  /// A lump sum in proportion to the direct taxes that households and enterprises pay.
  case directTax
  /// A tax on what households buy, in proportion to the product taxes inside it.
  case indirectTax
  /// Social contributions on formal wages.
  case contributions
  /// A cut of another programme, by its identifier.
  case programme(String)

  /// Financing from its name: `grant`, `borrowing`, `borrowing:crowding-out`, `borrowing:0.5`,
  /// `direct-tax`, `indirect-tax`, `contributions` or `programme:ID`.
  ///
  /// - Throws: `Failure.malformed`.
  public init(parsing text: String) throws(Failure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let detail = parts.count == 2 ? String(parts[1]) : nil
    switch (String(parts[0]), detail) {
    case ("grant", nil): self = .grant
    case ("borrowing", nil): self = .borrowing(crowdingOut: 0)
    case ("borrowing", "crowding-out"): self = .borrowing(crowdingOut: 1)
    case ("borrowing", let share?):
      guard let share = Double(plainDecimal: share), share >= 0, share <= 1 else {
        throw .malformed(text)
      }
      self = .borrowing(crowdingOut: share)
    case ("direct-tax", nil): self = .directTax
    case ("indirect-tax", nil): self = .indirectTax
    case ("contributions", nil): self = .contributions
    case ("programme", let id?) where !id.isEmpty: self = .programme(id)
    default: throw .malformed(text)
    }
  }

  /// The name by which it is asked for.
  public var id: String {
    switch self {
    case .grant: "grant"
    case .borrowing(let share):
      share == 0 ? "borrowing" : "borrowing:" + (share == 1 ? "crowding-out" : share.shortest)
    case .directTax: "direct-tax"
    case .indirectTax: "indirect-tax"
    case .contributions: "contributions"
    case .programme(let id): "programme:\(id)"
    }
  }

  /// Whether nobody in the country gives anything up in the year.
  public var isFree: Bool { self == .grant || self == .borrowing(crowdingOut: 0) }

  /// Every kind of financing that needs no further name.
  public static let standard: [Financing] = [
    .grant, .borrowing(crowdingOut: 0), .borrowing(crowdingOut: 1), .directTax, .indirectTax,
    .contributions,
  ]
}

/// Who bears a social contribution: its statutory split and its incidence.
public struct ContributionRule: Sendable, Equatable {
  /// An account and its part of formal wages.
  public struct Part: Sendable, Equatable {
    /// The household that earns the wages.
    public let account: String
    /// Its part of all formal wages.
    public let share: Double

    /// A part from its values.
    public init(account: String, share: Double) {
      self.account = account
      self.share = share
    }
  }

  /// The part of the contribution that the law puts on employers.
  public let employerShare: Double
  /// The part of the employers' half that is taken out of wages in the end; the rest falls on
  /// enterprises.
  public let shiftedToWages: Double
  /// Formal wages by household, which add to one.
  public let formalWages: [Part]

  /// A rule from its parts; wages are scaled to add to one.
  ///
  /// - Throws: `Financing.Failure.malformedRule` for a share outside [0, 1], or wages that do not
  ///   add to one within 5e-6.
  public init(
    employerShare: Double, shiftedToWages: Double, formalWages: [Part]
  ) throws(Financing.Failure) {
    let sum = formalWages.reduce(0) { $0 + $1.share }
    let shares = [employerShare, shiftedToWages] + formalWages.map { $0.share }
    guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), abs(sum - 1) <= 5e-6 else {
      throw .malformedRule(sum: sum)
    }
    self.employerShare = employerShare
    self.shiftedToWages = shiftedToWages
    self.formalWages = formalWages.map { Part(account: $0.account, share: $0.share / sum) }
  }

  /// The part of a contribution that formal wages bear.
  public var borneByWages: Double { 1 - employerShare * (1 - shiftedToWages) }
}

extension Financing {
  /// Why a programme cannot be paid for so.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The name is none of the known ones.
    case malformed(String)
    /// No programme has this identifier.
    case unknownProgramme(String, nearest: [String])
    /// The programme that is cut lacks accounts in this matrix.
    case missingAccounts(programme: String, accounts: [String])
    /// The matrix has nobody who pays a direct tax.
    case noDirectTax
    /// The matrix has no product tax inside household purchases.
    case noProductTax
    /// The matrix has no investment to crowd out.
    case noInvestment
    /// Nothing says who earns formal wages in this matrix.
    case noFormalWages(missing: [String])
    /// Shares of a contribution rule are outside [0, 1], or wages do not add to one.
    case malformedRule(sum: Double)
    /// The part of earnings given up elsewhere is outside [0, 1].
    case displacedEarnings(Double)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .malformed(let text):
        Diagnostic(
          "'\(text)' is no financing",
          remedy: "Write grant, borrowing, borrowing:crowding-out, borrowing:SHARE, direct-tax, "
            + "indirect-tax, contributions or programme:ID")
      case .unknownProgramme(let id, let nearest):
        Diagnostic(
          "there is no programme '\(id)' to cut",
          remedy: programmeSuggestion(nearest))
      case .missingAccounts(let id, let accounts):
        Diagnostic(
          "the programme '\(id)' cannot be cut in this matrix, which lacks " + list(accounts),
          remedy: "Choose another financing")
      case .noDirectTax:
        Diagnostic(
          "nobody in this matrix pays a direct tax, so none can be raised",
          remedy: "Give the tax account the kind direct-tax, or choose another financing")
      case .noProductTax:
        Diagnostic(
          "no product tax stands inside what households of this matrix buy",
          remedy: "Give the tax account the kind product-tax, or choose another financing")
      case .noInvestment:
        Diagnostic(
          "the matrix has no investment that borrowing could crowd out",
          remedy: "Choose another financing")
      case .noFormalWages(let missing):
        Diagnostic(
          missing.isEmpty
            ? "nothing says who earns formal wages, so contributions have no payers"
            : "formal wages are described for " + list(missing) + ", which this matrix lacks",
          remedy: .contributorsTemplate)
      case .malformedRule(let sum):
        Diagnostic(
          "the rule of contributions has shares outside 0 to 1, or formal wages that add to "
            + sum.sixDigits, remedy: "Shares lie between 0 and 1, and wages add to 1")
      case .displacedEarnings(let share):
        Diagnostic(
          "the part of earnings given up elsewhere is \(share.shortest)",
          remedy: "It lies between 0 and 1")
      }
    }
  }
}
