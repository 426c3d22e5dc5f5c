public import AccountMatrix
internal import Multipliers
public import SpendingPolicy

extension Comparison {
  /// The comparison as a report: the table of programmes, and the weights of the averages.
  ///
  /// - Parameters:
  ///   - amount: what is spent on each programme.
  ///   - remarks: further notes for the reader, below those of the comparison.
  /// - Throws: `Diagnostic` if the amount needs a GDP that the matrix does not have, or who pays
  ///   cannot be told by group.
  public func report(
    per amount: InjectedAmount = .franc, remarks: [String] = []
  ) throws(Diagnostic) -> Report {
    let factor = try injected(amount)
    var main = table(factor: factor, amount: amount)
    do {
      if let scarcity = try scarcitySentence() {
        main.notes.insert(scarcity, at: main.notes.isEmpty ? 0 : 1)
      }
    } catch { throw error.diagnostic }
    main.notes += remarks
    let further: [Table]
    do {
      further =
        [financingTable(factor: factor), try groupsTable(factor: factor)]
        + (try scarcityTables(factor: factor)) + basketTables(factor: factor)
    } catch { throw error.diagnostic }
    return Report(
      command: "compare",
      facts: model.facts + [
        Report.Fact("per", amountSentence(amount, factor)),
        Report.Fact("financing", financing.id),
      ],
      tables: [main], supplements: [weightsTable] + further
    ).spoken(in: model.sam.unit)
  }

  private func amountSentence(_ amount: InjectedAmount, _ factor: Double) -> String {
    switch amount {
    case .franc: "one unit of money spent"
    case .billion: "one billion spent, effects in \(model.sam.unit)"
    case .percentOfGDP:
      "one per cent of GDP spent (\(factor.fixed(1)) \(model.sam.unit)), effects in "
        + "\(model.sam.unit)"
    }
  }
}

// MARK: - The table

extension Comparison {
  /// A heading of few letters, and where it is shown; a column that is not here stands in wide
  /// tables under its name.
  private static let headings: [EffectColumn: (String, Table.Column.Importance)] = [
    .gdpFactorCostFixedAgriculture: ("GDP,\nagric.\nfixed", .essential),
    .turningResponse: ("turns\nat", .essential),
    .gdpDirectWages: ("direct\nwages", .useful),
    .gdpMarketPrices: ("GDP at\nmarket\nprices", .extra),
    .incomeBeyondTransfer: ("income\nbeyond\ntransfer", .useful),
    .incomeBottom40: ("income\npoorest\n40%", .useful),
    .taxReturn: ("tax\nback", .useful),
    .importLeakage: ("imports", .extra),
    .savingLeakage: ("saving", .extra),
    .otherLeakage: ("other\nleaks", .extra),
    .leakageTotal: ("all\nleaks", .dataOnly),
    .gdpOwn: ("GDP,\nown", .extra),
    .gdpBeyond: ("GDP\nbeyond", .extra),
    .gdpWithPay: ("GDP\nwith\npay", .essential),
  ]

  private func tableColumn(_ column: EffectColumn) -> Table.Column {
    let (heading, importance) =
      column == .gdpFactorCost
      ? (model.settings.supply.isFree ? "GDP,\nsupply\nfree" : "GDP,\nsupply\nas given", .essential)
      : Self.headings[column] ?? (column.id.replacing("_", with: "\n"), .extra)
    return Table.Column(column.id, heading: heading, decimals: 2, importance: importance)
  }

  private func table(factor: Double, amount: InjectedAmount) -> Table {
    var columns = [
      Table.Column("programme", importance: .dataOnly),
      Table.Column("name", heading: "programme"),
      Table.Column("family", importance: .dataOnly),
      Table.Column("evidence"),
      Table.Column("ranked", importance: .dataOnly),
      Table.Column("outlay", decimals: 1, importance: .dataOnly),
      Table.Column("outlay_year", importance: .dataOnly),
    ]
    columns += EffectColumn.allCases.map(tableColumn)
    columns.append(Table.Column("turning", importance: .dataOnly))
    let unit = model.sam.unit
    let cells = rows.map { row -> [Table.Cell] in
      [
        .text(row.programme.id),
        .text(row.programme.name + (row.leakingAccounts.isEmpty ? "" : " +")),
        .text(row.programme.family.rawValue), .text(row.programme.evidence.rawValue),
        .text(row.programme.isRanked ? "yes" : "no"),
        .optional(row.programme.outlay?.amount(in: unit)),
        .optional(row.programme.outlay?.year),
      ] + effectCells(factor) { row.effect[$0] } + [.optional(row.effect.turning?.word)]
    }
    return Table(
      name: "compare", title: title(amount, factor), columns: columns, rows: cells,
      sections: sections(factor), notes: notes)
  }

