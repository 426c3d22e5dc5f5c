import SocialAccounting
import Testing

@testable import SAMFiles

/// What goes into a reader comes out of it.
struct NumberLedgerTests {
  private func ledger() -> NumberLedger {
    var ledger = NumberLedger()
    for value in [1.5, 2, 3.5, 7, 9] { ledger.find(value) }
    ledger.place(1.5)
    ledger.place(2)
    ledger.check(3.5)
    ledger.head(7)
    return ledger
  }

  @Test func `a number that is neither placed nor checked nor named is a fault`() {
    var open = ledger()
    #expect(
      complaint { try open.requireClosed(matrixSum: 3.5, at: "f.csv") }.mentions(
        "f.csv: the file was not read whole", "5 numbers", "4 with"))
    open.passOver(9, as: "row 'GDP'")
    #expect(complaint { try open.requireClosed(matrixSum: 3.5, at: "f.csv") } == "")
    #expect(open.note == "1 number outside the matrix is passed over: row 'GDP' (1, sum 9)")
  }

  @Test func `a matrix that holds another sum than its cells is a fault`() {
    var lost = ledger()
    lost.passOver(9, as: "below the table")
    #expect(
      complaint { try lost.requireClosed(matrixSum: 1.5, at: "f.csv") }.mentions(
        "cells with the sum 3.5", "a matrix with the sum 1.5"))
  }
}
