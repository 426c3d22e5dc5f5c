import AccountMatrix
import SAMFixtures
import Testing

struct SocialAccountingMatrixTests {
  private func matrix() throws -> SocialAccountingMatrix {
    try smallMatrix(["farm", "home", "bank"], [[0, 7, 3], [10, 0, 1], [0, 4, 0]])
  }

  @Test func `a cell is the payment from the column to the row`() throws {
    let sam = try matrix()
    #expect(try sam["home", "farm"] == 10)
    #expect(try sam["farm", "home"] == 7)
    #expect(sam[1, 0] == 10)
    #expect(try sam.index(of: "bank") == 2)
    #expect(try sam.account("bank").name == "bank")
    #expect(sam.contains("home") && !sam.contains("house"))
  }

  @Test func `receipts are row totals and payments are column totals`() throws {
    let sam = try matrix()
    #expect(sam.receipts == [10, 11, 4])
    #expect(sam.payments == [10, 11, 4])
    let skewed = try smallMatrix(["a", "b"], [[0, 5], [2, 0]])
    #expect(skewed.receipts == [5, 2])
    #expect(skewed.payments == [2, 5])
  }

  @Test func `an unknown account is refused with the nearest codes`() throws {
    let sam = try matrix()
    #expect(throws: SocialAccountingMatrix.Failure.unknownAccount("hom", nearest: ["home"])) {
      try sam["hom", "farm"]
    }
    #expect(throws: SocialAccountingMatrix.Failure.self) { try sam["farm", "xyzzyx"] }
  }

  @Test func `a code that stands twice is refused`() {
    #expect(throws: SocialAccountingMatrix.Failure.duplicateAccount("a")) {
      try smallMatrix(["a", "b", "a"], [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    }
  }

  @Test func `a cell that is no finite number is refused with its place`() {
    #expect(throws: SocialAccountingMatrix.Failure.notFinite(row: "b", column: "a")) {
      try smallMatrix(["a", "b"], [[0, 1], [.nan, 0]])
    }
  }

  @Test func `a table of another shape is refused with the shape it has`() {
    #expect(throws: SocialAccountingMatrix.Failure.notSquare(rows: 1, columns: 2, accounts: 2)) {
      try smallMatrix(["a", "b"], [[0, 1]])
    }
    // The row of another length is named, not the first row.
    #expect(throws: SocialAccountingMatrix.Failure.notSquare(rows: 2, columns: 3, accounts: 2)) {
      try smallMatrix(["a", "b"], [[0, 1], [1, 0, 4]])
    }
  }

  @Test func `descriptions lay over the accounts and leave the rest`() throws {
    let sam = try matrix().describing([
      Account(code: "home", name: "Households", kind: .household, area: .rural, quintile: 2),
      Account(code: "farm", kind: .activity, group: "agriculture"),
    ])
    #expect(try sam.account("home").name == "Households")
    #expect(try sam.account("home").quintile == 2)
    #expect(try sam.account("farm").group == "agriculture")
    #expect(try sam.account("bank").kind == nil)
    #expect(!sam.hasKinds)
    #expect(sam.indices(of: .activity) == [0])
    #expect(sam.indices(where: \.isProduction) == [0])
    let again = try sam.describing([Account(code: "home", quintile: 3)])
    #expect(try again.account("home").name == "Households")
    #expect(try again.account("home").area == .rural)
    #expect(throws: SocialAccountingMatrix.Failure.self) {
      try sam.describing([Account(code: "hme", kind: .household)])
    }
  }
}
