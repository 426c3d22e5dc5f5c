internal import AccountMatrix
internal import Multipliers

extension Regime {
  /// Supply follows demand at fixed prices: the multiplier model, by its own name.
  public static let fixedPrices = Regime(
    name: "fixed-prices",
    summary: "Supply follows demand at fixed prices: every factor is idle, investment, "
      + "exports and the exchange rate are fixed, and foreign saving pays. This is the "
      + "multiplier model.",
    factors: idle, foreign: .rateFixed, investment: .fixedVolume, numeraire: .exchangeRate,
    exports: .composite, elasticities: fixedExports(of: "fixed-prices"))

  /// Every factor idle at a fixed wage, investment and exports fixed, exchange rate fixed: prices
  /// are free, and turn out not to move.
  ///
  /// Reference: Pyatt & Round 1979.
  public static let limit = Regime(
    name: "limit",
    summary: "Every factor is idle at a fixed money wage, the exchange rate, investment and "
      + "exports are fixed, and foreign saving pays: prices are free but do not move, "
      + "and the multiplier model results.",
    factors: idle, foreign: .rateFixed, investment: .fixedVolume, numeraire: .exchangeRate,
    exports: .composite, elasticities: fixedExports(of: "limit"))

  /// The multiplier model with land and capital of agriculture fixed.
  public static let agricultureFixed = Regime(
    name: "agriculture-fixed",
    summary:
      "Land and capital of agriculture stay in their activities and are fully employed; every "
      + "other factor is idle at a fixed real reward, the exchange rate, investment and exports "
      + "are fixed, and foreign saving pays.",
    factors: [
      FactorMarket(.all, .mobile, supplyElasticity: .infinity),
      FactorMarket(
        .all, in: .named(AccountSelector.agriculture), .specific, supplyElasticity: 0),
      FactorMarket(
        .kind(.labour), .mobile, supplyElasticity: .infinity),
    ], foreign: .rateFixed, investment: .fixedVolume, numeraire: .exchangeRate,
    exports: .composite, elasticities: fixedExports(of: "agriculture-fixed"))

  /// The multiplier model with land and capital fixed in every activity.
  public static let specificCapital = Regime(
    name: "specific-capital",
    summary:
      "Land and capital stay in their activities and are fully employed; all labour is idle at "
      + "a fixed real wage, the exchange rate, investment and exports are fixed, and foreign "
      + "saving pays.",
    factors: [
      FactorMarket(.all, .specific, supplyElasticity: 0),
      FactorMarket(
        .kind(.labour), .mobile, supplyElasticity: .infinity),
    ], foreign: .rateFixed, investment: .fixedVolume, numeraire: .exchangeRate,
    exports: .composite, elasticities: fixedExports(of: "specific-capital"))

  /// The short run with all labour idle.
  public static let shortRunSkillsIdle = Regime(
    name: "short-run-skills-idle",
    summary: "As short-run, but skilled labour is idle too, at a fixed real wage.",
    factors: [
      FactorMarket(.all, .specific, supplyElasticity: 0),
      FactorMarket(.kind(.labour), .mobile, supplyElasticity: .infinity),
    ], supplyDraws: [capitalDraw])

  /// The short run, with a supply of skilled labour of elasticity two.
  public static let shortRunSkilledElastic = Regime(
    name: "short-run-skilled-elastic",
    summary: "As short-run, but the supply of skilled labour rises by two per cent when its "
      + "real wage rises by one.",
    factors: shortRunFactors + [FactorMarket("skilled", .mobile, supplyElasticity: 2)],
    supplyDraws: [capitalDraw])

  /// Land and capital stay where they are, skilled labour is fully employed, other labour is idle at
  /// a fixed real wage.
  public static let shortRun = Regime(
    name: "short-run",
    summary: "Land and capital stay in their activities, skilled labour is fully employed "
      + "and moves, all other labour is idle at a fixed real wage; foreign saving is "
      + "fixed, and investment follows saving.",
    factors: shortRunFactors, supplyDraws: [skillsDraw, capitalDraw])

  /// The short run with capital that moves between activities.
  public static let longRun = Regime(
    name: "long-run",
    summary: "Capital moves between activities; land stays in its activity, skilled labour "
      + "is fully employed and moves, all other labour is idle at a fixed real wage; "
      + "foreign saving is fixed, and investment follows saving.",
    factors: shortRunFactors + [
      FactorMarket(.kind(.capital), .mobile, supplyElasticity: 0)
    ], supplyDraws: [skillsDraw, capitalDraw])

  /// Every factor moves and is fully employed.
  ///
  /// Reference: Dervis, de Melo & Robinson 1982.
  public static let fullEmployment = Regime(
    name: "full-employment",
    summary: "Every factor moves between activities and is fully employed; foreign saving is "
      + "fixed, and investment follows saving. Real GDP can then rise only by a better "
      + "use of factors.",
    factors: [FactorMarket(.all, .mobile, supplyElasticity: 0)])

  /// The regimes of the library, from the most slack to the least; `SAM/regimes` holds the same.
  public static let standard: [Regime] = [
    .fixedPrices, .limit, .agricultureFixed, .specificCapital, .shortRunSkillsIdle,
    .shortRunSkilledElastic, .shortRun, .longRun, .fullEmployment,
  ]

  private static let skillsDraw = SupplyDraw("skilled", .oneOf([0, 0.5, 2, .infinity]))
  private static let capitalDraw = SupplyDraw(.kind(.capital), .between(0...2))

  private static let idle = [
    FactorMarket(.all, .mobile, supplyElasticity: .infinity, reward: .nominal)
  ]

  private static let shortRunFactors = [
    FactorMarket(.all, .specific, supplyElasticity: 0),
    FactorMarket(.kind(.labour), .mobile, supplyElasticity: .infinity),
    FactorMarket("skilled", .mobile, supplyElasticity: 0),
  ]

  private static func fixedExports(of name: String) -> [Elasticities.Entry] {
    [
      Elasticities.Entry(.exportDemand, .all, 0, source: "regime \(name)"),
      Elasticities.Entry(.transformation, .all, .infinity, source: "regime \(name)"),
    ]
  }
}
