import Testing

@testable import LinearAlgebra

/// Where functions are zero.
struct RootFindingTests {
  /// cos x = x has its root, the Dottie number, at 0.739085133215160641655312...
  @Test func `a root with a known value`() {
    // Sine and cosine by their series, so that the test needs nothing from outside.
    func cosine(_ x: Double) -> Double {
      var (term, sum) = (1.0, 1.0)
      for k in 1...12 {
        term *= -x * x / Double((2 * k - 1) * (2 * k))
        sum += term
      }
      return sum
    }
    let root = RootFinding.root(between: (x: 0, value: -1), and: (x: 1, value: 1 - cosine(1))) {
      $0 - cosine($0)
    }
    #expect(abs(root - 0.7390851332151607) < 1e-13)
  }

  @Test func `the tolerance is a part of a large root`() {
    let root = RootFinding.root(between: (x: 0, value: -1), and: (x: 1e9, value: 1e-4)) {
      1e-4 - 100 / ($0 + 100)
    }
    #expect(abs(root - 999_900) < 1e-6)
  }

  /// (x - 0.2)(x - 0.5)(x - 0.9) rises at 0.2 and 0.9 and falls at 0.5.
  @Test func `the first change of sign`() {
    func curves(_ x: Double) -> [Double] {
      let cubic = (x - 0.2) * (x - 0.5) * (x - 0.9)
      return [cubic, -cubic, x + 1, -x - 1]
    }
    let first = RootFinding.crossings(count: 4, steps: 16, of: curves)
    #expect(abs((first.roots[0] ?? 0) - 0.2) < 1e-12 && abs((first.roots[1] ?? 0) - 0.2) < 1e-12)
    #expect(first.roots[2] == nil && first.roots[3] == nil)
    #expect(first.start == curves(0) && first.end == curves(1))
  }

  /// A bracket of which one end is the zero, from either side.
  @Test(arguments: [1.0, -1.0]) func `an end that is zero is the zero`(_ sign: Double) {
    for zero in [0.25, 0.75] {
      let ends = [0.25, 0.75].map { (x: $0, value: sign * ($0 - zero)) }
      #expect(
        RootFinding.crossing(between: ends[0], and: ends[1]) { sign * ($0 - zero) } == zero)
    }
  }

  @Test func `a failure of the function is passed on`() {
    struct Refused: Error, Equatable {}
    #expect(throws: Refused()) {
      try RootFinding.crossings(count: 1, steps: 4) { x throws(Refused) in
        if x > 0.5 { throw Refused() }
        return [x]
      }
    }
  }
}
