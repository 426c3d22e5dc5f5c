public import AccountMatrix

/// A figure that the balanced table must meet: the value of a weighted sum of cells.
///
/// A row total, a block, a ratio (`consumption - 0.8 income = 0`) and a line of a
/// supply and use table are all controls.
///
/// Reference: Stone, Champernowne & Meade 1942, Review of Economic Studies 9(2).
public struct Control: Sendable, Equatable {
  /// Which rows, or which columns, a term adds up.
  public enum Selector: Sendable, Equatable, CustomStringConvertible {
    /// Every account.
    case all
    /// The account with this code.
    case account(String)
    /// Every account of this kind.
    case kind(Account.Kind)

    /// The selector of a word: `*`, a kind behind an `@`, or a code; `nil` if
    /// there is no such kind.
    public init?(_ word: String) {
      if word == "*" {
        self = .all
      } else if word.hasPrefix("@") {
        guard let kind = Account.Kind(rawValue: String(word.dropFirst())) else { return nil }
        self = .kind(kind)
      } else {
        self = .account(word)
      }
    }

    /// The word that stands for the selector.
    public var description: String {
      switch self {
      case .all: "*"
      case .account(let code): code
      case .kind(let kind): "@\(kind.rawValue)"
      }
    }
  }

  /// Cells that enter the sum with one weight.
  public struct Term: Sendable, Equatable {
    /// The rows of the cells.
    public var row: Selector
    /// The columns of the cells.
    public var column: Selector
    /// What each cell is multiplied by.
    public var weight: Double

    /// A term from its parts.
    public init(row: Selector, column: Selector, weight: Double = 1) {
      self.row = row
      self.column = column
      self.weight = weight
    }
  }

  /// The name under which the control is reported.
  public var id: String
  /// The cells, with their weights; weights of a cell in several terms add up.
  public var terms: [Term]
  /// The value of the sum, in the unit of the table.
  public var target: Double
  /// The standard error of the target in the same unit; `nil` where it is exact.
  public var standardError: Double?
  /// The possible errors, where they differ from those of the method.
  public var support: ErrorSupport?
  /// Where the figure comes from.
  public var source: String

  /// A control on a weighted sum of cells.
  public init(
    _ id: String, terms: [Term], target: Double, standardError: Double? = nil,
    support: ErrorSupport? = nil, source: String = ""
  ) {
    self.id = id
    self.terms = terms
    self.target = target
    self.standardError = standardError
    self.support = support
    self.source = source
  }

  /// A control on the sum of a row.
  public static func rowTotal(
    _ code: String, _ target: Double, standardError: Double? = nil, source: String = ""
  ) -> Control {
    Control(
      "row total of \(code)", terms: [Term(row: .account(code), column: .all)], target: target,
      standardError: standardError, source: source)
  }

  /// A control on the sum of a column.
  public static func columnTotal(
    _ code: String, _ target: Double, standardError: Double? = nil, source: String = ""
  ) -> Control {
    Control(
      "column total of \(code)", terms: [Term(row: .all, column: .account(code))],
      target: target, standardError: standardError, source: source)
  }

  /// A control on one cell.
  public static func cell(
    _ row: String, _ column: String, _ target: Double, standardError: Double? = nil,
    source: String = ""
  ) -> Control {
    Control(
      "cell \(row),\(column)", terms: [Term(row: .account(row), column: .account(column))],
      target: target, standardError: standardError, source: source)
  }
}

extension Control {
  /// Whether the target has no error; a standard error of zero says the same.
  public var isExact: Bool { (standardError ?? 0) == 0 }

  /// The code whose row alone is summed, where the control is an exact row total.
  var exactRow: String? {
    guard isExact, terms.count == 1, terms[0].column == .all, terms[0].weight == 1,
      case .account(let code) = terms[0].row
    else { return nil }
    return code
  }

  /// The code whose column alone is summed, where the control is an exact column total.
  var exactColumn: String? {
    guard isExact, terms.count == 1, terms[0].row == .all, terms[0].weight == 1,
      case .account(let code) = terms[0].column
    else { return nil }
    return code
  }
}
