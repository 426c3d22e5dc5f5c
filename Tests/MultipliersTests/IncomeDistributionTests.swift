import Multipliers
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Distribution of income")
struct IncomeDistributionTests {
  @Test(arguments: 1...10)
  func `group effects sum to the income of all households`(seed: UInt64) throws {
    let model = try MultiplierModel(try RandomSAM.balanced(seed: seed))
    let receiver = model.endogenous[Int(seed) % model.endogenous.count].code
    let injection = Injection([(receiver, 2), (model.endogenous[0].code, 1)])
    let distribution = try model.distribution(of: injection)
    let income = try #require(try model.response(to: injection).measures?[.income])
    #expect(abs(distribution.totalChange - income) <= 1e-12 * abs(income))
    let relative = distribution.rows.reduce(0) { $0 + ($1.relativeIncome ?? .nan) }
    #expect(abs(relative) < 1e-15)
    let shares = distribution.rows.compactMap(\.shareOfChange).reduce(0, +)
    #expect(abs(shares - 1) < 1e-12)
  }

  @Test(arguments: 1...5)
  func `areas and quintiles partition the sum of all groups`(seed: UInt64) throws {
    let model = try MultiplierModel(try RandomSAM.balanced(seed: seed))
    let injection = Injection([(model.endogenous[0].code, 3)])
    let sums = try model.distribution(of: injection).sums
    let all = try #require(sums.first)
    #expect(all.name == "all")
    #expect(sums.count > 1)
    for parts in [["rural", "urban"], ["bottom40", "others"]] {
      let members = sums.filter { parts.contains($0.name) }
      if members.isEmpty { continue }
      for value: (IncomeDistribution.Sum) -> Double in [
        { $0.base }, { $0.change }, { $0.paidDirectly }, { $0.changeBeyondTransfer },
        { $0.shareOfChange ?? .nan },
      ] {
        #expect(abs(members.reduce(0) { $0 + value($1) } - value(all)) <= 1e-12 * abs(value(all)))
      }
    }
  }

  @Test(arguments: 1...10)
  func `columns of the relative-income matrix add to zero`(seed: UInt64) throws {
    let model = try MultiplierModel(try RandomSAM.balanced(seed: seed))
    let matrix = try model.relativeIncomeMatrix()
    #expect(matrix.groups.count > 1)
    for j in model.endogenous.indices {
      #expect(abs(matrix.rows.reduce(0) { $0 + $1[j] }) < 1e-15)
    }
    // A column is the relative income of a small amount into its account, per unit.
    let small = 1e-6
    let unit = Injection(small, into: model.endogenous[3].code)
    let rows = try model.distribution(of: unit).rows
    for (row, cells) in zip(rows, matrix.rows) {
      #expect(abs((row.relativeIncome ?? .nan) / small - cells[3]) < 1e-8)
    }
  }

  /// Issue 16, 13: at any size the change of a share is the share afterwards less that before.
  @Test func `relative income is the exact change of the share, not its derivative`() throws {
    let model = try MultiplierModel(try RandomSAM.balanced(seed: 2))
    let distribution = try model.distribution(of: Injection(500, into: "hhd-r1"))
    let (base, gain) = (distribution.totalBase, distribution.totalChange)
    for row in distribution.rows {
      let exact = (row.base + row.change) / (base + gain) - row.base / base
      #expect(abs((row.relativeIncome ?? .nan) - exact) < 1e-14)
    }
    let emptied = try model.distribution(of: Injection(-1e9, into: "hhd-r1"))
    #expect(emptied.rows.allSatisfy { $0.relativeIncome == nil })
  }

  /// Recomputed from Hosoe, Gasawa & Hashimoto 2004: factors as groups, times 10,000.
  @Test func `Hosoe's relative incomes of factors are the known ones`() throws {
    let model = try MultiplierModel(try Published.hosoe())
    let matrix = try model.relativeIncomeMatrix(of: ["CAP", "LAB"])
    let columns = model.endogenous.map(\.code)
    let expected = [("BRD", [0.61375, -0.61375]), ("MLK", [-0.799735, 0.799735])]
    for (code, values) in expected {
      let j = try #require(columns.firstIndex(of: code))
      #expect(abs(1e4 * matrix.rows[0][j] - values[0]) < 5e-6)
      #expect(abs(1e4 * matrix.rows[1][j] - values[1]) < 5e-6)
    }
  }

  @Test func `what is paid directly is apart`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    let rows = try model.distribution(
      of: Injection([("poor", 5), ("cserv", 1)]), populations: ["poor": 10]
    ).rows
    #expect(rows.map(\.group.code) == ["poor", "rich"])
    #expect(rows.map(\.paidDirectly) == [5, 0])
    #expect(rows.map(\.population) == [10, nil])
    #expect(rows[0].changeBeyondTransfer > 0)
    #expect(rows[0].percent == 100 * rows[0].change / 80)
  }

  @Test func `a group that does not respond is refused`() throws {
    let model = try MultiplierModel(try PeopleExamples.farm())
    #expect(throws: MultiplierModel.Failure.exogenousAccount("row")) {
      try model.distribution(of: Injection(into: "poor"), among: ["row"])
    }
    #expect(throws: MultiplierModel.Failure.nothingEndogenous) {
      try model.relativeIncomeMatrix(of: [])
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `the poorest two fifths are the groups of the first two quintiles`(seed: UInt64) throws {
    let model = try MultiplierModel(try RandomSAM.balanced(seed: seed))
    let people = ["hhd-r1": 5.0, "hhd-r2": 4]
    let distribution = try model.distribution(
      of: Injection([("hhd-u4", 2), ("hhd-r1", 1)]), populations: people)
    let sums = distribution.sums
    let poor = distribution.rows.filter {
      ["hhd-r1", "hhd-r2", "hhd-u1", "hhd-u2"].contains($0.group.code)
    }
    let found = try #require(sums.first { $0.name == "bottom40" })
    #expect(abs(found.change - poor.reduce(0) { $0 + $1.change }) < 1e-12)
    #expect(abs(found.base - poor.reduce(0) { $0 + $1.base }) < 1e-9)
    #expect(found.paidDirectly == 1)
    // Of two of the four groups the people are known.
    #expect(found.population == nil && sums.allSatisfy { $0.population == nil })
  }
}
