import SAMFixtures
import SocialAccounting
import Testing

@Suite("Prices")
struct PriceModelTests {
  @Test(arguments: 1...8)
  func `base costs give prices of one, whatever the supply response`(seed: UInt64) throws {
    let response = try SupplyResponse(["agriculture": seed.isMultiple(of: 2) ? 0 : 1])
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed), supply: response)
    for price in try PriceModel(model).basePrices { #expect(abs(price - 1) < 1e-10) }
  }

  @Test(arguments: 1...4)
  func `a rise of every exogenous cost raises every price as much`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let changes = try PriceModel(model).priceChanges(
      model.exogenous.map { PriceModel.CostChange(of: .account($0.code), percent: 10) })
    for change in changes { #expect(abs(change - 10) < 1e-9) }
  }

  @Test(arguments: 1...4)
  func `a unit cost reaches an account as a unit of demand returns`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let changes = try PriceModel(model).priceChanges([.init(of: "lab", percent: 1)])
    let row = try #require(model.endogenous.firstIndex { $0.code == "lab" })
    for (change, multiplier) in zip(changes, model.multiplierMatrix()[row]) {
      #expect(abs(change - multiplier) < 1e-10)
    }
  }

  @Test func `dearer imports and a tax give Hosoe's prices`() throws {
    let prices = try PriceModel(try MultiplierModel(try ToolboxExamples.hosoe()))
    let imports = try prices.priceChanges([.init(of: "EXT", percent: 10)])
    let tax = try prices.priceChanges([.init(of: "IDT", percent: 10)])
    let printedImports = [0.033655, 0.028874, 0.017104, 0.017104, 0.017104]
    let printedTax = [0.012745, 0.010666, 0.006387, 0.006387, 0.006387]
    for i in 0..<5 {
      #expect(prints(imports[i] / 100, as: printedImports[i]))
      #expect(prints(tax[i] / 100, as: printedTax[i]))
    }
  }

  @Test func `value added dearer by 0.09 gives Miller and Blair's prices`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.millerBlair(), closure: Closure(parsing: "F"))
    let changes = try PriceModel(model).priceChanges([.init(of: "A", percent: 9)])
    #expect(prints(1 + changes[0] / 100, as: 1.112871))
    #expect(prints(1 + changes[1] / 100, as: 1.029703))
  }

  @Test func `an unknown account and a malformed list are refused`() throws {
    let prices = try PriceModel(try MultiplierModel(try ToolboxExamples.hosoe()))
    #expect(throws: MultiplierModel.Failure.self) {
      try prices.priceChanges([.init(of: "EXTT", percent: 1)])
    }
    for list in ["EXT", "EXT=", "=3", "EXT=nan", "EXT=1,EXT=2", ","] {
      #expect(throws: Diagnostic.self) { try PriceModel.CostChange.list(parsing: list) }
    }
  }
}
