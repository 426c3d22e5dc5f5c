/// Whether a number rounds to a printed one: within half a unit of the last of `digits` decimals.
public func prints(_ value: Double, as printed: Double, digits: Int = 6) -> Bool {
  var half = 0.5
  for _ in 0..<digits { half /= 10 }
  // A printed tie may have been rounded either way.
  return abs(value - printed) <= half * (1 + 1e-6)
}
