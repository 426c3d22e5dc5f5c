public import AccountMatrix
public import Multipliers

extension Injection {
  /// An injection from a list such as `cmaiz=10,hhd-r1=5`.
  ///
  /// - Throws: `Diagnostic` if a part is not of the form `CODE=VALUE`, or the amounts are too large.
  public init(parsing list: String) throws(Diagnostic) {
    let shock = try Assignment.list(
      parsing: list, what: "a shock", form: "Write CODE=VALUE, as in hhd-r1=10,ccons=-2.5")
    self.init(shock.map { (account: $0.name, value: $0.value) })
    do { try requireFinite() } catch { throw error.diagnostic }
  }
}
