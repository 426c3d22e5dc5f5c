internal import AccountMatrix
public import Multipliers
package import SAMFiles
public import SpendingPolicy

/// The document that advocates send and researchers check: what a unit of public spending does,
/// under which conditions, and how that is known.
///
/// Sections appear where their ingredients exist. Nothing in it knows a country: names come from
/// the matrix, the programmes and the sources.
public struct Brief: Sendable {
  /// A source and how it is cited.
  package struct Source: Sendable, Equatable {
    /// The identifier that tables name it by.
    package let id: String
    /// The citation.
    package let citation: String
    /// Where it is found, or nothing.
    package let address: String

    /// A source from its parts.
    package init(id: String, citation: String, address: String = "") {
      self.id = id
      self.citation = citation
      self.address = address
    }
  }

  /// A file that the figures rest on.
  package struct File: Sendable, Equatable {
    /// Its name.
    package let name: String
    /// The SHA-256 checksum of its bytes, as hexadecimal digits.
    package let checksum: String

    /// A file from its parts.
    package init(name: String, checksum: String) {
      self.name = name
      self.checksum = checksum
    }
  }

  /// What a scenario answers, as a section of its own.
  package struct Answer: Sendable {
    /// The name of the scenario.
    package let id: String
    /// The question.
    package let title: String
    /// The tables that answer it.
    package let tables: [Table]

    /// An answer from its parts.
    package init(id: String, title: String, tables: [Table]) {
      self.id = id
      self.title = title
      self.tables = tables
    }
  }

  /// The comparison that the brief is about; it charges nobody.
  package let comparison: Comparison
  /// The ways in which the question is answered, the comparison itself first.
  public var conditions: [Comparison.Condition]
  /// What the brief is about, below the title; else the matrix.
  public var subject: String?
  /// Bands of GDP by programme, from draws.
  public var bands: [ProgrammeBand] = []
  /// How many draws the bands come from.
  public var draws: Int?
  /// Sources of the matrix and the programmes.
  package var sources: [Source] = []
  /// The year of the matrix that the programmes were written for, where it is another one.
  package var yearOfProgrammes: Int?
  /// Published multipliers to compare with.
  package var publishedFigures: [PublishedFigure] = []
  /// Jobs by programme, in the order of the comparison; see `count(_:)`.
  package internal(set) var jobs: [ProgrammeJobs] = []
  /// The survey that the jobs are from.
  var survey: Employment?
  /// The same programmes, each time paid for in another way; see `pay(by:rule:)`.
  package internal(set) var payments: [Comparison] = []
  /// Ways of paying for which the matrix has no payers.
  package internal(set) var unpaid: [Financing] = []
  /// What the programmes do where prices respond; `nil` where that was not computed.
  package var prices: Prices?
  /// How harvests of food answered to prices, where that is known of the country.
  package var supplyEstimate: SupplyEstimate?
  /// What others print of the size of social protection: per cent of GDP and of the budget, with years.
  package var publishedSize: (gdp: String, gdpYear: String, budget: String, budgetYear: String)?
  /// Figures of the matrix that are doubted by name.
  package var doubts: [(account: String, doubt: String)] = []
  /// What scenarios answer.
  package var answers: [Answer] = []
  /// The command that makes the brief again.
  package var command = ""
  /// The version of the program.
  package var version = ProductVersion.current
  /// The files that the figures rest on.
  package var files: [File] = []
  /// The day as `2026-01-31`, where reproducible builds give one.
  package var date: String?
  /// The language.
  package var language: Language = .english

  /// A brief on a comparison.
  ///
  /// - Parameters:
  ///   - comparison: the programmes side by side, before anybody has paid; who pays is told by
  ///     `pay(by:rule:)`.
  ///   - conditions: the ways in which the question is answered; by default those of
  ///     `Comparison.Condition.standard(for:)`.
  /// - Throws: `Comparison.Failure.notGross` if somebody has paid, or workers give earnings up;
  ///   `Comparison.Failure` if a model refuses the matrix.
  public init(
    _ comparison: Comparison, conditions: [Comparison.Condition]? = nil
  ) throws(Comparison.Failure) {
    guard comparison.financing.isFree, comparison.displacedEarnings == 0 else {
      throw .notGross(comparison.financing, displacedEarnings: comparison.displacedEarnings)
    }
    self.comparison = comparison
    if let conditions {
      self.conditions = conditions
    } else {
      self.conditions = try Comparison.Condition.standard(for: comparison)
    }
  }

