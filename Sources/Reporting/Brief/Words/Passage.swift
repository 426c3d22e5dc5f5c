/// A sentence or a paragraph of the brief.
enum Passage: CaseIterable {
  // The finding.
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
  var english: String {
    switch self {
    case .question:
      "This brief compares what one {money} of social protection and one {money} of other public "
        + "spending add to the economy. It rests on a social accounting matrix, a table of who pays "
        + "whom in a year: {matrix}. All figures are per {money} spent."
    case .answerDepends:
      "On the matrix {matrix}, {condition}, {order}."
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
      "By the point estimates on the main matrix, social protection adds more to GDP than other public "
        + "spending only where agriculture meets more than {percent} per cent of the demand for it."
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
      "By the point estimates on the main matrix, social protection adds more to GDP than other public "
        + "spending only where agriculture meets less than {percent} per cent of the demand for it."
    case .turnAlways:
      "By the point estimates on the main matrix, social protection adds more to GDP than other public "
        + "spending at every supply of agriculture, from fixed to free."
    case .noTurn:
      "By the point estimates on the main matrix, no supply of agriculture, from fixed to free, makes "
        + "social protection add more to GDP than other public spending."
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
    case .leaksNote:
      "{programme}: the share on {accounts} leaves the circle at once."
    case .weightsNote: "Weights, {family}: {weights}."
    case .insideNote:
      "A programme inside another counts once: its outlay and what it does are taken out of the "
        + "programme that holds it. Outlays are of the years printed under 'Assumptions and their "
        + "evidence'."
    case .omitted:
      "Left out, because this matrix lacks accounts of theirs: {programmes}."
    case .gainsIntroduction:
      "GDP does not say who gains. Here is the income that one {money} brings to each group, "
        + "what the programme itself pays included."
    case .gainsNote:
      "Income is counted in money, not in well-being: the same amount is a larger part of a poor "
        + "household's income."
    case .richestBoth:
      "In both kinds of spending the richest fifth of households receives the largest part of this "
        + "income: {protection} per cent of it from social protection, {others} per cent from other "
        + "public spending."
    case .richestOne:
      "The richest fifth of households receives the largest part of this income from one of the two "
        + "kinds of spending: {family}, {percent} per cent."
    case .leakagesIntroduction:
      "Each {money} circulates until it has left the circle: as tax, for imports, as saving, or "
        + "otherwise (fees, payments abroad, demand that fixed supply does not meet). The parts add "
        + "to one, which is checked for every programme. The more leaves early, the less is added."
    case .roundsIntroduction:
      "The first round is the spending itself; each later round spends what the one before paid out. "
        + "Rounds are steps of the reckoning, not months or years. A transfer needs one round more than "
        + "a purchase before anything is produced: a household must first spend it."
    case .pathsIntroduction:
      "Money reaches a household by many ways (Defourny & Thorbecke 1984). For social protection "
        + "they begin with the households that a transfer to the poorest pays most, for other public "
        + "spending with what it buys most; both end with the same group, the one that gains most from "
        + "what the first spend."
    case .financingNone:
      "No figure above charges anybody for the {money}: it is as if it came from outside, like a "
        + "grant. Whoever pays for it spends less, and that is not taken off here."
    case .financingNote:
      "Taxes that come back ({protection} per {money} of social protection, {others} of other public "
        + "spending) are a leakage of the reckoning. They are not used again to pay for anything."
    case .financingTableIntroduction:
      "Whoever pays spends less, and that takes demand away. The table takes it off. With the same "
        + "payers the difference between the two kinds of spending is the same as before; what "
        + "changes is whether anything is left."
    case .financingTableNote:
      "'Taken': GDP that is lost because the payers spend less. 'What is left': GDP from the spending "
        + "less what is taken; negative where the payers' own spending would have added more. No "
        + "bands were drawn for these figures."
    case .notPaid: "Not computed, for this matrix does not tell who would pay: {financings}."
    case .netAsGiven:
      "On the main matrix, with supply as in the first condition, what one {money} of social "
        + "protection adds to GDP stands against what paying for it takes away."
    case .netFixed: "With the output of agriculture fixed the same is compared."
    case .netMore: "It adds more than is taken away if it is paid by: {financings}."
    case .netLess: "It adds less than is taken away if it is paid by: {financings}."
    case .netSame:
      "The two are less than 5 per cent apart, and count as equal, if it is paid by: {financings}."
    case .winnersIntroduction:
      "Who gains and who loses, once paying for an average {money} of social protection is counted. "
        + "A negative number is a loss."
    case .winnersNote:
      "Income that the group receives from the programme and earns by the demand that follows, less "
        + "what it pays and what it earns no more because others pay. Groups add to the net effect "
        + "on income of all households."
    case .forestBands:
      "Where the band of a difference holds zero, no order is claimed."
    case .forestLegend: "The line through a mark is the band of the difference."
    case .assumedGrant:
      "Nobody in the country gives anything up. Borrowing that takes nothing from investment counts "
        + "the same; repayment is not counted."
    case .assumedInvestment:
      "The state borrows at home, and investment falls by as much, in the composition that it has in "
        + "the matrix. Repayment is not counted."
    case .assumedDirectTax:
      "Households and enterprises pay in proportion to the direct taxes that they pay in the matrix, "
        + "and cut spending and saving in proportion to what is left to them."
    case .assumedIndirectTax:
      "Households pay in proportion to the taxes inside what they buy; produce of their own is exempt."
    case .assumedContributions:
      "Those with formal wages pay in proportion to them; the employers' part falls on wages and on "
        + "enterprises as the data files state."
    case .assumedCut:
      "A {money} less is spent on that programme, its administration included."
    case .cutLargest:
      "Which programme is cut is a choice; here it is the one of other public spending with the "
        + "largest outlay."
    case .cutFirst:
      "Which programme is cut is a choice; here it is the first that is listed of other public "
        + "spending, as no outlay tells which is the largest."
    case .cutExample: "Which programme is cut is a choice; here it is an example."
    case .spread:
      "Single programmes lie further apart than the two averages: in the first condition from {low} "
        + "({lowest}) to {high} ({highest}) in social protection, and from {otherLow} "
        + "({otherLowest}) to {otherHigh} ({otherHighest}) in other public spending."
    case .programmesOfAnotherYear:
      "How programmes spend their money was worked out for {year}. The same shares are used on the "
        + "matrices of other years."
    case .jobsNote:
      "Jobs are those that the demand from a billion spent supports, at the average output of a job "
        + "in each branch. They are not people newly hired, and those whom a programme pays "
        + "itself are not among them. Source: {source}."
    case .jobsOfAnotherYear:
      "Jobs of {year} are set against output of {output}: jobs per billion are off by as much as the "
        + "number of jobs has changed between the two."
    case .otherUnit: "In {unit}: {place}, {label}: {range} ({source})."
    case .scenarioIntroduction:
      "What the scenario '{scenario}' answers on the main matrix. Its figures are not among the "
        + "conditions of the finding, except for the response shares that it names."
    case .closureNames: "exogenous are {accounts} ({kind}); all other accounts respond"
    case .closureStandard: "the closure of Pyatt and Round"
    case .closureGiven: "the closure as asked for"
    case .closureUpper: "{kind}, an upper case: {accounts} responds too"
    case .sureIntroduction:
      "The averages change with the matrix, with how far supply follows demand, and with what "
        + "enterprises do with their income. Here is by how much."
    case .forestNote:
      "Each mark is the difference under its condition, to the right of the line where social "
        + "protection adds more; it is white where no order is claimed. The first is the condition of "
        + "the comparison."
    case .economyIntroduction:
      "The matrix records who pays whom in one year."
    case .economyLegend:
      "Left the payers, right the receivers; the height is the amount."
    case .heatMapNote:
      "Rows are added up over the accounts of a group, and columns averaged by receipts."
    case .assumptionsIntroduction:
      "How a programme spends its {money} is known better for some than for others. 'Assumed part' "
        + "is the part of the {money} whose use nobody has published."
    case .publishedIntroduction:
      "Figures called 'multiplier' count different things. Compare only rows that count the same: "
        + "GDP with GDP, local income with local income."
    case .publishedNote:
      "Only rows that count GDP of a whole country stand beside the GDP of this brief. Nothing here "
        + "was fitted to them."
    case .publishedNone:
      "No published estimates were compared: none are given for this economy."
    case .reproduceIntroduction:
      "The same input gives the same bytes. Run version {version} of sam with"
    case .checksumNote: "Compare with the output of: sha256sum FILE"
    case .citeText:
      "{title} Computed with sam {version} from {matrix}; {closure}. Name the condition with every "
        + "figure, and the source of the matrix."
    case .rankingAlternative:
      "Bars of {count} programmes by GDP with supply as given, beside the same with agriculture "
        + "fixed. Largest: {most}. Smallest: {least}. The numbers stand in the table below it."
    case .householdsAlternative: "Bars of income by group of households. {rows}."
    case .leakagesAlternative:
      "Stacked bars of where each hundred ends, a bar for each programme. {rows}."
    case .forestAlternative:
      "Marks around no difference between the averages of the two kinds of spending, by condition: "
        + "{rows}."
    case .heatMapAlternative:
      "Shaded squares for {count} groups of accounts. Largest off the diagonal: {largest}."
    case .flowsAlternative: "Ribbons from payers to receivers. Receipts in {unit}: {rows}."
    case .roundsAlternative:
      "Bars of GDP after so many rounds. Rounds until half of the money has left the circle: {rows}."
    case .pathsAlternative: "Bars of what travels along each path. {rows}."
    case .methodMatrix:
      "A social accounting matrix is a square table of one year: each account (a branch, a product, "
        + "a factor, a group of households, government, the rest of the world) has a row of "
        + "receipts and a column of payments, and the two add to the same total."
    case .methodRounds:
      "Divide each column by its total, and keep the accounts that respond: that is the table A of "
        + "spending shares. An injection x raises receipts by y = A y + x, hence "
        + "y = (I - A)^-1 x: the sum of all rounds of spending. The multiplier is what a "
        + "measure, such as GDP, gains per {money} injected."
    case .methodClosure:
      "Which accounts respond is a choice, the closure. Here {closure}. What they receive leaves the "
        + "circle. Each {money} injected leaves exactly once; the program checks this before "
        + "printing."
    case .methodSupply:
      "Supply: {supply}. Where an activity meets only a share s of the demand for it, its row of A "
        + "is multiplied by s, and the rest leaves the circle. 's' stands for how fast supply can "
        + "follow; with s = 0 output is fixed."
    case .methodGDP:
      "A programme is one {money} spread over accounts: transfers to households, purchases of "
        + "products, wages. Its multiplier is the same spread of the multipliers of the accounts. "
        + "Averages of a kind of spending are weighted by outlay where outlays are known."
    case .methodBands:
      "Bands come from {draws} draws with a fixed seed. Each draw takes new spending shares of accounts "
        + "and new uses of the programmes' money, further from the given ones where their evidence is "
        + "weaker, and computes everything again. A band reaches from the 5th to the 95th percentile."
    case .methodLiterature:
      "Pyatt & Round 1979, Economic Journal 89:850-873 (multipliers and closure). Haggblade, Hammer "
        + "& Hazell 1991, AJAE 73(2):361-374 (fixed supply). Breisinger, Thomas & Thurlow 2009, "
        + "IFPRI (layout of the matrix). Neri, Vaz & Souza 2013, IPEA (layout of the comparison). "
        + "Defourny & Thorbecke 1984, Economic Journal 94:111-136 (paths)."
    case .limitPrices: "No prices: more demand raises output, never prices."
    case .limitCapacity:
      "Capacity is idle and labour at hand, except where supply is fixed."
    case .limitAverages:
      "Households and branches spend an additional {money} as they spend an average one."
    case .limitTime: "No timing: nothing is said about how soon, and for how long."
    case .limitFinancing:
      "Nobody pays, except in the tables under 'Who pays' and where a table says so."
    case .limitHuman:
      "Human capital is not counted: what a school does for a child, care for the sick or a pension "
        + "for the old. Spending may be worth its money whatever its multiplier."
    case .limitYear: "The structure is that of one year."
    case .limitForecast:
      "For these reasons the figures are no forecasts: scarce factors, prices and who pays change "
        + "them and can turn their order."
    case .termMatrix:
      "Social accounting matrix: a table of all payments between the accounts of an economy in a "
        + "year."
    case .termAccount:
      "Account: a branch, product, factor, group of households or other payer and receiver."
    case .termMultiplier:
      "Multiplier: what a measure gains, in all rounds of spending, per {money} injected."
    case .termGDP: "GDP at factor cost: income earned in production, before taxes on products."
    case .termLeakage:
      "Leakage: money that leaves the circle of spending, such as taxes, imports and saving."
    case .termClosure: "Closure: the choice of accounts that respond, and of those that do not."
    case .termFixed: "Agriculture fixed: farms cannot produce more, whatever is demanded."
    case .termFree: "Supply free: every branch produces what is demanded."
    case .termFifth:
      "Fifth of households: people ranked by what they spend and divided into five equal groups; the "
        + "first is the poorest."
    case .termOutlay: "Outlay: what was spent on a programme in a year."
    case .termEvidence: "Evidence: how well a figure is known: published, derived or assumed."
    case .termTransfer: "Transfer: money given to a household or enterprise without purchase."
    case .termBand: "Band: the range in which nine of ten draws of uncertain figures lie."
    case .termCondition:
      "Condition: one way to compute the answer, by a matrix, a closure and a supply."
    case .termTurn: "Turning point: the value at which the order of two kinds of spending changes."
    }
  }
}
