public import Multipliers

extension Programme {
  /// The programme as an injection: its shares of an amount.
  ///
  /// - Parameter amount: what is spent, in the unit of the matrix.
  public func injection(of amount: Double = 1) -> Injection {
    Injection(shares.map { ($0.account, $0.fraction * amount) })
  }
}

extension MultiplierModel {
  /// What spending on a programme does to every account; shares on exogenous accounts leak at once.
  ///
  /// - Parameters:
  ///   - programme: the programme.
  ///   - amount: what is spent, in the unit of the matrix.
  /// - Throws: `Failure.matrix(.unknownAccount)` if the matrix lacks an account
  ///   of the programme; `Failure.leakagesDiffer`.
  public func response(
    to programme: Programme, spending amount: Double = 1
  ) throws(Failure) -> Response {
    try response(to: programme.injection(of: amount), exogenousReceivers: true)
  }
}

extension Programme {
  /// The programme as an injection into the accounts that respond in a model; shares on exogenous
  /// accounts leak at once and are left out.
  public func injection(in model: MultiplierModel, of amount: Double = 1) -> Injection {
    model.endogenousPart(of: injection(of: amount))
  }
}
