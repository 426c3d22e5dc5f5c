extension Int {
  /// A number of a file as a whole one; `nil` for a part, and for what is outside a range.
  package init?(whole value: Double, in range: ClosedRange<Int>) {
    guard let number = Int(exactly: value), range.contains(number) else { return nil }
    self = number
  }

  /// The years that a table may be of.
  package static let years = 1...9_999

  /// The year that a remark of a file says; `nil` for what is none.
  package init?(year text: some StringProtocol) {
    guard let value = Double(plainDecimal: text) else { return nil }
    self.init(whole: value, in: Self.years)
  }
}
