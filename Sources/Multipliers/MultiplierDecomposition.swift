public import AccountMatrix
internal import LinearAlgebra

/// The multipliers taken apart: effects within groups of accounts, across them, and round the circle.
///
/// With A₀ the blocks of A on the diagonal, for k groups,
///
///     M₁ = (I - A₀)⁻¹,  A* = M₁ (A - A₀),
///     M₂ = I + A* + ... + A*ᵏ⁻¹,  M₃ = (I - A*ᵏ)⁻¹,  M = M₃ M₂ M₁.
///
/// M₁ holds the transfer effects within a group, M₂ the open-loop effects of one
/// group on the others, M₃ the closed-loop effects that return. Other authors
/// name them intragroup, extragroup (or cross) and intergroup (or circular).
///
/// With response shares S, A stands for S A, and the matrices act on S x.
///
/// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) M₁ of bread on bread is
/// 1.327561 and M₃ of the household on itself 1.670383.
///
/// Reference: Pyatt & Round 1979, Economic Journal 89:850-873; Stone 1985, in
/// Pyatt & Round, Social Accounting Matrices: A Basis for Planning.
public struct MultiplierDecomposition: Sendable {
  /// The model whose multipliers are taken apart.
  public let model: MultiplierModel
  /// The groups of accounts.
  public let blocks: AccountBlocks
  /// The factors of I - A₀.
  private let within: LU
  /// A*.
  private let around: Matrix
  /// The factors of I - A*ᵏ.
  private let circle: LU

  /// Takes the multipliers of a model apart.
  ///
  /// - Throws: `Failure.singular` where spending inside a group never dies out, which only negative
  ///   cells make possible.
  /// - Complexity: O(k n³) once for k groups, O(n²) for each injection.
  public init(_ model: MultiplierModel, by blocks: AccountBlocks) throws(Failure) {
    let propensities = model.metPropensities
    let group = blocks.membership
    var inside = Matrix(rows: propensities.rows, columns: propensities.columns)
    var across = inside
    for i in 0..<propensities.rows {
      for j in 0..<propensities.columns {
        if group[i] == group[j] {
          inside[i, j] = propensities[i, j]
        } else {
          across[i, j] = propensities[i, j]
        }
      }
    }
    do {
      within = try LU(MultiplierModel.systemMatrix(inside))
      around = within.solve(across)
      var turn = around
      for _ in 1..<max(1, blocks.blocks.count) { turn = turn * around }
      circle = try LU(MultiplierModel.systemMatrix(turn))
    } catch {
      throw .singular
    }
    self.model = model
    self.blocks = blocks
  }

  /// Why multipliers cannot be taken apart.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A matrix of the decomposition has no inverse.
    case singular

    /// The failure in words.
    public var diagnostic: Diagnostic {
      Diagnostic(
        "the multipliers cannot be taken apart by these groups: spending inside a group does not "
          + "die out", remedy: "Choose other groups, or check the accounts with negative payments")
    }
  }

  /// M₁ v.
  func transfer(_ v: [Double]) -> [Double] { within.solve(v) }

  /// M₂ v.
  func openLoop(_ v: [Double]) -> [Double] {
    var sum = v
    var turn = v
    for _ in 1..<max(1, blocks.blocks.count) {
      turn = around * turn
      for i in sum.indices { sum[i] += turn[i] }
    }
    return sum
  }

  /// M₃ v.
  func closedLoop(_ v: [Double]) -> [Double] { circle.solve(v) }
}

extension MultiplierDecomposition {
  /// Each matrix of the product applied to an injection, for one account.
  package struct Factors: Sendable, Equatable {
    /// The account.
    package let account: Account
    /// M₁ x: the transfer effects within the group that receives.
    package let transfer: Double
    /// M₂ x: the open-loop effects.
    package let openLoop: Double
    /// M₃ x: the closed-loop effects.
    package let closedLoop: Double
    /// M x = M₃ M₂ M₁ x: the change of the account's receipts.
    package let total: Double
  }

  /// The matrices M₁, M₂, M₃ and their product, each applied to an injection; for a unit into one
  /// account these are its columns of the matrices.
  ///
  /// - Throws: `MultiplierModel.Failure` for an unknown, empty or exogenous account.
  package func multiplicative(
    _ injection: Injection
  ) throws(MultiplierModel.Failure) -> [Factors] {
    let x = try injected(injection)
    let first = transfer(x)
    let second = openLoop(x)
    let third = closedLoop(x)
    let total = closedLoop(openLoop(first))
    return model.endogenous.indices.map {
      Factors(
        account: model.endogenous[$0], transfer: first[$0], openLoop: second[$0],
        closedLoop: third[$0], total: total[$0])
    }
  }

  /// S x: what of an injection is met at once.
  func injected(_ injection: Injection) throws(MultiplierModel.Failure) -> [Double] {
    let amounts = try model.amounts(of: injection).inside
    return zip(model.shares, amounts).map { $0 * $1 }
  }

  /// The matrices M₁, M₂ and M₃, row accounts by column accounts.
  ///
  /// - Complexity: O(n³).
  package func matrices() -> (
    transfer: [[Double]], openLoop: [[Double]], closedLoop: [[Double]]
  ) {
    let units = Matrix.identity(model.endogenous.count)
    func matrix(_ apply: ([Double]) -> [Double]) -> [[Double]] {
      let columns = Matrix((0..<units.rows).map { apply(units.row($0)) }).transposed
      return (0..<columns.rows).map(columns.row)
    }
    return (matrix(transfer), matrix(openLoop), matrix(closedLoop))
  }
}
