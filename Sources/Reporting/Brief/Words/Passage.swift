/// A sentence or a paragraph of the brief.
enum Passage: CaseIterable {
  // The finding.
  case plausible, plausibleFixed, plausibleFree, plausibleOpen, poorestBeyond, answerPublishedSize
  case namedDoubts, backtest
  case answerDepends, answerTurns, answerOnly, answerNumber, answerBands, answerSize, netLostCapital
  case chartContext, changedIntroduction, changedNote, moversNote, doubts
  case question, alwaysProtection, alwaysOthers, neverApart, depends, neverProtection, neverOthers,
    underProtection, underOthers
  case underSame, ranges, turns, turnsBelow, turnAlways, noTurn, scarcityDecides, scarcityNot,
    scarcityProtection, scarcityOthers, scarcityNeither, oneCondition, oneProtection,
    oneOthers, oneSame
  case poorestAlwaysProtection, poorestAlwaysOthers
  case poorestDepends, poorestNeverApart, oneFamily, archetypesOnly
  case simpleAverages, leaderAlways, leaderDepends
  case leaderNever, leaderOpen, assumedNone
  case indistinct, indistinctBands, assumedCount
  // Under tables and charts.
  case conditionsNote, bandsNote, comparisonIntroduction, gdpNote, turnsNote, incomeNote,
    wagesNote, orderNote, payNote, evidenceNote,
    leaksNote
  case weightsNote, insideNote, omitted, gainsIntroduction, gainsNote, leakagesIntroduction
  case bandsLegend, forestLegend, economyLegend, richestBoth, richestOne
  case roundsIntroduction, pathsIntroduction, spread, programmesOfAnotherYear
  case sureIntroduction, forestNote, economyIntroduction, heatMapNote, assumptionsIntroduction
  case publishedIntroduction, publishedNote, publishedNone, reproduceIntroduction, checksumNote,
    citeText
  case jobsNote, jobsOfAnotherYear, otherUnit, scenarioIntroduction, closureNames, closureStandard
  case closureGiven, closureUpper
  // Who pays.
  case financingNone, financingNote, financingTableIntroduction, financingTableNote, notPaid
  case netAsGiven, netFixed, netMore, netLess, netSame, winnersIntroduction, winnersNote
  case forestBands, assumedGrant, assumedInvestment, assumedDirectTax, assumedIndirectTax
  case assumedContributions, assumedCut, cutLargest, cutFirst, cutExample
  // Alternatives of charts.
  case rankingAlternative, householdsAlternative, leakagesAlternative, forestAlternative
  case heatMapAlternative, flowsAlternative, roundsAlternative, pathsAlternative
  // Method, in half a page.
  case methodMatrix, methodRounds, methodClosure, methodSupply, methodGDP, methodBands
  case methodLiterature
  // Limits, one a line.
  case limitPrices, limitCapacity, limitAverages, limitTime, limitFinancing, limitHuman, limitYear
  case limitForecast
  // The glossary: a term, a colon and its meaning.
  case termMatrix, termAccount, termMultiplier, termGDP, termLeakage, termClosure, termFixed
  case termFree, termFifth, termOutlay, termEvidence, termTransfer, termTurn, termBand
  case termCondition
}

extension Passage {
  /// The text in English; `{name}` stands for a value.
  var english: String { englishOfTheFinding ?? englishUnderTables }

