internal import AccountMatrix
internal import Multipliers

/// What a programme does with what is actually spent on it in a year.
public struct BudgetEffect: Sendable, Equatable {
  /// The programme.
  public let programme: Programme
  /// What is spent on it, less what is spent on programmes inside it, in the unit of the matrix.
  public let outlay: Double
  /// What one franc of it does.
  public let effect: ProgrammeEffect

  /// The effect of the whole outlay, in the unit of the matrix.
  public func total(_ column: EffectColumn) -> Double? {
    effect.value(column).map { column.isAmount ? $0 * outlay : $0 }
  }
}

extension Comparison {
  /// The budget as it is: actual outlays, each franc once.
  ///
  /// Ranked programmes with an outlay; a programme that holds another counts without it.
  public var budget: [BudgetEffect] {
    let counted = FamilyAverage.countedOutlays(of: rows.map(\.programme))
    return zip(rows, counted).compactMap { row, counted in
      guard let counted, counted > 0 else { return nil }
      return BudgetEffect(
        programme: row.programme, outlay: counted / model.sam.unit.scale.factor,
        effect: row.effect)
    }
  }

  /// What the whole outlay of a programme does, parts of it included; that of a variant without an
  /// outlay is the outlay of its programme. `nil` for a programme without either.
  public func effectOfOutlay(of id: String) -> BudgetEffect? {
    guard let row = rows.first(where: { $0.programme.id == id }) else { return nil }
    let whole = rows.first { $0.programme.id == row.programme.partOf }
    guard let outlay = row.programme.outlay ?? whole?.programme.outlay else { return nil }
    return BudgetEffect(
      programme: row.programme,
      outlay: outlay.amount * outlay.unit.scale.factor / model.sam.unit.scale.factor,
      effect: row.effect)
  }
}
