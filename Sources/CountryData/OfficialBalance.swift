internal import AccountMatrix
internal import SAMFiles

/// A balance that an institution publishes, beside the same of a built matrix.
///
/// The recipe does not aim at these: they are what the parts that it aims at must add to. One that
/// is missed by more than its tolerance fails the build, unless the list gives a reason.
package struct OfficialBalance: Sendable, Equatable {
  /// The name by which tables name it.
  package let id: String
  /// What it is, with its concept.
  package let name: String
  /// The published figure, in the unit of the matrix.
  package let official: Double
  /// The same of the matrix.
  package let matrix: Double
  /// How far the two may be apart.
  package let tolerance: Double
  /// The source of the published figure.
  package let source: String
  /// How the published figure is known: published, derived or assumed.
  package let evidence: String
  /// Why it may be missed by more; empty where it may not.
  package let reason: String

  /// The matrix less the published figure.
  package var difference: Double { matrix - official }

  /// Whether the matrix is within the tolerance.
  package var isMet: Bool { abs(difference) <= tolerance }

  /// Reads `balance,row,column,weight,plus,official,tolerance,source,evidence,name,reason`: lines
  /// with one id are one weighted sum of cells, and what follows the weight stands on the first;
  /// `plus` is an official figure that the cells of the matrix leave out.
  static func read(
    _ file: SourceFile, selection: RecipeAccounts, sources: RecipeSources,
    of sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> [OfficialBalance] {
    let table = try RecordTable(
      file,
      required: [
        "balance", "row", "column", "weight", "plus", "official", "tolerance", "source",
        "evidence", "name", "reason",
      ])
    var order: [String] = []
    var heads: [String: RecordTable.Record] = [:]
    var sums: [String: Double] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "balance")
      if heads[id] == nil {
        order.append(id)
        heads[id] = record
        sums[id] = try table.number(record, "plus") ?? 0
        try sources.require(
          try table.text(record, "source"), at: table.place(record, "source"))
      }
      let weight = try table.requiredNumber(record, "weight")
      let (rows, columns) = try selection.cells(of: record, in: table)
      for i in rows { for j in columns { sums[id, default: 0] += weight * sam[i, j] } }
    }
    var balances: [OfficialBalance] = []
    for id in order {
      guard let head = heads[id], let matrix = sums[id] else { continue }
      let balance = OfficialBalance(
        id: id, name: try table.requiredText(head, "name"),
        official: try table.requiredNumber(head, "official"), matrix: matrix,
        tolerance: try table.requiredNumber(head, "tolerance"),
        source: try table.text(head, "source"), evidence: try table.text(head, "evidence"),
        reason: try table.text(head, "reason"))
      guard balance.isMet || !balance.reason.isEmpty else {
        throw Diagnostic(
          "the balance '\(id)' of the matrix is \(matrix.sixDigits) where the official figure is "
            + "\(balance.official.sixDigits): \(abs(balance.difference).sixDigits) apart, and "
            + "\(balance.tolerance.sixDigits) are allowed",
          at: table.place(head, "official"),
          remedy: "Correct the controls that it is made of, or give a reason in the list")
      }
      balances.append(balance)
    }
    return balances
  }
}
