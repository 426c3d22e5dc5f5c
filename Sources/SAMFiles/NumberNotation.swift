/// How a file writes its numbers, where the reader was told.
public struct NumberNotation: Sendable, Hashable {
  /// The mark between the whole part and the decimals.
  public enum DecimalMark: String, Sendable, CaseIterable {
    /// As in `1,234.5`.
    case point
    /// As in `1.234,5`.
    case comma
  }

  /// The decimal mark; else it is found out, and a file that leaves it open is refused.
  public var decimalMark: DecimalMark?
  /// Texts that stand for no number, such as `:`, `..` or `NA`, and are read as empty cells.
  public var emptyTexts: Set<String>

  /// A notation from its parts.
  public init(decimalMark: DecimalMark? = nil, emptyTexts: Set<String> = []) {
    self.decimalMark = decimalMark
    self.emptyTexts = emptyTexts
  }
}
