/// The unit that every cell of a matrix is in: a currency and a scale.
public struct CurrencyUnit: Sendable, Hashable, CustomStringConvertible {
  /// How many francs, dollars ... one unit is.
  public enum Scale: String, Sendable, CaseIterable {
    /// Single units of the currency.
    case one = ""
    /// Thousands.
    case thousand
    /// Millions.
    case million
    /// Billions (10⁹).
    case billion

    /// The scale as a number.
    public var factor: Double {
      switch self {
      case .one: 1
      case .thousand: 1e3
      case .million: 1e6
      case .billion: 1e9
      }
    }
  }

  /// The currency, for example `RWF`; any text where the unit is not money.
  public var currency: String
  /// How much of the currency one unit is.
  public var scale: Scale

  /// A unit from its parts.
  public init(currency: String, scale: Scale) {
    self.currency = currency
    self.scale = scale
  }

  /// Billions of Rwandan francs.
  public static let rwfBillion = CurrencyUnit(currency: "RWF", scale: .billion)

  /// The unit of a file that does not say.
  public static let unstated = CurrencyUnit(currency: "unit not stated", scale: .one)

  /// A unit from words in any order: `RWF billion`, `billion RWF`, `RWF bn`, `USD`.
  public init(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    func scale(_ word: String) -> Scale? {
      switch word.lowercased() {
      case "thousand", "thousands", "'000", "000": .thousand
      case "million", "millions", "mn", "m": .million
      case "billion", "billions", "bn": .billion
      default: nil
      }
    }
    self.scale = words.compactMap(scale).first ?? .one
    let rest = words.filter { scale($0) == nil && $0.lowercased() != "of" }
    currency =
      rest.isEmpty
      ? (self.scale == .one ? CurrencyUnit.unstated.currency : Self.openCurrency)
      : rest.joined(separator: " ")
  }

  /// Whether amounts in the two units are of one currency, so that they can be added.
  package func isComparable(with other: CurrencyUnit) -> Bool {
    func letters(_ unit: CurrencyUnit) -> String {
      String(
        unit.currency.lowercased().filter { $0.isLetter || $0.isNumber || $0.isCurrencySymbol })
    }
    return letters(self) == letters(other)
  }

  /// An amount of this unit in another one.
  ///
  /// - Throws: `Mismatch` where the currencies differ: amounts of two currencies make no sum.
  package func converted(_ amount: Double, to other: CurrencyUnit) throws(Mismatch) -> Double {
    guard isComparable(with: other) else { throw Mismatch(unit: self, other: other) }
    return amount * (scale.factor / other.scale.factor)
  }

  /// Two units whose amounts cannot be added.
  package struct Mismatch: DiagnosticConvertible, Equatable {
    /// The unit of the amount.
    package let unit: CurrencyUnit
    /// The unit that it was to be brought to.
    package let other: CurrencyUnit

    /// The failure in words.
    package var diagnostic: Diagnostic {
      let isOpen = !other.isStated
      return Diagnostic(
        "the amount is in \(unit.description), and the matrix "
          + (isOpen ? "does not say its unit" : "in \(other.description)"),
        remedy: isOpen
          ? "Say the unit of the matrix with \(.nameUnit), or leave the amount out"
          : "Convert the amount into \(other.currency), or leave it out")
    }
  }

  /// Whether the currency is known.
  package var isStated: Bool { currency != Self.unstated.currency && currency != Self.openCurrency }

  private static let openCurrency = "currency not stated,"

  /// The unit in words, for example `RWF billion`.
  public var description: String {
    scale == .one ? currency : "\(currency) \(scale.rawValue)"
  }
}

/// The short name inside this package; outside it would be ambiguous beside Foundation's `Unit`.
package typealias Unit = CurrencyUnit
