public import AccountMatrix
public import Multipliers

extension Comparison {
  /// One way to answer the question: a matrix, a closure and a supply, and what comes of them.
  public struct Condition: Sendable {
    /// What the condition is, next to the comparison that a brief is about.
    package enum Change: Sendable, Equatable {
      /// Nothing: the comparison itself.
      case none
      /// Agriculture meets this share of the demand for it.
      case agriculture(Double)
      /// Something else than agriculture alone is scarce.
      case scarce(Scarcity)
      /// What households do with a further franc that on average buys their own produce.
      case ownProduce(OwnConsumption)
      /// Exports come from domestic output.
      case exportsFromOutput
      /// Households spend a further franc by expenditure elasticities.
      case spendingAtMargin
      /// Enterprises save or pay out nothing of what they earn in addition.
      case enterprisesExogenous
      /// The supply that a user asks for.
      case supply(SupplyResponse)
      /// Another matrix, by its year or title; agriculture meets this share where given.
      case matrix(String, agriculture: Double?)
    }

    /// What the condition changes.
    package let change: Change
    /// What comes of it.
    public let comparison: Comparison
    /// Between what values the difference of the two averages lies in nine of ten draws.
    package let differenceBand: ClosedRange<Double>?
    /// The widest difference of what the poorest 40 per cent gain: between the far ends of the bands
    /// of the two averages. It holds zero where the bands overlap.
    package let poorestBand: ClosedRange<Double>?
    /// Bands of GDP by programme under this condition.
    package let bands: [ProgrammeBand]
    /// Pairs of programmes whose drawn difference of GDP holds zero in nine of ten draws.
    package let untold: Set<Pair>

    /// Two programmes, in either order.
    package struct Pair: Sendable, Hashable {
      private let ids: Set<String>

      /// A pair from its programmes.
      package init(_ one: String, _ other: String) { ids = [one, other] }
    }

    /// A condition from its parts.
    package init(
      _ change: Change, _ comparison: Comparison, differenceBand: ClosedRange<Double>? = nil,
      poorestBand: ClosedRange<Double>? = nil, bands: [ProgrammeBand] = [],
      untold: Set<Pair> = []
    ) {
      self.untold = untold
      self.bands = bands
      self.change = change
      self.comparison = comparison
      self.differenceBand = differenceBand
      self.poorestBand = poorestBand
    }
  }
}

extension Comparison.Condition {
  /// The comparison itself; with each scarcity of `Scarcity.all(for:)`; with own produce that is
  /// bought on the market at the margin, or whose value added goes back to the household; with exports
  /// from own output; with households that spend at the margin; and with enterprises exogenous, as far
  /// as the matrix has such accounts.
  ///
  /// - Parameter elasticities: of what households buy, where they are known.
  /// - Throws: `Comparison.Failure` if a model refuses the matrix.
  public static func standard(
    for base: Comparison, elasticities: ExpenditureElasticities? = nil
  ) throws(Comparison.Failure) -> [Self] {
    var conditions = [Self(.none, base)]
    let model = base.model
    if !model.sam.activities(inGroup: AccountSelector.agriculture).isEmpty {
      for share in [0.5, 0] {
        let supply = try changed(model.settings.supply, agriculture: share, in: model.sam)
        if supply == model.settings.supply { continue }
        conditions.append(Self(.agriculture(share), try base.repeated(supply: supply)))
      }
    }
    for (scarcity, supply) in Scarcity.all(for: model)
    where !conditions.contains(where: { $0.comparison.model.settings.supply == supply }) {
      conditions.append(Self(.scarce(scarcity), try base.repeated(supply: supply)))
    }
    if model.settings.ownConsumption == .unmet, model.sam.hasOwnProduce {
      for rule in [OwnConsumption.off, .household] {
        conditions.append(Self(.ownProduce(rule), try base.repeated { $0.ownConsumption = rule }))
      }
    }
    if model.settings.exports == .composite, model.sam.exportsOwnOutput {
      conditions.append(Self(.exportsFromOutput, try base.repeated { $0.exports = .ownOutput }))
    }
    if model.settings.spending == .average, let elasticities, elasticities.fits(model.sam) {
      conditions.append(
        Self(
          .spendingAtMargin, try base.repeated { $0.spending = .expenditure(elasticities) }))
    }
    if model.endogenous.contains(where: { $0.kind == .enterprise }) {
      let closure = model.settings.closure.adding([.kind(.enterprise)])
      conditions.append(
        Self(.enterprisesExogenous, try base.repeated(closure: closure)))
    }
    return conditions
  }

  /// The same programmes on another matrix, with supply as in the base and agriculture fixed.
  ///
  /// - Throws: `Comparison.Failure` if a model refuses the matrix, or no programme fits it.
  public static func other(
    _ sam: SocialAccountingMatrix, named name: String, than base: Comparison
  ) throws(Comparison.Failure) -> [Self] {
    var conditions = [
      Self(.matrix(name, agriculture: nil), try base.repeated(on: sam))
    ]
    if !sam.activities(inGroup: AccountSelector.agriculture).isEmpty {
      let supply = try changed(base.model.settings.supply, agriculture: 0, in: sam)
      conditions.append(
        Self(
          .matrix(name, agriculture: 0), try base.repeated(on: sam, supply: supply)))
    }
    return conditions
  }

