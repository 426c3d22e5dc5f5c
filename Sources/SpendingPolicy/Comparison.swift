public import AccountMatrix
internal import LinearAlgebra
public import Multipliers

/// Spending programmes side by side on one matrix: what a franc of each does.
///
/// Reference for the layout: Neri, Vaz & Souza 2013, IPEA (transfers by their
/// effect on GDP, consumption and income).
public struct Comparison: Sendable {
  /// A programme and what one franc of it does.
  public struct Row: Sendable, Equatable {
    /// The programme.
    public let programme: Programme
    /// What one franc of it does, less what its financing takes away.
    public let effect: ProgrammeEffect
    /// What one franc of it does before anybody has paid for it.
    public let gross: ProgrammeEffect
    /// The response of agriculture above which the net effect on GDP at factor cost is positive;
    /// `nil` where it never turns so, or nobody gives anything up.
    public let breakEvenResponse: Double?
    /// The part of each franc that may be financed so before GDP at factor cost falls, one or more
    /// where all of it may; `nil` where nobody gives anything up.
    public let breakEvenShare: Double?
    /// Accounts of the programme that are exogenous: these shares leak at once.
    public let leakingAccounts: [String]
  }

  /// A programme that cannot be computed on this matrix.
  public struct Omission: Sendable, Equatable {
    /// The programme.
    public let programme: Programme
    /// The accounts that the matrix lacks.
    public let missingAccounts: [String]
  }

  /// The model, with agriculture as in the response that was asked for.
  public let model: MultiplierModel
  /// The programmes in the order given.
  public let rows: [Row]
  /// Programmes left out, because the matrix lacks an account of theirs.
  public let omissions: [Omission]
  /// Outlay-weighted averages of families, where ranked programmes have outlays.
  public let averages: [FamilyAverage]

  /// Who pays.
  public let financing: Financing
  /// What one franc of financing takes away; `nil` where nobody in the country gives anything up.
  public let financingEffect: ProgrammeEffect?
  /// The part of wages paid to households that replaces earnings given up elsewhere.
  public let displacedEarnings: Double
  /// Who bears social contributions, where somebody was asked to.
  public let rule: ContributionRule?
  /// By programme, what enters each endogenous account, less what its financing takes out.
  let injections: [[Double]]

  /// The group of activities whose supply decides the order of transfers and services.
  public static let agriculture = "agriculture"

  /// Computes every programme that the matrix has the accounts for.
  ///
  /// - Parameters:
  ///   - programmes: the programmes, in the order of the rows.
  ///   - model: the model.
  ///   - financing: who pays; effects are net of what the franc would have done with the payers.
  ///   - rule: who bears social contributions, for financing by them.
  ///   - displacedEarnings: the part, in [0, 1], of wages paid by programmes themselves that
  ///     replaces earnings given up elsewhere.
  /// - Throws: `Failure.nothingToCompare` if no programme fits the matrix;
  ///   `Failure.programme` if a role does not fit its account; `Failure.financing` if nobody can
  ///   pay so; `Failure.model`.
  /// - Complexity: O(n³) once, O(n²) for each column, O(n) for each programme.
  public init(
    of programmes: [Programme], in model: MultiplierModel, financing: Financing = .grant,
    rule: ContributionRule? = nil, displacedEarnings: Double = 0
  ) throws(Failure) {
    guard displacedEarnings >= 0, displacedEarnings <= 1 else {
      throw .financing(.displacedEarnings(displacedEarnings))
    }
    guard model.hasMeasures else {
      let without = model.sam.accounts.filter { $0.kind == nil }.map { $0.code }
      throw .model(.matrix(.kindsMissing(accounts: without)))
    }
    var present: [Programme] = []
    var omissions: [Omission] = []
    let positions = AccountPositions(model)
    for programme in programmes {
      let missing = programme.shares.map { $0.account }.filter { !positions.contains($0) }
      guard missing.isEmpty else {
        omissions.append(Omission(programme: programme, missingAccounts: missing))
        continue
      }
      do { try programme.requireFit(to: model.sam) } catch { throw .programme(error) }
      present.append(programme)
    }
    guard !present.isEmpty else {
      throw .nothingToCompare(
        programmes: programmes.count, missing: omissions.flatMap { $0.missingAccounts }.uniqued)
    }

    let withdrawn: SpendingVector?
    do {
      withdrawn =
        financing.isFree
        ? nil
        : try financing.vector(
          in: model, programmes: programmes, rule: rule, displacedEarnings: displacedEarnings)
    } catch { throw .financing(error) }
    let vectors = present.map {
      $0.vector(in: model, positions: positions, displacedEarnings: displacedEarnings)
    }
    let effects = try Self.effects(
      of: present, vectors: vectors, financing: withdrawn, in: model)
    injections = vectors.map { vector in
      guard let withdrawn else { return vector.spent }
      return zip(vector.spent, withdrawn.spent).map { $0 - $1 }
    }
    rows = present.indices.map { p in
      let gross = effects.programmes[p]
      return Row(
        programme: present[p], effect: effects.financing.map(gross.less) ?? gross, gross: gross,
        breakEvenResponse: effects.breakEvenResponses[p],
        breakEvenShare: effects.financing.flatMap {
          $0.gdpFactorCost > 0 ? gross.gdpFactorCost / $0.gdpFactorCost : nil
        },
        leakingAccounts: present[p].shares.map { $0.account }.filter(positions.isExogenous))
    }
    self.model = model
    self.omissions = omissions
    self.financing = financing
    self.rule = rule
    self.displacedEarnings = displacedEarnings
    financingEffect = effects.financing
    averages = FamilyAverage.averages(
      of: rows, turning: effects.averageTurning)
  }

