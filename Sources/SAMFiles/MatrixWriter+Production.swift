internal import AccountMatrix

extension MatrixWriter {
  /// The accounts that stand in rows and those that stand in columns.
  struct Sides {
    let rows: [Int]
    let columns: [Int]

    /// Every account on both sides.
    static func all(of sam: SocialAccountingMatrix) -> Sides {
      Sides(rows: Array(sam.accounts.indices), columns: Array(sam.accounts.indices))
    }
  }

  /// The text of an input-output table in its own form, inputs as rows alone and final uses as
  /// columns alone, by which its reader knows it; `nil` for other matrices, and where that form
  /// would not be read back as the same table with the same kinds.
  static func productionText(
    of sam: SocialAccountingMatrix, _ write: (SocialAccountingMatrix, Sides) -> String
  ) -> String? {
    let (receipts, payments) = (sam.receipts, sam.payments)
    let all = sam.accounts.indices
    let rows = all.filter { sam.accounts[$0].kind != .finalUse || receipts[$0] != 0 }
    let columns = all.filter {
      let kind = sam.accounts[$0].kind
      return kind != .valueAdded && kind != .primaryInput || payments[$0] != 0
    }
    guard rows.count < all.count, columns.count < all.count else { return nil }
    let text = write(sam, Sides(rows: rows, columns: columns))
    let file = SourceFile(name: "written", bytes: Array(text.utf8))
    guard let again = try? SquareTable.read(file), again.accounts.count == sam.accounts.count else {
      return nil
    }
    let places = sam.accounts.map { try? again.index(of: $0.code) }
    for i in all {
      guard let row = places[i] else { return nil }
      if again.accounts[row].kind != sam.accounts[i].kind { return nil }
      for j in all {
        guard let column = places[j], again[row, column] == sam[i, j] else { return nil }
      }
    }
    return text
  }
}