  /// Adds the jobs that each programme supports.
  ///
  /// - Throws: `Comparison.Failure.jobs` if the jobs do not fit the matrix; `.model` if the model
  ///   with agriculture fixed has no solution.
  public mutating func count(_ employment: Employment) throws(Comparison.Failure) {
    jobs = try comparison.jobs(employment)
    survey = employment
  }

  /// The brief as a document, for every format.
  ///
  /// - Throws: `Comparison.Failure` if a response does not leak exactly once.
  public func document() throws(Comparison.Failure) -> Document {
    let words = words
    let whoGains: [Document.Block]
    let whereItEnds: [Document.Block]
    do {
      whoGains = try gains(words)
      whereItEnds = try leakages(words)
    } catch { throw .model(error) }
    let before: [(Phrase, String, [Document.Block])] = [
      (.finding, "finding", finding(words)),
      (.comparison, "comparison", comparisonBlocks(words)),
      (.whoGains, "gains", whoGains),
      (.whereItEnds, "leakages", whereItEnds),
      (.whoPays, "financing", try financingBlocks(words)),
      (.howSure, "sensitivity", sensitivity(words)),
    ]
    let prices = priceBlocks(words)
    let whenPricesRespond =
      prices.isEmpty
      ? []
      : [Document.Section(id: "prices", title: words.prices(.section), blocks: prices)]
    let after: [(Phrase, String, [Document.Block])] = [
      (.method, "method", methodBlocks(words)),
      (.economy, "economy", economy(words)),
      (.assumptions, "assumptions", assumptions(words)),
      (.published, "published", publishedBlocks(words)),
      (.limits, "limits", [.list(Self.limitsInOrder.map { words($0) })]),
      (.sources, "sources", sourceBlocks(words)),
      (.reproduce, "reproduce", reproduction(words)),
      (.cite, "cite", citation(words)),
      (.glossary, "glossary", [.definitions(Self.terms(words))]),
    ]
    func sections(_ parts: [(Phrase, String, [Document.Block])]) -> [Document.Section] {
      parts.filter { !$0.2.isEmpty }.map {
        Document.Section(id: $0.1, title: words($0.0), blocks: $0.2.map { inContext($0, words) })
      }
    }
    return Document(
      title: title(words), subtitle: subject ?? matrixName, matrix: matrixName, language: language,
      imprint: "sam \(version)" + (date.map { ", \($0)" } ?? ""),
      sections: sections(before) + whenPricesRespond + answerSections(words) + sections(after),
      words: words)
  }

  /// A chart with what a reader must know of it where it is shown alone.
  private func inContext(_ block: Document.Block, _ words: Words) -> Document.Block {
    guard case .figure(var chart) = block else { return block }
    let condition = conditions.first?.name(words) ?? ""
    chart.context = [
      words(
        .chartContext,
        ["unit": comparison.model.sam.unit.description, "condition": condition]),
      comparison.model.sam.caption + ".", "sam \(version).",
    ]
    return .figure(chart)
  }

  /// A section for each scenario that was asked about.
  private func answerSections(_ words: Words) -> [Document.Section] {
    answers.enumerated().map { position, answer in
      Document.Section(
        id: "scenario-\(position + 1)", title: answer.title,
        blocks: [.paragraph(words(.scenarioIntroduction, ["scenario": answer.id]))]
          + answer.tables.map(Document.Block.table))
    }
  }

  /// The words in the language of the brief, with the name of its money.
  var words: Words {
    let currency = comparison.model.sam.unit.currency
    return Words(language: language, currency: currency.contains("not stated") ? nil : currency)
  }

  /// What the matrix is called.
  var matrixName: String {
    let sam = comparison.model.sam
    return sam.title.isEmpty ? sam.source : sam.title
  }

  private func title(_ words: Words) -> String {
    words(
      comparison.rows.contains { $0.programme.family == .socialProtection }
        ? Phrase.title : .titlePlain)
  }

  private static let limitsInOrder: [Passage] = [
    .limitPrices, .limitCapacity, .limitAverages, .limitForecast, .limitTime, .limitFinancing,
    .limitHuman, .limitYear,
  ]

  private static func terms(_ words: Words) -> [(term: String, meaning: String)] {
    let passages: [Passage] = [
      .termMatrix, .termAccount, .termMultiplier, .termGDP, .termLeakage, .termClosure, .termFree,
      .termFixed, .termCondition, .termTurn, .termBand, .termFifth, .termTransfer, .termOutlay,
      .termEvidence,
    ]
    return passages.map { passage in
      let text = words(passage)
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      return (String(text[..<colon]), String(text[colon...].dropFirst(2)))
    }
  }
}
