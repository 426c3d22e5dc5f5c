import CountryReports
import Reporting
import RwandaSAM
import SocialAccounting
import Testing

/// The built matrices: what their recipe promises.
struct RecipeTests {
  static let built = ["rwanda-2022", "rwanda-2024", "rwanda-2017"]

  @Test(arguments: built)
  func `every account balances to 1e-9, and no cell appears or vanishes unlisted`(
    id: String
  ) throws {
    let built = try Country.rwanda.build(id)
    #expect(built.largestRelativeGap < 1e-9)
    #expect(built.unlistedCells.isEmpty)
    #expect(built.cells.filter { $0.beginning == .set }.allSatisfy { !$0.reason.isEmpty })
    #expect(built.cells.allSatisfy { $0.value.isFinite })
  }

  @Test(arguments: built)
  func `the committed matrix is what the recipe builds`(id: String) throws {
    let built = try Country.rwanda.build(id).sam
    let committed = try Country.rwanda.sam(id)
    #expect(built.accounts == committed.accounts)
    for i in built.accounts.indices {
      for j in built.accounts.indices {
        let difference = abs(built[i, j] - committed[i, j])
        #expect(difference <= 1e-9 * max(1, abs(committed[i, j])))
      }
    }
  }

  @Test(arguments: [("rwanda-2022", 13_716.9), ("rwanda-2024", 19_918), ("rwanda-2017", 7_694)])
  func `GDP is the official figure by production, income and expenditure`(
    id: String, gdp: Double
  ) throws {
    let built = try Country.rwanda.build(id).sam.grossDomesticProduct()
    for value in [built.byProduction, built.byIncome, built.byExpenditure] {
      #expect(abs(value - gdp) < 1)
    }
  }