  private func effectCells(
    _ factor: Double, _ value: (EffectColumn) -> Double?
  ) -> [Table.Cell] {
    EffectColumn.allCases.map { column in
      .optional(column.of(factor, perFranc: value(column)))
    }
  }

  private func title(_ amount: InjectedAmount, _ factor: Double) -> String {
    let unit = model.sam.unit
    let subject =
      switch amount {
      case .franc: "one franc"
      case .billion: "one billion"
      case .percentOfGDP: "one per cent of GDP (\(factor.fixed(1)) \(unit))"
      }
    let paid = financingEffect == nil ? "" : ", paid by \(financing.inWords)"
    let measured = amount == .franc ? "" : ", effects in \(unit)"
    return
      "What \(subject) of public spending does\(paid)\(measured): \(model.sam.title.isEmpty ? model.sam.source : model.sam.title)"
  }

  private func sections(_ factor: Double) -> [Table.Section] {
    sections { average in
      [.empty, .text("= average by outlay"), .empty, .empty, .empty, .empty, .empty]
        + effectCells(factor) { average.values[$0] } + [.optional(average.turning?.word)]
    }
  }

  /// Ranked programmes by family with their average, the rest apart, each sorted by GDP at factor
  /// cost with the programme's own pay.
  func sections(summary: (FamilyAverage) -> [Table.Cell]) -> [Table.Section] {
    func sorted(_ condition: (Programme) -> Bool) -> [Int] {
      rows.indices.filter { condition(rows[$0].programme) }.sorted {
        (-rows[$0].effect.gdpWithPay, $0) < (-rows[$1].effect.gdpWithPay, $1)
      }
    }
    var sections = Programme.Family.allCases.map { family in
      Table.Section(
        family.title, rows: sorted { $0.isRanked && $0.family == family },
        summaries: averages.filter { $0.family == family }.map(summary))
    }
    sections += [
      Table.Section(
        "Archetypes: the same for any country, no programmes", rows: sorted { $0.isArchetype }),
      Table.Section(
        "Not ranked: parts of programmes, hypothetical schemes, saving, interest, tax cuts",
        rows: sorted { !$0.isRanked && !$0.isArchetype }),
    ]
    return sections.filter { !$0.rows.isEmpty }
  }
}

extension Programme.Family {
  /// The family in words.
  var title: String {
    switch self {
    case .socialProtection: "Social protection"
    case .otherPublicSpending: "Other public spending"
    case .tax: "Taxes not collected"
    }
  }
}

// MARK: - Notes and weights

extension Comparison {
  private var notes: [String] {
    var notes = [orderSentence].compactMap { $0 }
    if financingEffect != nil || displacedEarnings > 0 { notes += financingNotes }
    notes +=
      ([
        "GDP is at factor cost: what activities, commodities and margins pay to factors. 'direct "
          + "wages' is pay that a programme itself gives to workers; it is not in that GDP. 'GDP with "
          + "pay' is the sum, as the national accounts count the pay of civil servants: rows are in "
          + "its order. In files 'gdp_own' is the part made by the programme and those who sell to "
          + "it, 'gdp_beyond' what follows.",
        paySentence,
        "'GDP, agric. fixed': the output of agriculture cannot grow, and demand for it leaks. "
          + "'turns at': the share of demand met by agriculture at which the programme does as much "
          + "for GDP as the average of other public spending; in files 'turning' says whether it does "
          + "more above it, below it, always or never.",
        "Income is the receipts of households, what a programme pays them included; 'beyond "
          + "transfer' is without what it pays to households, but with pay that reaches them "
          + "through labour.",
      ] as [String?]).compactMap { $0 }
    notes += model.standingNotes + [MultiplierModel.standingCaveat]
    if rows.contains(where: { $0.programme.evidence == .assumed }) {
      notes.append(
        "'assumed': a fifth or more of the franc goes where nobody has published that it goes; "
          + "read the row as a sensitivity case.")
    }
    for row in rows where !row.leakingAccounts.isEmpty {
      notes.append(
        "+ \(row.programme.name): the share on \(row.leakingAccounts.joined(separator: ", ")) is "
          + "exogenous and leaks at once.")
    }
    notes += averages.map(weightsSentence)
    if !outsideAverages.isEmpty {
      notes.append(
        "Ranked, and in no average for want of an outlay that counts: "
          + outsideAverages.map { $0.name }.joined(separator: ", ") + ".")
    }
    if rows.contains(where: { $0.programme.partOf != nil && $0.programme.isRanked }) {
      notes.append(
        "A programme inside another counts once: its outlay and what it does are taken out of the "
          + "programme that holds it. Outlays are of the years given in CSV, not of one year.")
    }
    if !omissions.isEmpty { notes.append(omissionSentence) }
    return notes
  }

