internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension SensitivityAnswer {
  private static let note =
    "GDP at factor cost and pay by the programme itself, per franc; one choice is changed at a "
    + "time. Structural choices are not drawn from a distribution: the bars say how far the order "
    + "hangs on each, not how likely it is. Bands are drawn apart. The scenario 'per-franc' judges by "
    + "GDP alone, without pay by the programme itself. " + Verdict.marginSentence

  /// How far the lead moves with each choice.
  func table(title: String) -> Table {
    Table(
      name: "tornado", title: title,
      columns: [
        Table.Column("driver"), Table.Column("low_setting", heading: "lowest at"),
        Table.Column("low", decimals: 2), Table.Column("high_setting", heading: "highest at"),
        Table.Column("high", decimals: 2), Table.Column("swing", decimals: 2),
        Table.Column("baseline", decimals: 2),
      ],
      rows: sensitivity.bars.map { bar in
        [
          .text(bar.driver), .text(bar.low.setting), .number(bar.low.difference),
          .text(bar.high.setting), .number(bar.high.difference), .number(bar.swing),
          .number(sensitivity.baseline.difference),
        ]
      },
      notes: [
        verdict?.sentence(
          programme.markedName, other.markedName, measure: "GDP and direct wages"),
        Self.note, Programme.assumedNote(among: [programme, other]),
      ].compactMap { $0 })
  }

  private var turnInWords: String {
    switch turn {
    case .always?: "\(programme.name) does more at every response"
    case .never?: "\(programme.name) does no more at any response"
    case .above(let share)?:
      "\(programme.name) does more only where agriculture meets more than "
        + "\((100 * share).fixed(0)) per cent of the demand"
    case .below(let share)?:
      "\(programme.name) does more only where agriculture meets less than "
        + "\((100 * share).fixed(0)) per cent of the demand"
    case nil: "the matrix has no group of activities named agriculture"
    }
  }

  /// Under which value of each driver the order of the two turns.
  var turningTable: Table {
    Table(
      name: "turning", title: "Where the order of \(programme.name) and \(other.name) turns",
      columns: [
        Table.Column("driver"), Table.Column("value", decimals: 2), Table.Column("verdict"),
      ],
      rows: [[.text("response of agriculture"), .optional(turn?.share), .text(turnInWords)]]
        + turns.map { one in
          [
            .text(one.driver.rawValue), .optional(one.value),
            .text(
              one.value.map {
                "\(programme.name) does more only \(one.isMoreAbove ? "above" : "below") "
                  + $0.fixed(2)
              } ?? "the order does not turn between 0 and 1"),
          ]
        },
      notes: [
        "By GDP at factor cost and pay by the programme itself, as above. More administration does "
          + "more where services bring more GDP than transfers; that is arithmetic, and no advice."
      ])
  }
}

extension Sensitivity {
  var casesTable: Table {
    Table(
      name: "cases", title: "Every case",
      columns: [
        Table.Column("driver"), Table.Column("setting"), Table.Column("value", decimals: 2),
        Table.Column("against", decimals: 2), Table.Column("difference", decimals: 2),
      ],
      rows: ([baseline] + cases).map {
        [
          .text($0.driver), .text($0.setting), .number($0.value), .number($0.against),
          .number($0.difference),
        ]
      })
  }
}
