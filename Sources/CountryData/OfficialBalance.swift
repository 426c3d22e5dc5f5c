package import AccountMatrix
internal import Multipliers
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
  /// What a reader of multipliers must know of the difference; empty for nothing.
  package let footnote: String

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
      ], optional: ["footnote"])
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
      } else {
        try table.requireSilence(
          of: record, on: ["plus", "official", "tolerance", "source", "reason"], in: id)
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
        reason: try table.text(head, "reason"), footnote: try table.text(head, "footnote"))
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

extension Country {
  /// What official balances say against a matrix of the country that readers of its multipliers
  /// must know, with the sizes of the matrix.
  ///
  /// - Throws: `Diagnostic` if a table cannot be read.
  package func balanceNotes(
    of id: String?, on sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> [String] {
    let listing = try listing(of: id)
    guard let file = try tables.fileIfPresent("\(listing.folder)/balances.csv") else { return [] }
    let balances = try OfficialBalance.read(
      file, selection: RecipeAccounts(accounts: sam.accounts, sets: [:]),
      sources: try RecipeSources(try tables.file("\(listing.folder)/sources.csv")), of: sam)
    let noted = balances.filter { !$0.footnote.isEmpty }
    if noted.isEmpty { return [] }
    let gdp: Double
    do { gdp = try sam.grossDomesticProduct().byIncome } catch { throw error.diagnostic }
    let households = Set(sam.indices(of: .household).map { sam.accounts[$0].code })
    let highest = SavingRates(of: sam).byAccount.filter { households.contains($0.key) }
      .max { ($0.value, $0.key) < ($1.value, $1.key) }
    return noted.map { balance in
      "\(balance.name): \(balance.matrix.fixed(0)) in the matrix "
        + "(\((100 * balance.matrix / gdp).fixed(0)) per cent of GDP), "
        + "\(balance.official.fixed(0)) by official figures "
        + "(\((100 * balance.official / gdp).fixed(0)) per cent)"
        + (highest.map {
          "; of household groups '\($0.key)' saves most, \((100 * $0.value).fixed(0)) per cent"
        } ?? "") + ". \(balance.footnote)."
    }
  }
}
