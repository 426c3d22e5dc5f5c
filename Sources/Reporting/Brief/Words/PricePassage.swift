internal import SpendingPolicy

/// A text about regimes in which prices respond.
enum PricePassage: CaseIterable {
  case section, introduction, bridgeTable, bridgeChart, bridgeAlternative, bridgeNote, welfareNote
  case curveTable, curveChart, curveAlternative, curveIntroduction, curveNote, idle, elasticity
  case realGDP, welfare, always, never, depends, protection, others, same, turns, turnsNever
  case skilledLabour, capital, averageProtection, averageOthers, limits
}

extension PricePassage {
  /// The text in English; `{name}` stands for a value.
  var english: String {
    switch self {
    case .section: "When prices respond"
    case .introduction:
      "A multiplier is the case in which every factor is idle and no price moves. Here the same matrix "
        + "and the same programmes are solved with prices, in {count} steps, each of which makes "
        + "more scarce. Effects are per {money}, at the margin, paid by {payer}."
    case .bridgeTable: "Real GDP per {money}, from the multiplier to full employment"
    case .bridgeChart: "What is left of a {money} as more becomes scarce: real GDP"
    case .bridgeAlternative:
      "Real GDP per {money} of each programme in {count} steps. Averages of social protection and of "
        + "other public spending: {rows}."
    case .bridgeNote:
      "Real GDP is value added at base prices. Each column makes scarce what its heading says and "
        + "what the columns before it do; in the last every factor moves and is employed, so that "
        + "real GDP near zero is a property of the regime, not a finding. Averages less than 5 per "
        + "cent or 0.02 per {money} apart are not told apart."
    case .welfareNote:
      "By what the poorest 40 per cent gain, in money that would have done as much for them "
        + "(equivalent variation, which does not count free services): {verdict}"
    case .curveTable: "Real GDP per {money}, by the elasticity with which a factor is supplied"
    case .curveChart: "Where the order turns: real GDP over the elasticity of supply"
    case .curveAlternative: "Real GDP per {money} by elasticity of supply. {rows}"
    case .curveIntroduction:
      "How much of a factor is idle is a matter of degree: the elasticity with which its supply "
        + "follows its real reward, from zero, where all of it is employed, to idle, where any "
        + "amount comes at an unchanged reward. All else is as in the short run."
    case .curveNote:
      "The axis shows e / (1 + e) of the elasticity e, so that idle has a place. Turning values are "
        + "where both averages are equal."
    case .idle: "idle"
    case .elasticity: "elasticity of supply"
    case .realGDP: "real GDP"
    case .welfare: "the gains of the poorest 40 per cent"
    case .always:
      "Whatever is scarce, from idle factors to full employment, one {money} of {more} adds more to "
        + "{measure}, on average, than one of {less}."
    case .never:
      "In none of the {count} steps, from idle factors to full employment, can social protection and "
        + "other public spending be told apart by {measure}, on average."
    case .depends:
      "Which of the two adds more to {measure}, on average, depends on what is scarce."
    case .protection: "Social protection adds more where {steps}."
    case .others: "Other public spending adds more where {steps}."
    case .same: "They cannot be told apart where {steps}."
    case .turns:
      "In the short run the order turns where {factor} is supplied with an elasticity of {value}."
    case .turnsNever:
      "In the short run no elasticity with which {factor} is supplied turns the order."
    case .skilledLabour: "skilled labour"
    case .capital: "capital"
    case .averageProtection: "social protection"
    case .averageOthers: "other public spending"
    case .limits:
      "Assumed: elasticities (SAM/regimes), one year's structure; no dynamics, no human capital."
    }
  }
}

extension PriceBridge.Scarcity {
  /// The heading of the step in English.
  var heading: String {
    switch self {
    case .nothing: "free supply"
    case .agriculture: "agriculture fixed"
    case .capital: "specific capital"
    case .foreignExchange: "scarce foreign exchange"
    case .skills: "scarce skills"
    case .labour: "full employment"
    }
  }

  /// What is scarce at the step, in English, behind 'where'.
  var state: String {
    switch self {
    case .nothing: "nothing is scarce"
    case .agriculture: "only land and capital of agriculture are scarce"
    case .capital: "land and capital are scarce in every activity, and all labour is idle"
    case .foreignExchange:
      "foreign exchange and saving are scarce as well, and all labour is still idle"
    case .skills: "skilled labour is scarce as well, and other labour idle"
    case .labour: "every factor is fully employed"
    }
  }
}

extension Words {
  /// A text about prices with its values filled in.
  func prices(
    _ passage: PricePassage, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    switch language {
    case .english: filled(passage.english, values)
    }
  }

  func heading(_ step: PriceBridge.Scarcity) -> String {
    switch language {
    case .english: step.heading
    }
  }

  func state(_ step: PriceBridge.Scarcity) -> String {
    switch language {
    case .english: step.state
    }
  }
}
