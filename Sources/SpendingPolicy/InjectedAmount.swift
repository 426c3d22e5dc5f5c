public import AccountMatrix
package import GeneralEquilibrium
internal import Multipliers

/// How much money each programme is given in a comparison.
public enum InjectedAmount: String, Sendable, CaseIterable {
  /// One franc; effects in francs.
  case franc
  /// One billion; effects in the unit of the matrix.
  case billion
  /// One per cent of GDP at market prices; effects in the unit of the matrix.
  case percentOfGDP = "percent-of-gdp"
}

extension Comparison {
  /// What an amount per franc is multiplied by, in the unit of the matrix.
  ///
  /// - Throws: `Diagnostic` if it needs a GDP that the matrix does not have.
  package func injected(_ amount: InjectedAmount) throws(Diagnostic) -> Double {
    do { return try amount.amount(in: model.sam) } catch { throw error.diagnostic }
  }
}

extension InjectedAmount {
  /// The amount in the unit of a matrix; one for a franc, of which effects are in francs.
  ///
  /// - Throws: `SocialAccountingMatrix.Failure` if a per cent is asked for of a matrix without GDP.
  public func amount(
    in sam: SocialAccountingMatrix
  ) throws(SocialAccountingMatrix.Failure) -> Double {
    switch self {
    case .franc: 1
    case .billion: 1e9 / sam.unit.scale.factor
    case .percentOfGDP: try sam.grossDomesticProduct().byIncome / 100
    }
  }
}

extension EffectColumn {
  /// The value for an amount from that for one franc: amounts grow with the money, shares do not.
  package func of(_ amount: Double, perFranc value: Double?) -> Double? {
    value.map { isAmount ? $0 * amount : $0 }
  }
}

extension Indicator {
  /// The value for an amount from that for one franc, as of `EffectColumn`.
  package func of(_ amount: Double, perFranc value: Double?) -> Double? {
    value.map { isAmount ? $0 * amount : $0 }
  }
}
