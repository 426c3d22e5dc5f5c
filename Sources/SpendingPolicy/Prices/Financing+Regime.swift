package import GeneralEquilibrium

extension Financing {
  /// Who pays where prices respond, in words.
  package var inWordsUnderRegime: String {
    switch self {
    case .grant: "a grant from abroad of the cost, in foreign currency"
    case .borrowing: "borrowing: the saving of government falls"
    case .directTax: "direct taxes, all rates scaled until government saves what it did"
    case .indirectTax: "product taxes, all rates scaled until government saves what it did"
    case .contributions, .programme: inWords
    }
  }

  /// A regime in which the programme is paid for so.
  ///
  /// - Throws: `RegimeComparison.Failure.financing` where a regime has no counterpart.
  package func regime(_ regime: Regime) throws(RegimeComparison.Failure) -> Regime {
    var paid = regime
    switch self {
    case .grant, .programme: return regime
    case .borrowing(let crowdingOut):
      guard crowdingOut == 0 else {
        throw .financing(
          id, reason: "what borrowing crowds out follows from the regime; write borrowing")
      }
      return regime
    case .directTax: paid.government = .directTax
    case .indirectTax: paid.government = .indirectTax
    case .contributions:
      throw .financing(
        id, reason: "contributions are rates of schemes, which a regime leaves as they are")
    }
    guard regime.foreign == .savingFixed else {
      throw .financing(
        id,
        reason: "with fixed prices the columns of the comparison say what a tax takes away; choose "
          + "a regime in which foreign saving is fixed")
    }
    guard regime.government == .savingFree else {
      throw .financing(
        id, reason: "the regime '\(regime.name)' says itself what the government holds fixed")
    }
    return paid
  }
}
