public import AccountMatrix

/// A table to be balanced, and all that is known about it.
public struct BalancingProblem: Sendable {
  /// The table before balancing.
  public var prior: LabelledTable
  /// The figures that the balanced table must meet.
  public var controls: [Control]
  /// The codes of the accounts whose row total must equal their column total.
  public var balancedAccounts: [String]
  /// What is known of single cells.
  public var reliabilities: [CellAddress: CellReliability]
  /// How far the other cells are expected to move.
  public var defaultReliability: DefaultReliability
  /// The rule for row and column totals that disagree; `nil` refuses them.
  public var reconciliation: Reconciliation?

  /// A problem from a table.
  ///
  /// - Parameters:
  ///   - prior: the table before balancing.
  ///   - controls: the figures to be met.
  ///   - balancedAccounts: the accounts whose row and column totals must agree.
  ///   - reliabilities: cells that are fixed, unknown or have a standard error.
  ///   - defaultReliability: the reliability of all other cells.
  ///   - reconciliation: the rule for totals that disagree.
  public init(
    prior: LabelledTable, controls: [Control] = [], balancedAccounts: [String] = [],
    reliabilities: [CellAddress: CellReliability] = [:],
    defaultReliability: DefaultReliability = .shareOfTable, reconciliation: Reconciliation? = nil
  ) {
    self.prior = prior
    self.controls = controls.map { $0.resolved(rows: prior.rows, columns: prior.columns) }
    self.balancedAccounts = balancedAccounts
    self.reliabilities = reliabilities
    self.defaultReliability = defaultReliability
    self.reconciliation = reconciliation
  }

  /// The problem of a social accounting matrix, every account of which must balance.
  ///
  /// - Throws: `Balance.Failure`, never for a valid matrix.
  public init(
    _ sam: SocialAccountingMatrix, controls: [Control] = [],
    reliabilities: [CellAddress: CellReliability] = [:],
    defaultReliability: DefaultReliability = .shareOfTable
  ) throws(Balance.Failure) {
    self.init(
      prior: try LabelledTable(rows: sam.accounts, columns: sam.accounts, cells: sam.flows),
      controls: controls, balancedAccounts: sam.accounts.map { $0.code },
      reliabilities: reliabilities, defaultReliability: defaultReliability)
  }

  /// The balanced table.
  ///
  /// - Throws: `Balance.Failure` that names the controls, accounts or cells at fault.
  public func balanced(by method: some BalancingMethod) throws(Balance.Failure) -> Balance {
    try method.balance(self)
  }
}

/// A way to balance a table.
public protocol BalancingMethod: Sendable {
  /// The name of the method, as in the command line.
  var name: String { get }

  /// Balances a table.
  ///
  /// - Throws: `Balance.Failure` that names the controls, accounts or cells at fault.
  func balance(_ problem: BalancingProblem) throws(Balance.Failure) -> Balance
}
