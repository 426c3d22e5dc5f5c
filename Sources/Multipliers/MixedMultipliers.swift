package import AccountMatrix
internal import LinearAlgebra

/// What an injection, or a shift of limited output, does where some outputs do not follow demand.
///
/// For accounts u that respond in full and accounts c of fixed output,
///
///     dy_u = R (df_u + A_uc dy_c),   R = (I - A_uu)⁻¹,
///     df_c = (I - A_cc) dy_c - A_cu dy_u,
///
/// df_c being the change of net final demand (exports less competing imports)
/// that keeps the account in balance. In general, with response shares S and
/// shifts z of the output of limited accounts, y = (I - S A)⁻¹ (S x + z) and
/// df_c = z_c - (1 - s_c)(A y + x)_c. For s = 0 this is the mixed model; where
/// no account is limited it is the unconstrained one.
///
/// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) with bread fixed, a unit to the
/// household lowers net final demand for bread by 0.331532, and the GDP multiplier of a transfer
/// falls from 0.670383 to 0.297297.
///
/// Reference: Subramanian & Sadoulet 1990, Economic Development and Cultural
/// Change 39:131-173; Haggblade, Hammer & Hazell 1991, AJAE 73:361-374; Lewis &
/// Thorbecke 1992, World Development 20:881-897; Parikh & Thorbecke 1996.
package struct MixedResponse: Sendable, Equatable {
  /// One limited account: what is asked of it, and how it is kept in balance.
  package struct LimitedAccount: Sendable, Equatable {
    /// The account.
    package let account: Account
    /// Its response share.
    package let share: Double
    /// The shift of its output that was imposed.
    package let shift: Double
    /// The change of its output.
    package let output: Double
    /// The change of demand that it does not meet.
    package let unmet: Double

    /// The change of exports less competing imports that keeps the account in balance.
    package var netFinalDemand: Double { shift - unmet }
  }

  /// The model that was asked.
  package let model: MultiplierModel
  /// By how much the receipts of each rise.
  package let changes: [Double]
  /// The limited accounts.
  package let limited: [LimitedAccount]
  /// Leakages in the order of the exogenous accounts; `supply` last.
  package let leakages: [Response.Leakage]

  /// The endogenous accounts.
  package var accounts: [Account] { model.endogenous }
}

extension MultiplierModel {
  /// What an injection and shifts of limited outputs do together.
  ///
  /// - Parameters:
  ///   - injection: money from outside, by the account that receives it.
  ///   - shifts: changes of output of limited accounts, sold to others or as net exports.
  /// - Throws: `Failure.notLimited` for a shift of an account that meets all demand; else as
  ///   `response(to:)`.
  /// - Complexity: O(n²).
  package func mixedResponse(
    to injection: Injection, shifting shifts: Injection = Injection([])
  ) throws(Failure) -> MixedResponse {
    let x = try amounts(of: injection).inside
    let z = try amounts(of: shifts).inside
    if let free = z.indices.first(where: { z[$0] != 0 && shares[$0] == 1 }) {
      throw .notLimited(account: endogenous[free].code)
    }
    let y = factors.solve(endogenous.indices.map { shares[$0] * x[$0] + z[$0] })
    let unmet = zip(limited, unmetPropensities * y).map { $1 + (1 - shares[$0]) * x[$0] }
    var leakages = zip(exogenous, leakageRates * y).map {
      Response.Leakage(account: $0.code, amount: $1)
    }
    let leaked = leakages.reduce(0) { $0 + $1.amount } + unmet.reduce(0, +)
    try Self.requireEqual(
      injection.total + shifts.total, leaked,
      size: (x + z).reduce(0) { $0 + abs($1) })
    leakages.append(
      Response.Leakage(account: Response.Leakage.supply, amount: unmet.reduce(0, +)))
    return MixedResponse(
      model: self, changes: y,
      limited: zip(limited, unmet).map { i, unmet in
        MixedResponse.LimitedAccount(
          account: endogenous[i], share: shares[i], shift: z[i], output: y[i], unmet: unmet)
      }, leakages: leakages)
  }
}
