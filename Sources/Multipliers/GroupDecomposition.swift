public import AccountMatrix
internal import LinearAlgebra

/// Why a group gains from an injection: what reaches it on the first round, and what the circle adds.
///
/// For a group i and an account j that receives, m_ij = e_i' M₃ M₂ M₁ e_j. Thorbecke & Jung write
/// it as the distributional effect d_ij = e_i' M₂ M₁ e_j, what reaches the group before the circle
/// closes, times the interdependency effect r_ij = m_ij / d_ij. Pyatt & Round split it by whether
/// the money starts its open loop at j itself, and enters the closed loop at i itself:
///
///     direct-direct     = (M₃)_ii (M₂)_ij (M₁)_jj,
///     direct-indirect   = (M₃)_ii Σ_{l≠j} (M₂)_il (M₁)_lj,
///     indirect-direct   = Σ_{k≠i} (M₃)_ik (M₂)_kj (M₁)_jj,
///     indirect-indirect = the rest; the four add to m_ij.
///
/// Reference: Thorbecke & Jung 1996, Journal of Development Economics 48(2):279-300; Pyatt & Round
/// 2006, in de Janvry & Kanbur, Poverty, Inequality and Development; Civardi, Pansini & Targetti
/// Lenti 2010.
public struct GroupDecomposition: Sendable, Equatable {
  /// An effect, taken apart.
  public struct Parts: Sendable, Equatable {
    /// What is received and met.
    public let amount: Double
    /// What reaches the group before the circle closes.
    public let distributional: Double
    /// What the group gains in all.
    public let total: Double
    /// Open loop from the receiver itself, closed loop at the group itself.
    public let directDirect: Double
    /// Open loop from other accounts of the receiver's group, closed loop at the group itself.
    public let directIndirect: Double
    /// Open loop from the receiver itself to other institutions, from which the group gains.
    public let indirectDirect: Double
    /// Open loop from other accounts to other institutions.
    public let indirectIndirect: Double

    /// By how much the circle multiplies what reaches the group; `nil` where nothing does.
    public var interdependency: Double? { distributional == 0 ? nil : total / distributional }
  }

  /// The effect of what one account receives.
  public struct Row: Sendable, Equatable {
    /// The account that receives.
    public let account: Account
    /// Its effect.
    public let parts: Parts
  }

  /// The group.
  public let group: Account
  /// A row per account that receives.
  public let rows: [Row]

  /// The effect of all that is received.
  public var total: Parts {
    func sum(_ value: (Parts) -> Double) -> Double { rows.reduce(0) { $0 + value($1.parts) } }
    return Parts(
      amount: sum { $0.amount }, distributional: sum { $0.distributional },
      total: sum { $0.total }, directDirect: sum { $0.directDirect },
      directIndirect: sum { $0.directIndirect }, indirectDirect: sum { $0.indirectDirect },
      indirectIndirect: sum { $0.indirectIndirect })
  }
}

extension MultiplierDecomposition {
  /// Takes the effect of an injection on one group apart.
  ///
  /// - Throws: `MultiplierModel.Failure` for an unknown, empty or exogenous group or receiver.
  /// - Complexity: O(n³) for the closed loop, O(n²) for each receiver.
  public func effect(
    on group: String, of injection: Injection
  ) throws(MultiplierModel.Failure) -> GroupDecomposition {
    let i = try model.position(of: group)
    let amounts = try injected(model.endogenousPart(of: injection))
    let circle = matrices().closedLoop[i]
    var rows: [GroupDecomposition.Row] = []
    for j in amounts.indices where amounts[j] != 0 {
      let unit = amounts.indices.map { $0 == j ? amounts[j] : 0 }
      let own = transfer(unit)
      let open = openLoop(own)
      let total = closedLoop(open)[i]
      let fromItself = openLoop(amounts.indices.map { $0 == j ? own[j] : 0 })
      let directDirect = circle[i] * fromItself[i]
      let direct = circle[i] * open[i]
      let indirectDirect = circle.dot(fromItself) - directDirect
      rows.append(
        GroupDecomposition.Row(
          account: model.endogenous[j],
          parts: GroupDecomposition.Parts(
            amount: amounts[j], distributional: open[i], total: total,
            directDirect: directDirect, directIndirect: direct - directDirect,
            indirectDirect: indirectDirect,
            indirectIndirect: total - direct - indirectDirect)))
    }
    return GroupDecomposition(group: model.endogenous[i], rows: rows)
  }
}
