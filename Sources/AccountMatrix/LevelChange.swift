/// A level of the base year, and by how much it changes.
package struct LevelChange: Sendable, Equatable {
  /// The level of the base year.
  package let base: Double
  /// By how much it rises.
  package let change: Double

  /// A change of a level.
  package init(base: Double, change: Double) {
    self.base = base
    self.change = change
  }

  /// The level afterwards.
  package var after: Double { base + change }

  /// The change in per cent of the size of the base, above zero for a rise; `nil` without a base.
  package var percent: Double? { base == 0 ? nil : 100 * change / abs(base) }
}
