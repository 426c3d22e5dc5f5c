package import CountryData
package import Reporting
internal import SpendingPolicy

extension MultiplierMoves {
  /// How far multipliers move between matrices, by step of the recipe and by revision.
  package var table: Table {
    func year(_ id: String) -> String { id.split(separator: "-").last.map { String($0) } ?? id }
    let changes = revisions.dropFirst()
    return Table(
      name: "moves", title: "GDP at factor cost per franc on each matrix, supply free",
      columns: [
        Table.Column("programme", importance: .dataOnly),
        Table.Column("name", heading: "programme"),
      ]
        + (others + [prior]).map { Table.Column($0, heading: year($0), decimals: 2) }
        + steps.map { Table.Column($0, decimals: 2) }
        + [Table.Column(matrix, heading: year(matrix), decimals: 2)]
        + revisions.prefix(1).map { Table.Column($0.name, decimals: 2, importance: .useful) }
        + changes.map { Table.Column($0.name, decimals: 3, importance: .useful) }
        + (revisions.isEmpty ? [] : [Table.Column("since", decimals: 3, importance: .useful)]),
      rows: moves.map { move in
        let path = revisionPath(of: move)
        return [.text(move.programme.id), .text(move.programme.name)]
          + move.others.map { .number($0) } + [.number(move.prior)]
          + move.steps.map { .number($0) } + [.number(move.matrix)]
          + (revisions.isEmpty
            ? []
            : [.optional(path.first)] + path.steps.map { .optional($0) } + [.optional(path.since)])
      },
      notes: zip(steps, notes).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)." }
        + (revisions.isEmpty
          ? []
          : [
            "Columns after \(year(matrix)): the matrix of an earlier version, and what each "
              + "correction since added; 'since' is what programmes and matrix changed after that. "
              + revisions.map { "\($0.name): \($0.note)" }.joined(separator: "; ") + "."
          ]))
  }
}
