public import AccountMatrix
internal import LinearAlgebra

/// How strongly an account pulls on those it buys from and pushes those it sells to.
///
/// With A the inputs, L = (I - A)⁻¹, B = x̂⁻¹ Z the sales and G = (I - B)⁻¹, for n accounts:
///
///     direct backward  Σᵢ aᵢⱼ              direct forward  Σⱼ bᵢⱼ
///     total backward   Σᵢ lᵢⱼ              total forward   Σⱼ lᵢⱼ, and by sales Σⱼ gᵢⱼ
///     index            total / (mean of all totals)
///     variation        Vⱼ = √(Σᵢ (lᵢⱼ - l̄ⱼ)² / (n - 1)) / l̄ⱼ,  l̄ⱼ = Σᵢ lᵢⱼ / n.
///
/// An index above one is a strong linkage; low variation says that it is spread
/// over many accounts. A key account has a strong backward and a strong forward
/// index, both of L (Rasmussen's power and sensitivity of dispersion).
///
/// Worked example: in Miller & Blair's table (2009, chapter 2) the output multipliers are 1.518152
/// and 1.452145, the backward indices 1.022222 and 0.977778.
///
/// Reference: Chenery & Watanabe 1958, Econometrica 26:487-521 (direct);
/// Rasmussen 1956, chapter 8 (total, index, variation); Jones 1976, QJE
/// 90:323-333 (forward by sales); Miller & Blair 2009, section 12.2.
public struct Linkages: Sendable {
  /// Where an account stands by both indices.
  public enum Position: String, Sendable, CaseIterable {
    /// Both linkages are strong.
    case key
    /// It pulls strongly on its suppliers.
    case backward
    /// It is needed strongly by its buyers.
    case forward
    /// Neither linkage is strong.
    case weak
  }

  /// The linkages of one account.
  public struct Linkage: Sendable, Equatable {
    /// The account.
    public let account: Account
    /// What it buys inside the system per unit of its output.
    public let backwardDirect: Double
    /// The part of its output that it sells inside the system.
    public let forwardDirect: Double
    /// The column sum of L.
    public let backwardTotal: Double
    /// The row sum of L.
    public let forwardTotal: Double
    /// The row sum of G.
    public let forwardGhosh: Double
    /// The power of dispersion.
    public let backwardIndex: Double
    /// The sensitivity of dispersion.
    public let forwardIndex: Double
    /// The row sum of G over the mean of all.
    public let forwardGhoshIndex: Double
    /// The coefficient of variation of the column of L; `nil` for a single account.
    public let backwardVariation: Double?
    /// The coefficient of variation of the row of L; `nil` for a single account.
    public let forwardVariation: Double?

    /// Where the account stands by both indices of L.
    public var position: Position {
      switch (backwardIndex > 1, forwardIndex > 1) {
      case (true, true): .key
      case (true, false): .backward
      case (false, true): .forward
      case (false, false): .weak
      }
    }
  }

  /// The system that the linkages are those of.
  public let system: ProductionSystem
  /// The linkages in the order of the accounts.
  public let linkages: [Linkage]

  /// The linkages of a system.
  ///
  /// - Complexity: O(n²): sales need no inverse of their own, as G = x̂⁻¹ L x̂.
  public init(_ system: ProductionSystem) {
    let count = Double(system.accounts.count)
    let x = system.output
    let sales = zip(system.inputs * x, x).map { $0 / $1 }
    let bySales = zip(system.inverse * x, x).map { $0 / $1 }
    let columns = system.inverse.columnSums
    let rows = system.inverse.rowSums
    let meanTotal = columns.reduce(0, +) / count
    let meanBySales = bySales.reduce(0, +) / count
    let inputs = system.inputs.columnSums
    self.system = system
    linkages = system.accounts.indices.map { j in
      Linkage(
        account: system.accounts[j], backwardDirect: inputs[j], forwardDirect: sales[j],
        backwardTotal: columns[j], forwardTotal: rows[j], forwardGhosh: bySales[j],
        backwardIndex: columns[j] / meanTotal, forwardIndex: rows[j] / meanTotal,
        forwardGhoshIndex: bySales[j] / meanBySales,
        backwardVariation: Self.variation(system.inverse.column(j)),
        forwardVariation: Self.variation(system.inverse.row(j)))
    }
  }

  /// The sample standard deviation over the mean.
  private static func variation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot() / mean
  }
}
