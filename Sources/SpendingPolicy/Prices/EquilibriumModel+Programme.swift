public import GeneralEquilibrium

extension EquilibriumModel {
  /// What spending on a programme does at the margin, paid by a grant.
  ///
  /// - Throws: `Failure.matrix(.unknownAccount)` if the matrix lacks an account of the programme.
  public func response(to programme: Programme) throws(Failure) -> EquilibriumResponse {
    try response(to: programme.injection())
  }
}
