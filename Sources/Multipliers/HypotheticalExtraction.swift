public import AccountMatrix
internal import LinearAlgebra

/// How much output an economy would lose without one of its accounts.
///
/// The loss is T_j = w'x - w'x̄, with x = L f and x̄ the output after purchases,
/// sales or both of account j are cut out of A, f held except in `remove`. All
/// variants are changes of A of rank one or two, so with c = w'L and the
/// diagonal of L one inverse gives the loss of every account
/// (Sherman & Morrison 1950; Woodbury 1950):
///
///     column         x_j (c_j - w_j) / l_jj
///     row            c_j (x_j - f_j) / l_jj
///     both           x_j (c_j - w_j l_jj) / l_jj + w_j (x_j - f_j)
///     both-keep-own  x_j (c_j - w_j l_jj) / l_jj + w_j (x_j - f_j / (1 - a_jj))
///     remove         x_j (c_j - w_j l_jj) / l_jj + w_j x_j
///
/// Worked example: without the purchases and sales of the first industry of Miller & Blair's table
/// (2009, chapter 2) 860.526316 of the output of 3000 is lost; without the industry 1210.526316.
///
/// Reference: Paelinck, de Caevel & Degueldre 1965; Strassert 1968; Dietzenbacher,
/// van der Linden & Steenge 1993, Economic Systems Research 5:185-206; Miller &
/// Blair 2009, section 12.2.6.
public struct HypotheticalExtraction: Sendable {
  /// What is cut out.
  public enum Variant: String, Sendable, CaseIterable {
    /// The account buys nothing: column j of A is zero.
    case column
    /// The account sells nothing to others or itself but final demand: row j of A is zero.
    case row
    /// Both; what final demand asks of it is still made.
    case both
    /// Both, but what it uses of its own output stays.
    case bothKeepOwn = "both-keep-own"
    /// The account does not exist, nor does final demand for it.
    case remove
  }

  /// What the economy loses without one account.
  public struct Loss: Sendable, Equatable {
    /// The account.
    public let account: Account
    /// The loss of total output, in the unit of the matrix.
    public let output: Double
    /// The loss as a per cent of total output.
    public let percent: Double
    /// The loss of GDP at factor cost; `nil` for a matrix without kinds.
    public let gdp: Double?
  }

  /// The system that accounts are cut out of.
  public let system: ProductionSystem
  /// What is cut out.
  public let variant: Variant
  /// Total output: over activities, or over all accounts where activities are not known.
  public let totalOutput: Double
  /// The losses: a row for each activity, or for every account where activities are not known.
  public let losses: [Loss]

  /// Cuts out each account in turn.
  ///
  /// - Complexity: O(n²) for all accounts together, on the inverse of the system.
  public init(_ system: ProductionSystem, variant: Variant = .both) {
    let isActivity = system.accounts.map { $0.kind == .activity }
    let knowsActivities = system.knowsActivities
    let outputWeights = isActivity.map { !knowsActivities || $0 ? 1.0 : 0 }
    let x = system.output
    let losses = Self.losses(system, variant, weights: outputWeights)
    var gdpLosses: [Double]?
    if system.model.hasMeasures {
      let valueAdded = system.model.weights(of: .gdpFactorCost)
      gdpLosses = Self.losses(system, variant, weights: system.positions.map { valueAdded[$0] })
    }
    let total = outputWeights.dot(x)
    self.system = system
    self.variant = variant
    totalOutput = total
    self.losses = system.accounts.indices.filter { !knowsActivities || isActivity[$0] }.map {
      Loss(
        account: system.accounts[$0], output: losses[$0], percent: 100 * losses[$0] / total,
        gdp: gdpLosses?[$0])
    }
  }

  /// The loss of w'x for each account in turn.
  private static func losses(
    _ system: ProductionSystem, _ variant: Variant, weights w: [Double]
  ) -> [Double] {
    let c = w * system.inverse
    return w.indices.map { j in
      let (x, f) = (system.output[j], system.finalDemand[j])
      let own = system.inverse[j, j]
      let others = x * (c[j] - w[j] * own) / own
      switch variant {
      case .column: return x * (c[j] - w[j]) / own
      case .row: return c[j] * (x - f) / own
      case .both: return others + w[j] * (x - f)
      case .bothKeepOwn: return others + w[j] * (x - f / (1 - system.inputs[j, j]))
      case .remove: return others + w[j] * x
      }
    }
  }
}
