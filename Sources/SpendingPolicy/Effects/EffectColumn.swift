/// A column of the comparison: one thing that a franc of a programme does.
///
/// A column is declared once, in `allCases`: its name in every file, its scale, its meaning and how
/// it is computed. Effects, averages, net effects, explanations and tables follow from that; a
/// further column is one more declaration.
public struct EffectColumn: Sendable {
  /// What the values of a column are.
  public enum Scale: Sendable {
    /// An amount per franc, which grows with the money spent.
    case amount
    /// A share, which does not.
    case share
  }

  /// The name of the column in every file.
  public let id: String
  /// What its values are.
  public let scale: Scale
  /// What it measures, in a sentence.
  public let meaning: String
  /// What a franc received by each endogenous account adds to it at once; `nil` from the function
  /// where the matrix cannot tell, no function where the column is no sum over receipts.
  let weights: (@Sendable (EffectWeights) -> [Double]?)?
  /// The value for one franc; `nil` where the matrix cannot tell it.
  let value: @Sendable (EffectTerms) -> Double?
  /// Whether explanations follow the sum over receipts round by round.
  let hasRounds: Bool

  /// A sum over receipts, and what the franc does where it is paid out without being received.
  init(
    _ id: String, _ meaning: String,
    weights: @escaping @Sendable (EffectWeights) -> [Double]?,
    andDirectly direct: (@Sendable (EffectTerms) -> Double)? = nil, hasRounds: Bool = false
  ) {
    self.id = id
    self.scale = .amount
    self.meaning = meaning
    self.weights = weights
    value = { terms in
      terms.received.map { received in direct.map { received + $0(terms) } ?? received }
    }
    self.hasRounds = hasRounds
  }

  /// A value that follows from other columns, or from the vector of the programme alone.
  init(
    _ id: String, _ meaning: String, scale: Scale = .amount,
    value: @escaping @Sendable (EffectTerms) -> Double?
  ) {
    self.id = id
    self.scale = scale
    self.meaning = meaning
    self.weights = nil
    self.value = value
    hasRounds = false
  }

  /// Whether the value is an amount, which grows with the money injected.
  public var isAmount: Bool { scale == .amount }
}

extension EffectColumn: Hashable, CaseIterable, RawRepresentable {
  /// The column of a name; `nil` if there is none.
  public init?(rawValue: String) {
    guard let column = Self.allCases.first(where: { $0.id == rawValue }) else { return nil }
    self = column
  }

  /// The name of the column in every file.
  public var rawValue: String { id }

  /// Columns are the same if their names are.
  public static func == (left: EffectColumn, right: EffectColumn) -> Bool { left.id == right.id }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
