internal import AccountMatrix
internal import LinearAlgebra

/// Where exports come from.
///
/// In a matrix every buyer of a commodity pays the same column, so that in the textbook multiplier a
/// further franc of it carries the imports, taxes and margins of the average unit sold, exported or
/// not. Where exports come from domestic output alone, what is sold at home carries more imports
/// and tax, and multipliers are lower.
///
/// Reference: Lofgren, Harris & Robinson 2002 (the standard model, in which exports are a part of
/// domestic output).
public enum ExportSupply: String, Sendable, CaseIterable {
  /// From the same supply as home demand: the columns of the matrix.
  case composite
  /// From the output of domestic activities. What is exported beyond output is a re-export, and
  /// bears its part of imports, tax and margin. Exports carry the average margin of their
  /// commodity and all taxes on exports.
  case ownOutput = "own-output"
}

extension SocialAccountingMatrix {
  /// The flows in which exports from own output are bought from activities themselves: those of a
  /// matrix with an account for the exports of each commodity, that account netted out.
  ///
  /// - Throws: `MultiplierModel.Failure.exportsBelowCharges` where margins and taxes on the exports
  ///   of a commodity are more than it is exported for.
  func flowsWithExportsFromOutput() throws(MultiplierModel.Failure) -> Matrix {
    let world = indices(of: .restOfWorld)
    let activities = indices(of: .activity)
    let margins = indices(of: .margin)
    let taxes = indices(of: .exportTax)
    let payments = payments
    var moved = flows
    for c in indices(of: .commodity) {
      let exported = flow(from: world, to: [c])
      let output = flow(from: [c], to: activities)
      guard exported > 0, output > 0 else { continue }
      var charges = margins.map { (row: $0, value: flows[$0, c] * exported / payments[c]) }
      charges += taxes.map { (row: $0, value: flows[$0, c]) }
      let charged = charges.reduce(0) { $0 + $1.value }
      let basic = exported - charged
      guard basic > 0 else {
        throw .exportsBelowCharges(
          commodity: accounts[c].code, exports: exported, charges: charged)
      }
      let part = min(1, output / basic)
      let home = payments[c] - part * exported
      // A commodity that is sold abroad alone keeps its column, which home demand does not meet.
      guard home > 1e-9 * payments[c] else { continue }
      charges += activities.map { (row: $0, value: basic * flows[$0, c] / output) }
      for charge in charges where charge.value != 0 {
        moved[charge.row, c] -= part * charge.value
        for w in world { moved[charge.row, w] += part * charge.value * flows[c, w] / exported }
      }
      for w in world { moved[c, w] -= part * flows[c, w] }
    }
    return moved
  }
}
