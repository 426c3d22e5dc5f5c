public import SocialAccounting

extension SocialAccountingMatrix {
  /// The matrix with an account for the exports of each commodity that has output.
  public func withExportAccounts() throws -> SocialAccountingMatrix {
    let sam = self
    func all(_ isWanted: (Account.Kind) -> Bool) -> [Int] {
      sam.accounts.indices.filter { sam.accounts[$0].kind.map(isWanted) ?? false }
    }
    let world = all { $0 == .restOfWorld }[0]
    var accounts = sam.accounts
    var flows = sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
    for c in all({ $0 == .commodity }) {
      let output = all { $0 == .activity }.reduce(0) { $0 + sam[$1, c] }
      let exported = sam[c, world]
      guard exported > 0, output > 0 else { continue }
      let total = sam.payments[c]
      let margins = all { $0 == .margin }.map { ($0, sam[$0, c] * exported / total) }
      let taxes = all { $0 == .exportTax }.map { ($0, sam[$0, c]) }
      let charges = (margins + taxes).reduce(0) { $0 + $1.1 }
      let part = min(1, output / (exported - charges))
      var twin = accounts[c]
      twin.code += "-exports"
      accounts.append(twin)
      for i in flows.indices { flows[i].append(0) }
      flows.append([Double](repeating: 0, count: accounts.count))
      let x = accounts.count - 1
      flows[x][world] = part * exported
      flows[c][world] -= part * exported
      for (i, value) in margins + taxes {
        flows[i][x] = part * value
        flows[i][c] -= part * value
      }
      for a in all({ $0 == .activity }) {
        flows[a][x] = part * (exported - charges) * sam[a, c] / output
        flows[a][c] -= flows[a][x]
      }
    }
    return try SocialAccountingMatrix(
      accounts: accounts, flows: flows, unit: sam.unit, year: sam.year, title: "Export accounts")
  }
}
