import SAMFixtures
import SocialAccounting
import Testing

@Suite("Linkages")
struct LinkagesTests {
  private static func millerBlair() throws -> ProductionSystem {
    try ProductionSystem(
      try MultiplierModel(try ToolboxExamples.millerBlair(), closure: Closure(parsing: "F")))
  }

  @Test func `Miller and Blair's table has its printed linkages`() throws {
    let linkages = Linkages(try Self.millerBlair()).linkages
    #expect(prints(linkages[0].backwardTotal, as: 1.518152))
    #expect(prints(linkages[1].backwardTotal, as: 1.452145))
    #expect(prints(linkages[0].backwardIndex, as: 1.022222))
    #expect(prints(linkages[1].backwardIndex, as: 0.977778))
    #expect(prints(linkages[0].forwardIndex, as: 1.066667))
    #expect(prints(linkages[1].forwardIndex, as: 0.933333))
    // Rows of the Ghosh inverse [[1.254125, .660066], [.132013, 1.122112]].
    #expect(prints(linkages[0].forwardGhosh, as: 1.254125 + 0.660066, digits: 5))
    #expect(prints(linkages[1].forwardGhosh, as: 0.132013 + 1.122112, digits: 5))
    #expect(abs(linkages[0].backwardDirect - 0.35) < 1e-12)
    #expect(abs(linkages[0].forwardDirect - 0.65) < 1e-12)
    #expect(linkages.map(\.position) == [.key, .weak])
  }

  @Test func `variation is the sample standard deviation over the mean`() throws {
    let linkages = Linkages(try Self.millerBlair()).linkages
    // Of two numbers a and b it is √2 |a - b| / (a + b); the column of L is 1.254125, 0.264026.
    let expected = 2.0.squareRoot() * (1.25412541 - 0.2640264) / (1.25412541 + 0.2640264)
    #expect(abs((linkages[0].backwardVariation ?? 0) - expected) < 1e-7)
  }

  @Test(arguments: 1...4)
  func `indices average one over any system`(seed: UInt64) throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: seed))
    for scope in ProductionSystem.Scope.allCases {
      let linkages = Linkages(try ProductionSystem(model, scope: scope)).linkages
      let count = Double(linkages.count)
      #expect(abs(linkages.reduce(0) { $0 + $1.backwardIndex } / count - 1) < 1e-12)
      #expect(abs(linkages.reduce(0) { $0 + $1.forwardIndex } / count - 1) < 1e-12)
      #expect(abs(linkages.reduce(0) { $0 + $1.forwardGhoshIndex } / count - 1) < 1e-12)
    }
  }

  @Test func `the system of the whole matrix has the multipliers as linkages`() throws {
    let model = try MultiplierModel(try ToolboxRandom.sam(seed: 3))
    let linkages = Linkages(try ProductionSystem(model, scope: .sam)).linkages
    let multipliers = model.multiplierMatrix()
    #expect(linkages.count == model.endogenous.count)
    for (j, linkage) in linkages.enumerated() {
      #expect(abs(linkage.backwardTotal - multipliers.reduce(0) { $0 + $1[j] }) < 1e-10)
    }
  }

  /// Two branches alike: each is as strong as the average, and stronger is what a key branch is.
  @Test func `a branch as strong as the average is none of the strong`() throws {
    let sam = try SocialAccountingMatrix(
      accounts: [
        Account(code: "a", kind: .activity), Account(code: "b", kind: .activity),
        Account(code: "h", kind: .household),
      ], flows: [[1, 1, 2], [1, 1, 2], [2, 2, 0]], unit: .unstated)
    let linkages = Linkages(
      try ProductionSystem(MultiplierModel(sam, closure: Closure(exogenous: [.account("h")])))
    ).linkages
    for linkage in linkages {
      #expect(linkage.backwardIndex == 1 && linkage.forwardIndex == 1)
      #expect(linkage.position == .weak)
    }
  }
}
