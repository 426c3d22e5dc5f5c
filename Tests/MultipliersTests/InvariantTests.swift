import LinearAlgebra
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Invariants of the model")
struct InvariantTests {
  /// Each rule is broken in turn, in a model of which all hold.
  @Test func `a broken rule is named`() throws {
    let model = try MultiplierModel(
      RandomSAM.balanced(seed: 3), supply: SupplyResponse(["agriculture": 0.4]),
      ownConsumption: .market)
    func contradiction(
      _ propensities: Matrix? = nil, met: Matrix? = nil, shares: [Double]? = nil, factors: LU? = nil
    ) -> String? {
      MultiplierModel.contradiction(
        propensities: propensities ?? model.propensities, leakageRates: model.leakageRates,
        met: met ?? model.metPropensities, unmetRates: model.unmetRates,
        responses: shares ?? model.shares, factors: factors ?? model.factors)
    }
    #expect(contradiction() == nil)
    var more = model.propensities
    more[0, 1] += 0.01
    #expect(contradiction(more)?.contains("column 1 of A and L") == true)
    var met = model.metPropensities
    met[2, 3] += 0.01
    #expect(contradiction(met: met)?.contains("of column 3") == true)
    var shares = model.shares
    shares[4] = 1.5
    #expect(contradiction(shares: shares)?.contains("response share 4") == true)
    let other = try model.with { $0.supply = .free }
    #expect(contradiction(factors: other.factors)?.contains("factors") == true)
  }
}
