import SocialAccounting
import Testing

/// Parts of a run of draws that no run wrote: adding them up must not stop the program.
struct ShardTableTests {
  private static let header =
    "programme,other,measure,scenario,point,lower,width,count,minimum,maximum,sum,wins,ties,"
    + "first_bin,bins,draws,seed,part,parts\n"

  private func part(_ lines: String) throws(Diagnostic) -> UncertaintyResult {
    try UncertaintyResult(
      contentsOf: SourceFile(name: "part.csv", bytes: Array((Self.header + lines).utf8)))
  }

  @Test func aPartIsRead() throws {
    let result = try part(
      "a,,output,base,1,0,0.1,3,1,2,4,,,0,1 2,6,7,1,2\n"
        + "a,b,,base,1,0,0.1,3,1,2,4,2,1,0,1 2,6,7,1,2\n")
    #expect(result.done == 3)
    #expect(result.isComplete)
  }

  @Test(arguments: [
    ("sum", "a,,output,base,1,0,0.1,3,1,2,170141183460469231731687303715884105727,,,0,3,6,7,1,2"),
    ("count", "a,b,,base,1,0,0.1,4294967295,1,2,4,0,0,0,4294967295,0,7,1,2"),
    ("parts", "a,,output,base,1,0,0.1,0,,,0,,,0,,6,7,1,9223372036854775807"),
    ("draws", "a,,output,base,1,0,0.1,0,,,0,,,0,,9223372036854775807,7,1,2"),
    ("wins", "a,b,,base,1,0,0.1,3,1,2,4,9223372036854775807,0,0,3,6,7,1,2"),
    ("wins", "a,b,,base,1,0,0.1,3,1,2,4,2,9223372036854775807,0,3,6,7,1,2"),
    (
      "count",
      "a,,output,base,1,0,0.1,3,1,2,4,,,0,3,6,7,1,2\n"
        + "b,,output,base,1,0,0.1,4294967295,1,2,4,,,0,4294967295,6,7,1,2"
    ),
  ])
  func aNumberThatNoRunWritesIsRefused(column: String, lines: String) {
    let failure = #expect(throws: Diagnostic.self) { try part(lines + "\n") }
    #expect(failure?.location?.contains("column '\(column)'") == true)
  }
}
