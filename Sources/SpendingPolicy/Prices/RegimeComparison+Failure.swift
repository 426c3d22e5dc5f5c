public import AccountMatrix
public import GeneralEquilibrium

extension RegimeComparison {
  /// Why programmes cannot be compared under a regime.
  public enum Failure: DiagnosticConvertible, Equatable {
    /// A setting of the multiplier model without a counterpart.
    case setting(String, reason: String)
    /// The programme is not compared.
    case comparison(Comparison.Failure)
    /// Nobody can pay so under a regime.
    case financing(String, reason: String)
    /// The model refuses.
    case model(regime: String, EquilibriumModel.Failure)

    /// The failure in words.
    public var diagnostic: Diagnostic {
      switch self {
      case .setting(let name, let reason):
        Diagnostic(
          "the setting '\(name)' has no counterpart under a regime: \(reason)",
          remedy: "Leave the setting out, or compare without regimes")
      case .comparison(let failure): failure.diagnostic
      case .financing(let name, let reason):
        Diagnostic(
          "the financing '\(name)' has no counterpart under a regime: \(reason)",
          remedy: "Choose another, such as grant or borrowing")
      case .model(let regime, let failure):
        Diagnostic(
          "under the regime '\(regime)': \(failure.diagnostic.problem)",
          at: failure.diagnostic.location, remedy: failure.diagnostic.remedy)
      }
    }
  }
}
