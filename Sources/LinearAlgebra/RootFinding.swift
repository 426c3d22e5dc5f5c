/// Where functions of one variable are zero.
package enum RootFinding {
  /// Functions on [0, 1]: their values at both ends, and where each changes its sign.
  package struct Crossings {
    /// The values at 0.
    package let start: [Double]
    /// The values at 1.
    package let end: [Double]
    /// By function the first change of sign; `nil` where there is none.
    package let roots: [Double?]
  }

  /// Where each of some functions on [0, 1] first changes its sign, looked for between evenly spaced
  /// points and then found to a tolerance.
  package static func crossings<Failure: Error>(
    count: Int, steps: Int, tolerance: Double = 1e-13,
    of functions: (Double) throws(Failure) -> [Double]
  ) throws(Failure) -> Crossings {
    var grid: [[Double]] = []
    for step in 0...steps { grid.append(try functions(Double(step) / Double(steps))) }
    var roots: [Double?] = []
    for p in 0..<count {
      guard let place = (0..<steps).first(where: { grid[$0][p] * grid[$0 + 1][p] < 0 }) else {
        roots.append(nil)
        continue
      }
      roots.append(
        try crossing(
          between: (x: Double(place) / Double(steps), value: grid[place][p]),
          and: (x: Double(place + 1) / Double(steps), value: grid[place + 1][p]),
          tolerance: tolerance
        ) { x throws(Failure) in try functions(x)[p] })
    }
    return Crossings(start: grid[0], end: grid[steps], roots: roots)
  }

  /// The zero between two points of different sign.
  package static func crossing<Failure: Error>(
    between first: (x: Double, value: Double), and second: (x: Double, value: Double),
    tolerance: Double = 1e-13, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    let sign: Double = first.value <= 0 ? 1 : -1
    return try root(
      between: (x: first.x, value: sign * first.value),
      and: (x: second.x, value: sign * second.value), tolerance: tolerance
    ) { x throws(Failure) in sign * (try function(x)) }
  }

  /// The zero between a point at or below zero and one at or above, by the Illinois variant of false
  /// position (Dowell & Jarratt 1971, BIT 11:168-174), which keeps the bracket.
  ///
  /// - Parameter tolerance: how wide the last bracket may be, as a part of the larger of 1 and x.
  package static func root<Failure: Error>(
    between lower: (x: Double, value: Double), and upper: (x: Double, value: Double),
    tolerance: Double = 1e-13, of function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    if upper.value == 0 { return upper.x }
    var (low, high) = (lower, upper)
    var lastMovedHigh: Bool?
    for _ in 0..<200
    where high.x - low.x > tolerance * max(1, abs(high.x)) && low.value != 0 {
      let x = low.x - low.value * (high.x - low.x) / (high.value - low.value)
      let value = try function(x)
      if abs(value) <= 1e-15 { return x }
      if value > 0 {
        high = (x: x, value: value)
        if lastMovedHigh == true { low.value /= 2 }
        lastMovedHigh = true
      } else {
        low = (x: x, value: value)
        if lastMovedHigh == false { high.value /= 2 }
        lastMovedHigh = false
      }
    }
    return low.value == 0 ? low.x : (low.x + high.x) / 2
  }
}
