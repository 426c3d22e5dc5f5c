internal import Glibc

/// The distribution of one figure over draws, in a fixed number of bins.
///
/// Counts and sums are whole numbers, so the result does not depend on the order in which draws
/// arrive, and parts of a run add up to the bits of the whole. Percentiles are exact to a bin, about a
/// hundredth of a standard deviation.
package struct DrawDistribution: Sendable, Equatable {
  /// Number of bins.
  package static let binCount = 1024

  /// The figure without draws.
  package let point: Double
  /// Where the first bin begins, and what sums are counted from.
  package let lower: Double
  /// The width of a bin; zero for a figure that does not vary.
  package let width: Double
  /// Draws counted.
  package internal(set) var count = 0
  package internal(set) var minimum = Double.infinity
  package internal(set) var maximum = -Double.infinity
  /// Σ (value - lower) in units of `quantum`.
  package internal(set) var sum: Int128 = 0
  package internal(set) var bins: [UInt32]

  /// An empty distribution whose bins reach as far beyond a pilot's values as these lie apart.
  ///
  /// Their edges are round numbers, so that processors whose results differ in the last bits count
  /// in the same bins; an apparent spread of that size is none.
  init(point: Double, pilot: [Double]) {
    let low = pilot.reduce(point, min)
    let high = pilot.reduce(point, max)
    let spread = high - low
    guard spread > 1e-12 * max(abs(low), abs(high)) else {
      self.init(point: point, lower: Self.rounded(point, bits: 30), width: 0)
      return
    }
    let width = Self.rounded(3.5 * spread / Double(Self.binCount), bits: 3)
    self.init(point: point, lower: ((low - spread) / width).rounded(.down) * width, width: width)
  }

  /// A number with so many bits behind the first.
  private static func rounded(_ value: Double, bits: Int32) -> Double {
    guard value != 0 else { return 0 }
    let unit = scalbn(1, Int32(value.exponent) - bits)
    return (value / unit).rounded() * unit
  }

  /// A distribution read back.
  package init(point: Double, lower: Double, width: Double) {
    self.point = point
    self.lower = lower
    self.width = width
    bins = [UInt32](repeating: 0, count: Self.binCount)
  }

  /// A power of two far below the figure and its spread.
  private var quantum: Double {
    let size = max(abs(lower), width * Double(Self.binCount), 0x1p-900)
    return scalbn(1, Int32(size.exponent) - 60)
  }

  /// So many quanta a draw lies off at most, that no run overflows: 10¹² times the figure.
  private static let farthest = 0x1p100

  mutating func add(_ value: Double) {
    count += 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    let distance = ((value - lower) / quantum).rounded()
    sum += Int128(min(Self.farthest, max(-Self.farthest, distance)))
    bins[bin(of: value)] += 1
  }

  private func bin(of value: Double) -> Int {
    guard width > 0 else { return 0 }
    let place = (value - lower) / width
    return place <= 0 ? 0 : place < Double(Self.binCount - 1) ? Int(place) : Self.binCount - 1
  }

  /// Whether two parts of a run follow the same figure: the point may differ in its last bits.
  func hasSameBins(as other: DrawDistribution) -> Bool {
    lower == other.lower && width == other.width
      && abs(point - other.point) <= 1e-9 * max(abs(point), abs(other.point), width)
  }

  /// What no draws can have counted; `nil` in what a run wrote.
  package var contradiction: String? {
    guard bins.reduce(0, { $0 + Int($1) }) == count else { return "bins" }
    guard count > 0 else {
      return sum != 0 ? "sum" : minimum < maximum ? "minimum" : nil
    }
    guard minimum.isFinite, minimum <= maximum else { return "minimum" }
    guard maximum.isFinite else { return "maximum" }
    guard bins.firstIndex(where: { $0 > 0 }) == bin(of: minimum) else { return "minimum" }
    guard bins.lastIndex(where: { $0 > 0 }) == bin(of: maximum) else { return "maximum" }
    // Each draw is counted to half a quantum, unless it lies beyond all reason.
    let slack = quantum + 1e-12 * max(abs(minimum), abs(maximum))
    let isFar = max(abs(minimum - lower), abs(maximum - lower)) / quantum >= Self.farthest
    guard isFar || (mean >= minimum - slack && mean <= maximum + slack) else { return "sum" }
    return nil
  }

  /// Adds the draws of another part of the run; both have the same bins.
  package mutating func add(_ other: DrawDistribution) {
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    sum += other.sum
    for i in bins.indices { bins[i] += other.bins[i] }
  }

  /// Restores the counts of a part that was written to a file.
  package mutating func restore(
    count: Int, minimum: Double, maximum: Double, sum: Int128, bins: [Int: UInt32]
  ) {
    self.count = count
    self.minimum = minimum
    self.maximum = maximum
    self.sum = sum
    for (bin, number) in bins where self.bins.indices.contains(bin) { self.bins[bin] = number }
  }

  /// The mean of the draws.
  package var mean: Double {
    count == 0 ? point : lower + Double(sum) * quantum / Double(count)
  }

  /// The value below which a part of the draws lies.
  package func percentile(_ part: Double) -> Double {
    guard count > 0 else { return point }
    let rank = part * Double(count - 1)
    var before = 0
    for (i, number) in bins.enumerated() where number > 0 {
      if rank < Double(before + Int(number)) {
        let within = (rank - Double(before) + 0.5) / Double(number)
        let value = lower + (Double(i) + min(1, within)) * width
        return min(maximum, max(minimum, value))
      }
      before += Int(number)
    }
    return maximum
  }
}
