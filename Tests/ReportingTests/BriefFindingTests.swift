import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting

/// What the brief says: no order that conditions or bands do not support.
struct BriefFindingTests {
  private static let protectionLeads = "one KES of social protection adds more to GDP, on average"
  private static let othersLead = "one KES of other public spending adds more to GDP, on average"
  private static let apart = "be told apart by what they add to GDP"

  private func text(_ brief: Brief) throws -> String { try brief.document().markdown() }

  @Test func `where social protection wins under every condition the brief says so`() throws {
    let text = try text(try Brief(try SmallEconomy.comparison(protectionWins: true)))
    #expect(text.contains("Under each of the 3 conditions tested, \(Self.protectionLeads)"))
    #expect(!text.contains(Self.othersLead) && !text.contains(Self.apart))
  }

  @Test func `where social protection loses under every condition the brief says so`() throws {
    let text = try text(try Brief(try SmallEconomy.comparison(protectionWins: false)))
    #expect(text.contains("Under each of the 3 conditions tested, \(Self.othersLead)"))
    #expect(!text.contains(Self.protectionLeads) && !text.contains(Self.apart))
    #expect(text.contains("no supply of agriculture, from fixed to free, makes social protection"))
  }

  @Test func `conditions that disagree are each named, and no order is claimed`() throws {
    let win = try SmallEconomy.comparison(protectionWins: true)
    let loss = try SmallEconomy.comparison(protectionWins: false)
    let text = try text(
      try Brief(
        win,
        conditions: [Condition(.none, win), Condition(.matrix("2010", agriculture: nil), loss)]
      ))
    #expect(text.contains("depends on the conditions; 2 were tested"))
    #expect(text.contains("Social protection adds more under: Supply free."))
    #expect(text.contains("Other public spending adds more under: Matrix of 2010."))
    #expect(!text.contains(Self.protectionLeads) && !text.contains(Self.othersLead))
  }

  @Test func `a band of the difference that holds zero takes the order away`() throws {
    let win = try SmallEconomy.comparison(protectionWins: true)
    let text = try text(
      try Brief(win, conditions: [Condition(.none, win, differenceBand: -0.1...1.9)]))
    #expect(text.contains("Under the one condition tested, social protection and other public"))
    #expect(text.contains(Self.apart))
    #expect(text.contains("Only one condition was tested"))
    #expect(!text.contains(Self.protectionLeads) && !text.contains(Self.othersLead))
  }

  @Test func `the poorest are said to gain more only where the bands of the averages are apart`()
    throws
  {
    let win = try SmallEconomy.comparison(protectionWins: true)
    let claim = "gain more income from one KES of social protection under every condition"
    let apart = try text(
      try Brief(win, conditions: [Condition(.none, win, poorestBand: 0.2...0.9)]))
    #expect(apart.contains(claim))
    let overlap = try text(
      try Brief(win, conditions: [Condition(.none, win, poorestBand: -0.2...0.9)]))
    #expect(!overlap.contains(claim) && overlap.contains("gain cannot be told apart"))
  }

  @Test func `a programme leads its kind only where no band of another reaches its own`() throws {
    let programmes = [
      try SmallEconomy.programme("cash", .socialProtection, on: "poor"),
      try SmallEconomy.programme("half", .socialProtection, on: "poor", part: 0.5),
      try SmallEconomy.programme("tenth", .socialProtection, on: "poor", part: 0.1),
      try SmallEconomy.programme("lessons", .otherPublicSpending, on: "teaching"),
    ]
    let comparison = try Comparison(
      of: programmes, in: try MultiplierModel(try SmallEconomy.sam()))
    func text(tenthReaches high: Double) throws -> String {
      let gdp = comparison.rows.map(\.effect.gdpFactorCost)
      let bands = comparison.rows.indices.map { p in
        ProgrammeBand(
          programme: programmes[p].id, low: gdp[p] - 0.01, high: p == 2 ? high : gdp[p] + 0.01)
      }
      return try self.text(
        try Brief(comparison, conditions: [Condition(.none, comparison, bands: bands)]))
    }
    let claim =
      "Social protection: under every condition The cash (evidence derived) adds most to GDP."
    let most = comparison.rows[0].effect.gdpFactorCost
    #expect(try text(tenthReaches: most - 0.1).contains(claim))
    #expect(!(try text(tenthReaches: most + 0.1).contains(claim)))
  }

  @Test func `a brief on one kind of spending compares nothing`() throws {
    let model = try MultiplierModel(try SmallEconomy.sam())
    let cash = try SmallEconomy.programme("cash", .socialProtection, on: "poor")
    let text = try text(try Brief(try Comparison(of: [cash], in: model)))
    #expect(text.contains("no average of social protection stands against one"))
    #expect(!text.contains("on average, than"))
  }

  @Test func `without outlays averages are simple ones, and called so`() throws {
    let comparison = try SmallEconomy.comparison(protectionWins: false, isWeighted: false)
    let text = try text(try Brief(comparison))
    #expect(text.contains("Averages are simple ones") && text.contains("Simple average"))
    #expect(text.contains("Under each of the 3 conditions tested, \(Self.othersLead)"))
  }

  @Test func `a brief on another country has no word of Rwanda, in any format`() throws {
    var brief = try Brief(try SmallEconomy.comparison(protectionWins: true))
    brief.subject = "Nowhere"
    let document = try brief.document()
    for text in [document.html, document.markdown(), document.latex]
      + document.charts.flatMap({ [$0.svg, $0.data.csv, $0.vegaLite] })
    {
      for word in ["Rwanda", "RWF", "franc ", "francs", "VUP", "RSSB"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
    #expect(document.html.contains("Nowhere") && document.html.contains("one KES"))
  }

  @Test func `on the newest matrix every sentence of the finding follows from its table`() throws {
    let model = try MultiplierModel(try Rwanda.sam())
    let comparison = try Comparison(of: try Rwanda.programmes(), in: model)
    let brief = try Brief(comparison)
    let contrasts = Contrast.all(brief.conditions, on: .gdpFactorCost, words: brief.words)
    let text = try text(brief)
    let leads = contrasts.count { $0.order == .protectionMore }
    let trails = contrasts.count { $0.order == .othersMore }
    #expect(contrasts.count == 4)
    #expect(text.contains("Under each of the 4") == (leads == 4 || trails == 4))
    #expect(text.contains("Social protection adds more under:") == (1...3).contains(leads))
    #expect(text.contains("Other public spending adds more under:") == (1...3).contains(trails))
  }

  @Test func `no value of a text is left unfilled`() throws {
    for protectionWins in [true, false] {
      let text = try text(try Brief(try SmallEconomy.comparison(protectionWins: protectionWins)))
      #expect(!text.contains("{") && !text.contains("}"))
    }
  }
}
