internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// A programme on the columns of a drawn economy, whose shares are drawn by their evidence.
struct DrawnProgramme: Sendable {
  private struct Part {
    let account: String
    /// The column account, or `nil` for one that never responds.
    let column: Int?
    let fraction: Double
    /// The part of it that replaces no earnings given up elsewhere.
    var kept = 1.0
    /// What of it pays the taxes on a lump sum, for payers of the poorest two quintiles.
    var paidOnLumpSum = 0.0
    /// The concentration of its evidence; `nil` where it is not drawn.
    let concentration: Double?
    let isHousehold: Bool
    let isPoor: Bool
    let isTax: Bool

    /// What a franc of the part is of a measure where its account never responds.
    func outsideValue(of measure: UncertainMeasure) -> Double {
      switch measure {
      case .taxReturn: isTax ? 1 : 0
      case .incomeBottom40: isPoor ? 1 : 0
      default: 0
      }
    }
  }

  let programme: Programme
  private let parts: [Part]
  private let key: UInt64

  /// `nil` for a programme with an account that the matrix lacks.
  init?(
    _ programme: Programme, in economy: DrawnEconomy, of model: MultiplierModel,
    grades: SourceGrades, displacedEarnings: Double
  ) {
    guard programme.shares.allSatisfy({ model.sam.contains($0.account) }) else { return nil }
    self.programme = programme
    key = RandomStream.key("programme " + programme.id)
    func part(_ account: Account, _ fraction: Double, _ concentration: Double?) -> Part {
      Part(
        account: account.code,
        column: economy.draws.base.columns.firstIndex { $0.code == account.code },
        fraction: fraction,
        concentration: concentration, isHousehold: account.kind == .household,
        isPoor: account.isPoorHousehold,
        isTax: account.kind?.isTax == true)
    }
    guard programme.family != .tax else {
      // Who pays a tax is read off the matrix, and its payers pay no tax on the lump sum.
      let vector = programme.vector(in: model, positions: AccountPositions(model))
      parts =
        model.endogenous.indices.filter { vector.spent[$0] != 0 }.map { j in
          let account = model.endogenous[j]
          var part = part(account, vector.spent[j], nil)
          part.paidOnLumpSum = account.isPoorHousehold ? vector.spent[j] - vector.handed[j] : 0
          return part
        }
        + model.exogenous.indices.filter { vector.leaked[$0] != 0 }.map {
          part(model.exogenous[$0], vector.leaked[$0], nil)
        }
      return
    }
    parts = programme.shares.compactMap { share in
      guard let account = try? model.sam.account(share.account) else { return nil }
      var part = part(
        account, share.fraction, grades.concentration(ofGrade: share.evidence.rawValue))
      if share.role == .wages { part.kept = 1 - displacedEarnings }
      return part
    }
  }

  /// The accounts of the parts, and what of each replaces no earnings given up elsewhere.
  var accounts: [String] { parts.map { $0.account } }
  var kept: [Double] { parts.map { $0.kept } }

  /// Whether some share varies from draw to draw.
  var isDrawn: Bool { parts.count > 1 && parts.contains { $0.concentration != nil } }

  /// The shares of one draw; those of the programme without one.
  ///
  /// A gamma number of mean a and variance a / κ for each share, scaled to add to one: a Dirichlet
  /// distribution where all shares have the same evidence.
  func fractions(seed: UInt64, draw: UInt64?) -> [Double] {
    guard let draw, isDrawn else {
      return parts.map { $0.fraction }
    }
    var stream = RandomStream(seed: seed, draw: draw, key: key)
    var sum = 0.0
    var drawn = parts.map { part -> Double in
      var value = part.fraction
      if let concentration = part.concentration, part.fraction > 0 {
        value = stream.gamma(shape: part.fraction * concentration) / concentration
      }
      sum += value
      return value
    }
    guard sum > 0 else { return parts.map({ $0.fraction }) }
    for i in drawn.indices { drawn[i] /= sum }
    return drawn
  }

  /// What one unit does to a measure, by the multipliers of the columns.
  func value(
    of measure: UncertainMeasure, multipliers: [Double], fractions: [Double]
  ) -> Double {
    var value = 0.0
    for (part, fraction) in zip(parts, fractions) {
      if let column = part.column {
        value += fraction * part.kept * multipliers[column]
        if measure == .incomeBeyondTransfer, part.isHousehold { value -= fraction }
      } else {
        value += fraction * part.kept * part.outsideValue(of: measure)
      }
      if measure == .incomeBottom40 { value -= part.paidOnLumpSum }
    }
    return value
  }

  /// The shares without draws, by column account.
  func amounts(columns: Int) -> [Double] {
    var amounts = [Double](repeating: 0, count: columns)
    for part in parts {
      if let column = part.column { amounts[column] += part.fraction * part.kept }
    }
    return amounts
  }

  /// The variance that the draws of the vector give to a measure, to the first order.
  func variance(of measure: UncertainMeasure, multipliers: [Double]) -> Double {
    // First order: f_i = g_i / Σ g, so df_i = dg_i - f_i Σ dg, with Var g_i = f_i / κ_i.
    let values = parts.map { part -> Double in
      guard let column = part.column else { return part.kept * part.outsideValue(of: measure) }
      return part.kept * multipliers[column]
        - (measure == .incomeBeyondTransfer && part.isHousehold ? 1 : 0)
    }
    let mean = zip(parts, values).reduce(0) { $0 + $1.0.fraction * $1.1 }
    return zip(parts, values).reduce(0) { sum, pair in
      guard parts.count > 1, let concentration = pair.0.concentration else { return sum }
      let distance = pair.1 - mean
      return sum + pair.0.fraction / concentration * distance * distance
    }
  }
}