  @Test(arguments: [("rwanda-2024", 408), ("rwanda-2017", 289)])
  func `every line of the official tables holds within 1 bn, and printed sums within 2`(
    id: String, lines: Int
  ) throws {
    let built = try Country.rwanda.build(id)
    let controls = built.balance.controls
    let totals = controls.filter { $0.control.hasPrefix("total:") }
    #expect(totals.count >= 10)
    #expect(totals.allSatisfy { abs($0.residual) < 2 })
    let families = [
      "output", "imports", "margins", "taxes", "intermediate", "households", "government-ngo",
      "capital-formation", "exports", "activity-output", "activity-input", "activity-value-added",
    ]
    let official = controls.filter { control in
      families.contains { control.control.hasPrefix($0 + ":") }
    }
    #expect(official.count >= lines)
    for control in official { #expect(abs(control.residual) < 1, "\(control.control)") }
    // What the report calls official is all of them, the large ones with wide errors too.
    #expect(built.officialControls.count == official.count + totals.count)
    let worst = try #require(built.worstOfficialControl)
    #expect((official + totals).allSatisfy { abs($0.residual) <= abs(worst.residual) })
  }

  @Test func `signs turn only where the official figure turns`() throws {
    let flips = try Country.rwanda.build("rwanda-2024").signFlips.map { "\($0.row),\($0.column)" }
    #expect(flips == ["stax,cwatr"])
    let back = try Country.rwanda.build("rwanda-2017").signFlips.map { "\($0.row),\($0.column)" }
    #expect(back == ["s-i,gov"])
  }

  @Test(arguments: built)
  func `contributions and budget pay benefits, administration and the surplus of every scheme`(
    id: String
  ) throws {
    let sam = try Country.rwanda.sam(id)
    let schemes = try Country.rwanda.schemes(of: sam)
    #expect(schemes.count == (id == "rwanda-2017" ? 10 : 11))
    for scheme in schemes {
      let size = max(1, scheme.contributions + scheme.budget)
      #expect(abs(scheme.difference) < 1e-9 * size, "\(scheme.account.code)")
      #expect(scheme.cashBenefits + scheme.benefitsInKind + scheme.surplus > 0)
    }
  }

  @Test func `the block of social protection leaves production and households as published`() throws
  {
    let published = try Country.rwanda.sam("rwanda-2022-ifpri")
    let block = try Country.rwanda.sam("rwanda-2022")
    let (a, b) = (try published.grossDomesticProduct(), try block.grossDomesticProduct())
    for (x, y) in [
      (a.householdConsumption, b.householdConsumption),
      (a.governmentConsumption, b.governmentConsumption), (a.investment, b.investment),
      (a.exports, b.exports), (a.imports, b.imports), (a.byIncome, b.byIncome),
    ] { #expect(abs(x - y) < 0.05) }

    // The columns of production and households are untouched. Enterprises pass less on to
    // households, as benefits no longer run through them, and capital pays enterprises.
    let m = try MultiplierModel(published)
    let n = try MultiplierModel(block)
    let before = try zip(m.endogenous, m.multipliers(on: .gdpFactorCost))
    let after = Dictionary(
      uniqueKeysWithValues: zip(n.endogenous.map(\.code), try n.multipliers(on: .gdpFactorCost)))
    for (account, value) in before {
      let moved = abs((after[account.code] ?? .nan) / value - 1)
      let isNearEnterprises = account.kind == .enterprise || account.kind == .capital
      #expect(moved < (isNearEnterprises ? 0.015 : 0.005), "\(account.code)")
    }
  }

  @Test func `the move of a multiplier is the sum of its steps`() throws {
    let moves = try Country.rwanda.multiplierMoves()
    let comparison = try Comparison(
      of: moves.moves.map(\.programme),
      in: try MultiplierModel(try Country.rwanda.sam("rwanda-2024")))
    #expect(moves.prior == "rwanda-2022" && moves.others == ["rwanda-2017"])
    #expect(moves.steps == ["growth", "rebasing", "structure"])
    for (move, row) in zip(moves.moves, comparison.rows) {
      #expect(abs(move.matrix - row.effect.gdpFactorCost) < 1e-8)
      #expect(abs(move.prior + move.steps.reduce(0, +) - move.matrix) < 1e-12)
    }
  }

  @Test(arguments: built)
  func `the table of corrections adds up for every programme, and hides no move that shows`(
    _ id: String
  ) throws {
    let moves = try Country.rwanda.multiplierMoves(to: id)
    let table = moves.correctionsTable
    let text = table.text()
    let names = moves.revisions.dropFirst().map { $0.name }
    for (k, name) in names.enumerated() {
      let moved = moves.moves.contains { abs(moves.revisionPath(of: $0).steps[k] ?? 0) >= 0.005 }
      let column = try #require(table.columns.first { $0.id == name })
      #expect((column.importance == .essential) == moved, "\(name)")
      // What shows no column is named below the table, and each is explained.
      #expect(text.contains("\(name):"), "\(name)")
    }
    #expect(table.rows.count == moves.moves.count)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: built)
  func `the last revision that is recorded is the matrix as it is`(_ id: String) throws {
    let moves = try Country.rwanda.multiplierMoves(to: id)
    #expect(moves.revisions.first?.name == "before")
    #expect(moves.revisions.allSatisfy { !$0.note.isEmpty })
    let last = try #require(moves.revisions.last)
    #expect(last.multipliers.count == moves.moves.count)
    for move in moves.moves {
      let recorded = try #require(last.multipliers[move.programme.id], "\(move.programme.id)")
      #expect(abs(recorded - move.matrix) < 1e-6, "\(move.programme.id)")
      let path = moves.revisionPath(of: move)
      guard let first = path.first else { continue }
      let steps = path.steps.reduce(0) { $0 + ($1 ?? .nan) }
      #expect(abs(first + steps + (path.since ?? .nan) - move.matrix) < 1e-9)
    }
  }

  @Test(arguments: try Country.rwanda.matrices().map { $0.id })
  func `what serves the community responds in no year`(_ id: String) throws {
    let model = try MultiplierModel(try Country.rwanda.sam(id))
    let collective = model.sam.indices { $0.isCollective }
    #expect(!collective.isEmpty && Set(collective).isDisjoint(with: model.partition.endogenous))
    // An account of its own for them is no `other`, which would respond.
    #expect(model.sam.indices(of: .other).isEmpty)
    guard !model.sam.indices(of: .nonProfit).isEmpty else { return }
    let transfer = try #require(model.sam.averageTransfer)
    let asGiven = try model.result(of: transfer, under: .asGiven)
    let responding = try model.result(of: transfer, under: .nonProfitEndogenous)
    #expect(responding.measures[.gdpFactorCost] > asGiven.measures[.gdpFactorCost])
    #expect(!responding.exogenous.contains("ngo") && asGiven.exogenous.contains("ngo"))
  }

  @Test func `structural choices that change nothing on a matrix are left out`() throws {
    func ids(_ matrix: String) throws -> [String] {
      let model = try MultiplierModel(try Country.rwanda.sam(matrix))
      return try Country.rwanda.structuralScenarios(of: model).map { $0.id }
    }
    #expect(try ids("rwanda-2024").contains("saving-2022"))
    #expect(try ids("rwanda-2024").contains("non-profit-responds"))
    #expect(
      try ids("rwanda-2022").allSatisfy { !["saving-2022", "non-profit-responds"].contains($0) })
  }

  @Test func `with the saving rates of 2022 transfers do more on the matrix of 2024`() throws {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2024"))
    let scenarios = try Country.rwanda.structuralScenarios(of: model)
    let scenario = try #require(scenarios.first { $0.id == "saving-2022" })
    let changed = try scenario.model(from: model)
    for household in model.endogenous where household.kind == .household {
      let injection = Injection(into: household.code)
      let before = try #require(try model.response(to: injection).measures)[.gdpFactorCost]
      let after = try #require(try changed.response(to: injection).measures)[.gdpFactorCost]
      #expect(after > before, "\(household.code)")
    }
  }

  @Test func `a footnote tells the saving that official balances do not agree on`() throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let notes = try Country.rwanda.balanceNotes(of: "rwanda-2024", on: sam)
    // The official figure, from outside: national saving less the operating balance of GFS.
    #expect(notes.count == 1 && notes[0].contains("4355 by official figures"), "\(notes)")
    #expect(notes[0].contains("saving-2022"))
    #expect(try Country.rwanda.balanceNotes(of: "rwanda-2022-ifpri", on: sam).isEmpty)
  }

  @Test func `a published matrix is not built, and an unknown one is named`() {
    #expect(throws: Diagnostic.self) { try Country.rwanda.build("rwanda-2022-ifpri") }
    #expect(throws: Diagnostic.self) { try Country.rwanda.build("rwanda-1994") }
    #expect(throws: Diagnostic.self) {
      try Country.rwanda.schemes(of: try Country.rwanda.sam("rwanda-2022-ifpri"))
    }
  }
}
