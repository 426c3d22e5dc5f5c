internal import LinearAlgebra

/// Which accounts of a matrix are added into which group.
public struct AccountMap: Sendable, Equatable {
  /// One account and the group that it goes into.
  package struct Entry: Sendable, Equatable {
    /// The account's code.
    package var account: String
    /// The group's code.
    package var group: String
    /// The group's name, where given.
    package var name: String?
    /// The group's kind, where given; else that of its accounts, if they share one.
    package var kind: Account.Kind?

    /// An entry from its parts.
    package init(account: String, group: String, name: String? = nil, kind: Account.Kind? = nil) {
      self.account = account
      self.group = group
      self.name = name
      self.kind = kind
    }
  }

  /// The entries, groups in the order of first mention.
  package let entries: [Entry]

  /// A map from its entries.
  package init(_ entries: [Entry]) { self.entries = entries }
}

extension SocialAccountingMatrix {
  /// The matrix with accounts added into groups: T' = S T Sᵀ for a 0/1 map S.
  ///
  /// Payments inside a group stay, on the diagonal. Multipliers of an aggregated
  /// matrix are not the aggregated multipliers of the matrix.
  ///
  /// Reference: Miller & Blair 2009, section 4.9.
  ///
  /// - Throws: `Failure.unknownAccount`, `Failure.mapping` if an account stands
  ///   twice or is missing, `Failure.conflictingGroup`.
  public func aggregated(by map: AccountMap) throws(Failure) -> SocialAccountingMatrix {
    var groupOfAccount = [Int?](repeating: nil, count: accounts.count)
    var times = [Int](repeating: 0, count: accounts.count)
    var groups: [Account] = []
    var positions: [String: Int] = [:]
    var named: Set<String> = []
    for entry in map.entries {
      let account = try index(of: entry.account)
      times[account] += 1
      let group: Int
      if let known = positions[entry.group] {
        group = known
      } else {
        group = groups.count
        positions[entry.group] = group
        groups.append(Account(code: entry.group))
      }
      if let name = entry.name, !name.isEmpty {
        if named.contains(entry.group), groups[group].name != name {
          throw .conflictingGroup(group: entry.group, attribute: "name")
        }
        named.insert(entry.group)
        groups[group].name = name
      }
      if let kind = entry.kind {
        if let known = groups[group].kind, known != kind {
          throw .conflictingGroup(group: entry.group, attribute: "kind")
        }
        groups[group].kind = kind
      }
      groupOfAccount[account] = group
    }
    for (i, count) in times.enumerated() where count != 1 {
      throw .mapping(account: accounts[i].code, times: count)
    }

    var table = Matrix(rows: groups.count, columns: groups.count)
    var grain = [Double](repeating: 0, count: groups.count)
    for (i, row) in groupOfAccount.enumerated() {
      guard let row else { continue }
      grain[row] += printedGrain[i]
      for (j, column) in groupOfAccount.enumerated() {
        if let column { table[row, column] += flows[i, j] }
      }
    }
    for g in groups.indices {
      let members = accounts.indices.filter { groupOfAccount[$0] == g }.map { accounts[$0] }
      groups[g].kind = groups[g].kind ?? members.shared { $0.kind }
      groups[g].area = members.shared { $0.area }
      groups[g].quintile = members.shared { $0.quintile }
      groups[g].group = members.shared { $0.group }
      if members.count == 1, !named.contains(groups[g].code) { groups[g].name = members[0].name }
    }
    return try replacing(
      accounts: groups, flows: table, grain: grain,
      step: "aggregated from \(accounts.count) to \(groups.count) accounts")
  }
}

extension [Account] {
  /// The value of an attribute that all accounts have in common.
  fileprivate func shared<Value: Equatable>(_ attribute: (Account) -> Value?) -> Value? {
    guard let first = first.flatMap(attribute) else { return nil }
    return allSatisfy { attribute($0) == first } ? first : nil
  }
}
