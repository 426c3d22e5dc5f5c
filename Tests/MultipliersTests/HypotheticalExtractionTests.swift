import LinearAlgebra
import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Hypothetical extraction")
struct HypotheticalExtractionTests {
  @Test(arguments: [
    (HypotheticalExtraction.Variant.column, [413.157895, 805.882353]),
    (.row, [786.842105, 388.235294]), (.both, [860.526316, 888.235294]),
    (.bothKeepOwn, [798.761610, 798.761610]), (.remove, [1210.526316, 2588.235294]),
  ])
  func `Miller and Blair's table loses the printed output`(
    variant: HypotheticalExtraction.Variant, printed: [Double]
  ) throws {
    let model = try MultiplierModel(
      try ToolboxExamples.millerBlair(), closure: Closure(parsing: "F"))
    let extraction = HypotheticalExtraction(try ProductionSystem(model), variant: variant)
    #expect(extraction.totalOutput == 3000)
    for (loss, expected) in zip(extraction.losses, printed) {
      #expect(prints(loss.output, as: expected))
      #expect(abs(loss.percent - loss.output / 30) < 1e-12)
      #expect(loss.gdp == nil)
    }
  }

  @Test(arguments: 1...4, HypotheticalExtraction.Variant.allCases)
  func `an update gives what factorising again gives`(
    seed: UInt64, variant: HypotheticalExtraction.Variant
  ) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    let extraction = HypotheticalExtraction(try ProductionSystem(model), variant: variant)
    let oracle = try Refactorised(model)
    #expect(extraction.losses.count == 6)
    for loss in extraction.losses {
      let expected = try oracle.loss(of: loss.account.code, variant)
      #expect(abs(loss.output - expected.output) < 1e-7)
      #expect(abs((loss.gdp ?? .nan) - expected.gdp) < 1e-7)
    }
  }

  @Test(arguments: HypotheticalExtraction.Variant.allCases)
  func `an update gives what factorising again gives, on Rwanda's matrix`(
    variant: HypotheticalExtraction.Variant
  ) throws {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2024"))
    let extraction = HypotheticalExtraction(try ProductionSystem(model), variant: variant)
    let oracle = try Refactorised(model)
    let chosen = extraction.losses.filter { ["acons", "afore", "celec"].contains($0.account.code) }
    #expect(!chosen.isEmpty)
    for loss in chosen {
      let expected = try oracle.loss(of: loss.account.code, variant)
      #expect(abs(loss.output - expected.output) < 1e-9 * extraction.totalOutput)
      #expect(abs((loss.gdp ?? .nan) - expected.gdp) < 1e-9 * extraction.totalOutput)
    }
  }
}

/// Output after an extraction, by cutting the cells and solving again.
private struct Refactorised {
  let sam: SocialAccountingMatrix
  let positions: [Int]

  init(_ model: MultiplierModel) throws {
    sam = model.sam
    positions = sam.indices(where: \.isProduction)
  }

  func loss(
    of code: String, _ variant: HypotheticalExtraction.Variant
  ) throws -> (output: Double, gdp: Double) {
    let payments = sam.payments
    var inputs = positions.map { i in positions.map { j in sam[i, j] / payments[j] } }
    let x = positions.map { payments[$0] }
    var demand = positions.indices.map { i in
      x[i] - positions.indices.reduce(0) { $0 + inputs[i][$1] * x[$1] }
    }
    let j = try #require(positions.firstIndex { sam.accounts[$0].code == code })
    let own = inputs[j][j]
    for i in inputs.indices {
      if variant != .row { inputs[i][j] = 0 }
      if variant != .column { inputs[j][i] = 0 }
    }
    if variant == .bothKeepOwn { inputs[j][j] = own }
    if variant == .remove { demand[j] = 0 }
    let system = inputs.indices.map { r in
      inputs.indices.map { c in (r == c ? 1 : 0) - inputs[r][c] }
    }
    let after = try LU(Matrix(system)).solve(demand)
    let factors = sam.indices(where: \.isFactor)
    var (output, gdp) = (0.0, 0.0)
    for (k, position) in positions.enumerated() {
      let lost = x[k] - after[k]
      if sam.accounts[position].kind == .activity { output += lost }
      gdp += lost * factors.reduce(0) { $0 + sam[$1, position] } / payments[position]
    }
    return (output, gdp)
  }
}
