internal import AccountMatrix
public import Multipliers
public import SAMFiles
public import SpendingPolicy

/// The document that advocates send and researchers check: what a unit of public spending does,
/// under which conditions, and how that is known.
///
/// Sections appear where their ingredients exist. Nothing in it knows a country: names come from
/// the matrix, the programmes and the sources.
public struct Brief: Sendable {
  /// A source and how it is cited.
  public struct Source: Sendable, Equatable {
    /// The identifier that tables name it by.
    public let id: String
    /// The citation.
    public let citation: String
    /// Where it is found, or nothing.
    public let address: String

    /// A source from its parts.
    public init(id: String, citation: String, address: String = "") {
      self.id = id
      self.citation = citation
      self.address = address
    }
  }

  /// A file that the figures rest on.
  public struct File: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// The SHA-256 checksum of its bytes, as hexadecimal digits.
    public let checksum: String

    /// A file from its parts.
    public init(name: String, checksum: String) {
      self.name = name
      self.checksum = checksum
    }
  }

  /// The comparison that the brief is about.
  public var comparison: Comparison
  /// The ways in which the question is answered, the comparison itself first.
  public var conditions: [Condition]
  /// What the brief is about, below the title; else the title of the matrix.
  public var subject: String?
  /// Bands of GDP by programme, from draws.
  public var bands: [ProgrammeBand] = []
  /// Sources of the matrix and the programmes.
  public var sources: [Source] = []
  /// What a reader must know about this matrix and these programmes.
  public var remarks: [String] = []
  /// Published multipliers to compare with.
  public var publishedFigures: [PublishedFigure] = []
  /// Further tables on who pays.
  public var financing: [Table] = []
  /// The command that makes the brief again.
  public var command = ""
  /// The version of the program.
  public var version = ProductVersion.current
  /// The files that the figures rest on.
  public var files: [File] = []
  /// The day as `2026-01-31`, where reproducible builds give one.
  public var date: String?
  /// The language.
  public var language: Language = .english

  /// A brief on a comparison.
  ///
  /// - Parameters:
  ///   - comparison: the programmes side by side.
  ///   - conditions: the ways in which the question is answered; by default those of
  ///     `Condition.standard(for:)`.
  /// - Throws: `Comparison.Failure` if a model refuses the matrix.
  public init(
    _ comparison: Comparison, conditions: [Condition]? = nil
  ) throws(Comparison.Failure) {
    self.comparison = comparison
    if let conditions {
      self.conditions = conditions
    } else {
      self.conditions = try Condition.standard(for: comparison)
    }
  }

  /// The brief as a document, for every format.
  ///
  /// - Throws: `MultiplierModel.Failure` if a response does not leak exactly once.
  public func document() throws(MultiplierModel.Failure) -> Document {
    let words = words
    var parts: [(Phrase, String, [Document.Block])] = [
      (.finding, "finding", finding(words)),
      (.comparison, "comparison", comparisonBlocks(words)),
      (.whoGains, "gains", try gains(words)),
      (.whereItEnds, "leakages", try leakages(words)),
      (.whoPays, "financing", financingBlocks(words)),
      (.howSure, "sensitivity", sensitivity(words)),
      (.method, "method", methodBlocks(words)),
      (.economy, "economy", economy(words)),
      (.assumptions, "assumptions", assumptions(words)),
    ]
    parts.append((.published, "published", publishedBlocks(words)))
    parts += [
      (.limits, "limits", [.list(Self.limitsInOrder.map { words($0) })]),
      (.sources, "sources", sourceBlocks(words)),
      (.reproduce, "reproduce", reproduction(words)),
      (.cite, "cite", citation(words)),
      (.glossary, "glossary", [.definitions(Self.terms(words))]),
    ]
    return Document(
      title: title(words), subtitle: matrixName, language: language,
      imprint: "sam \(version)" + (date.map { ", \($0)" } ?? ""),
      sections: parts.filter { !$0.2.isEmpty }.map {
        Document.Section(id: $0.1, title: words($0.0), blocks: $0.2)
      }, words: words)
  }

  /// The words in the language of the brief, with the name of its money.
  var words: Words {
    let currency = comparison.model.sam.unit.currency
    let money =
      switch currency {
      case "RWF": "franc"
      case _ where currency.contains("not stated"): "unit"
      default: currency
      }
    return Words(language: language, money: money)
  }

  /// What the brief is about.
  var matrixName: String {
    let sam = comparison.model.sam
    return subject ?? (sam.title.isEmpty ? sam.source : sam.title)
  }

  private func title(_ words: Words) -> String {
    words(
      comparison.rows.contains { $0.programme.family == .socialProtection }
        ? Phrase.title : .titlePlain)
  }

  private static let limitsInOrder: [Passage] = [
    .limitPrices, .limitCapacity, .limitAverages, .limitTime, .limitFinancing, .limitHuman,
    .limitYear, .limitUpper,
  ]

  private static func terms(_ words: Words) -> [(term: String, meaning: String)] {
    let passages: [Passage] = [
      .termMatrix, .termAccount, .termMultiplier, .termGDP, .termLeakage, .termClosure, .termFree,
      .termFixed, .termTurn, .termFifth, .termTransfer, .termOutlay, .termEvidence,
    ]
    return passages.map { passage in
      let text = words(passage)
      let colon = text.firstIndex(of: ":") ?? text.endIndex
      return (String(text[..<colon]), String(text[colon...].dropFirst(2)))
    }
  }
}
