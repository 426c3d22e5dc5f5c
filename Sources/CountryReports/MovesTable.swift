package import CountryData
package import Reporting
internal import SpendingPolicy

extension MultiplierMoves {
  /// How far multipliers move between matrices, by step of the recipe; as data also by correction.
  package var table: Table {
    Table(
      name: "moves", title: "GDP at factor cost per franc on each matrix, supply free",
      columns: programmeColumns
        + (others + [prior]).map { Table.Column($0, heading: year($0), decimals: 2) }
        + steps.map { Table.Column($0, decimals: 2) }
        + [Table.Column(matrix, heading: year(matrix), decimals: 2)]
        + (revisions.isEmpty ? [] : revisionNames).map {
          Table.Column($0, decimals: 3, importance: .dataOnly)
        },
      rows: moves.map { move in
        let path = revisionPath(of: move)
        return named(move) + move.others.map { .number($0) } + [.number(move.prior)]
          + move.steps.map { .number($0) } + [.number(move.matrix)]
          + (revisions.isEmpty
            ? []
            : [.optional(path.first)] + path.steps.map { .optional($0) } + [.optional(path.since)])
      },
      notes: zip(steps, notes).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)." }
        + (revisions.isEmpty
          ? []
          : ["What each correction of an earlier version moved stands in the table 'corrections'."])
    )
  }

  /// How far multipliers moved from an earlier version of the matrix, correction by correction.
  ///
  /// Corrections that moved no programme in the second decimal stand in the data and in a note.
  package var correctionsTable: Table {
    let paths = moves.map { revisionPath(of: $0) }
    let names = revisionNames.dropFirst()
    let changes = paths.map { $0.steps + [$0.since] }
    let still = names.indices.filter { k in
      changes.allSatisfy { abs($0[k - 1] ?? 0) < Self.visible }
    }
    return Table(
      name: "corrections",
      title: "GDP at factor cost per franc on \(matrix): from version to version, supply free",
      columns: programmeColumns
        + [Table.Column(revisionNames[0], decimals: 2)]
        + names.indices.map { k in
          Table.Column(
            names[k], heading: names[k].replacing("-", with: "-\n"), decimals: 2,
            importance: still.contains(k) ? .dataOnly : .essential)
        } + [Table.Column(matrix, heading: "now", decimals: 2)],
      rows: zip(moves, paths).map { move, path in
        named(move) + [.optional(path.first)]
          + (path.steps + [path.since]).map { .optional($0) } + [.number(move.matrix)]
      },
      notes: revisions.map { "\($0.name): \($0.note)." }
        + (still.isEmpty
          ? []
          : ["No programme moved by 0.005 by: \(still.map { names[$0] }.joined(separator: ", "))."])
        + [
          "One correction after the other; another order would part the whole otherwise. 'since' is "
            + "what changed after the last that is recorded."
        ])
  }

  /// Below this a move does not show in two decimals.
  private static let visible = 0.005

  private var programmeColumns: [Table.Column] {
    [
      Table.Column("programme", importance: .dataOnly),
      Table.Column("name", heading: "programme"),
    ]
  }

  private var revisionNames: [String] { revisions.map { $0.name } + ["since"] }

  private func named(_ move: Move) -> [Table.Cell] {
    [.text(move.programme.id), .text(move.programme.name)]
  }

  private func year(_ id: String) -> String {
    id.split(separator: "-").last.map { String($0) } ?? id
  }
}
