import SAMFiles
import Testing

/// Numbers given to names, as options and fields write them.
struct AssignmentTests {
  @Test func `names and numbers are told apart by one sign`() throws {
    let list = try Assignment.list(parsing: "cmaiz=10, hhd-r1 = -2.5e1")
    #expect(list.map(\.name) == ["cmaiz", "hhd-r1"] && list.map(\.value) == [10, -25])
  }

  @Test(arguments: ["=5", " =5", "a", "a=", "a=b", "a=1=2", "a=0x10", "a=inf", "a=1,=2"])
  func `what is no assignment is named`(_ text: String) {
    let failure = #expect(throws: Assignment.Malformed.self) {
      try Assignment.list(parsing: text)
    }
    #expect(failure?.part == (text.split(separator: ",").last.map(String.init) ?? text))
  }
}
