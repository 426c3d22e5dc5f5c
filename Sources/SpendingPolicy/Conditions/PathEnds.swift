internal import AccountMatrix
internal import Multipliers

/// Between which accounts the paths of a family run.
package struct PathEnds: Sendable, Equatable {
  /// The family.
  package let family: Programme.Family
  /// The code of the account where its money arrives.
  package let origin: String
  /// The code of the account where the paths end.
  package let destination: String

  static func all(_ comparison: Comparison) -> [PathEnds] {
    let households = comparison.model.endogenous.filter { $0.kind == .household }
    guard
      let poorest = households.min(by: { ($0.quintile ?? 9) < ($1.quintile ?? 9) })
    else { return [] }
    // To the same destination, so that the two can be compared.
    let transfers = ofTransfers(comparison, households)
    return [
      transfers, ofPurchases(comparison, to: transfers?.destination ?? poorest.code),
    ].compactMap { $0 }
  }

  /// From the group that some cash transfer pays most to the group that gains most of what that
  /// group spends. The transfer is that with the largest part for the poorest fifth.
  private static func ofTransfers(
    _ comparison: Comparison, _ households: [Account]
  ) -> PathEnds? {
    let codes = Set(households.map { $0.code })
    guard let best = comparison.transferToPoorest,
      let origin = best.shares.filter({ $0.role == .transfer && codes.contains($0.account) })
        .max(by: { $0.fraction < $1.fraction })?.account,
      let response = try? comparison.model.response(to: Injection(1, into: origin)),
      let destination = response.accounts.indices.filter({ i in
        households.contains { $0.code == response.accounts[i].code && $0.code != origin }
      }).max(by: { response.changes[$0] < response.changes[$1] })
    else { return nil }
    return PathEnds(
      family: .socialProtection, origin: origin, destination: response.accounts[destination].code)
  }

  /// From what other public spending buys most, on average, to a group of households.
  private static func ofPurchases(_ comparison: Comparison, to destination: String) -> PathEnds? {
    let weights = comparison.weights(of: .otherPublicSpending)
    var bought: [String: Double] = [:]
    for programme in comparison.rows.map({ $0.programme }) {
      for share in programme.shares where share.role == .purchase {
        bought[share.account, default: 0] += (weights[programme.id] ?? 0) * share.fraction
      }
    }
    let origins = comparison.model.endogenous.filter { (bought[$0.code] ?? 0) > 0 }
    return origins.max { (bought[$0.code] ?? 0) < (bought[$1.code] ?? 0) }.map {
      PathEnds(family: .otherPublicSpending, origin: $0.code, destination: destination)
    }
  }
}

extension Comparison {
  /// Between which accounts the paths of each family run: one from a transfer, one from a purchase.
  package var pathEnds: [PathEnds] { PathEnds.all(self) }
}
