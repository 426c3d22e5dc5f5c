extension Passage {
  /// What stands under tables and charts, in English; empty for the passages of the finding.
  var englishUnderTables: String {
    switch self {
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
    default: ""
    }
  }
}
