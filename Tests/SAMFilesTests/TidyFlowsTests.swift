import SocialAccounting
import Testing

@testable import SAMFiles

/// Flows one cell a line.
struct TidyFlowsTests {
  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try TidyFlows.read(
      file(text, name: "flows.csv"), accounts: ["a", "b", "w"].map { Account(code: $0) },
      unit: .rwfBillion, year: 2022, title: "T", source: "S")
  }

  @Test func `cells are placed by their codes, whatever their order`() throws {
    let sam = try read("value,column,row,source\n5,b,a,x\n-1.25,a,w,y\n")
    #expect(try sam["a", "b"] == 5 && sam["w", "a"] == -1.25 && sam["b", "w"] == 0)
    #expect(sam.unit == .rwfBillion && sam.year == 2022 && sam.title == "T" && sam.source == "S")
  }

  @Test(arguments: [
    ("row,column,value\na,b,5\na,q,5\n", ["line 3, column 'column'", "no account 'q'"]),
    ("row,column,value\naa,b,5\n", ["line 2, column 'row'", "'aa'", "Did you mean 'a'"]),
    ("row,column,value\na,b,5\nb,a,1\na,b,6\n", ["line 4", "stands twice", "line 2"]),
    ("row,column,value\na,b,\n", ["line 2", "value is missing"]),
    ("row,column,value\na,b,nan\n", ["line 2, column 'value'", "'nan'"]),
    ("row,column,value\na,b,1e999\n", ["line 2, column 'value'", "'1e999'"]),
    ("row;column;value\na;b;1,234\n", ["line 2", "'1,234'", "decimal"]),
    ("row,column\na,b\n", ["'value' is missing"]),
  ])
  func `a faulty line is refused with its number`(text: String, parts: [String]) {
    let message = complaint { _ = try read(text) }
    for part in ["flows.csv: "] + parts { #expect(message.contains(part), "\(message)") }
  }
}
