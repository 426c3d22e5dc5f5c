/// The rule by which row totals and column totals that disagree are made to agree.
public enum Reconciliation: String, Sendable, CaseIterable {
  /// Row totals stand; column totals are scaled to their sum.
  case rows
  /// Column totals stand; row totals are scaled to their sum.
  case columns
  /// Both are scaled to the mean of the two sums.
  case mean
}
