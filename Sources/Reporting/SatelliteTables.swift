internal import AccountMatrix
public import Multipliers

extension MultiplierModel {
  /// Satellites by account: direct, indirect and induced amounts per unit injected.
  ///
  /// - Throws: `Satellite.Failure` if a satellite does not fit the matrix.
  public func satelliteReport(_ satellites: [Satellite]) throws(Satellite.Failure) -> Report {
    var rows: [[Table.Cell]] = []
    for satellite in satellites {
      rows += try multipliers(of: satellite).rows.map { row in
        [
          .text(satellite.name), .text(satellite.unit), .text(row.account.code),
          .text(row.account.name), .optional(row.amount), .optional(row.perUnit),
          .number(row.direct), .number(row.indirect), .number(row.induced), .number(row.total),
        ]
      }
    }
    let shown = ["amount", "per_unit", "direct", "indirect", "induced", "total"]
    return Report(
      command: "satellites", facts: facts,
      tables: [
        Table(
          name: "satellites",
          title: "Satellite accounts: what one unit (\(sam.unit)) injected into an account does",
          columns: [
            Table.Column("satellite"), Table.Column("unit", importance: .useful),
            Table.Column("account"), Table.Column("name", importance: .displayOnly),
          ] + shown.map { Table.Column($0, decimals: 3) },
          rows: rows,
          notes: [
            "per_unit: the amount of the base year per unit of the account's receipts. direct: at "
              + "the account, or for a commodity at the activities that supply it; indirect: along "
              + "the chain of suppliers; induced: by the spending of incomes."
          ] + standingNotes + [Self.standingCaveat])
      ])
  }
}
