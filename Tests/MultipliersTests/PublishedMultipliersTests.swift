import SAMFixtures
import SocialAccounting
import Testing

/// The printed digits of Miller & Blair 2009, Kitzes 2013 and Eurostat 2008.
struct InputOutputExamplesTests {
  private func open() throws -> MultiplierModel {
    try MultiplierModel(Published.millerBlair(), closure: Closure(parsing: "hh,rest"))
  }

  private func closed() throws -> MultiplierModel {
    try MultiplierModel(Published.millerBlair(), closure: Closure(parsing: "rest"))
  }

  @Test func `Miller and Blair: the open model's Leontief inverse`() throws {
    let inverse = try open().multiplierMatrix()
    #expect(agree(inverse[0], with: [1.25412541, 0.330033], decimals: 6))
    #expect(agree(inverse[1], with: [0.2640264, 1.12211221], decimals: 6))
    #expect(agrees(inverse[0][0], with: 1.25412541, decimals: 8))
    #expect(agrees(inverse[1][1], with: 1.12211221, decimals: 8))
  }

  @Test func `Miller and Blair: a new final demand and the labour it needs`() throws {
    let response = try open().response(to: Injection([("s1", 600), ("s2", 1500)]))
    #expect(agree(response.changes, with: [1247.524752, 1841.584158], decimals: 6))
    #expect(agree(response.changes, with: [1247.5, 1841.6], decimals: 1))
    let labour = [0.3 * response.changes[0], 0.25 * response.changes[1]]
    #expect(agree(labour, with: [374.257426, 460.396040], decimals: 6))
    // The book multiplies outputs that it has rounded to one decimal.
    let rounded = response.changes.map { Double($0.fixed(1)) ?? .nan }
    #expect(agree([0.3 * rounded[0], 0.25 * rounded[1]], with: [374.25, 460.4], decimals: 6))
    #expect(try abs(response.leakage(to: "hh") - labour[0] - labour[1]) < 1e-9)
  }

  @Test func `Miller and Blair: output multipliers`() throws {
    #expect(agree(try open().multipliers(on: .output), with: [1.518152, 1.452145], decimals: 6))
  }

  @Test func `Miller and Blair: the model closed for households`() throws {
    let inverse = try closed().multiplierMatrix()
    #expect(agree(inverse[0], with: [1.365086, 0.42526, 0.250904], decimals: 6))
    #expect(agree(inverse[1], with: [0.527323, 1.348076, 0.595365], decimals: 6))
    #expect(agree(inverse[2], with: [0.569849, 0.48905, 1.288539], decimals: 6))
    #expect(agree(inverse[0], with: [1.365, 0.425, 0.251], decimals: 3))
    #expect(agree(inverse[1], with: [0.527, 1.348, 0.595], decimals: 3))
    #expect(agree(inverse[2], with: [0.570, 0.489, 1.289], decimals: 3))
  }

  @Test func `Miller and Blair: income multipliers of type I and II and their constant ratio`()
    throws
  {
    let direct = [0.3, 0.25]
    let simple = try open().multipliers().map { $0.leakages[0].amount }
    let total = try closed().multipliers(on: .income)
    let typeOne = zip(simple, direct).map { $0 / $1 }
    let typeTwo = zip(total, direct).map { $0 / $1 }
    #expect(agree(typeOne, with: [1.474147, 1.518152], decimals: 6))
    #expect(agree(typeTwo, with: [1.899497, 1.956198], decimals: 6))
    for (one, two) in zip(typeOne, typeTwo) {
      #expect(agrees(two / one, with: 1.288539, decimals: 6))
    }
  }

  @Test func `Kitzes: the inverse and emissions by producer and by final demand`() throws {
    let model = try MultiplierModel(Published.kitzes(), closure: Closure(parsing: "va,fd"))
    let inverse = model.multiplierMatrix()
    #expect(agree(inverse[0], with: [2.6666667, 1.3333333], decimals: 7))
    #expect(agree(inverse[1], with: [0.8, 1.6], decimals: 12))
    let intensity = zip(Published.kitzesEmissions, [16.0, 12]).map { $0 / $1 }
    let final = Published.kitzesFinalDemand
    let whole = try model.response(to: Injection([("s1", final[0]), ("s2", final[1])]))
    #expect(largestDifference(zip(intensity, whole.changes).map { $0 * $1 }, [8, 4]) < 1e-12)
    let consumption = try zip(["s1", "s2"], final).map {
      inner(intensity, try model.response(to: Injection($1, into: $0)).changes)
    }
    #expect(agree(consumption, with: [4.8, 7.2], decimals: 12))
  }

  private func germany() throws -> MultiplierModel {
    try MultiplierModel(Published.germany(), closure: Closure(parsing: "va,in,fd"))
  }

  @Test func `Germany 1995: output and value-added multipliers of six branches`() throws {
    let model = try germany()
    let output = try model.multipliers(on: .output)
    let value = try model.multipliers(on: .gdpFactorCost)
    #expect(agree(output, with: [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782], decimals: 4))
    #expect(agree(value, with: [0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199], decimals: 4))
    #expect(
      agree(output, with: [1.70484, 1.8413, 1.81363, 1.60352, 1.59505, 1.37825], decimals: 5))
    #expect(
      agree(value, with: [0.84502, 0.76468, 0.86146, 0.90191, 0.93933, 0.91991], decimals: 5))
  }

  @Test func `Germany 1995: employment multipliers and the diagonal of the inverse`() throws {
    let inverse = try germany().multiplierMatrix()
    let intensity = zip(Published.germanEmployment, Published.germanOutput).map { $0 / $1 }
    let jobs = (0..<6).map { j in inner(intensity, inverse.map { $0[j] }) }
    #expect(agree(jobs, with: [0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242], decimals: 4))
    #expect(agree((0..<3).map { inverse[$0][$0] }, with: [1.0339, 1.4292, 1.0289], decimals: 4))
  }
}

