public import AccountMatrix

extension MultiplierDecomposition {
  /// The change of one account as a sum: what was injected, and three effects.
  public struct Effects: Sendable, Equatable {
    /// The account.
    public let account: Account
    /// I x: the injection itself.
    public let initial: Double
    /// T x = (M₁ - I) x: transfer effects within the group that receives.
    public let transfer: Double
    /// O x = (M₂ - I) M₁ x: open-loop effects on the other groups.
    public let openLoop: Double
    /// C x = (M₃ - I) M₂ M₁ x: closed-loop effects, round the circle and back.
    public let closedLoop: Double

    /// M x: the sum of the four.
    public var total: Double { initial + transfer + openLoop + closedLoop }
  }

  /// Stone's additive form of an injection's effects: M = I + T + O + C.
  ///
  /// Worked example: in Hosoe's matrix (GAMS model library, STDCGE) a unit to the household adds
  /// 0.566703 to bread: 0.339266 by open-loop and 0.227438 by closed-loop effects.
  ///
  /// Reference: Stone 1985; Pyatt & Round 1985, chapter 9.
  ///
  /// - Throws: `MultiplierModel.Failure` for an unknown, empty or exogenous account.
  public func additive(_ injection: Injection) throws(MultiplierModel.Failure) -> [Effects] {
    let initial = try injected(injection)
    let first = transfer(initial)
    let second = openLoop(first)
    let third = closedLoop(second)
    return model.endogenous.indices.map {
      Effects(
        account: model.endogenous[$0], initial: initial[$0], transfer: first[$0] - initial[$0],
        openLoop: second[$0] - first[$0], closedLoop: third[$0] - second[$0])
    }
  }
}
