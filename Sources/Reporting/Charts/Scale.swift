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

  /// The place of a value.
  func callAsFunction(_ value: Double) -> Double { start + (value - low) * factor }

  /// The place of zero.
  var zero: Double { self(0) }

  /// The length of a bar, negative to the left.
  func length(_ value: Double) -> Double { value * factor }
}
