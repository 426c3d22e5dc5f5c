public import AccountMatrix
internal import LinearAlgebra

/// The elementary paths along which spending travels from one account to another.
///
/// A path follows spending, from the account that pays to the account that is
/// paid, and meets no account twice. With A the spending shares,
///
///     direct influence   I_D = product of the a's along the arcs,
///     path multiplier    M_p = Δ_p / Δ = det M[p, p],
///     total influence    I_T = I_D M_p,
///
/// where Δ = det (I - A), Δ_p the minor without the path's accounts and M[p, p]
/// the block of M = (I - A)⁻¹ on them (Jacobi's identity). The total influences
/// of all elementary paths from i to j add to the global influence m_ji. The
/// path from an account to itself is the account alone.
///
/// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) the household reaches bread
/// with 0.566703, of which 87.0 per cent directly: 0.222222 x 2.217535 = 0.492786.
///
/// Reference: Lantner 1974; Defourny & Thorbecke 1984, Economic Journal
/// 94:111-136.
public struct StructuralPaths: Sendable {
  /// One path and what travels along it.
  public struct Path: Sendable, Equatable {
    /// The accounts in the order in which they are paid.
    public let accounts: [Account]
    /// The product of the spending shares along the arcs.
    public let direct: Double
    /// How far the circuits along the path amplify it.
    public let multiplier: Double
    /// The part of the global influence, in [0, 1] where no payment is negative.
    public let share: Double?

    /// The number of payments.
    public var arcs: Int { accounts.count - 1 }
    /// The direct influence times the path multiplier.
    public var total: Double { direct * multiplier }
  }

  /// Which paths are wanted.
  public struct Query: Sendable, Equatable {
    /// The largest number of payments in a path.
    public var longest = 5
    /// The largest number of paths.
    public var top = 10
    /// The smallest share of the global influence of a path.
    public var threshold = 0.01
    /// The accounts that a path may pass between its ends; all if `nil`.
    public var only: Set<String>?
    /// The accounts that a path may not pass between its ends.
    public var excluding: Set<String> = []

    /// The ten largest paths of at most five payments that hold a hundredth or more.
    public init() {}
  }

  /// The paths between two accounts, largest first.
  public struct Result: Sendable, Equatable {
    /// Where the money starts.
    public let origin: Account
    /// Where it arrives.
    public let destination: Account
    /// m_ji: what a unit into the origin adds to the destination, over all paths.
    public let global: Double
    /// The paths found.
    public let paths: [Path]

    /// The part of the global influence that no path found accounts for.
    public var notCovered: Double { global - paths.reduce(0) { $0 + $1.total } }
    /// The same as a part of the global influence; `nil` where there is none.
    package var shareNotCovered: Double? { global == 0 ? nil : notCovered / global }
  }

  /// The model whose spending is followed.
  public let model: MultiplierModel
  /// M without the response of the receiver, (I - S A)⁻¹.
  let inverse: Matrix
  /// An inverse whose elements bound those of `inverse`: of I - |S A|.
  let bound: Matrix

  /// Prepares the search for paths between any accounts.
  ///
  /// - Throws: `Failure.unbounded` if the matrix has negative payments so large that paths cannot
  ///   be bounded.
  /// - Complexity: O(n³) once.
  public init(_ model: MultiplierModel) throws(Failure) {
    self.model = model
    inverse = model.factors.inverse
    let shares = model.metPropensities
    guard shares.storage.contains(where: { $0 < 0 }) else {
      bound = inverse
      return
    }
    let absolute = Matrix(
      storage: shares.storage.map(abs), rows: shares.rows, columns: shares.columns)
    guard let factors = try? LU(MultiplierModel.systemMatrix(absolute)),
      factors.solve([Double](repeating: 1, count: shares.rows)).allSatisfy({ $0 > 0 })
    else { throw .unbounded }
    bound = factors.inverse
  }

  /// Why there are no paths.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// The model refuses an account.
    case model(MultiplierModel.Failure)
    /// A path begins or ends at an account that absorbs leakages.
    case exogenousEnd(account: String, isOrigin: Bool, other: String)
    /// Negative payments are too large for a bound on paths.
    case unbounded

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .model(let failure): failure.diagnostic
      case .exogenousEnd(let account, let isOrigin, let other):
        Diagnostic(
          "there is no path \(isOrigin ? "from" : "to") the exogenous account '\(account)' "
            + "\(isOrigin ? "to" : "from") '\(other)': it absorbs leakages and passes nothing on",
          remedy: "Choose an endogenous account, or change \(.chooseExogenous)")
      case .unbounded:
        Diagnostic(
          "negative payments between endogenous accounts are so large that paths have no bound",
          remedy: "Move negative payments to the other side, or make their accounts exogenous")
      }
    }
  }

  /// The largest paths from one account to another.
  ///
  /// - Parameters:
  ///   - origin: where the money starts.
  ///   - destination: where it arrives.
  ///   - query: which paths are wanted.
  /// - Throws: `Failure.exogenousEnd`, or `Failure.model` for an unknown or empty account.
  /// - Complexity: O(n k) for each prefix looked at, of which at most 1/threshold are of any length.
  public func paths(
    from origin: String, to destination: String, _ query: Query = Query()
  ) throws(Failure) -> Result {
    for code in (query.only ?? []).union(query.excluding).sorted() {
      do { _ = try model.sam.index(of: code) } catch { throw .model(.matrix(error)) }
    }
    let start = try end(origin, isOrigin: true, other: destination)
    let finish = try end(destination, isOrigin: false, other: origin)
    let global = inverse[finish, start] * model.shares[start]
    var search = PathSearch(self, from: start, to: finish, global: global, query: query)
    return Result(
      origin: model.endogenous[start], destination: model.endogenous[finish], global: global,
      paths: search.run())
  }

  private func end(_ code: String, isOrigin: Bool, other: String) throws(Failure) -> Int {
    do { return try model.position(of: code) } catch .exogenousAccount(let account) {
      throw .exogenousEnd(account: account, isOrigin: isOrigin, other: other)
    } catch {
      throw .model(error)
    }
  }
}
