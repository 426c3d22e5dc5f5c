internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// GDP at factor cost of each programme with agriculture fixed, and where its order turns.
struct AgricultureCurve {
  let fixed: [Double]
  let turningResponses: [Double?]
  /// The turning response of the average of social protection.
  let averageTurningResponse: Double?
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
    let weights = FamilyAverage.weights(of: programmes)
    let others = weights[.otherPublicSpending] ?? []
    let protection = weights[.socialProtection] ?? []

    /// By how much each programme, and last the average of social protection, exceeds the average
    /// of other public spending.
    func excesses(at share: Double) throws(Comparison.Failure) -> [Double] {
      let values = try Self.values(of: curve, at: share)
      func average(_ weights: [FamilyAverage.Weight]) -> Double {
        weights.reduce(0) { $0 + $1.weight * values[$1.position] }
      }
      let benchmark = average(others)
      return (values.prefix(programmes.count) + [average(protection)]).map { $0 - benchmark }
    }
    fixed = try Self.values(of: curve, at: 0)
    if injections.count > programmes.count {
      breakEvenResponses = try TurningPoint.roots(count: programmes.count) {
        share throws(Comparison.Failure) in
        let values = try Self.values(of: curve, at: share)
        return programmes.indices.map { values[$0] - values[programmes.count] }
      }
    } else {
      breakEvenResponses = programmes.map { _ in nil }
    }
    guard !others.isEmpty else {
      turningResponses = injections.map { _ in nil }
      averageTurningResponse = nil
      return
    }
    let roots = try TurningPoint.roots(count: programmes.count + 1, difference: excesses)
    turningResponses = roots.dropLast() + injections.dropFirst(programmes.count).map { _ in nil }
    averageTurningResponse = protection.isEmpty ? nil : roots[programmes.count]
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
  /// Where the order of two programmes turns as agriculture meets more of the demand for it.
  package enum ResponseTurn: Sendable, Equatable {
    /// The first does more whatever agriculture meets.
    case firstAlwaysMore
    /// The first never does more.
    case firstNeverMore
    /// The first does more only where agriculture meets more than this share.
    case firstMoreAbove(Double)
    /// The first does more only where agriculture meets less than this share.
    case firstMoreBelow(Double)
    /// The matrix has no activities of the group `agriculture`.
    case noAgriculture

    /// The share at which the order turns; `nil` where it does not.
    package var share: Double? {
      switch self {
      case .firstMoreAbove(let share), .firstMoreBelow(let share): share
      case .firstAlwaysMore, .firstNeverMore, .noAgriculture: nil
      }
    }
  }

  /// Where the order of two programmes turns, by GDP at factor cost and pay by the programmes
  /// themselves.
  ///
  /// - Throws: `Failure.nothingToCompare` if one of them is not among the rows; `Failure.model`.
  package func responseTurn(
    of first: String, against second: String
  ) throws(Failure) -> ResponseTurn {
    guard let a = rows.firstIndex(where: { $0.programme.id == first }),
      let b = rows.firstIndex(where: { $0.programme.id == second })
    else { throw .nothingToCompare(programmes: rows.count, missing: [first, second]) }
    let group = model.sam.activities(inGroup: Self.agriculture)
    let varied = group.compactMap { model.partition.endogenous.firstIndex(of: $0) }
    guard !varied.isEmpty else { return .noAgriculture }
    let free = try AgricultureCurve.model(model, agricultureFree: varied)
    let curve = ResponseCurve(
      model: free, weights: free.weights(of: .gdpFactorCost), varied: varied,
      injections: [injections[a], injections[b]])
    let wages = rows[a].effect.gdpDirectWages - rows[b].effect.gdpDirectWages
    func lead(at share: Double) throws(Failure) -> Double {
      let values = try AgricultureCurve.values(of: curve, at: share)
      return values[0] - values[1] + wages
    }
    let roots = try TurningPoint.roots(count: 2) { share throws(Failure) in
      let lead = try lead(at: share)
      return [lead, -lead]
    }
    if let root = roots[0] { return .firstMoreAbove(root) }
    if let root = roots[1] { return .firstMoreBelow(root) }
    return try lead(at: 1) > 0 ? .firstAlwaysMore : .firstNeverMore
  }
}

/// Where differences of smooth functions on [0, 1] turn positive for good.
enum TurningPoint {
  /// For each function the value above which it stays positive up to 1; `nil` where it is
  /// positive everywhere, or not positive at 1.
  static func roots<Failure: Error>(
    count: Int, difference: (Double) throws(Failure) -> [Double]
  ) throws(Failure) -> [Double?] {
    let steps = 32
    var grid: [[Double]] = []
    for step in 0...steps { grid.append(try difference(Double(step) / Double(steps))) }
    var roots: [Double?] = []
    for p in 0..<count {
      guard grid[steps][p] > 0, let last = grid.lastIndex(where: { $0[p] <= 0 }) else {
        roots.append(nil)
        continue
      }
      roots.append(
        try root(
          between: (Double(last) / Double(steps), grid[last][p]),
          and: (Double(last + 1) / Double(steps), grid[last + 1][p])
        ) { share throws(Failure) in try difference(share)[p] })
    }
    return roots
  }

  /// The zero between two points of different sign.
  ///
  /// - Parameter width: how near the bracket is brought.
  static func crossing<Failure: Error>(
    between first: (x: Double, value: Double), and second: (x: Double, value: Double),
    within width: Double, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    let sign: Double = first.value <= 0 ? 1 : -1
    return try root(
      between: (first.x, sign * first.value), and: (second.x, sign * second.value), within: width
    ) { x throws(Failure) in sign * (try function(x)) }
  }

  /// The zero between a point at or below zero and one above, by the Illinois variant of false
  /// position (Dowell & Jarratt 1971, BIT 11:168-174), which keeps the bracket.
  private static func root<Failure: Error>(
    between lower: (x: Double, value: Double), and upper: (x: Double, value: Double),
    within width: Double = 1e-13, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    var (low, high) = (lower, upper)
    var lastMovedHigh: Bool?
    for _ in 0..<100 where high.x - low.x > width && low.value != 0 {
      let x = low.x - low.value * (high.x - low.x) / (high.value - low.value)
      let value = try function(x)
      if abs(value) <= 1e-15 { return x }
      if value > 0 {
        high = (x, value)
        if lastMovedHigh == true { low.value /= 2 }
        lastMovedHigh = true
      } else {
        low = (x, value)
        if lastMovedHigh == false { high.value /= 2 }
        lastMovedHigh = false
      }
    }
    return low.value == 0 ? low.x : (low.x + high.x) / 2
  }
}
