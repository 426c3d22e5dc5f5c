import Foundation
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

  /// A brief whose conditions change the supply of agriculture alone.
  private func farmBrief(_ comparison: Comparison) throws -> Brief {
    try Brief(
      comparison,
      conditions: try Comparison.Condition.standard(for: comparison).filter {
        switch $0.change {
        case .none, .agriculture: true
        default: false
        }
      })
  }

  @Test func `where social protection wins under every condition the brief says so`() throws {
    let text = try text(try farmBrief(try SmallEconomy.comparison(protectionWins: true)))
    #expect(text.contains("Under each of the 3 conditions tested, \(Self.protectionLeads)"))
    #expect(!text.contains(Self.othersLead) && !text.contains(Self.apart))
  }

  @Test func `where social protection loses under every condition the brief says so`() throws {
    let text = try text(try farmBrief(try SmallEconomy.comparison(protectionWins: false)))
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
        conditions: [
          Comparison.Condition(.none, win),
          Comparison.Condition(.matrix("2010", agriculture: nil), loss),
        ]
      ))
    #expect(text.contains("depends on the conditions; 2 were tested"))
    #expect(text.contains("Social protection adds more under: Supply free."))
    #expect(text.contains("Other public spending adds more under: Matrix of 2010."))
    #expect(!text.contains(Self.protectionLeads) && !text.contains(Self.othersLead))
  }

  @Test func `a band of the difference that holds zero takes the order away`() throws {
    let win = try SmallEconomy.comparison(protectionWins: true)
    let text = try text(
      try Brief(win, conditions: [Comparison.Condition(.none, win, differenceBand: -0.1...1.9)]))
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
      try Brief(win, conditions: [Comparison.Condition(.none, win, poorestBand: 0.2...0.9)]))
    #expect(apart.contains(claim))
    let overlap = try text(
      try Brief(win, conditions: [Comparison.Condition(.none, win, poorestBand: -0.2...0.9)]))
    #expect(!overlap.contains(claim) && overlap.contains("gain cannot be told apart"))
  }

  @Test func `a programme leads its kind only where its drawn difference from no other holds zero`()
    throws
  {
    let programmes = [
      try SmallEconomy.programme("cash", .socialProtection, on: "poor"),
      try SmallEconomy.programme(
        "half", .socialProtection, on: "poor", part: 0.5, restEvidence: .derived),
      try SmallEconomy.programme(
        "tenth", .socialProtection, on: "poor", part: 0.1, restEvidence: .derived),
      try SmallEconomy.programme("lessons", .otherPublicSpending, on: "teaching"),
    ]
    let comparison = try Comparison(
      of: programmes, in: try MultiplierModel(try SmallEconomy.sam()))
    func text(isTenthTold: Bool) throws -> String {
      // Bands overlap in both cases; what counts is whether the drawn difference holds zero.
      let bands = programmes.map { ProgrammeBand(programme: $0.id, low: 0, high: 9) }
      let pair = Comparison.Condition.Pair(programmes[2].id, programmes[0].id)
      return try self.text(
        try Brief(
          comparison,
          conditions: [
            Comparison.Condition(
              .none, comparison, bands: bands, untold: isTenthTold ? [] : [pair])
          ]))
    }
    let named = "Social protection, of programmes with an outlay whose use is not assumed:"
    let claim = "\(named) under every condition The cash (evidence derived) adds most to GDP."
    #expect(try text(isTenthTold: true).contains(claim))
    let overlap = try text(isTenthTold: false)
    #expect(!overlap.contains(claim))
    #expect(overlap.contains("\(named) under no condition tested can the first place"))
    // Of one programme alone no first place is told.
    #expect(
      !overlap.contains("Other public spending, of programmes") && !overlap.contains("held by"))
  }

  @Test(arguments: [Programme.Family.socialProtection, .otherPublicSpending])
  func `a first place held in some conditions only says that it cannot be told in the others`(
    family: Programme.Family
  ) throws {
    let programmes = [
      try SmallEconomy.programme("one", family, on: "poor"),
      try SmallEconomy.programme("half", family, on: "poor", part: 0.5, restEvidence: .derived),
    ]
    let comparison = try Comparison(
      of: programmes, in: try MultiplierModel(try SmallEconomy.sam()))
    let untold = Comparison.Condition.Pair(programmes[0].id, programmes[1].id)
    let text = try text(
      try Brief(
        comparison,
        conditions: [
          Comparison.Condition(.none, comparison),
          Comparison.Condition(.enterprisesExogenous, comparison),
          Comparison.Condition(.agriculture(0), comparison, untold: [untold]),
        ]))
    let kind = family == .socialProtection ? "Social protection" : "Other public spending"
    #expect(
      text.contains(
        "\(kind), of programmes with an outlay whose use is not assumed: none can be told to add most "
          + "to GDP under every condition. The first place is held by The one (evidence derived; Supply free; Enterprises keep what they earn). "
          + "In 1 of the 3 conditions the first place cannot be told apart from the next."))
  }

  @Test func `assumed uses are counted, and none of them is said in words`() throws {
    let some = try text(try Brief(try SmallEconomy.comparison(protectionWins: true)))
    #expect(some.contains("in 1 of the 2 ranked programmes") && !some.contains("In none of the"))
    let programmes = [
      try SmallEconomy.programme("cash", .socialProtection, on: "poor"),
      try SmallEconomy.programme("lessons", .otherPublicSpending, on: "teaching"),
    ]
    let none = try text(
      try Brief(
        try Comparison(of: programmes, in: try MultiplierModel(try SmallEconomy.sam()))))
    #expect(none.contains("In none of the ranked programmes") && !none.contains(" 0 of the "))
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
    let text = try text(try farmBrief(comparison))
    #expect(text.contains("Averages are simple ones") && text.contains("Simple average"))
    #expect(text.contains("Under each of the 3 conditions tested, \(Self.othersLead)"))
    let unsure = try self.text(
      try Brief(
        comparison,
        conditions: [Comparison.Condition(.none, comparison, differenceBand: -1.9...0.1)]))
    #expect(unsure.contains(Self.apart) && !unsure.contains(Self.othersLead))
  }

  @Test func `simple averages are drawn as they are computed: with equal weights`() throws {
    let model = try MultiplierModel(try SmallEconomy.sam())
    let small = try SmallEconomy.programme("half", .socialProtection, on: "poor", part: 0.5)
    let programmes = [
      try SmallEconomy.programme("cash", .socialProtection, on: "poor", isWeighted: false), small,
      try SmallEconomy.programme(
        "lessons", .otherPublicSpending, on: "teaching", isWeighted: false),
    ]
    let comparison = try Comparison(of: programmes, in: model)
    let weighted = try comparison.programmesToDraw
    #expect(weighted.map(\.outlay?.amount) == [1, 1, 1])
    let drawn = try Comparison(of: weighted, in: model)
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      let simple = try #require(comparison.average(of: family, .gdpFactorCost))
      let equal = try #require(drawn.average(of: family, .gdpFactorCost))
      #expect(drawn.averagesAreWeighted && abs(simple - equal) < 1e-12)
    }
    let byOutlay = try SmallEconomy.comparison(protectionWins: true)
    #expect(try byOutlay.programmesToDraw == byOutlay.rows.map(\.programme))
  }

  @Test func `a title is what the brief is about, and never the name of the matrix`() throws {
    var brief = try Brief(try SmallEconomy.comparison(protectionWins: true))
    brief.subject = "Kenya, tested"
    let document = try brief.document()
    let text = document.markdown()
    #expect(document.subtitle == "Kenya, tested")
    #expect(text.contains("who pays whom in a year: Matrix of Nowhere 2020. All figures"))
    #expect(text.contains("from Matrix of Nowhere 2020, source a test (KES billion);"))
    #expect(text.components(separatedBy: "Kenya, tested").count == 2)
    let facts = document.report.facts.map(\.value)
    #expect(facts == ["Kenya, tested", "Matrix of Nowhere 2020"])
  }

  @Test func `a share of agriculture is named alike, whoever asks for it`() throws {
    let base = try SmallEconomy.comparison(protectionWins: true)
    func name(_ shares: String, than base: Comparison) throws -> String {
      try Comparison.Condition.supply(try SupplyResponse(parsing: shares), than: base)
        .name(try Brief(base).words)
    }
    #expect(try name("agriculture=0.3", than: base) == "Agriculture meets 30% of demand")
    #expect(try name("agriculture=0.305", than: base) == "Agriculture meets 30.5% of demand")
    #expect(try name("agriculture=0", than: base) == "Agriculture fixed")
    #expect(try name("services=0.3", than: base) == "Supply services=0.3")
    let slow = try SmallEconomy.comparison(
      protectionWins: true, supply: try SupplyResponse(parsing: "services=0.5"))
    #expect(try name("agriculture=0.3", than: slow) == "Supply agriculture=0.3")
  }

  @Test func `where no published figures are given the brief says so`() throws {
    var brief = try Brief(try SmallEconomy.comparison(protectionWins: true))
    let none = "No published estimates were compared: none are given for this economy."
    #expect(try text(brief).contains(none))
    brief.publishedFigures = try Country.rwanda.publishedEvidence()
    #expect(!(try text(brief).contains(none)))
  }

  @Test func `the richest fifth is said to receive most only where it does`() throws {
    let model = try MultiplierModel(try SmallEconomy.sam())
    func gains(protectionOn account: String, othersOn other: String) throws -> HouseholdGains {
      let programmes = [
        try SmallEconomy.programme("cash", .socialProtection, on: account),
        try SmallEconomy.programme("aid", .otherPublicSpending, on: other),
      ]
      return try HouseholdGains(try Comparison(of: programmes, in: model))
    }
    let words = Words(language: .english, currency: nil)
    let both = try gains(protectionOn: "rich", othersOn: "rich")
    let incomes = try #require(both.panels.first).incomes
    let percent = (100 * incomes[1] / (incomes[0] + incomes[1])).fixed(0)
    #expect(
      try #require(both.richestSentence(words)).contains(
        "\(percent) per cent of it from social protection, \(percent) per cent from other"))
    let others = try gains(protectionOn: "poor", othersOn: "rich").richestSentence(words)
    #expect(
      others?.hasSuffix("kinds of spending: Other public spending, \(percent) per cent.") == true)
    let first = try gains(protectionOn: "rich", othersOn: "poor").richestSentence(words)
    #expect(first?.contains("spending: Social protection,") == true)
    #expect(try gains(protectionOn: "poor", othersOn: "poor").richestSentence(words) == nil)
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
    let model = try MultiplierModel(try Country.rwanda.sam())
    let comparison = try Comparison(of: try Country.rwanda.programmes(), in: model)
    let brief = try Brief(comparison)
    let contrasts = brief.conditions.compactMap { $0.contrast(on: .gdpFactorCost) }
    let text = try text(brief)
    let leads = contrasts.count { $0.order == .protectionMore }
    let trails = contrasts.count { $0.order == .othersMore }
    let count = contrasts.count
    #expect(count > 20)
    #expect(
      text.contains("Under each of the \(count)") == (leads == count || trails == count))
    #expect(text.contains("Social protection adds more under:") == (1..<count).contains(leads))
    #expect(text.contains("Other public spending adds more under:") == (1..<count).contains(trails))
    let deciding = try #require(DecidingScarcity(contrasts))
    #expect(text.contains("What is scarce decides it.") == deciding.decides)
  }

  @Test func `no value of a text is left unfilled`() throws {
    for protectionWins in [true, false] {
      let text = try text(try Brief(try SmallEconomy.comparison(protectionWins: protectionWins)))
      #expect(!text.contains("{") && !text.contains("}"))
    }
  }

  /// Issue 16, 16: the answer first, with its matrix, condition, range and size.
  @Test func `the brief answers first, and says what would turn it`() throws {
    let sam = try Country.rwanda.sam()
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam))
    let brief = try Brief(comparison)
    let document = try brief.document()
    guard case .lead(let answer) = try #require(document.sections.first?.blocks.first) else {
      Issue.record("the first block is no answer")
      return
    }
    let contrasts = brief.conditions.compactMap { $0.contrast(on: .gdpFactorCost) }
    let base = try #require(contrasts.first)
    #expect(answer.contains("2024") && answer.contains("supply free"))
    #expect(
      answer.contains("one franc of other public spending adds more") == (base.order == .othersMore)
    )
    // What turns it is what the conditions say, no more and no less.
    for contrast in contrasts.dropFirst() {
      guard case .scarce(.groups(let limits)) = contrast.condition.change, limits.count == 1 else {
        continue
      }
      let name = contrast.condition.name(brief.words)
      let turns = contrast.order != .same && contrast.order != base.order
      #expect(answer.contains(name) == turns, "\(name)")
    }
    let text = document.markdown()
    #expect(text.contains("per cent of GDP.") && text.contains(base.others.fixed(2)))
  }

  /// Issue 16, 9: a programme without an outlay or with an assumed use is never named as the first.
  @Test func `no sentence names an assumed programme as the first`() throws {
    let sam = try Country.rwanda.sam()
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam))
    let conditions = try Comparison.Condition.standard(for: comparison)
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      for condition in conditions {
        guard let leader = condition.leader(of: family) else { continue }
        #expect(leader.outlay != nil && leader.evidence != .assumed, "\(leader.id)")
      }
    }
    #expect(try comparison["girinka"].programme.isRanked == false)
  }

  /// Issue 16, 16: from one matrix to another, kind by kind.
  @Test func `the steps from one matrix to another begin and end with their averages`() throws {
    let sam = try Country.rwanda.sam("rwanda-2024")
    let comparison = try Comparison(
      of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam))
    let other = try Comparison.Condition.other(
      try Country.rwanda.sam("rwanda-2022"), named: "2022", than: comparison)[0].comparison
    let change = try #require(MatrixChange(to: comparison, from: other))
    let last = try #require(change.steps.last?.gdp)
    let own = try #require(comparison.average(of: .otherPublicSpending, .gdpFactorCost))
    #expect(abs(last.others - own) < 1e-9)
    #expect(
      abs(last.protection - (comparison.average(of: .socialProtection, .gdpFactorCost) ?? .nan))
        < 1e-9)
    let first = try #require(change.steps.first?.gdp)
    let before = try #require(other.average(of: .socialProtection, .gdpFactorCost))
    #expect(abs(first.protection - before) < 1e-6)
    #expect(change.movers.count > 30)
  }

  /// Issue 16, 15: a picture that leaves the document says what it is.
  @Test func `charts exported alone carry title, unit, year, condition and source`() throws {
    let document = try Brief(try SmallEconomy.comparison(protectionWins: true)).document()
    for chart in document.charts {
      let svg = try #require(chart.files.first { $0.name.hasSuffix(".svg") }).content
      let words = svg.replacing(try Regex("<[^>]*>"), with: " ")
      for part in ["KES billion", "2020", "Supply free", "a test"] {
        #expect(words.contains(part), "\(chart.name): \(part)")
      }
      #expect(words.contains(chart.title.split(separator: " ")[0]))
    }
  }
}
