public import AccountMatrix

/// A figure that the balanced table must meet: the value of a weighted sum of cells.
///
/// A row total, a block, a ratio (`consumption - 0.8 income = 0`) and a line of a
/// supply and use table are all controls.
///
/// Reference: Stone, Champernowne & Meade 1942, Review of Economic Studies 9(2).
public struct Control: Sendable, Equatable {
  /// Cells that enter the sum with one weight.
  public struct Term: Sendable, Equatable {
    /// The rows of the cells.
    public var row: AccountSelector
    /// The columns of the cells.
    public var column: AccountSelector
    /// What each cell is multiplied by.
    public var weight: Double

    /// A term from its parts.
    public init(row: AccountSelector, column: AccountSelector, weight: Double = 1) {
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
  /// The same control with names as what they stand for in a table.
  func resolved(rows: [Account], columns: [Account]) -> Control {
    var control = self
    for k in terms.indices {
      control.terms[k].row = terms[k].row.resolved(among: rows)
      control.terms[k].column = terms[k].column.resolved(among: columns)
    }
    return control
  }

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
