internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Reform.Effect {
  /// What is printed of each effect.
  fileprivate static let columns =
    [
      Table.Column("reserves"), Table.Column("raised", decimals: 2),
      Table.Column("paid_out", heading: "paid\nout", decimals: 2),
      Table.Column("reserve", decimals: 2),
    ]
    + Table.Column.net(
      of: [
        .gdpFactorCost, .gdpFactorCostFixedAgriculture, .income, .incomeBeyondTransfer,
        .incomeBottom40, .taxReturn,
      ], decimals: 2)

  fileprivate static let note =
    "Raised, paid out and reserves are of one year. A scheme that builds up reserves is shown "
    + "with these idle, where they leak as saving, and invested, where they buy capital goods at "
    + "home. An effect of idle reserves that would last for ever is "
    + "an artefact, no finding. What invested reserves yield later is not counted. 'income net' "
    + "holds benefits received and contributions paid, 'beyond transfer' neither."

  fileprivate var cells: [Table.Cell] {
    [
      .text(reserve == 0 ? "none" : reserves.rawValue),
      .number(raised), .number(paidOut), .number(reserve),
      .number(gdpFactorCost), .optional(gdpFactorCostFixedAgriculture),
      .number(income), .number(incomeBeyondTransfer),
      .optional(incomeBottom40), .number(taxReturn),
    ]
  }
}

extension ReformQuestion.Raised {
  fileprivate var name: String {
    switch self {
    case .amount: "as given"
    case .contribution(let base, let rate, _): "\(base.shortest) to \(rate.shortest) per cent"
    }
  }
}

extension ReformAnswer {
  /// What the reform does, by change, way of paying, phase and use of reserves.
  func table(title: String) -> Table {
    Table(
      name: "reform", title: title,
      columns: [
        Table.Column("change"), Table.Column("financing"), Table.Column("phase"),
      ] + Reform.Effect.columns,
      rows: cases.map { one in
        [
          .text(one.raised.name), .text(one.financing.id), .text(one.phase.rawValue),
        ] + one.effect.cells
      },
      notes: [
        verdict?.sentence(
          "what the reform pays out and invests", "what is raised for it would have done",
          measure: "GDP")
      ].compactMap { $0 } + [
        Verdict.marginSentence, Reform.Effect.note,
        "The benefit is \(benefit.markedName): each franc paid out is spent as a franc of it is now.",
      ] + [Programme.assumedNote(among: [benefit])].compactMap { $0 }
        + financings.map { "\($0.id): \($0.assumption)." })
  }
}

extension CoverAnswer {
  /// What cover does, by group, scale, phase and use of reserves.
  func table(title: String) -> Table {
    Table(
      name: "cover", title: title,
      columns: [
        Table.Column("group"), Table.Column("scale"), Table.Column("phase"),
        Table.Column("reserves"), Table.Column("members", decimals: 0),
      ]
        + Reform.Effect.columns.dropFirst().map { column in
          var column = column
          column.decimals = 4
          return column
        },
      rows: cases.map { one in
        let cells = one.effect.cells
        return [.text(one.group), .text(one.scale.rawValue), .text(one.phase.rawValue)]
          + cells.prefix(1) + [.number(one.members)] + cells.dropFirst()
      },
      notes: [
        Reform.Effect.note,
        "A sector is the pilot's terms for all its workers: an upper bound, since nobody knows "
          + "how many would join.",
        benefit.map { "The benefit is \($0.markedName)." }
          ?? "Benefits go to the households that contribute, in the shares in which they do; "
          + "what enterprises pay for them among it (assumed).",
      ])
  }
}
