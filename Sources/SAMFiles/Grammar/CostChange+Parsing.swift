public import AccountMatrix
public import Multipliers

extension PriceModel.CostChange {
  /// Changes from a list such as `row=10,flab-n=5`.
  ///
  /// - Throws: `Diagnostic` if a part is not of the form `CODE=PERCENT`, or an account stands twice.
  public static func list(parsing list: String) throws(Diagnostic) -> [PriceModel.CostChange] {
    let (what, form) = ("a change of a cost", "Write CODE=PERCENT, as in row=10,flab-n=5")
    var changes: [PriceModel.CostChange] = []
    for change in try Assignment.list(parsing: list, what: what, form: form) {
      guard change.value.isAmount else {
        throw Diagnostic("'\(change.text)' is not \(what)", remedy: Remedy(form))
      }
      if changes.contains(where: { $0.account == change.name }) {
        throw Diagnostic(
          "the cost of '\(change.name)' is changed twice",
          remedy: "Give one change for each account")
      }
      changes.append(PriceModel.CostChange(account: change.name, percent: change.value))
    }
    return changes
  }
}
