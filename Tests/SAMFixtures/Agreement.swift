/// Whether a value rounds to what a source prints with this many decimals.
public func agrees(_ value: Double, with printed: Double, decimals: Int) -> Bool {
  var halfUnit = 0.5
  for _ in 0..<decimals { halfUnit /= 10 }
  // The margin covers the printed decimal, which is no exact double.
  return abs(value - printed) <= halfUnit * (1 + 1e-9)
}

/// Whether values round to what a source prints, element by element.
public func agree(_ values: [Double], with printed: [Double], decimals: Int) -> Bool {
  values.count == printed.count
    && zip(values, printed).allSatisfy { agrees($0, with: $1, decimals: decimals) }
}

/// The largest absolute difference of corresponding elements; infinite if the counts differ.
public func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

/// The largest absolute difference of corresponding cells; infinite if the shapes differ.
public func largestDifference(_ a: [[Double]], _ b: [[Double]]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { max($0, largestDifference($1.0, $1.1)) }
}
