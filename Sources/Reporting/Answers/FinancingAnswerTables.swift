internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension FinancingAnswer {
  private static let net: [EffectColumn] = [
    .gdpFactorCost, .gdpFactorCostFixedAgriculture, .income, .incomeBeyondTransfer,
    .incomeBottom40, .taxReturn,
  ]

  /// What each programme gives, what paying for it takes, and what is left.
  func table(title: String, on context: QuestionContext, _ jobNotes: [String]) -> Table {
    let sentences = verdicts.map {
      $0.verdict.sentence($0.programme.name, "what pays for it", measure: "GDP")
    }
    let assumed = financings.map {
      "\($0.label(among: context.programmes)): \($0.assumption)."
    }
    return Table(
      name: "financing", title: "\(title): \(amount.fixed(1)) \(context.sam.unit)",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", importance: .dataOnly),
        Table.Column("marked", heading: "programme", importance: .label),
        Table.Column("financing", importance: .dataOnly),
        Table.Column("paid_by", heading: "paid by", importance: .label),
      ] + Table.Column.gross(decimals: 1) + Table.Column.net(of: Self.net, decimals: 1) + [
        Table.Column(
          "jobs_net", heading: "jobs\nnet", decimals: 0,
          importance: context.employment == nil ? .dataOnly : .essential),
        Table.Column("break_even_share", heading: "break-even\nshare", decimals: 2),
        Table.Column("break_even_response", heading: "even\nabove", decimals: 2),
      ], rows: cases.map { Self.cells($0, among: context.programmes) },
      notes: sentences
        + (sentences.isEmpty
          ? []
          : [
            Verdict.marginSentence
              + (hasUndecidedFinancing
                ? " Scenarios are ways of paying with agriculture free and fixed; money that "
                  + "nobody gives up, and a programme that is paid for by itself, are none." : "")
          ])
        + [Programme.assumedNote(among: programmes)].compactMap { $0 } + assumed + [
          "Net is the column of the programme less that of the money where it came from; tax that "
            + "is raised is not credited as tax that comes back. 'break-even share': how many "
            + "francs may be taken so for each franc spent before GDP falls. 'even above': the share of demand that "
            + "agriculture must meet for the net effect to be positive. 'income net' holds what "
            + "the programme pays to households and what they pay for it, 'beyond transfer' "
            + "neither."
        ] + jobNotes)
  }

  private static func cells(_ one: Case, among programmes: [Programme]) -> [Table.Cell] {
    let programme = one.row.programme
    return [
      .text(programme.id), .text(programme.name), .text(programme.markedName),
      .text(one.financing.id), .text(one.financing.label(among: programmes)),
      .number(one.gdpGiven), .number(one.gdpTaken),
    ]
      + Self.net.map { .optional(one[$0]) }
      + [
        .optional(one.jobs), .optional(one.row.breakEvenShare),
        .optional(one.row.breakEvenResponse),
      ]
  }

  /// Winners and losers with a line for each group.
  func groupsTable(unit: CurrencyUnit) -> Table {
    Table(
      name: "groups", title: "Winners and losers, \(unit)",
      columns: [
        Table.Column("programme"), Table.Column("financing"), Table.Column("group"),
        Table.Column("given", decimals: 1), Table.Column("earned", decimals: 1),
        Table.Column("paid", decimals: 1), Table.Column("net", decimals: 1),
        Table.Column("result"),
      ],
      rows: groups.flatMap { one in
        one.effects.map { group in
          [
            .text(one.programme.id), .text(one.financing.id), .text(group.account.code),
            .number(group.given), .number(group.earned), .number(group.paid),
            .number(group.net), .text(group.result.rawValue),
          ]
        }
      },
      notes: [
        "Groups add to the net effect on income; 'even' is less than half a thousandth of the money."
      ])
  }

  /// Winners and losers with a column for each group.
  func winnersTable(on context: QuestionContext) -> Table {
    let accounts = groups.first?.effects.map { $0.account } ?? []
    return Table(
      name: "winners", title: "Winners and losers: net income by group, \(context.sam.unit)",
      columns: [
        Table.Column("financing", importance: .dataOnly), Table.Column("programme"),
      ]
        + accounts.map {
          Table.Column($0.code, heading: $0.code.replacing("-", with: "\n"), decimals: 1)
        },
      rows: groups.map { one in
        [.text(one.financing.id), .text(one.programme.markedName)]
          + one.effects.map { .number($0.net) }
      },
      sections: distinctFinancings.map { financing in
        Table.Section(
          financing.label(among: context.programmes),
          rows: groups.indices.filter { groups[$0].financing == financing })
      },
      notes: [
        "Groups add to the net effect on income. Groups: "
          + accounts.map { "\($0.code) \($0.name)" }.joined(separator: ", ") + ". "
          + "The table 'groups' has what each is given, earns and pays."
      ])
  }

  private var distinctFinancings: [Financing] {
    financings.indices.filter { !financings[..<$0].contains(financings[$0]) }
      .map { financings[$0] }
  }
}
