import Foundation
import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting

/// Issue 16, done when: an economist who wants the brief wrong finds no sentence that the product's own
/// options contradict. Options are drawn within their documented ranges.
struct OpponentTests {
  /// Options of the command line, drawn.
  private struct Options: CustomTestStringConvertible {
    var matrix = "rwanda-2024"
    var settings = ModelSettings()
    var testDescription: String {
      "\(matrix), \(settings.supply), \(settings.ownConsumption), \(settings.exports)"
    }

    init(_ seed: UInt64) throws {
      var state = seed &* 0x9e37_79b9_7f4a_7c15
      func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
      }
      matrix = ["rwanda-2024", "rwanda-2024", "rwanda-2022"][next(3)]
      var shares: [SupplyResponse.Entry] = []
      for group in ["agriculture", "industry", "services"] where next(2) == 0 {
        shares.append(.init(selector: .group(group), share: Double(next(11)) / 10))
      }
      settings.supply = try SupplyResponse(shares)
      settings.ownConsumption = [.unmet, .off, .household][next(3)]
      settings.exports = [.composite, .ownOutput][next(2)]
      if next(2) == 0,
        let known = try Country.rwanda.expenditureElasticities(
          for: try Country.rwanda.sam(matrix))
      {
        settings.spending = .expenditure(known)
      }
      if next(4) == 0 {
        settings.closure = Closure(
          exogenous: Closure.standard.exogenous + [.kind(.enterprise)])
      }
    }
  }

  private func brief(_ options: Options) throws -> Brief {
    let sam = try Country.rwanda.sam(options.matrix)
    return try Brief(
      try Comparison(
        of: try Country.rwanda.programmes(for: sam), in: try MultiplierModel(sam, options.settings))
    )
  }

  /// The sentences of the finding, tables apart.
  private func sentences(_ brief: Brief) throws -> [String] {
    try #require(try brief.document().sections.first).blocks.flatMap { block -> [String] in
      switch block {
      case .lead(let text), .paragraph(let text): text.components(separatedBy: ". ")
      default: []
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `every claim of the finding holds under the condition that it names`(_ seed: UInt64) throws {
    let brief = try brief(try Options(seed))
    let words = brief.words
    let contrasts = brief.conditions.compactMap { $0.contrast(on: .gdpFactorCost) }
    let base = try #require(contrasts.first)
    let found = try sentences(brief)
    let conditionNames = contrasts.map { $0.condition.name(words) }
    for sentence in found {
      let compares =
        sentence.contains("adds more") || sentence.contains("add more")
        || sentence.contains("gain more") || sentence.contains("turns where")
      guard compares else { continue }
      // A claim on an order names its condition, or says that it is of those that were tested.
      let isConditional =
        ["tested", "condition", "point estimates on the main matrix", "Where ", "What is scarce"]
        .contains { sentence.contains($0) }
        || conditionNames.contains { sentence.localizedStandardContains($0) }
      #expect(isConditional, "\(sentence)")
    }
    // Lists of conditions are those whose numbers have the order.
    let orders: [(String, Comparison.Contrast.Order)] = [
      ("Social protection adds more under: ", .protectionMore),
      ("Other public spending adds more under: ", .othersMore),
      ("The two cannot be told apart under: ", .same),
    ]
    for (opening, order) in orders {
      guard let list = found.first(where: { $0.hasPrefix(opening) }) else { continue }
      for contrast in contrasts where contrast.order == order {
        #expect(list.contains(contrast.condition.name(words)))
      }
    }
    let text = found.joined(separator: ". ")
    if text.contains("Under each of the") {
      #expect(contrasts.orders.count == 1)
    }
    // The scarcities that turn the order are told in the answer, all of them and no other.
    let turning = contrasts.dropFirst().filter {
      $0.condition.isOneScarcity && $0.order != .same && $0.order != base.order
    }
    #expect(text.contains("The order turns where this is scarce:") == !turning.isEmpty)
    // No scarcity decides where none turns the order, and none turns nothing where one does.
    let alone = contrasts.filter { $0.condition.onlyLimitedGroup != nil }
    if text.contains("turns nothing") {
      #expect(alone.allSatisfy { $0.order == base.order } && base.order != .same)
    }
    if text.contains("What is scarce decides it") {
      #expect(
        alone.contains { $0.order == .protectionMore && base.order != .protectionMore }
          || alone.contains { $0.order == .othersMore && base.order != .othersMore })
    }
    // Every range that is told holds every condition's number.
    let ranges = (
      contrasts.map { $0.protection }.min() ?? 0, contrasts.map { $0.protection }.max() ?? 0
    )
    #expect(text.contains(ranges.0.fixed(2)) && text.contains(ranges.1.fixed(2)))
    // The poorest gain more under every condition only if they do under each.
    let poorest = brief.conditions.compactMap { $0.contrast(on: .incomeBottom40) }
    let always = text.contains("under every condition: ")
    if poorest.count == contrasts.count {
      #expect(always == (poorest.orders.count == 1 && poorest.orders != [.same]))
    }
    // What is beyond the transfer is never more than all.
    for family in [Programme.Family.socialProtection, .otherPublicSpending] {
      let all = try #require(brief.comparison.average(of: family, .incomeBottom40))
      let beyond = try #require(brief.comparison.poorestBeyondTransfers(of: family))
      #expect(beyond <= all + 1e-12 && text.contains(beyond.fixed(3)))
    }
  }

  /// No supply, at any drawn share of the three groups, contradicts the sentence on agriculture.
  @Test(arguments: 11...13 as ClosedRange<UInt64>)
  func `where agriculture is said to turn the order, or not to, it does so at any share`(
    _ seed: UInt64
  ) throws {
    let comparison = try brief(try Options(seed)).comparison
    let turn = try #require(comparison.averageTurn)
    let points = try comparison.averageGDP(
      varying: ["agriculture"], over: [0, 0.15, 0.35, 0.55, 0.75, 0.95, 1])
    for point in points {
      let isMore = point.gdp.difference > 1e-9
      switch turn {
      case .always: #expect(isMore)
      case .never: #expect(!isMore)
      case .above(let share): if point.shares[0] > share + 1e-6 { #expect(isMore) }
      case .below(let share): if point.shares[0] > share + 1e-6 { #expect(!isMore) }
      }
    }
  }

  /// Words that the product's own closures, schemes and draws contradict.
  @Test func `no page has a sentence that was taken back`() throws {
    let text = try brief(try Options(3)).document().markdown()
    for phrase in [
      "upper bound", "when it is mature both agree", "where bands overlap", "in any case",
      "under all circumstances", "always adds", "never adds",
    ] {
      #expect(!text.localizedCaseInsensitiveContains(phrase), "\(phrase)")
    }
    for passage in Passage.allCases {
      #expect(!passage.english.contains("upper bound"))
    }
  }

  /// Each verdict names matrix, condition and comparator, and what was not counted.
  @Test(arguments: 21...22 as ClosedRange<UInt64>)
  func `the answer names its matrix, its condition and what is not counted`(_ seed: UInt64) throws {
    let options = try Options(seed)
    let brief = try brief(options)
    let text = try sentences(brief).prefix(8).joined(separator: ". ")
    #expect(text.contains(options.matrix.suffix(4)))
    #expect(text.localizedStandardContains(brief.conditions[0].name(brief.words)))
    #expect(text.contains("are not in these figures"))
    #expect(text.contains("social protection") && text.contains("other public spending"))
  }
}
