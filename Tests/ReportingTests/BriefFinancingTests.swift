import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting

/// Who pays, in the brief: tables that add up, and sentences that follow from them.
struct BriefFinancingTests {
  private func table(_ name: String, of brief: Brief) throws -> Table {
    try #require(try brief.document().tables.first { $0.name == name })
  }

  private func number(_ cell: Table.Cell) -> Double? {
    if case .number(let value) = cell { value } else { nil }
  }

  private func rwanda() throws -> Brief {
    let sam = try Country.rwanda.sam()
    var brief = try Brief(
      try Comparison(of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam)))
    try brief.pay(
      by: Financing.standard + [.programme("roads")], rule: try Country.rwanda.contributionRule())
    return brief
  }

  @Test func `a brief is about a comparison that nobody has paid for`() throws {
    let sam = try Country.rwanda.sam()
    let programmes = try Country.rwanda.programmes(for: sam)
    let model = try MultiplierModel(sam)
    let taxed = try Comparison(of: programmes, in: model, financing: .directTax)
    #expect(throws: Comparison.Failure.notGross(.directTax, displacedEarnings: 0)) {
      try Brief(taxed)
    }
    let displaced = try Comparison(of: programmes, in: model, displacedEarnings: 0.5)
    #expect(throws: Comparison.Failure.notGross(.grant, displacedEarnings: 0.5)) {
      try Brief(displaced)
    }
  }

  @Test func `what is left is what is given less what is taken`() throws {
    let brief = try rwanda()
    let table = try table("financing", of: brief)
    #expect(
      brief.payments.map(\.financing.id) == [
        "borrowing:crowding-out", "direct-tax", "indirect-tax", "contributions", "programme:roads",
      ])
    #expect(table.rows.count == 6)
    let given = table.rows[0].map(number)
    #expect(given[1] == 0 && given[2] == 0)
    for row in table.rows.dropFirst() {
      let values = row.map(number)
      for (k, column) in [3, 4, 5, 6].enumerated() {
        let taken = try #require(values[1 + k % 2])
        let left = try #require(values[column])
        #expect(taken > 0 && abs(left - (given[column] ?? 0) + taken) < 1e-9)
      }
    }
  }

  @Test func `a cut takes away what the programme that is cut adds`() throws {
    let brief = try rwanda()
    let table = try table("financing", of: brief)
    let roads = try #require(brief.comparison.rows.first { $0.programme.id == "roads" })
    #expect(number(table.rows[5][1]) == roads.effect.gdpFactorCost)
    #expect(number(table.rows[5][2]) == roads.effect.gdpFactorCostFixedAgriculture)
  }

  @Test func `groups of households add to the net income of the average`() throws {
    let brief = try rwanda()
    let table = try table("winners", of: brief)
    for (k, payment) in ([brief.comparison] + brief.payments).enumerated() {
      let sum = table.rows.reduce(0) { $0 + (number($1[k + 1]) ?? 0) }
      let income = try #require(payment.average(of: .socialProtection, .income))
      #expect(abs(sum - income) < 1e-9, "\(payment.financing.id)")
    }
  }

  @Test func `each way of paying is named once for each supply, where the table has it`() throws {
    let brief = try rwanda()
    let table = try table("financing", of: brief)
    let section = try #require(try brief.document().sections.first { $0.id == "financing" })
    let sentences = section.blocks.compactMap { block in
      if case .paragraph(let text) = block, text.contains("paid by:") { text } else { nil }
    }
    #expect(sentences.count == 2)
    for (sentence, columns) in zip(sentences, [(1, 3), (2, 4)]) {
      for row in table.rows.dropFirst() {
        guard case .text(let name) = row[0], let taken = number(row[columns.0]),
          let left = number(row[columns.1])
        else { continue }
        let parts = sentence.split(separator: ". ").filter { $0.contains(name) }
        #expect(parts.count == 1, "\(name)")
        let margin = 0.05 * max(taken, left + taken)
        let expected =
          abs(left) < margin
          ? "count as equal" : left > 0 ? "adds more than is taken" : "adds less than is taken"
        #expect(parts.first?.contains(expected) == true, "\(name): \(left)")
      }
    }
  }

  @Test func `a matrix without payers of contributions says so, and computes the others`() throws {
    var brief = try Brief(try SmallEconomy.comparison(protectionWins: true))
    try brief.pay(by: Financing.standard + [.programme("lessons")])
    #expect(brief.unpaid == [.contributions])
    let text = try brief.document().markdown()
    #expect(text.contains("does not tell who would pay: social contributions."))
    #expect(text.contains("| a cut of The lessons |"))
    #expect(!text.contains("Rwanda"))
  }

  @Test func `why a programme is cut is said: its outlay, or its place in the list`() throws {
    func text(_ payer: String, isWeighted: Bool) throws -> String {
      let programmes = [
        try SmallEconomy.programme("cash", .socialProtection, on: "poor", isWeighted: isWeighted),
        try SmallEconomy.programme(
          "lessons", .otherPublicSpending, on: "teaching", isWeighted: isWeighted),
        try SmallEconomy.programme(
          "books", .otherPublicSpending, on: "teaching", part: 0.5, isWeighted: isWeighted),
      ]
      var brief = try Brief(
        try Comparison(of: programmes, in: try MultiplierModel(try SmallEconomy.sam())))
      try brief.pay(by: [.programme(payer)])
      return try brief.document().markdown()
    }
    #expect(try text("lessons", isWeighted: true).contains("with the largest outlay."))
    #expect(try text("lessons", isWeighted: false).contains("the first that is listed of other"))
    for isWeighted in [true, false] {
      #expect(try text("books", isWeighted: isWeighted).contains("here it is an example."))
    }
  }

  @Test func `jobs stand in the table of programmes, with their survey and its year`() throws {
    let sam = try Country.rwanda.sam()
    var brief = try Brief(
      try Comparison(of: try Country.rwanda.programmes(), in: try MultiplierModel(sam)))
    try brief.count(try Country.rwanda.employment(for: sam))
    let table = try table("comparison", of: brief)
    let column = try #require(table.columns.firstIndex { $0.id == "jobs_per_billion" })
    #expect(table.rows.compactMap { number($0[column]) } == brief.jobs.map(\.perBillion))
    let average = try #require(table.sections[0].summaries.first.flatMap { number($0[column]) })
    let ranked = brief.comparison.rows.indices.filter {
      brief.comparison.rows[$0].programme.isRanked
    }.map { brief.jobs[$0].perBillion }
    #expect(average > (ranked.min() ?? 0) && average < (ranked.max() ?? 0))
    #expect(table.notes.contains { $0.contains("Labour Force Survey 2022") })
    #expect(table.notes.contains { $0.hasPrefix("Jobs of 2022 are set against output of 2024") })
  }
}