  /// The row of a programme.
  ///
  /// - Throws: `Failure.unknownProgramme` with the nearest identifiers.
  public subscript(id: String) -> Row {
    get throws(Failure) { rows[try position(of: id)] }
  }

  /// The position of a programme among the rows.
  func position(of id: String) throws(Failure) -> Int {
    guard let position = rows.firstIndex(where: { $0.programme.id == id }) else {
      throw .unknownProgramme(
        id, nearest: nearestCodes(to: id, among: rows.map { $0.programme.id }))
    }
    return position
  }

  /// Why programmes cannot be compared.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// No programme has all its accounts in the matrix.
    case nothingToCompare(programmes: Int, missing: [String])
    /// No programme of the comparison has this identifier.
    case unknownProgramme(String, nearest: [String])
    /// The column is a share, and cannot be taken apart.
    case notAnAmount(EffectColumn)
    /// A programme does not fit the matrix.
    case programme(Programme.Failure)
    /// Nobody can pay so.
    case financing(Financing.Failure)
    /// Effects are net of financing or of displaced earnings, where gross ones are needed.
    case notGross(Financing, displacedEarnings: Double)
    /// A benefit in kind goes to an account that is no household of the matrix.
    case benefitInKind(programme: String, account: String)
    /// Jobs do not fit the matrix.
    case jobs(Satellite.Failure)
    /// The model refuses.
    case model(MultiplierModel.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .nothingToCompare(let programmes, let missing):
        Diagnostic(
          "none of the \(programmes) programmes has all its accounts in this matrix; missing are "
            + list(missing.sorted()),
          remedy: .programmesTemplate)
      case .unknownProgramme(let id, let nearest):
        Diagnostic(
          "there is no programme '\(id)'",
          remedy: programmeSuggestion(nearest))
      case .notAnAmount(let column):
        Diagnostic(
          "the column '\(column.id)' is not known here, or is a share, which has no parts",
          remedy: "Choose one of "
            + list(EffectColumn.allCases.filter { $0.isAmount }.map { $0.id }, first: 20))
      case .notGross(let financing, let displaced):
        Diagnostic(
          "the comparison is net: paid by '\(financing.id)', with \(displaced.shortest) of earnings "
            + "displaced",
          remedy:
            "Compare without financing and without displaced earnings; who pays is added after "
            + "that")
      case .benefitInKind(let programme, let account):
        Diagnostic(
          "the programme '\(programme)' gives in kind to '\(account)', which is no household of the "
            + "matrix",
          remedy: "Name household accounts of the matrix in the incidence keys")
      case .programme(let failure): failure.diagnostic
      case .financing(let failure): failure.diagnostic
      case .jobs(let failure): failure.diagnostic
      case .model(let failure): failure.diagnostic
      }
    }
  }
}

/// Where the accounts of programmes stand in a model.
struct AccountPositions {
  private let endogenous: [String: Int]
  private let exogenous: [String: Int]

  init(_ model: MultiplierModel) {
    endogenous = Dictionary(
      uniqueKeysWithValues: model.endogenous.enumerated().map { ($1.code, $0) })
    exogenous = Dictionary(
      uniqueKeysWithValues: model.exogenous.enumerated().map { ($1.code, $0) })
  }

  func contains(_ code: String) -> Bool { endogenous[code] != nil || exogenous[code] != nil }
  func isExogenous(_ code: String) -> Bool { exogenous[code] != nil }

  /// The shares of a programme by endogenous account; `exogenousShares` by exogenous account.
  func endogenousShares(_ programme: Programme) -> [Double] {
    shares(of: programme, by: endogenous)
  }

  func exogenousShares(_ programme: Programme) -> [Double] {
    shares(of: programme, by: exogenous)
  }

  private func shares(of programme: Programme, by positions: [String: Int]) -> [Double] {
    var result = [Double](repeating: 0, count: positions.count)
    for share in programme.shares {
      if let position = positions[share.account] { result[position] += share.fraction }
    }
    return result
  }
}