  /// The comparison with the response shares that a user asks for in place of its own.
  ///
  /// - Throws: `Comparison.Failure` if a share names no activity, or a model refuses the matrix.
  public static func supply(
    _ supply: SupplyResponse, than base: Comparison
  ) throws(Comparison.Failure) -> Self {
    let asked = try base.repeated(supply: supply)
    // Only where all else is free do the shares say no more than that of agriculture.
    if base.model.settings.supply.isFree, supply.entries.count == 1,
      let only = supply.entries.first, only.selector.description == AccountSelector.agriculture
    {
      return Self(.agriculture(only.share), asked)
    }
    return Self(.supply(supply), asked)
  }

  private static func changed(
    _ response: SupplyResponse, agriculture share: Double, in sam: SocialAccountingMatrix
  ) throws(Comparison.Failure) -> SupplyResponse {
    do { return try response.settingGroup(AccountSelector.agriculture, to: share, in: sam) } catch {
      throw .model(.response(error))
    }
  }

}

extension Comparison.Condition {
  /// Whether one thing alone is scarce in the condition: a group, an activity, skilled labour.
  package var isOneScarcity: Bool {
    switch change {
    case .scarce(.investment), .scarce(.skills): true
    default: onlyLimitedGroup != nil
    }
  }

  /// The group of activities that alone is limited in the condition.
  package var onlyLimitedGroup: String? {
    switch change {
    case .agriculture: AccountSelector.agriculture
    case .scarce(.groups(let limits)): limits.count == 1 ? limits[0].group : nil
    default: nil
    }
  }
}

extension SocialAccountingMatrix {
  /// Whether households consume produce of their own.
  fileprivate var hasOwnProduce: Bool {
    flow(from: indices(of: .household), to: indices(of: .activity)) > 0
  }

  /// Whether something is exported that the country makes.
  fileprivate var exportsOwnOutput: Bool {
    let world = indices(of: .restOfWorld)
    let activities = indices(of: .activity)
    return indices(of: .commodity).contains {
      flow(from: world, to: [$0]) > 0 && flow(from: [$0], to: activities) > 0
    }
  }
}

extension Comparison {
  /// The same programmes with another matrix, closure, supply or setting.
  package func repeated(
    on sam: SocialAccountingMatrix? = nil, closure: Closure? = nil,
    supply: SupplyResponse? = nil, _ setting: (inout ModelSettings) -> Void = { _ in }
  ) throws(Failure) -> Comparison {
    func change(_ settings: inout ModelSettings) {
      if let closure { settings.closure = closure }
      if let supply { settings.supply = supply }
      setting(&settings)
    }
    let changed: MultiplierModel
    do {
      if let sam {
        var settings = model.settings
        change(&settings)
        changed = try MultiplierModel(sam, settings)
      } else {
        changed = try model.with(change)
      }
    } catch { throw .model(error) }
    let programmes = (rows.map { $0.programme } + omissions.map { $0.programme }).filter {
      (try? $0.requireFit(to: changed.sam)) != nil
    }
    return try Comparison(
      of: programmes, in: changed, financing: financing, rule: rule,
      displacedEarnings: displacedEarnings)
  }
}

extension Comparison.Condition {
  /// The condition with bands from draws of it: of every programme and both averages, of the
  /// difference of the averages, and of what the poorest gain.
  ///
  /// - Throws: `UncertaintyResult.LookupFailure` for draws of other programmes.
  package func drawn(
    _ result: UncertaintyResult
  ) throws(UncertaintyResult.LookupFailure) -> Self {
    let averages = [Programme.Family.socialProtection, .otherPublicSpending]
      .map { Uncertainty.average(of: $0) }
    let taxCuts = comparison.rows.map { $0.programme }.filter { $0.family == .tax }.map { $0.id }
    func ends(
      _ id: String, _ measure: EffectColumn
    ) throws(UncertaintyResult.LookupFailure) -> ClosedRange<Double>? {
      // A family without outlays has no average, a cut of taxes no draws, a matrix without quintiles
      // no poorest.
      let mayBeAbsent = averages.contains(id) || taxCuts.contains(id)
      if mayBeAbsent, !result.programmes.contains(id) { return nil }
      return try result.bandIfMeasured(of: id, measure)?.draws.ninetyPercent
    }
    let duel = result.duels.first { $0.programme == averages[0] && $0.other == averages[1] }
    var poorest: ClosedRange<Double>?
    if let one = try ends(averages[0], .incomeBottom40),
      let two = try ends(averages[1], .incomeBottom40)
    {
      poorest = one.lowerBound - two.upperBound...one.upperBound - two.lowerBound
    }
    var bands: [ProgrammeBand] = []
    for id in comparison.rows.map({ $0.programme.id }) + averages {
      guard let ends = try ends(id, .gdpFactorCost) else { continue }
      bands.append(ProgrammeBand(programme: id, low: ends.lowerBound, high: ends.upperBound))
    }
    let untold = result.duels.filter { $0.difference.ninetyPercent.contains(0) }
      .map { Pair($0.programme, $0.other) }
    return Self(
      change, comparison, differenceBand: duel.map { $0.difference.ninetyPercent },
      poorestBand: poorest, bands: bands, untold: Set(untold))
  }
}

extension DrawDistribution {
  /// Where nine of ten draws lie.
  fileprivate var ninetyPercent: ClosedRange<Double> {
    let low = percentile(0.05)
    return low...max(low, percentile(0.95))
  }
}
