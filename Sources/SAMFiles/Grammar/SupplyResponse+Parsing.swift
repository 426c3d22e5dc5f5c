internal import AccountMatrix
public import Multipliers

extension SupplyResponse {
  /// Response shares from a list such as `agriculture=0.5,amine=0`.
  ///
  /// - Throws: `Failure.malformed`, `Failure.text`, `Failure.outOfRange` or `Failure.repeated`.
  public init(parsing list: String, separator: Character = ",") throws(Failure) {
    let shares: [Assignment]
    do { shares = try Assignment.list(parsing: list, separator: separator) } catch {
      throw .malformed(error.part)
    }
    var entries: [Entry] = []
    for share in shares {
      do {
        entries.append(
          Entry(selector: try AccountSelector(parsing: share.name), share: share.value))
      } catch { throw .text(error) }
    }
    try self.init(entries)
  }
}
