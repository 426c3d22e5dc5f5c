/// A question with everything that its answer takes: what a scenario file holds.
public struct Scenario: Sendable, Equatable, Identifiable {
  /// The question that is asked.
  public enum Kind: String, Sendable, CaseIterable {
    /// What a franc of each programme does, with agriculture free, half and fixed.
    case perFranc = "per-franc"
    /// What actual outlays of a year do.
    case budget
    /// Programmes paid for in several ways, with winners and losers.
    case financing
    /// The same money for other people.
    case targeting
    /// A change of contributions and benefits, while reserves build up and when it is mature.
    case reform
    /// Cover for groups of workers, as in the pilots and in their sector.
    case cover
    /// How far the order of two programmes hangs on each choice.
    case sensitivity
    /// Who is covered, how much of the poverty line a benefit is, and what the gap would cost.
    case coverage
  }

  /// One line of the file.
  public struct Setting: Sendable, Equatable {
    /// What is set.
    public let name: String
    /// To which value.
    public let value: String
    /// How well it is known; `nil` for choices that are no figures.
    public let evidence: Programme.Evidence?
    /// Where it is from.
    public let source: String
    /// What a reader must know about it.
    public let note: String
    /// The file and line.
    public let place: String

    /// A setting from its parts.
    public init(
      name: String, value: String, evidence: Programme.Evidence? = nil, source: String = "",
      note: String = "", place: String = ""
    ) {
      self.name = name
      self.value = value
      self.evidence = evidence
      self.source = source
      self.note = note
      self.place = place
    }
  }

  /// The name by which it is asked for.
  public let id: String
  /// The question in words.
  public let title: String
  /// The question that is asked.
  public let kind: Kind
  /// The other lines, in their order.
  public let settings: [Setting]
  /// How the sources of settings are cited, by identifier; those not in it are named as they are.
  public let citations: [String: String]

  /// A scenario from its parts.
  public init(
    id: String, title: String, kind: Kind, settings: [Setting], citations: [String: String] = [:]
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.settings = settings
    self.citations = citations
  }

  /// The settings of a name.
  public func all(_ name: String) -> [Setting] { settings.filter { $0.name == name } }

  /// The settings whose name begins so, with the rest of the name.
  public func all(under prefix: String) -> [(key: String, setting: Setting)] {
    settings.filter { $0.name.hasPrefix(prefix + ":") }
      .map { (String($0.name.dropFirst(prefix.count + 1)), $0) }
  }

  /// The names that settings of a kind may have; a name that ends in a colon takes a key.
  public static func settingNames(of kind: Kind) -> [String] {
    let common = ["matrix", "note"]
    return switch kind {
    case .perFranc: common + ["programme", "response", "displaced_earnings", "draws"]
    case .budget: common + ["programme", "displaced_earnings", "apart"]
    case .financing: common + ["programme", "displaced_earnings", "financing", "amount"]
    case .targeting:
      common + ["programme", "displaced_earnings", "targeting", "target", "covered", "population"]
    case .reform:
      common + ["base", "rate", "payroll", "amount", "financing", "paid_out", "benefit"]
    case .cover: common + ["benefit", "paid_out", "group:"]
    case .sensitivity:
      common + [
        "programme", "against", "response", "displaced_earnings", "exogenous:", "administration",
        "targeting",
      ]
    case .coverage: common + ["scheme:", "floor:", "poverty_line", "household_size"]
    }
  }
}
