/// Where the order of two values turns as a share of demand that is met runs from 0 to 1.
///
/// A number alone cannot say it: without one the first may always be larger, or never.
public enum Turning: Sendable, Hashable {
  /// The first is larger at every share.
  case always
  /// The first is larger at no share.
  case never
  /// The first is larger above this share, up to 1.
  case above(Double)
  /// The first is not larger from this share up to 1, and is just below it.
  case below(Double)

  /// The share at which the order turns; `nil` where it does not.
  public var share: Double? {
    switch self {
    case .above(let share), .below(let share): share
    case .always, .never: nil
    }
  }

  /// The word that stands beside the share in every file.
  public var word: String {
    switch self {
    case .always: "always"
    case .never: "never"
    case .above: "above"
    case .below: "below"
    }
  }
}

/// Where differences of smooth functions on [0, 1] turn for good.
enum TurningPoint {
  /// A difference that is no more than the rounding of two equal values.
  private static let rounding = 1e-13

  /// For each function where it is positive.
  static func turns<Failure: Error>(
    count: Int, difference: (Double) throws(Failure) -> [Double]
  ) throws(Failure) -> [Turning] {
    let steps = 32
    var grid: [[Double]] = []
    for step in 0...steps {
      grid.append(
        try difference(Double(step) / Double(steps)).map { abs($0) <= rounding ? 0 : $0 })
    }
    var turns: [Turning] = []
    for p in 0..<count {
      let isPositiveAtOne = grid[steps][p] > 0
      guard let last = grid.lastIndex(where: { ($0[p] > 0) != isPositiveAtOne }) else {
        turns.append(isPositiveAtOne ? .always : .never)
        continue
      }
      let sign = isPositiveAtOne ? 1.0 : -1.0
      let root = try root(
        between: (Double(last) / Double(steps), sign * grid[last][p]),
        and: (Double(last + 1) / Double(steps), sign * grid[last + 1][p])
      ) { share throws(Failure) in sign * (try difference(share)[p]) }
      turns.append(isPositiveAtOne ? .above(root) : .below(root))
    }
    return turns
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

  /// The zero between a point at or below zero and one at or above, by the Illinois variant of false
  /// position (Dowell & Jarratt 1971, BIT 11:168-174), which keeps the bracket.
  private static func root<Failure: Error>(
    between lower: (x: Double, value: Double), and upper: (x: Double, value: Double),
    within width: Double = 1e-13, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    if upper.value == 0 { return upper.x }
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
