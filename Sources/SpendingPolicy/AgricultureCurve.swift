internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// GDP at factor cost of each programme with agriculture fixed, and where its order turns.
struct AgricultureCurve {
  let fixed: [Double]
  /// By programme, where it does more than the average of other public spending; `nil` without such
  /// an average, and for financing.
  let turnings: [Turning?]
  /// Where the average of social protection does.
  let averageTurning: Turning?
  /// By programme, the response above which it does more than its financing takes away.
  let breakEvenResponses: [Double?]

  /// Injections are those of the programmes, and last that of their financing, where there is one.
  ///
  /// `nil` for a matrix without activities of the group `agriculture`.
  init?(
    _ model: MultiplierModel, programmes: [Programme], injections: [[Double]]
  ) throws(Comparison.Failure) {
    let group = model.sam.activities(inGroup: Comparison.agriculture)
    let varied = group.compactMap { model.partition.endogenous.firstIndex(of: $0) }
    guard !varied.isEmpty else { return nil }
    let freeModel = try Self.model(model, agricultureFree: varied)
    let curve = ResponseCurve(
      model: freeModel, weights: freeModel.weights(of: .gdpFactorCost), varied: varied,
      injections: injections)
    let weights = CountedOutlay.weights(of: programmes)
    let others = weights[.otherPublicSpending]
    let protection = weights[.socialProtection]

    /// By how much each programme, and last the average of social protection, exceeds the average
    /// of other public spending.
    func excesses(at share: Double) throws(Comparison.Failure) -> [Double] {
      let values = try Self.values(of: curve, at: share)
      func average(_ weights: CountedOutlay.Weights?) -> Double {
        weights?.mean { values[$0] } ?? 0
      }
      let benchmark = average(others)
      return (values.prefix(programmes.count) + [average(protection)]).map { $0 - benchmark }
    }
    fixed = try Self.values(of: curve, at: 0)
    if injections.count > programmes.count {
      let turns = try TurningPoint.turns(count: programmes.count) {
        share throws(Comparison.Failure) in
        let values = try Self.values(of: curve, at: share)
        return programmes.indices.map { values[$0] - values[programmes.count] }
      }
      breakEvenResponses = turns.map { turn in
        if case .above(let share) = turn { share } else { nil }
      }
    } else {
      breakEvenResponses = programmes.map { _ in nil }
    }
    guard others != nil else {
      turnings = injections.map { _ in nil }
      averageTurning = nil
      return
    }
    let turns = try TurningPoint.turns(count: programmes.count + 1, difference: excesses)
    turnings =
      turns.dropLast().map { turn -> Turning? in turn }
      + injections.dropFirst(programmes.count).map { _ in nil }
    averageTurning = protection == nil ? nil : turns[programmes.count]
  }

  fileprivate static func values(
    of curve: ResponseCurve, at share: Double
  ) throws(Comparison.Failure) -> [Double] {
    do { return try curve.values(at: share) } catch {
      throw .model(.notProductive(spectralRadius: 1, accounts: [Comparison.agriculture]))
    }
  }

  /// The model itself if agriculture meets all demand in it, else one in which it does.
  fileprivate static func model(
    _ model: MultiplierModel, agricultureFree varied: [Int]
  ) throws(Comparison.Failure) -> MultiplierModel {
    if varied.allSatisfy({ model.shares[$0] == 1 }) { return model }
    return try model.agriculture(responding: 1)
  }
}

extension MultiplierModel {
  /// The model with another response of all activities of agriculture.
  func agriculture(responding share: Double) throws(Comparison.Failure) -> MultiplierModel {
    let supply: SupplyResponse
    do {
      supply = try settings.supply.settingGroup(Comparison.agriculture, to: share, in: sam)
    } catch { throw .model(.response(error)) }
    do { return try with { $0.supply = supply } } catch { throw .model(error) }
  }
}

extension Comparison {
  /// Where the order of two programmes turns as agriculture meets more of the demand for it, by GDP
  /// at factor cost and pay by the programmes themselves; `nil` for a matrix without activities of
  /// the group `agriculture`.
  ///
  /// - Throws: `Failure.nothingToCompare` if one of them is not among the rows; `Failure.model`.
  package func responseTurn(
    of first: String, against second: String
  ) throws(Failure) -> Turning? {
    guard let a = rows.firstIndex(where: { $0.programme.id == first }),
      let b = rows.firstIndex(where: { $0.programme.id == second })
    else { throw .nothingToCompare(programmes: rows.count, missing: [first, second]) }
    let group = model.sam.activities(inGroup: Self.agriculture)
    let varied = group.compactMap { model.partition.endogenous.firstIndex(of: $0) }
    guard !varied.isEmpty else { return nil }
    let free = try AgricultureCurve.model(model, agricultureFree: varied)
    let curve = ResponseCurve(
      model: free, weights: free.weights(of: .gdpFactorCost), varied: varied,
      injections: [injections[a], injections[b]])
    let wages = rows[a].effect.gdpDirectWages - rows[b].effect.gdpDirectWages
    let turns = try TurningPoint.turns(count: 1) { share throws(Failure) in
      let values = try AgricultureCurve.values(of: curve, at: share)
      return [values[0] - values[1] + wages]
    }
    return turns[0]
  }
}
