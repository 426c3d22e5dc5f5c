internal import AccountMatrix
internal import ArgumentParser
internal import Balancing
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam build`: a matrix from its sources.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build one of Rwanda's matrices from its sources, with a report of what was met.",
    discussion: """
      CSV holds the matrix; the table 'balances' sets official balances beside those of the \
      matrix, 'cells' says where every cell comes from, 'moves' how far the multipliers of \
      programmes move between 2017, 2022 and 2024.
      """)

  @Argument(help: "The matrix to build: rwanda-2022, rwanda-2024 or rwanda-2017.")
  var name: String

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the tables of sources from this folder instead of the embedded copy.")
  var data: String?

  @Option(help: "Write the controls with their residuals to this CSV file.")
  var report: String?

  func validate() throws {
    try output.requireTable(among: [
      "matrix", "checks", "macro", "schemes", "balances", "controls", "cells", "moves",
    ])
  }

  func run() throws {
    let source = data.map { Country(directory: $0) } ?? .rwanda
    let built = try source.build(name)
    let controls = built.balance.controlsTable
    if let report {
      try OutputFile.write(controls.csv, to: report, replacing: output.force)
    }
    var supplements = [controls, built.cellsTable]
    if output.table == "moves" {
      supplements.append(Self.movesTable(try source.multiplierMoves(to: name)))
    }
    let overview = [
      built.checksTable, built.sam.macroTable, built.balancesTable,
      Self.schemesTable(try source.schemes(of: built.sam), unit: built.sam.unit),
    ]
    try output.write(
      Report(
        command: "build", facts: [Report.Fact("matrix", built.sam.caption)],
        tables: [built.sam.squareTable()],
        supplements: overview + supplements, overview: overview))
  }

  private static func schemesTable(_ schemes: [SocialScheme], unit: CurrencyUnit) -> Table {
    Table(
      name: "schemes", title: "Social protection by scheme, \(unit)",
      columns: [
        Table.Column("scheme", importance: .dataOnly), Table.Column("name", heading: "scheme"),
        Table.Column("contributions", heading: "contri-\nbutions", decimals: 1),
        Table.Column("budget", decimals: 1),
        Table.Column("cash_benefits", heading: "cash\nbenefits", decimals: 1),
        Table.Column("benefits_in_kind", heading: "in\nkind", decimals: 1),
        Table.Column("administration", heading: "admin-\nistration", decimals: 1),
        Table.Column("surplus", decimals: 1),
        Table.Column("difference", importance: .dataOnly),
        Table.Column("covers", importance: .displayOnly),
        Table.Column("covered", importance: .dataOnly),
        Table.Column("covered_unit", importance: .dataOnly),
        Table.Column("covered_year", importance: .dataOnly),
        Table.Column("benefit", importance: .dataOnly),
        Table.Column("benefit_unit", importance: .dataOnly),
      ],
      rows: schemes.map {
        [
          .text($0.account.code), .text($0.account.name), .number($0.contributions),
          .number($0.budget), .number($0.cashBenefits), .number($0.benefitsInKind),
          .number($0.administration), .number($0.surplus), .number($0.difference),
          .optional($0.coverage?.inWords), .optional($0.coverage?.number),
          .optional($0.coverage?.unit),
          .optional($0.coverage?.year), .optional($0.coverage?.benefit),
          .optional($0.coverage?.benefitUnit),
        ]
      },
      notes: [
        "Contributions + budget = cash benefits + benefits in kind + administration + surplus. The "
          + "surplus holds members' savings (EjoHeza) and capital transfers (works, houses). "
          + "Coverage is of the years in CSV."
      ])
  }

  private static func movesTable(_ moves: MultiplierMoves) -> Table {
    func year(_ id: String) -> String { id.split(separator: "-").last.map { String($0) } ?? id }
    let revisions = moves.revisions
    let changes = revisions.indices.dropFirst()
    return Table(
      name: "moves", title: "GDP at factor cost per franc on each matrix, supply free",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
      ]
        + (moves.others + [moves.prior]).map { Table.Column($0, heading: year($0), decimals: 2) }
        + moves.steps.map { Table.Column($0, decimals: 2) }
        + [Table.Column(moves.matrix, heading: year(moves.matrix), decimals: 2)]
        + revisions.prefix(1).map { Table.Column($0.name, decimals: 2, importance: .useful) }
        + changes.map { Table.Column(revisions[$0].name, decimals: 3, importance: .useful) }
        + (revisions.isEmpty ? [] : [Table.Column("since", decimals: 3, importance: .useful)]),
      rows: moves.moves.map { move in
        let path = revisions.map { $0.multipliers[move.programme.id] }
        return [.text(move.programme.id), .text(move.programme.name)]
          + move.others.map { .number($0) } + [.number(move.prior)]
          + move.steps.map { .number($0) } + [.number(move.matrix)]
          + path.prefix(1).map { .optional($0) }
          + changes.map { k in
            .optional(path[k].flatMap { now in path[k - 1].map { now - $0 } })
          }
          + (path.isEmpty ? [] : [.optional(path[path.count - 1].map { move.matrix - $0 })])
      },
      notes: zip(moves.steps, moves.notes).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)." }
        + (revisions.isEmpty
          ? []
          : [
            "Columns after \(year(moves.matrix)): the matrix of an earlier version, and what each "
              + "correction since added; 'since' is what programmes and matrix changed after that. "
              + revisions.map { "\($0.name): \($0.note)" }.joined(separator: "; ") + "."
          ]))
  }
}

extension SocialScheme.Coverage {
  /// Whom the scheme covers, for people.
  fileprivate var inWords: String? {
    number.map { "\($0.shortest) \(unit), \(year)" }
  }
}

extension BuiltMatrix {
  /// What a reader judges the build by.
  fileprivate var checksTable: Table {
    let official = balance.controls.filter { ($0.standardError ?? 0) < 1 }
    let worst = official.max { abs($0.residual) < abs($1.residual) }
    let loose = balance.controls.filter { abs($0.standardised ?? 0) > 1.5 }
    let gdp = try? sam.grossDomesticProduct()
    let rows: [(String, Table.Cell, String)] =
      [
        ("largest relative gap of an account", .number(largestRelativeGap), ""),
        ("GDP by production", .optional(gdp?.byProduction), ""),
        ("GDP by income", .optional(gdp?.byIncome), ""),
        ("GDP by expenditure", .optional(gdp?.byExpenditure), ""),
        ("controls", .count(balance.controls.count), ""),
        ("official figures (standard error below 1)", .count(official.count), ""),
        (
          "largest distance from an official figure", .optional(worst.map { abs($0.residual) }),
          worst?.control ?? ""
        ),
        (
          "controls beyond 1.5 standard errors", .count(loose.count),
          list(loose.map(\.control), first: 12)
        ),
        ("cells", .count(cells.count { $0.value != 0 }), ""),
        ("cells set by the recipe", .count(cells.count { $0.beginning == .set }), ""),
        (
          "cells that are gone", .count(cells.count { $0.value == 0 && $0.origin != 0 }), ""
        ),
        ("cells new or gone unlisted", .count(unlistedCells.count), ""),
        (
          "signs turned against the prior", .count(signFlips.count),
          signFlips.map { "\($0.row),\($0.column)" }.joined(separator: " ")
        ),
        ("Newton steps", .count(balance.iterations), ""),
        (
          "official balances missed (reasons stated)",
          .count(officialBalances.count { !$0.isMet }),
          list(officialBalances.filter { !$0.isMet }.map(\.id), first: 12)
        ),
      ]
      + institutionalEvidence.map { share in
        (
          "\(share.evidence) controls, % of their value",
          .number(100 * share.value / institutionalEvidence.reduce(0) { $0 + $1.value }),
          "\(share.controls) of \(institutionalEvidence.reduce(0) { $0 + $1.controls }) controls"
        )
      }
    return Table(
      name: "checks", title: "Build of \(sam.caption)",
      columns: [
        Table.Column("check"), Table.Column("value", decimals: 2), Table.Column("where"),
      ],
      rows: rows.map { [.text($0.0), $0.1, .text($0.2)] },
      notes: [
        "Rules and figures: SAM/README.md. Every control with --table controls, the origin of "
          + "every cell with --table cells."
      ])
  }

  /// Official balances beside those of the matrix.
  fileprivate var balancesTable: Table {
    Table(
      name: "balances", title: "Official balances beside those of \(sam.caption), \(sam.unit)",
      columns: [
        Table.Column("balance", importance: .dataOnly), Table.Column("name", heading: "balance"),
        Table.Column("official", decimals: 1), Table.Column("matrix", decimals: 1),
        Table.Column("difference", heading: "differ-\nence", decimals: 1),
        Table.Column("tolerance", heading: "toler-\nance", decimals: 1, importance: .useful),
        Table.Column("verdict"), Table.Column("source", importance: .dataOnly),
        Table.Column("evidence", importance: .dataOnly),
        Table.Column("reason", importance: .dataOnly),
      ],
      rows: officialBalances.map {
        [
          .text($0.id), .text($0.name), .number($0.official), .number($0.matrix),
          .number($0.difference), .number($0.tolerance),
          .text($0.isMet ? "met" : "listed"), .text($0.source), .text($0.evidence),
          .text($0.reason),
        ]
      },
      notes: [
        "The recipe does not aim at these: they are what its parts must add to. 'listed' is beyond "
          + "the tolerance for a stated reason; without one the build fails."
      ] + reasons.map { "\(list($0.balances, first: 6)): \($0.reason)." })
  }

  /// Why balances are missed, each reason once.
  private var reasons: [(reason: String, balances: [String])] {
    var reasons: [(reason: String, balances: [String])] = []
    for balance in officialBalances where !balance.isMet {
      if let k = reasons.firstIndex(where: { $0.reason == balance.reason }) {
        reasons[k].balances.append(balance.id)
      } else {
        reasons.append((reason: balance.reason, balances: [balance.id]))
      }
    }
    return reasons
  }

  /// Where every cell comes from.
  fileprivate var cellsTable: Table {
    Table(
      name: "cells", title: "Origin of the cells of \(sam.caption)",
      columns: [
        Table.Column("row"), Table.Column("column"), Table.Column("value"),
        Table.Column("beginning"), Table.Column("origin"), Table.Column("prior"),
        Table.Column("adjustment"), Table.Column("reason", importance: .useful),
      ],
      rows: cells.map {
        [
          .text($0.row), .text($0.column), .number($0.value), .text($0.beginning.rawValue),
          .number($0.origin), .number($0.prior), .number($0.adjustment), .text($0.reason),
        ]
      },
      notes: [
        "origin is the cell of the matrix that the recipe starts from, prior the value before "
          + "balancing, adjustment what balancing added."
      ])
  }
}
