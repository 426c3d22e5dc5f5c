internal import AccountMatrix
internal import SAMFiles

/// The accounts of a recipe as its tables name them: by any `AccountSelector`, or by a set of the
/// maps, `#products/GROUP` and `#activities/GROUP`.
struct RecipeAccounts {
  let accounts: [Account]
  private let sets: [String: [Int]]

  init(accounts: [Account], sets: [String: [String]]) {
    self.accounts = accounts
    self.sets = sets.mapValues { codes in
      codes.compactMap { code in accounts.firstIndex { $0.code == code } }
    }
  }

  /// The positions of the accounts that a word names; a set may hold accounts that the matrix lacks,
  /// and a kind may have none.
  ///
  /// - Throws: `Diagnostic` for a set, kind or account that does not exist.
  func positions(of word: String, at place: String) throws(Diagnostic) -> [Int] {
    if word.hasPrefix("#") {
      if let members = sets[String(word.dropFirst())] { return members }
      throw Diagnostic(
        "there is no group '\(word)'", at: place,
        remedy: suggestion(nearestCodes(to: word, among: sets.keys.sorted().map { "#\($0)" })))
    }
    let selector: AccountSelector
    do { selector = try AccountSelector(parsing: word) } catch {
      throw error.diagnostic.located(at: place)
    }
    do { return try selector.positions(among: accounts, mayBeEmpty: true) } catch {
      throw error.diagnostic.located(at: place)
    }
  }

  /// The positions named by the fields `row` and `column` of a record.
  func cells(
    of record: RecordTable.Record, in table: RecordTable
  ) throws(Diagnostic) -> (rows: [Int], columns: [Int]) {
    (
      try positions(
        of: try table.requiredText(record, "row"), at: table.place(record, "row")),
      try positions(
        of: try table.requiredText(record, "column"), at: table.place(record, "column"))
    )
  }
}
