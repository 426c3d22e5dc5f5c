internal import AccountMatrix
internal import Multipliers

/// What a programme does with what is actually spent on it in a year.
package struct BudgetEffect: Sendable, Equatable {
  /// The programme.
  package let programme: Programme
  /// What is spent on it, less what is spent on programmes inside it, in the unit of the matrix.
  package let outlay: Double
  /// What one franc of the programme does, those of programmes inside it among it.
  package let effect: ProgrammeEffect
  /// Outlays whose effects add to that of the outlay, in the unit of the matrix: its own, and below
  /// zero those inside it.
  let terms: [(outlay: Double, effect: ProgrammeEffect)]

  /// The effect of the outlay, in the unit of the matrix: that of the whole programme less those
  /// of the programmes inside it.
  package func total(_ column: EffectColumn) -> Double? {
    guard column.isAmount else { return effect[column] }
    var total = 0.0
    for term in terms {
      guard let value = term.effect[column] else { return nil }
      total += term.outlay * value
    }
    return total
  }

  /// Whether two effects are the same.
  package static func == (left: BudgetEffect, right: BudgetEffect) -> Bool {
    left.programme == right.programme && left.outlay == right.outlay
      && left.effect == right.effect && left.terms.elementsEqual(right.terms, by: ==)
  }
}

extension Comparison {
  /// The budget as it is: actual outlays, each franc once.
  ///
  /// Ranked programmes with an outlay; a programme that holds another counts without it.
  package var budget: [BudgetEffect] {
    let programmes = rows.map { $0.programme }
    let unit = model.sam.unit.scale.factor
    return CountedOutlay.all(of: programmes).map { counted in
      BudgetEffect(
        programme: programmes[counted.position], outlay: counted.francs / unit,
        effect: rows[counted.position].effect,
        terms: counted.terms.map {
          (outlay: $0.francs / unit, effect: rows[$0.position].effect)
        })
    }
  }

  /// What the whole outlay of a programme does, parts of it included; that of a variant without an
  /// outlay is the outlay of its programme. `nil` for a programme without either.
  package func effectOfOutlay(of id: String) -> BudgetEffect? {
    guard let row = rows.first(where: { $0.programme.id == id }) else { return nil }
    let whole = rows.first { $0.programme.id == row.programme.partOf }
    guard let outlay = row.programme.outlay ?? whole?.programme.outlay else { return nil }
    let amount = outlay.amount * outlay.unit.scale.factor / model.sam.unit.scale.factor
    return BudgetEffect(
      programme: row.programme, outlay: amount, effect: row.effect,
      terms: [(outlay: amount, effect: row.effect)])
  }
}
