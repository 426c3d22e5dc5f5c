// Input-output tables show one side only of what their sectors buy and deliver: which account of a
// matrix such a line stands for is said by its name alone.

extension Account.Kind {
  /// The kind of a row of inputs below the sectors: value added is what its name does not say to be
  /// bought or paid in tax.
  package init(ofInput label: String) {
    let isOther =
      AccountWords.isImport(label) || AccountWords.isTax(onProduction: label)
      || label.lowercased().contains("margin")
    self = isOther ? .primaryInput : .valueAdded
  }
}

extension Account {
  /// Whether a final use is that of imports, which tables write below zero beside the others.
  var isImportUse: Bool {
    kind == .finalUse && !AccountWords.isExport(name) && !AccountWords.isExport(code)
      && (AccountWords.isImport(name) || AccountWords.isImport(code))
  }

  /// What a final use, or an input that is no value added, would be in a whole matrix, by its name:
  /// `nil` for other kinds and for names that do not say it.
  var wholeKind: Kind? {
    switch kind {
    case .finalUse:
      if AccountWords.isExport(name) || AccountWords.isExport(code) || isImportUse {
        return .restOfWorld
      }
      return AccountWords.kind(ofUse: name) ?? AccountWords.kind(ofUse: code)
    case .primaryInput:
      if AccountWords.isImport(name) || AccountWords.isImport(code) { return .restOfWorld }
      return AccountWords.isTax(onProduction: name) || AccountWords.isTax(onProduction: code)
        ? .productTax : nil
    default: return nil
    }
  }
}

extension SocialAccountingMatrix {
  /// The accounts of a one-sided kind that would be of some kinds in a whole matrix.
  func oneSided(_ kind: Account.Kind, as counts: (Account.Kind) -> Bool) -> [Int] {
    accounts.indices.filter {
      accounts[$0].kind == kind && (accounts[$0].wholeKind.map(counts) ?? false)
    }
  }
}

extension AccountWords {
  /// Whether a label names imports.
  static func isImport(_ label: String) -> Bool {
    let label = label.lowercased()
    return ["import", "cif"].contains { label.contains($0) } && !isTax(onProduction: label)
  }

  /// Whether a label names exports.
  static func isExport(_ label: String) -> Bool { label.lowercased().contains("export") }

  /// Whether a label names taxes on products or production.
  static func isTax(onProduction label: String) -> Bool {
    let label = label.lowercased()
    return ["tax", "subsid", "duty", "duties"].contains { label.contains($0) }
  }

  /// The kind by the words that tables use for final uses, in the languages of the field.
  static func kind(ofUse label: String) -> Account.Kind? {
    let label = label.lowercased()
    for (word, kind) in [
      ("household", Account.Kind.household), ("private consumption", .household),
      ("ménage", .household), ("hogar", .household), ("government", .government),
      ("public consumption", .government), ("invest", .savings), ("capital formation", .savings),
      ("gfcf", .savings), ("inventor", .stocks), ("stock", .stocks),
    ] where label.contains(word) {
      return kind
    }
    return nil
  }
}
