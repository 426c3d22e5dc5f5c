import Testing

@testable import SpendingPolicy

/// Draws are counted in bins: what is read off them is the sample's, to a part of a bin.
struct DrawDistributionTests {
  /// Four thousand numbers from 5 to 9, in a wild order.
  private static let values = (0..<4000).map { number -> Double in
    let place = Double((number * 1237) % 4000) + 0.5
    return 5 + place / 1000
  }

  private func distribution() -> DrawDistribution {
    var draws = DrawDistribution(point: 7, pilot: [5.2, 8.8])
    for value in Self.values { draws.add(value) }
    return draws
  }

  @Test func `the mean is the sample's`() {
    let draws = distribution()
    #expect(draws.count == 4000 && draws.contradiction == nil)
    #expect(abs(draws.mean - 7) < 1e-12)
    #expect(abs(draws.minimum - 5.0005) < 1e-12 && abs(draws.maximum - 8.9995) < 1e-12)
  }

  @Test func `percentiles are those of the sorted sample, neither above nor below`() {
    let draws = distribution()
    let sorted = Self.values.sorted()
    var bias = 0.0
    for step in 1..<100 {
      let part = Double(step) / 100
      let rank = part * 3999
      let low = sorted[Int(rank)]
      let exact = low + (rank - rank.rounded(.down)) * (sorted[min(3999, Int(rank) + 1)] - low)
      let found = draws.percentile(part)
      #expect(abs(found - exact) <= draws.width, "\(part)")
      bias += (found - exact) / 99
    }
    #expect(abs(bias) < 0.1 * draws.width)
  }

  @Test func `parts of a run add to the whole`() {
    var (one, other) = (
      DrawDistribution(point: 7, pilot: [5.2, 8.8]), DrawDistribution(point: 7, pilot: [5.2, 8.8])
    )
    for (i, value) in Self.values.enumerated() {
      if i % 3 == 0 { one.add(value) } else { other.add(value) }
    }
    one.add(other)
    #expect(one == distribution())
  }
}
