public import AccountMatrix
internal import Multipliers
public import SpendingPolicy

/// How far the GDP multiplier of a programme moves from matrix to matrix.
///
/// The move from 2022 to 2024 has three steps: growth, to the aggregates of 2024
/// before rebasing; rebasing, to the same aggregates on the new base; structure,
/// the products and industries of the new tables. Part of the last is rebasing
/// too: tables of 2022 on the new base do not exist.
public struct MultiplierMove: Sendable, Equatable {
  /// The programme.
  public let programme: Programme
  /// GDP at factor cost per franc on the matrix of 2017.
  public let in2017: Double
  /// The same on that of 2022.
  public let in2022: Double
  /// From 2022 to the aggregates of 2024 before rebasing.
  public let growth: Double
  /// From there to the aggregates after rebasing.
  public let rebasing: Double
  /// From there to the matrix of 2024.
  public let structure: Double

  /// GDP at factor cost per franc on the matrix of 2024.
  public var in2024: Double { in2022 + growth + rebasing + structure }
}

extension Rwanda {
  /// How far the GDP multiplier of every ranked programme moves between 2017, 2022 and 2024.
  ///
  /// - Throws: `Diagnostic` if a matrix cannot be built.
  public static func multiplierMoves(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [MultiplierMove] {
    let programmes = try programmes(from: data).filter(\.isRanked)
    func multipliers(_ id: String, step: String? = nil) throws(Diagnostic) -> [Double] {
      let sam = try build(id, from: data, step: step).sam
      do {
        let comparison = try Comparison(of: programmes, in: try MultiplierModel(sam))
        return comparison.rows.map(\.effect.gdpFactorCost)
      } catch {
        throw (error as? any DiagnosticConvertible)?.diagnostic
          ?? Diagnostic("the multipliers cannot be computed", at: id)
      }
    }
    let in2017 = try multipliers("rwanda-2017")
    let in2022 = try multipliers("rwanda-2022")
    let oldBase = try multipliers("rwanda-2024", step: "step-old-base.csv")
    let newBase = try multipliers("rwanda-2024", step: "step-new-base.csv")
    let in2024 = try multipliers("rwanda-2024")
    return programmes.indices.map { p in
      MultiplierMove(
        programme: programmes[p], in2017: in2017[p], in2022: in2022[p],
        growth: oldBase[p] - in2022[p], rebasing: newBase[p] - oldBase[p],
        structure: in2024[p] - newBase[p])
    }
  }
}
