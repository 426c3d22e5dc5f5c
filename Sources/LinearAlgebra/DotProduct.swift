extension [Double] {
  /// The sum of the products of corresponding elements.
  package func dot(_ other: [Double]) -> Double {
    precondition(count == other.count, "vectors must be of equal length")
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }
}
