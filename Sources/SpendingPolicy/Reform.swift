internal import AccountMatrix
internal import LinearAlgebra
public import Multipliers

/// Money that is raised, a benefit that is paid out of it, and what becomes of the rest.
///
/// A scheme that builds up reserves pays out less than it collects. What happens to the rest
/// decides the result, so both cases are computed: *idle*, where it leaks, and *invested*, where
/// it buys capital goods by the composition of investment in the matrix. In a mature scheme,
/// which pays out what it collects, the two agree: a saving that leaks for ever is an artefact.
public struct Reform: Sendable {
  /// What becomes of reserves.
  public enum Reserves: String, Sendable, CaseIterable {
    /// They leak as saving, and finance nothing at home.
    case idle
    /// They buy capital goods at home.
    case invested
  }

  /// What the reform does for one amount, in the unit of the matrix.
  public struct Effect: Sendable, Equatable {
    /// What is raised in a year.
    public let raised: Double
    /// What is paid out in benefits and administration.
    public let paidOut: Double
    /// What is put by, a part of benefits that goes into saving included.
    public let reserve: Double
    /// What becomes of it.
    public let reserves: Reserves
    /// GDP at factor cost that benefits and invested reserves bring.
    public let gdpGiven: Double
    /// GDP at factor cost that what is raised takes away.
    public let gdpTaken: Double
    /// The change of GDP at factor cost.
    public var gdpFactorCost: Double { gdpGiven - gdpTaken }
    /// The same with the output of agriculture fixed; `nil` without agriculture.
    public let gdpFactorCostFixedAgriculture: Double?
    /// What is raised takes away of it; `nil` without agriculture.
    public let gdpTakenFixedAgriculture: Double?
    /// The change of household income after the contribution is paid.
    public let income: Double
    /// Of this what is neither the benefit handed out nor the contribution paid.
    public let incomeBeyondTransfer: Double
    /// The change of income for the two poorest quintiles; `nil` without quintiles.
    public let incomeBottom40: Double?
    /// Taxes that come back, net.
    public let taxReturn: Double
  }

  private let benefit: ProgrammeEffect
  /// The part of benefits that goes into saving, such as contributions kept up in other schemes.
  private let savedPart: Double
  private let financing: ProgrammeEffect?
  private let investment: ProgrammeEffect

  /// Prepares a reform: the benefit, who pays, and investment.
  ///
  /// - Parameters:
  ///   - benefit: the programme that is paid out.
  ///   - financing: who pays.
  ///   - payers: accounts and parts that add to one and replace those of `financing`.
  /// - Throws: `Comparison.Failure`.
  public init(
    benefit: Programme, paidBy financing: Financing, payers: [ContributionRule.Part] = [],
    rule: ContributionRule?, among programmes: [Programme], in model: MultiplierModel
  ) throws(Comparison.Failure) {
    var rule = rule
    var financing = financing
    if !payers.isEmpty {
      do {
        rule = try ContributionRule(employerShare: 0, shiftedToWages: 1, formalWages: payers)
      } catch { throw .financing(error) }
      financing = .contributions
    }
    let paid = try Comparison(
      of: [benefit] + programmes.filter { $0.id != benefit.id }, in: model, financing: financing,
      rule: rule)
    guard let row = paid.rows.first(where: { $0.programme.id == benefit.id }) else {
      throw .nothingToCompare(
        programmes: 1, missing: benefit.shares.map { $0.account }.filter { !model.sam.contains($0) }
      )
    }
    self.benefit = row.gross
    savedPart = benefit.shares.reduce(0) { sum, share in
      (try? model.sam.account(share.account).kind) == .savings ? sum + share.fraction : sum
    }
    self.financing = paid.financingEffect
    let invested = try Comparison(
      of: [benefit], in: model, financing: .borrowing(crowdingOut: 1))
    guard let investment = invested.financingEffect else { throw .financing(.noInvestment) }
    self.investment = investment
  }

  /// The effect of raising an amount and paying out a part of it.
  ///
  /// - Parameters:
  ///   - amount: what is raised in a year, in the unit of the matrix.
  ///   - paidOut: the part, in [0, 1], that is paid out in the same year.
  public func effect(
    raising amount: Double, payingOut paidOut: Double, reserves: Reserves
  ) -> Effect {
    let reserve = amount * (1 - paidOut) + amount * paidOut * savedPart
    func given(_ column: EffectColumn) -> Double? {
      guard let given = benefit[column], let bought = investment[column] else {
        return nil
      }
      return amount * paidOut * given + (reserves == .invested ? reserve * bought : 0)
    }
    func taken(_ column: EffectColumn) -> Double { amount * (financing?[column] ?? 0) }
    func change(_ column: EffectColumn) -> Double? { given(column).map { $0 - taken(column) } }
    return Effect(
      raised: amount, paidOut: amount * paidOut, reserve: reserve, reserves: reserves,
      gdpGiven: given(.gdpFactorCost) ?? .nan, gdpTaken: taken(.gdpFactorCost),
      gdpFactorCostFixedAgriculture: change(.gdpFactorCostFixedAgriculture),
      gdpTakenFixedAgriculture: financing?.gdpFactorCostFixedAgriculture.map { amount * $0 },
      income: change(.income) ?? .nan,
      incomeBeyondTransfer: change(.incomeBeyondTransfer) ?? .nan,
      incomeBottom40: change(.incomeBottom40),
      taxReturn: change(.taxReturn) ?? .nan)
  }
}