/// The printed digits of the ten-account matrix of Hosoe, Gasawa & Hashimoto 2004.
struct HosoeTests {
  private func model(_ response: SupplyResponse = .free) throws -> MultiplierModel {
    try MultiplierModel(Published.hosoe(), supply: response)
  }

  @Test func `the accounting multipliers`() throws {
    let printed = [
      [1.70935, 0.560544, 0.566703, 0.566703, 0.566703],
      [0.768705, 1.695323, 0.735931, 0.735931, 0.735931],
      [0.630712, 0.693315, 1.371263, 0.371263, 0.371263],
      [0.494627, 0.567607, 0.29912, 1.29912, 0.29912],
      [1.125339, 1.260922, 1.670383, 1.670383, 1.670383],
    ]
    for (row, expected) in zip(try model().multiplierMatrix(), printed) {
      #expect(agree(row, with: expected, decimals: 6))
    }
  }

  @Test func `output, GDP and income multipliers`() throws {
    let model = try model()
    func at(_ measure: Measure) throws -> [Double] {
      let all = try model.multipliers(on: measure)
      return [all[0], all[1], all[4]]
    }
    #expect(agree(try at(.output), with: [2.478056, 2.255867, 1.302635], decimals: 6))
    #expect(agree(try at(.gdpFactorCost), with: [1.125339, 1.260922, 0.670383], decimals: 6))
    #expect(agree(try at(.gdpMarketPrices), with: [1.288641, 1.411771, 0.756955], decimals: 6))
    #expect(agree(try at(.income), with: [1.125339, 1.260922, 1.670383], decimals: 6))
  }

  @Test func `leakages of a transfer`() throws {
    let response = try model().response(to: Injection(into: "HOH"))
    let codes = ["IDT", "TRF", "GOV", "INV", "EXT"]
    #expect(response.leakages.map(\.account) == codes)
    #expect(
      agree(
        response.leakages.map(\.amount), with: [0.063875, 0.022698, 0.426876, 0.315517, 0.171035],
        decimals: 6))
  }

  @Test func `with the output of bread fixed the GDP multiplier of a transfer falls`() throws {
    let fixed = try model(SupplyResponse(["BRD": 0]))
    let inverse = fixed.multiplierMatrix()
    let printed = [
      [1.443243, 0.481081, 0.481081, 0.481081],
      [0.486486, 1.162162, 0.162162, 0.162162],
      [0.405405, 0.135135, 1.135135, 0.135135],
      [0.891892, 1.297297, 1.297297, 1.297297],
    ]
    for (row, expected) in zip(inverse[1...], printed) {
      #expect(agree(Array(row[1...]), with: expected, decimals: 6))
    }
    #expect(inverse[0] == [0, 0, 0, 0, 0])
    let transfer = try fixed.response(to: Injection(into: "HOH"))
    #expect(agrees(transfer.measures?[.gdpFactorCost] ?? 0, with: 0.297, decimals: 3))
    #expect(
      agrees(
        try model().response(to: Injection(into: "HOH")).measures?[.gdpFactorCost] ?? 0,
        with: 0.670, decimals: 3))
    // Final buyers of bread give way to the household by this much.
    #expect(try agrees(transfer.leakage(to: "supply"), with: 0.331532, decimals: 6))
  }

  @Test func `a shift of fixed output by one unit`() throws {
    let fixed = try model(SupplyResponse(["BRD": 0]))
    let inputs = [("MLK", 17.0 / 92), ("CAP", 20.0 / 92), ("LAB", 15.0 / 92)]
    let response = try fixed.response(to: Injection(inputs.map { ($0.0, $0.1) }))
    #expect(
      agree(
        Array(response.changes[1...]), with: [0.449706, 0.368978, 0.289365, 0.658343], decimals: 6)
    )
    let finalDemand = try 1 - 21.0 / 92 - response.leakage(to: "supply")
    #expect(agrees(finalDemand, with: 0.585018, decimals: 6))
  }

  @Test func `scenarios of ten: transfer, purchases, investment and a transfer paid by a cut`()
    throws
  {
    let model = try model()
    func scenario(_ amounts: [(String, Double)]) throws -> (gdp: Double, tax: Double) {
      let response = try model.response(to: Injection(amounts.map { ($0.0, $0.1) }))
      let tax = try ["IDT", "TRF", "GOV"].reduce(0) { try $0 + response.leakage(to: $1) }
      return ((response.measures?[.gdpFactorCost] ?? 0) / 10, tax / 10)
    }
    let purchases = [("BRD", 190.0 / 33), ("MLK", 140.0 / 33)]
    let transfer = try scenario([("HOH", 10)])
    let government = try scenario(purchases)
    let investment = try scenario([("BRD", 160.0 / 31), ("MLK", 150.0 / 31)])
    let swap = try scenario([("HOH", 10)] + purchases.map { ($0.0, -$0.1) })
    let gdp = [transfer.gdp, government.gdp, investment.gdp, swap.gdp]
    #expect(agree(gdp, with: [0.670, 1.183, 1.191, -0.512], decimals: 3))
    #expect(
      agree(
        [transfer.tax, government.tax, investment.tax], with: [0.513, 0.460, 0.462], decimals: 3)
    )
  }
}
