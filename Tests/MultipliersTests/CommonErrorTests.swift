import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

@testable import Multipliers

/// Issue 16, 12: errors that go one way in all households do not cancel.
struct CommonErrorTests {
  private func draws(_ error: Double) throws -> SpendingDraws {
    let sam = try RandomSAM.balanced(seed: 2)
    let model = try MultiplierModel(sam)
    return try SpendingDraws(
      sam, rows: Array(sam.accounts.indices), columns: model.partition.endogenous,
      grades: SourceGrades(
        relativeErrors: [:], entries: [],
        common: [.init("saving", of: .savings, paidBy: .household, error)]))
  }

  @Test(arguments: 0...20 as ClosedRange<UInt64>)
  func `all households save more in one draw, or all save less`(_ draw: UInt64) throws {
    let draws = try draws(0.3)
    let drawn = draws.table(seed: 1, draw: draw)
    let saving = draws.base.rows { $0 == .savings }
    var ratios: [Double] = []
    for j in draws.base.columns({ $0 == .household }) {
      let before = saving.reduce(0) { $0 + draws.base.shares[$1, j] }
      let after = saving.reduce(0) { $0 + drawn.shares[$1, j] }
      let total = (0..<drawn.shares.rows).reduce(0) { $0 + drawn.shares[$1, j] }
      #expect(abs(total - 1) < 1e-12)
      if before > 0, after < 0.9 { ratios.append(after / before) }
    }
    #expect(ratios.count > 1)
    for ratio in ratios { #expect(abs(ratio - ratios[0]) < 1e-12) }
  }

  @Test func `a factor has mean one and the relative error that it is given`() throws {
    let draws = try draws(0.1)
    let saving = draws.base.rows { $0 == .savings }
    let j = try #require(draws.base.columns { $0 == .household }.first)
    let base = saving.reduce(0) { $0 + draws.base.shares[$1, j] }
    let ratios = (0..<2000).map { draw -> Double in
      let drawn = draws.table(seed: 3, draw: UInt64(draw))
      return saving.reduce(0) { $0 + drawn.shares[$1, j] } / base
    }
    let mean = ratios.reduce(0, +) / 2000
    let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1999
    #expect(abs(mean - 1) < 0.01 && abs(variance.squareRoot() - 0.1) < 0.01)
  }

  @Test func `without such errors nothing is drawn`() throws {
    let draws = try draws(0)
    #expect(draws.table(seed: 1, draw: 7).shares == draws.base.shares)
  }

  /// A factor of relative error e is log-normal with σ² = ln(1 + e²), of which a large e tells.
  @Test func `a factor that is far off has mean one and its error all the same`() throws {
    let draws = try draws(0.6)
    let saving = draws.base.rows { $0 == .savings }
    let j = try #require(draws.base.columns { $0 == .household }.first)
    let base = saving.reduce(0) { $0 + draws.base.shares[$1, j] }
    let count = 8000
    let ratios = (0..<count).map { draw -> Double in
      let drawn = draws.table(seed: 5, draw: UInt64(draw))
      return saving.reduce(0) { $0 + drawn.shares[$1, j] } / base
    }
    let mean = ratios.reduce(0, +) / Double(count)
    let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    #expect(abs(mean - 1) < 0.02, "\(mean)")
    #expect(abs(variance.squareRoot() - 0.6) < 0.03, "\(variance.squareRoot())")
  }

  @Test func `what else an account pays keeps a twentieth of its column`() throws {
    let draws = try draws(2.9)
    let saving = Set(draws.base.rows { $0 == .savings })
    var least = 1.0
    for draw in 0..<400 {
      let drawn = draws.table(seed: 9, draw: UInt64(draw))
      for j in draws.base.columns({ $0 == .household }) {
        let positive = (0..<drawn.shares.rows).filter { draws.base.shares[$0, j] > 0 }
        let whole = positive.reduce(0) { $0 + drawn.shares[$1, j] }
        let rest = positive.filter { !saving.contains($0) }.reduce(0) { $0 + drawn.shares[$1, j] }
        least = min(least, rest / whole)
      }
    }
    #expect(abs(least - 0.05) < 1e-9, "\(least)")
  }
}
