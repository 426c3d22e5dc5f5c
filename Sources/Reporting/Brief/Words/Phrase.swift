/// A short text of the brief: a heading, a label, a column.
enum Phrase: CaseIterable {
  case and, title, titlePlain, franc, francs, unit, units
  // Families and measures.
  case socialProtection, otherSpending, taxesNotCollected, averageByOutlay, averageSimple
  case averageOf, supplyFree, supplyGiven, agricultureFixed, agricultureFixedShort, turnsAt
  case gdpWith, jobsPerBillion, supplyAll, evidencePublished, evidenceDerived, evidenceAssumed
  case evidenceArchetype, archetypes
  case gdpPerMoney, incomePerMoney, incomePoorest, incomeRural, incomeBeyond, directWages,
    gdpWithPay
  case taxBack, imports, saving, otherLeaks, evidence, outlay, year, low, high, notRanked
  // Charts.
  case rankingTitle, rankingNumbers, householdsTitle, leakagesTitle, forestTitle, heatMapTitle,
    flowsTitle
  case roundsTitle, pathsTitle, heatMapReading, heatMapLargest, rural, urban, poorestFifth
  case richestFifth, ruralFifth, urbanFifth, spending, account, householdGroup, othersDoMore
  case protectionDoesMore, receiver, activitiesIn, productsOf, labour, land, capital, pays
  case receives, activities, products, factors, enterprises, households, government, taxes
  case schemes, savingInvestment, restOfWorld, nonProfits, otherBlock, round, gdpAdded, leakedSoFar
  case allRounds, pathsFrom, otherPaths, path, pathCodes, influence, share
  // Conditions.
  case condition, difference, whichMore, family, programme
  case conditionFree, conditionSupply, conditionFixed, conditionShare, conditionEnterprises
  case conditionOwnMarket, conditionOwnHousehold, conditionExports
  case conditionMargin, backtestOf
  case answerProtection, answerOthers, answerSame, changedTable, moversTable, step
  case stepHouseholds, stepCommodities, stepActivities, stepOthers, stepStart, importsBefore
  case importsNow, commodity, withoutIt
  case orIn, limitFixed, limitShare, limitAll, limitSkills
  case conditionMatrix, conditionMatrixFixed, verdictProtection, verdictOthers, verdictSame
  // Sections.
  case finding, contents, skip, comparison, whoGains, whereItEnds, whoPays, howSure, method
  case assumptions, sources, published, limits, reproduce, cite, glossary, numbersOfChart
  case conditionsTable, comparisonTable, gainsTable, financingTable, assumptionsTable
  case filesTable, file, checksum, command, version, assumedPart, note
  case publishedTable, place, whatCounts, scope, transferInside, lowest, central, highest
  case figure, figureNumbers, subject, table, economy, section, text, matrix, closure
  // Who pays.
  case leader, paidBy, taken, leftOver, payNobody, payInvestment, payPartOfInvestment, payDirectTax
  case payIndirectTax, payContributions, payCut, payersAssumed, winnersTable
}

