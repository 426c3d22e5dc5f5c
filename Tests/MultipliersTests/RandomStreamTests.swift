import Multipliers
import Testing

@Suite("Streams of random numbers")
struct RandomStreamTests {
  @Test func `a stream depends on its keys alone`() {
    func first(_ seed: UInt64, _ draw: UInt64, _ name: String) -> Double {
      var stream = RandomStream(seed: seed, draw: draw, key: RandomStream.key(name))
      return stream.normal()
    }
    #expect(first(1, 2, "a") == first(1, 2, "a"))
    #expect(
      Set([first(1, 2, "a"), first(2, 1, "a"), first(1, 2, "b"), first(1, 3, "a")]).count == 4)
  }

  /// A gamma number has its shape as mean and as variance.
  @Test(arguments: [0.05, 0.6, 1, 3.7, 40])
  func `gamma numbers have the moments of their shape`(shape: Double) {
    var stream = RandomStream(seed: 5, draw: 0, key: 0)
    let count = 40_000.0
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<Int(count) {
      let value = stream.gamma(shape: shape)
      sum += value
      squares += value * value
    }
    let mean = sum / count
    #expect(abs(mean - shape) < 4 * (shape / count).squareRoot())
    // The fourth central moment of a gamma number is 3 k² + 6 k.
    let error = ((2 * shape * shape + 6 * shape) / count).squareRoot()
    #expect(abs(squares / count - mean * mean - shape) < 5 * error)
  }
}
