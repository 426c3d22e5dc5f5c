internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import SocialAccounting

extension AccountSelector {
  /// The selectors of an option's list.
  ///
  /// - Throws: wrong usage for an unknown kind or an empty list.
  static func list(given list: String) throws -> [AccountSelector] {
    do { return try AccountSelector.list(parsing: list) } catch { throw error.asWrongUsage }
  }

  /// The codes of the accounts that an option means; a note says how many a group holds.
  func accounts(in sam: SocialAccountingMatrix, of option: String) throws -> [String] {
    let positions: [Int]
    do { positions = try self.positions(in: sam) } catch { throw error.located(in: sam) }
    note(positions, in: sam, of: option)
    return positions.map { sam.accounts[$0].code }
  }

  /// Says how many accounts an option's group holds.
  func note(_ positions: [Int], in sam: SocialAccountingMatrix, of option: String) {
    let kinds = Set(positions.map { sam.accounts[$0].kind })
    let number =
      if kinds.count == 1, let kind = kinds.first ?? nil {
        count(positions.count, of: kind)
      } else { count(positions.count, "account") }
    switch resolved(among: sam.accounts) {
    case .group, .labour: Notes.add("'\(self)' in \(option) is a group of \(number)")
    case .all, .account, .kind, .named: break
    }
  }
}

extension ModelOptions {
  /// Says how many accounts the groups of these options hold in a matrix.
  func noteGroups(in sam: SocialAccountingMatrix) throws {
    if let exogenous {
      for selector in try AccountSelector.list(given: exogenous) {
        let positions = try selector.positions(among: sam.accounts, mayBeEmpty: true)
        selector.note(positions, in: sam, of: "--exogenous")
        if positions.isEmpty { Notes.add("no account is of the kind '\(selector)' in --exogenous") }
      }
    }
    if response != nil {
      let supply = try supply
      for (entry, positions) in zip(supply.entries, try supply.members(in: sam)) {
        entry.selector.note(positions, in: sam, of: "--response")
      }
    }
  }
}