extension Phrase {
  /// The text in English; `{name}` stands for a value.
  var english: String {
    switch self {
    case .and: "and"
    case .title: "What does a {money} of social protection do?"
    case .franc: "franc"
    case .francs: "francs"
    case .unit: "unit"
    case .units: "units"
    case .titlePlain: "What does a {money} of public spending do?"
    case .socialProtection: "Social protection"
    case .otherSpending: "Other public spending"
    case .taxesNotCollected: "Taxes not collected"
    case .averageByOutlay: "Average, weighted by outlay"
    case .averageSimple: "Simple average"
    case .averageOf: "{family}, average"
    case .supplyFree: "supply free"
    case .supplyGiven: "supply given"
    case .agricultureFixed: "GDP, agriculture fixed"
    case .agricultureFixedShort: "fixed"
    case .turnsAt: "Turns at"
    case .gdpWith: "GDP, {supply}"
    case .jobsPerBillion: "Jobs per billion"
    case .supplyAll: "all demand met"
    case .evidencePublished: "published"
    case .evidenceDerived: "derived"
    case .evidenceAssumed: "assumed"
    case .evidenceArchetype: "archetype"
    case .archetypes: "Archetypes: the same for any country, no programmes"
    case .gdpPerMoney: "GDP per {money}"
    case .incomePerMoney: "Income per {money}"
    case .incomePoorest: "Income, poorest 40%"
    case .incomeRural: "Income, rural"
    case .incomeBeyond: "Income beyond the transfer"
    case .gdpWithPay: "GDP with pay"
    case .directWages: "Direct wages"
    case .taxBack: "Taxes"
    case .imports: "Imports"
    case .saving: "Saving"
    case .otherLeaks: "All else"
    case .evidence: "Evidence"
    case .outlay: "Outlay"
    case .year: "Year"
    case .low: "5th percentile"
    case .high: "95th percentile"
    case .notRanked: "Not ranked: parts of programmes, hypothetical schemes, saving, taxes"
    case .rankingTitle: "GDP per {money}, supply free (solid) and agriculture fixed (outline)"
    case .rankingNumbers: "GDP per {money}, supply free and agriculture fixed"
    case .householdsTitle: "Income per {money}, by fifth of households"
    case .leakagesTitle: "Where a hundred {moneys} end"
    case .forestTitle: "Social protection less other public spending, GDP per {money}"
    case .heatMapTitle: "The multipliers: what one {money} more for the column adds to the row"
    case .flowsTitle: "Who pays whom in this economy ({unit})"
    case .roundsTitle: "Round by round: GDP per {money} after so many rounds of spending"
    case .pathsTitle: "By which ways money reaches households"
    case .heatMapReading:
      "Columns: who receives one {money} more. Rows: whose receipts rise, numbered as the columns."
    case .heatMapLargest: "one {money} into {payer} adds {value} to {receiver}"
    case .rural: "rural"
    case .urban: "urban"
    case .poorestFifth: "poorest"
    case .richestFifth: "richest"
    case .ruralFifth: "Rural fifth {quintile}"
    case .urbanFifth: "Urban fifth {quintile}"
    case .spending: "Spending"
    case .account: "Account"
    case .householdGroup: "Households"
    case .othersDoMore: "◀ other spending adds more"
    case .protectionDoesMore: "social protection adds more ▶"
    case .receiver: "Receiver"
    case .activitiesIn: "Producers: {group}"
    case .productsOf: "Products: {group}"
    case .labour: "Labour"
    case .land: "Land"
    case .capital: "Capital"
    case .pays: "Pays"
    case .receives: "Receives"
    case .activities: "Producers"
    case .products: "Products"
    case .factors: "Labour, capital"
    case .enterprises: "Enterprises"
    case .households: "Households"
    case .government: "Government"
    case .taxes: "Taxes"
    case .schemes: "Schemes"
    case .savingInvestment: "Saving"
    case .restOfWorld: "Abroad"
    case .nonProfits: "Non-profits"
    case .otherBlock: "Other"
    case .allRounds: "all"
    case .round: "Rounds"
    case .gdpAdded: "GDP so far"
    case .leakedSoFar: "Leaked so far"
    case .pathsFrom: "{family}: one {money} from {origin} adds {total} to {destination}, by way of"
    case .otherPaths: "all other ways"
    case .path: "Path"
    case .pathCodes: "Codes"
    case .influence: "Influence"
    case .share: "Share"
    case .condition: "Condition"
    case .difference: "Difference"
    case .whichMore: "Which adds more"
    case .family: "Family"
    case .programme: "Programme"
    case .conditionFree: "Supply free"
    case .conditionSupply: "Supply {supply}"
    case .conditionFixed: "Agriculture fixed"
    case .conditionShare: "Agriculture meets {percent}% of demand"
    case .conditionEnterprises: "Enterprises keep what they earn"
    case .conditionOwnMarket: "Own produce at the margin is bought on the market"
    case .conditionOwnHousehold: "Value added of own produce goes to the household"
    case .conditionExports: "Exports come from own output"
    case .backtestOf: "{held} of {count} (matrix of {matrix})"
    case .conditionMargin: "Households spend a further franc at the margin"
    case .answerProtection:
      "one {money} of social protection adds more to GDP than one of other public spending"
    case .answerOthers:
      "one {money} of other public spending adds more to GDP than one of social protection"
    case .answerSame:
      "social protection and other public spending cannot be told apart by what they add to GDP"
    case .changedTable: "What changed between {from} and {to}"
    case .moversTable: "Which commodities moved the order"
    case .step: "Columns"
    case .stepStart: "Matrix of {from}"
    case .stepHouseholds: "+ households as now"
    case .stepCommodities: "+ commodities as now"
    case .stepActivities: "+ activities as now"
    case .stepOthers: "+ factors and enterprises as now: this matrix"
    case .importsBefore: "Imports in its column, {from}"
    case .importsNow: "Imports, {to}"
    case .commodity: "Commodity"
    case .withoutIt: "Change of the difference"
    case .orIn: ", or in "
    case .limitFixed: "{group} fixed"
    case .limitShare: "{group} at {percent}%"
    case .limitAll: "All groups at {percent}%"
    case .limitSkills: "Skilled labour and land scarce"
    case .conditionMatrix: "Matrix of {matrix}"
    case .conditionMatrixFixed: "Matrix of {matrix}, agriculture fixed"
    case .verdictProtection: "social protection"
    case .verdictOthers: "other public spending"
    case .verdictSame: "cannot be told apart"
    case .finding: "The finding"
    case .contents: "Contents"
    case .skip: "Skip to the text"
    case .comparison: "Programmes side by side"
    case .whoGains: "Who gains"
    case .whereItEnds: "Where the money goes"
    case .whoPays: "Who pays"
    case .howSure: "How sure is this"
    case .method: "Method"
    case .economy: "The economy in the matrix"
    case .assumptions: "Assumptions and their evidence"
    case .sources: "Sources"
    case .published: "Next to published evidence"
    case .limits: "Limits"
    case .reproduce: "How to reproduce this"
    case .cite: "How to cite"
    case .glossary: "Glossary"
    case .numbersOfChart: "The numbers of this chart"
    case .conditionsTable: "GDP per {money}, averages of both kinds of spending by condition"
    case .comparisonTable: "What one {money} of each programme does"
    case .gainsTable: "Income of households per {money}"
    case .financingTable: "GDP per {money}, less what paying for it takes away"
    case .assumptionsTable: "How well the use of each programme's {money} is known"
    case .filesTable: "Data files and their SHA-256 checksums"
    case .file: "File"
    case .checksum: "SHA-256"
    case .command: "Command"
    case .version: "Version"
    case .assumedPart: "Assumed part"
    case .note: "Note"
    case .publishedTable: "Published multipliers, and what each counts"
    case .place: "Where"
    case .whatCounts: "What is counted"
    case .scope: "Scope"
    case .transferInside: "Transfer inside"
    case .lowest: "Low"
    case .central: "Central"
    case .highest: "High"
    case .figure: "Figure {number}"
    case .figureNumbers: "Figure {number}, its numbers"
    case .subject: "Subject"
    case .table: "Table {number}"
    case .section: "Section"
    case .text: "Text"
    case .matrix: "Matrix"
    case .closure: "Closure"
    case .leader: "{programme} (evidence {evidence}; {conditions})"
    case .paidBy: "Paid by"
    case .taken: "Taken from GDP, {supply}"
    case .leftOver: "{family}, what is left, {supply}"
    case .payNobody: "a grant"
    case .payInvestment: "borrowing in place of investment"
    case .payPartOfInvestment: "borrowing, {percent}% of it in place of investment"
    case .payDirectTax: "direct taxes"
    case .payIndirectTax: "taxes on purchases"
    case .payContributions: "social contributions"
    case .payCut: "a cut of {programme}"
    case .payersAssumed: "What each way of paying assumes"
    case .winnersTable:
      "Winners and losers: net income of households per {money} of social protection"
    }
  }
}