  private var englishOfTheFinding: String? {
    switch self {
    case .question:
      "This brief compares what one {money} of social protection and one {money} of other public "
        + "spending add to the economy. It rests on a social accounting matrix, a table of who pays "
        + "whom in a year: {matrix}. All figures are per {money} spent."
    case .answerDepends:
      "{matrix}: {condition}, {order}."
    case .answerTurns:
      "The order turns where this is scarce: {conditions}."
    case .answerOnly:
      "No single scarcity tested turns the order to the other side; the table below has every condition."
    case .answerNumber:
      "One {money} of social protection adds {protection} to GDP at factor cost there, and one of other "
        + "public spending {others}; over all {count} conditions {protectionRange} and {othersRange}. "
        + "Human capital, prices and who pays are not in these figures."
    case .answerBands:
      "Nine of ten draws of this matrix put the difference between {low} and {high}."
    case .answerSize:
      "The outlays on social protection counted here are {outlay} {unit}, {percent} per cent of "
        + "GDP."
    case .answerPublishedSize:
      "The International Labour Organization prints {gdp} per cent of GDP ({gdpYear}) and {budget} per "
        + "cent of the budget ({budgetYear}); both were read second-hand, and which schemes the first "
        + "counts is not said. A share of the budget leaves out benefits that contributions pay for, "
        + "which are counted here."
    case .plausible:
      "What is plausible for food: where its relative price rose by one per cent, harvests of the next "
        + "year grew by {slope} per cent (standard error {error}; {first} to {last}, {source})."
    case .plausibleFixed:
      "That is nearer to fixed agriculture than to free. Weather moves both prices and harvests, so it is "
        + "no estimate of supply."
    case .plausibleFree:
      "That is nearer to free agriculture than to fixed. Weather moves both prices and harvests, so it is "
        + "no estimate of supply."
    case .plausibleOpen:
      "That leaves open whether agriculture is nearer to fixed or to free. Weather moves both prices and "
        + "harvests, so it is no estimate of supply."
    case .poorestBeyond:
      "Beyond what programmes pay them directly it is {protection} and {others} in the first condition."
    case .namedDoubts: "Data doubted by name: {doubts}."
    case .backtest:
      "Backtest: with the draws of another matrix, nine in ten bands should hold the values of this one. "
        + "They do for {held}."
    case .netLostCapital:
      "Where investment falls, the capital that is not built and what it would have yielded are not "
        + "counted."
    case .chartContext:
      "Per {money} spent; the matrix is in {unit}. Condition, unless the picture names another: "
        + "{condition}."
    case .changedIntroduction:
      "The order and the levels are those of one matrix. From the matrix of {from} to this one, its "
        + "columns are exchanged kind by kind, with the programmes and their weights as they are:"
    case .changedNote:
      "Each row has the columns of the rows above it as well; the last is this matrix. Supply is as in "
        + "the first condition."
    case .moversNote:
      "One column at a time is given back its shares of {from}: by how much the difference would be "
        + "another one."
    case .doubts:
      "Data to doubt: one of the two matrices has next to no imports in the commodities {names}, and the "
        + "other a twentieth or more of the column."
    case .alwaysProtection:
      "Under each of the {count} conditions tested, one {money} of social protection adds more to "
        + "GDP, on average, than one {money} of other public spending."
    case .alwaysOthers:
      "Under each of the {count} conditions tested, one {money} of other public spending adds more "
        + "to GDP, on average, than one {money} of social protection."
    case .neverApart:
      "Under none of the {count} conditions tested can social protection and other public spending "
        + "be told apart by what they add to GDP, on average."
    case .oneCondition: "Only one condition was tested, and another may turn the order."
    case .oneProtection:
      "Under the one condition tested, one {money} of social protection adds more to GDP, on average, "
        + "than one {money} of other public spending."
    case .oneOthers:
      "Under the one condition tested, one {money} of other public spending adds more to GDP, on "
        + "average, than one {money} of social protection."
    case .oneSame:
      "Under the one condition tested, social protection and other public spending cannot be told "
        + "apart by what they add to GDP, on average."
    case .neverProtection:
      "Under none of the {count} conditions tested does one {money} of social protection add more to "
        + "GDP, on average, than one {money} of other public spending."
    case .neverOthers:
      "Under none of the {count} conditions tested does one {money} of other public spending add "
        + "more to GDP, on average, than one {money} of social protection."
    case .depends:
      "Whether social protection or other public spending adds more to GDP depends on the "
        + "conditions; {count} were tested."
    case .underProtection: "Social protection adds more under: {conditions}."
    case .underOthers: "Other public spending adds more under: {conditions}."
    case .underSame: "The two cannot be told apart under: {conditions}."
    case .ranges:
      "Across the conditions one {money} of social protection adds {protection} to GDP, and one "
        + "{money} of other public spending {others}."
    case .turns:
      "By the point estimates on the main matrix, all else as in the first condition, social protection "
        + "adds more to GDP than other public spending wherever agriculture meets more than {percent} "
        + "per cent of the demand for it, and no more just below that."
    case .scarcityDecides:
      "What is scarce decides it."
    case .scarcityNot:
      "Limiting one group of activities alone turns nothing, whichever it is."
    case .scarcityProtection:
      "Where supply is limited in {groups} alone, social protection adds more."
    case .scarcityOthers:
      "Where supply is limited in {groups} alone, other public spending adds more."
    case .scarcityNeither:
      "Where it is limited in {groups} alone, the order is not the same at half and fixed, or cannot be "
        + "told."
    case .turnsBelow:
      "By the point estimates on the main matrix, all else as in the first condition, social protection "
        + "adds no more to GDP than other public spending wherever agriculture meets more than {percent} "
        + "per cent of the demand for it, and more just below that."
    case .turnAlways:
      "By the point estimates on the main matrix, all else as in the first condition, social protection "
        + "adds more to GDP than other public spending at every supply of agriculture, from fixed to free."
    case .noTurn:
      "By the point estimates on the main matrix, all else as in the first condition, no supply of "
        + "agriculture, from fixed to free, makes social protection add more to GDP than other public "
        + "spending."
    case .poorestAlwaysProtection:
      "The poorest 40 per cent of households gain more income from one {money} of social protection "
        + "under every condition: {protection}, next to {others} from other public spending. What "
        + "they are paid by the programme itself is part of it."
    case .poorestAlwaysOthers:
      "The poorest 40 per cent of households gain more income from one {money} of other public "
        + "spending under every condition: {others}, next to {protection} from social protection."
    case .poorestDepends:
      "Which of the two gives more income to the poorest 40 per cent of households depends on the "
        + "conditions: {protection} from social protection, {others} from other public spending."
    case .poorestNeverApart:
      "The income that the poorest 40 per cent of households gain cannot be told apart: {protection} "
        + "from social protection, {others} from other public spending."
    case .archetypesOnly:
      "The rows are archetypes: stylised spending on the accounts of this matrix, and no programmes "
        + "of the country. They have no outlay, so there is no average, and no order of social "
        + "protection and other public spending is told."
    case .oneFamily:
      "The programmes are of one kind only, so no average of social protection stands against one "
        + "of other public spending. Read the table programme by programme."
    case .simpleAverages:
      "Averages are simple ones: not every kind of spending has outlays to weigh it by."
    case .leaderAlways:
      "{family}, of programmes with an outlay whose use is not assumed: under every condition {programme} "
        + "(evidence {evidence}) adds most to GDP."
    case .leaderDepends:
      "{family}, of programmes with an outlay whose use is not assumed: none can be told to add most to "
        + "GDP under every condition. The first place is held by {leaders}."
    case .leaderOpen:
      "In {open} of the {count} conditions the first place cannot be told apart from the next."
    case .leaderNever:
      "{family}, of programmes with an outlay whose use is not assumed: under no condition tested can "
        + "the first place, by what is added to GDP, be told apart from the next."
    case .indistinct: "Averages less than 5 per cent apart count as not told apart."
    case .indistinctBands:
      "Averages count as not told apart where they are less than 5 per cent apart, or where the "
        + "band of their difference holds zero; for incomes of the poorest, where their bands "
        + "overlap."
    case .assumedCount:
      "The use of the money is assumed, not published, for a fifth or more of it in {assumed} of "
        + "the {count} ranked programmes; the rows of these are sensitivity cases."
    case .assumedNone:
      "In none of the ranked programmes is the use of a fifth or more of the money assumed: it is "
        + "published, or derived from what is."
    case .conditionsNote:
      "Each row is a whole computation. The first condition is that of the comparison below; each "
        + "of the others changes what its name says, and nothing else."
    case .comparisonIntroduction:
      "The two columns of GDP belong together: the first lets every branch meet all demand, the "
        + "second holds the output of agriculture fixed. Neither should be quoted without the other."
    case .bandsNote:
      "Nine of ten draws of spending shares and of the uses of programmes lie within a band. Bands "
        + "tell nothing about prices, capacity or time. How sure the order of two programmes is, their "
        + "drawn difference tells, not whether their bands overlap."
    case .bandsLegend: "The thin line below a solid bar is its band."
    case .gdpNote:
      "GDP is at factor cost: what producers and traders pay to labour, land and capital."
    case .turnsNote:
      "'Turns at' is the share of demand met by agriculture at which the programme adds as much to GDP "
        + "as the average of other public spending; empty where it adds more at every share, or at "
        + "none."
    case .incomeNote:
      "Income is what households receive, including what the programme pays them; 'beyond the "
        + "transfer' is without that, but with pay that reaches them through labour. The last "
        + "columns tell where the {money} ends."
    case .wagesNote:
      "'Direct wages' are paid by the programme itself, and are not in GDP here; 'GDP with pay' is the "
        + "sum of both."
    case .orderNote:
      "Programmes stand in the order of GDP with the pay that they give themselves, so that a {money} "
        + "of pay counts the same whether a service or a public work pays it."
    case .payNote:
      "Pay beside a transfer: a {money} of '{pay}' adds {payEffect} to GDP at factor "
        + "cost, and a {money} that households have from '{transfer}' {transferEffect}."
    case .evidenceNote:
      "Evidence: 'published' is printed by a source, 'derived' is computed from printed figures, "
        + "'assumed' means that a fifth or more of the {money} goes where nobody has published that "
        + "it goes."
    default: nil
    }
  }
}
