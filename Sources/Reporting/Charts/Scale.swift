/// A straight scale from values to pixels that always shows zero.
struct Scale {
  private let low: Double
  private let factor: Double
  private let start: Double

  init(_ values: [Double], from start: Double, to end: Double) {
    low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    factor = high > low ? (end - start) / (high - low) : 0
    self.start = start
  }

  /// A scale for bars of parts end to end, those below zero to the left.
  init(stacks: [[Double]], from start: Double, to end: Double) {
    self.init(
      stacks.flatMap { parts in
        [parts.reduce(0) { $0 + max(0, $1) }, parts.reduce(0) { $0 + min(0, $1) }]
      }, from: start, to: end)
  }

  /// The place of a value.
  func callAsFunction(_ value: Double) -> Double { start + (value - low) * factor }

  /// The place of zero.
  var zero: Double { self(0) }

  /// The length of a bar, negative to the left.
  func length(_ value: Double) -> Double { value * factor }
}
