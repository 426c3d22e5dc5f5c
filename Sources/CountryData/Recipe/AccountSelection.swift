internal import AccountMatrix
internal import SAMFiles

/// The words by which tables of a recipe name accounts: a code, `*`, `@kind`, or
/// `#products/GROUP` and `#activities/GROUP`.
struct AccountSelection {
  let accounts: [Account]
  private let positions: [String: Int]
  private let groups: [String: [String]]

  init(accounts: [Account], groups: [String: [String]]) {
    self.accounts = accounts
    self.groups = groups
    positions = Dictionary(accounts.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }

  /// The positions of the accounts that a word names; accounts of a group that
  /// the matrix lacks are passed over.
  ///
  /// - Throws: `Diagnostic` for a kind, group or account that does not exist.
  func positions(of word: String, at place: String) throws(Diagnostic) -> [Int] {
    if word == "*" { return Array(accounts.indices) }
    if word.hasPrefix("@") {
      guard let kind = Account.Kind(rawValue: String(word.dropFirst())) else {
        throw Diagnostic("there is no kind of account '\(word)'", at: place)
      }
      return accounts.indices.filter { accounts[$0].kind == kind }
    }
    if word.hasPrefix("#") {
      guard let codes = groups[String(word.dropFirst())] else {
        throw Diagnostic(
          "there is no group '\(word)'", at: place,
          remedy: suggestion(nearestCodes(to: word, among: groups.keys.sorted().map { "#\($0)" })))
      }
      return codes.compactMap { positions[$0] }
    }
    guard let position = positions[word] else {
      throw Diagnostic(
        "there is no account '\(word)'", at: place,
        remedy: suggestion(nearestCodes(to: word, among: accounts.map { $0.code })))
    }
    return [position]
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
