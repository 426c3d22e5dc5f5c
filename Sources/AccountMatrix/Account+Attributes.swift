extension Account {
  /// What a file may say of an account beside its code, by the name of the column or member.
  package enum Attribute: String, CaseIterable {
    case name, kind, area, quintile, group
  }

  /// The quintiles of expenditure, the poorest first.
  package static let quintiles = 1...5

  /// The longest code or name, in bytes.
  private static let longestLabel = 1000

  /// Takes an attribute from the words of a file; none leave it as it is.
  ///
  /// Every format says it by this, so that all of them refuse the same.
  ///
  /// - Throws: `Diagnostic` without a place, for an unknown kind or area, or no quintile.
  package mutating func set(_ attribute: Attribute, to words: String) throws(Diagnostic) {
    if words.isEmpty { return }
    switch attribute {
    case .name: name = words
    case .group: group = words
    case .kind:
      guard let found = Kind(rawValue: words) ?? Kind(rawValue: words.lowercased()) else {
        throw .unknown(words, attribute, expected: Kind.allCases.map { $0.rawValue })
      }
      kind = found
    case .area:
      guard let found = Area(rawValue: words) ?? Area(rawValue: words.lowercased()) else {
        throw .unknown(words, attribute, expected: Area.allCases.map { $0.rawValue })
      }
      area = found
    case .quintile:
      guard let found = Double(plainDecimal: words).flatMap({ Int(whole: $0, in: Self.quintiles) })
      else { throw .noQuintile(words) }
      quintile = found
    }
  }

  /// Refuses an account that no format could have given.
  ///
  /// - Throws: `Diagnostic` for an account without a code, or no quintile.
  func requireMeaning() throws(Diagnostic) {
    if code.isEmpty {
      throw Diagnostic(
        "an account has no code", remedy: "Give every account a code of its own")
    }
    if let first = code.first, "=@".contains(first) {
      throw Diagnostic(
        "the code '\(code)' begins as a formula does", remedy: "Begin it with a letter")
    }
    for label in [code, name] where label.utf8.count > Self.longestLabel {
      throw Diagnostic(
        "the label '\(label)' has \(label.utf8.count) bytes",
        remedy: "Give the account a code and a name of at most \(Self.longestLabel) bytes")
    }
    if let quintile, !Self.quintiles.contains(quintile) { throw .noQuintile("\(quintile)") }
  }
}

extension Diagnostic {
  fileprivate static func unknown(
    _ words: String, _ attribute: Account.Attribute, expected: [String]
  ) -> Diagnostic {
    Diagnostic(
      "'\(words)' is not a known \(attribute.rawValue)",
      remedy: "Expected one of " + expected.joined(separator: ", "))
  }

  fileprivate static func noQuintile(_ words: String) -> Diagnostic {
    Diagnostic("the quintile is \(words)", remedy: "Expected 1 (poorest) to 5, or nothing")
  }

  /// The same at a place.
  package func located(at place: String) -> Diagnostic {
    var located = self
    located.location = place
    return located
  }
}

extension Int {
  /// A number of a file as a whole one; `nil` for a part, and for what is outside a range.
  package init?(whole value: Double, in range: ClosedRange<Int>) {
    guard let number = Int(exactly: value), range.contains(number) else { return nil }
    self = number
  }

  /// The years that a table may be of.
  package static let years = 1...9_999
}
