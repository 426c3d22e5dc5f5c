internal import LinearAlgebra

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
      let root = try RootFinding.crossing(
        between: (x: Double(last) / Double(steps), value: grid[last][p]),
        and: (x: Double(last + 1) / Double(steps), value: grid[last + 1][p])
      ) { share throws(Failure) in try difference(share)[p] }
      turns.append(isPositiveAtOne ? .above(root) : .below(root))
    }
    return turns
  }
}
