extension Account {
  /// Whether the account is a household in the two poorest quintiles.
  package var isPoorHousehold: Bool { kind == .household && quintile.map { $0 <= 2 } ?? false }

  /// Whether the account is a household in the countryside.
  package var isRuralHousehold: Bool { kind == .household && area == .rural }
}

extension SocialAccountingMatrix {
  /// Whether there are households, and every one has its quintile of expenditure.
  package var knowsQuintiles: Bool { knows { $0.quintile != nil } }

  /// Whether there are households, and every one has its area.
  package var knowsAreas: Bool { knows { $0.area != nil } }

  private func knows(_ isKnown: (Account) -> Bool) -> Bool {
    let households = accounts.filter { $0.kind == .household }
    return !households.isEmpty && households.allSatisfy(isKnown)
  }
}