  /// What a franc of pay and a franc to a household do, where the programmes have both.
  private var paySentence: String? {
    payBesideTransfers.map { beside in
      "By GDP at factor cost a franc of '\(beside.pay.name)' does \(beside.payEffect.fixed(2)), and one "
        + "paid to households as by '\(beside.transfer.name)' \(beside.transferEffect.fixed(2)): what "
        + "is spent of it is all that counts there, whoever earns it."
    }
  }

  /// Which family does more on average, under which condition; no order is claimed from one column.
  private var orderSentence: String? {
    guard let protection = averages.first(where: { $0.family == .socialProtection }),
      let others = averages.first(where: { $0.family == .otherPublicSpending }),
      let free = protection.values[.gdpFactorCost], let freeOthers = others.values[.gdpFactorCost],
      let fixed = protection.values[.gdpFactorCostFixedAgriculture],
      let fixedOthers = others.values[.gdpFactorCostFixedAgriculture]
    else { return nil }
    let figures =
      "Averages by outlay: social protection \(free.fixed(2)) and other public spending "
      + "\(freeOthers.fixed(2)) with supply as in the first column, \(fixed.fixed(2)) and "
      + "\(fixedOthers.fixed(2)) with agriculture fixed"
    if case .above(let turn)? = protection.turning, Verdict.order(free, freeOthers) == true {
      return figures + "; social protection does more for GDP only where agriculture meets more "
        + "than \((100 * turn).fixed(0)) per cent of the demand for it."
    }
    let first = Self.verdict(free, freeOthers)
    let second = Self.verdict(fixed, fixedOthers)
    let verdict =
      first == second
      ? "\(first) in both cases" : "\(first) in the first case, \(second) in the second"
    return figures + "; \(verdict). Less than 5 per cent apart counts as no difference."
  }

  /// Which of two averages is larger, unless they are within 5 per cent of each other.
  private static func verdict(_ protection: Double, _ others: Double) -> String {
    switch Verdict.order(protection, others) {
    case nil: "no difference"
    case true?: "social protection does more for GDP"
    case false?: "other public spending does more for GDP"
    }
  }

  private func weightsSentence(_ average: FamilyAverage) -> String {
    let parts = average.members.sorted { $0.weight > $1.weight }.map {
      "\($0.programme.name) \((100 * $0.weight).fixed(0))%"
    }
    return "Weights, \(average.family.title.lowercased()): " + parts.joined(separator: ", ") + "."
  }

  private var omissionSentence: String {
    let missing = omissions.flatMap { $0.missingAccounts }.uniqued
    return omissions.count <= 3
      ? omissions.map {
        "Left out: \($0.programme.name), for want of \($0.missingAccounts.joined(separator: ", "))."
      }.joined(separator: " ")
      : "Left out: \(omissions.count) programmes, as the matrix lacks accounts of theirs "
        + "(\(list(missing)))."
  }

  private var weightsTable: Table {
    Table(
      name: "weights", title: "Weights of the averages by outlay",
      columns: [
        Table.Column("family"), Table.Column("programme"),
        Table.Column("outlay", decimals: 1), Table.Column("outlay_year"),
        Table.Column("counted_outlay", heading: "counted\noutlay", decimals: 1),
        Table.Column("weight"),
      ],
      rows: averages.flatMap { average in
        average.members.map { member in
          [
            .text(average.family.rawValue), .text(member.programme.id),
            .optional(member.programme.outlay?.amount(in: model.sam.unit)),
            .optional(member.programme.outlay?.year),
            .number(member.countedOutlay(in: model.sam.unit)),
            .number(member.weight),
          ]
        }
      })
  }
}
