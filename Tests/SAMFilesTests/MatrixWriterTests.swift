import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

struct `Writing a matrix and reading it back` {
  /// Codes that need quotes somewhere, an account without flows, and doubles of every size.
  private func awkward(seed: UInt64) throws -> SocialAccountingMatrix {
    var random = SplitMix64(seed: seed)
    let codes = ["plain", "two words", "with,comma", "with\"quote", "é", "s-i", "2", "silent", "+"]
    let flows = codes.indices.map { i in
      codes.indices.map { j -> Double in
        if i == 7 || j == 7 || random.unit() < 0.3 { return 0 }
        let size = random.number(-12, 12)
        return random.number(-1, 1)
          * (0..<Int(abs(size))).reduce(1.0) { x, _ in
            size < 0 ? x / 10 : x * 10
          }
      }
    }
    return try SocialAccountingMatrix(
      accounts: codes.map { Account(code: $0, name: "Name of \($0)", kind: .other) }, flows: flows,
      unit: CurrencyUnit(currency: "KES", scale: .million), year: 2019, title: "A matrix of 2019",
      source: "us")
  }

  private func back(
    _ sam: SocialAccountingMatrix, _ layout: MatrixWriter.Layout
  ) throws -> SocialAccountingMatrix {
    try MatrixReader.read(file(try MatrixWriter.text(of: sam, layout: layout), name: "copy"))
  }

  @Test(arguments: MatrixWriter.Layout.allCases)
  func `every double comes back to the last bit, and every account in its place`(
    layout: MatrixWriter.Layout
  ) throws {
    for seed in 1...20 {
      let sam = try awkward(seed: UInt64(seed))
      let copy = try back(sam, layout)
      #expect(copy.accounts.map(\.code) == sam.accounts.map(\.code))
      for i in sam.accounts.indices {
        for j in sam.accounts.indices {
          #expect(copy[i, j].bitPattern == sam[i, j].bitPattern || sam[i, j] == 0)
        }
      }
    }
  }

  @Test(arguments: MatrixWriter.Layout.allCases)
  func `the published matrix comes back, and is written to the same bytes again`(
    layout: MatrixWriter.Layout
  ) throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let copy = try back(sam, layout)
    #expect(copy.receipts == sam.receipts)
    let again = try MatrixWriter.text(of: copy, layout: layout)
    #expect(try MatrixWriter.text(of: try back(copy, layout), layout: layout) == again)
  }

  @Test func `JSON holds everything that is known of a matrix`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let copy = try back(sam, .json)
    #expect(copy.accounts == sam.accounts)
    #expect((copy.unit, copy.year, copy.title) == (sam.unit, sam.year, sam.title))
    #expect((copy.source, copy.history) == (sam.source, sam.history))
    #expect(copy.balances() == sam.balances())
  }

  @Test func `GAMS and Nexus keep names, and GAMS the unit and the year`() throws {
    let sam = try awkward(seed: 3)
    #expect(try back(sam, .nexus).accounts.map(\.name) == sam.accounts.map(\.name))
    #expect(try back(sam, .nexus).year == 2019)
    let copy = try back(sam, .gams)
    #expect((copy.unit, copy.year, copy.title, copy.source) == (sam.unit, 2019, sam.title, "us"))
    #expect(copy.accounts[1].name == "Name of two words")
  }

  @Test func `a code that GAMS cannot hold is named`() throws {
    let sam = try SocialAccountingMatrix(
      accounts: [Account(code: "a'b\"c")], flows: [[1]], unit: .unstated)
    #expect(
      complaint { _ = try MatrixWriter.text(of: sam, layout: .gams) }
        .mentions("GAMS holds no label 'a'b\"c'"))
  }
}
