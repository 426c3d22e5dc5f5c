package import AccountMatrix
internal import LinearAlgebra

/// Accounts that buy from each other, and what all others demand of them.
///
/// x = Z 1 + f, A = Z x̂⁻¹, x = (I - A)⁻¹ f = L f, with f the demand from outside the system.
/// Supply is taken as free.
public struct ProductionSystem: Sendable {
  /// Which accounts belong to the system.
  public enum Scope: String, Sendable, CaseIterable {
    /// Activities, commodities and margins; all endogenous accounts where none is known to be one.
    case production
    /// All endogenous accounts.
    case sam
  }

  /// The model that the accounts are from.
  package let model: MultiplierModel
  /// Which accounts belong to the system.
  package let scope: Scope
  /// The accounts of the system.
  package let accounts: [Account]
  /// x: the receipts of each account.
  package let output: [Double]
  /// f: the receipts from outside the system.
  package let finalDemand: [Double]
  /// A: what an account buys of each other per unit of its output.
  let inputs: Matrix
  /// L = (I - A)⁻¹.
  let inverse: Matrix
  /// The positions of the accounts among the endogenous accounts of the model.
  let positions: [Int]

  /// Cuts the system out of a model.
  ///
  /// - Throws: `MultiplierModel.Failure.noProduction` for a matrix with kinds but without
  ///   production; `.notProductive` where the system has no inverse.
  /// - Complexity: O(n³).
  public init(
    _ model: MultiplierModel, scope: Scope = .production
  ) throws(MultiplierModel.Failure) {
    let producers = model.endogenous.indices.filter {
      model.endogenous[$0].kind?.isProduction == true
    }
    if scope == .production, producers.isEmpty, model.hasMeasures { throw .noProduction }
    let isWhole = scope == .sam || producers.isEmpty
    let positions = isWhole ? Array(model.endogenous.indices) : producers
    let receipts = model.sam.receipts
    let output = positions.map { receipts[model.partition.endogenous[$0]] }
    let inputs = model.propensities.submatrix(rows: positions, columns: positions)
    let system = MultiplierModel.systemMatrix(inputs)
    guard let factors = try? LU(system), factors.reciprocalCondition > 1e-12 else {
      throw .notProductive(
        spectralRadius: inputs.spectralRadius ?? .infinity,
        accounts: positions.map { model.endogenous[$0].code })
    }
    self.model = model
    self.scope = scope
    self.positions = positions
    accounts = positions.map { model.endogenous[$0] }
    self.output = output
    self.inputs = inputs
    inverse = factors.inverse
    finalDemand = zip(output, inputs * output).map { $0 - $1 }
  }

  /// Whether activities are known, so that output can be told from other receipts.
  package var knowsActivities: Bool {
    accounts.contains { $0.kind == .activity }
  }
}
