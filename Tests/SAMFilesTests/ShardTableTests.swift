import SocialAccounting
import Testing

/// Parts of a run of draws that are damaged, or that no run wrote: none is merged, and adding them up
/// does not stop the program.
struct ShardTableTests {
  private static let header =
    "programme,other,measure,scenario,point,lower,width,count,minimum,maximum,sum,wins,ties,"
    + "first_bin,bins,draws,seed,part,parts\n"

  /// A part that ends as a run ends it, whatever stands in its rows.
  private static func sealed(_ rows: String, facts: String = "# version = 1\n") -> String {
    let count = rows.split(separator: "\n").count
    let text = facts + header + rows + "# rows = \(count)\n"
    return text + "# sha256 = \(Checksum.sha256(text.utf8))\n"
  }

  private static func read(_ text: String) throws(Diagnostic) -> UncertaintyResult {
    try UncertaintyResult(contentsOf: SourceFile(name: "part.csv", bytes: Array(text.utf8)))
  }

  // Sums count quanta of 2^-54, as the bins reach over 102.4 and the first bit of that is 2^6.
  private static let unit = Int128(1) << 54
  private static let rows =
    "a,,output,base,1,0,0.1,3,0,0.1,\(unit / 5),,,0,1 2,6,7,1,2\n"
    + "a,b,,base,1,0,0.1,3,0,0.1,\(unit / 5),2,1,0,1 2,6,7,1,2\n"

  @Test func `a part is read with what it is a part of`() throws {
    let result = try Self.read(Self.sealed(Self.rows))
    #expect(result.done == 3 && result.isComplete)
    #expect(result.facts == [UncertaintyResult.Fact("version", "1")])
  }

  @Test func `a part reads back as it was written`() throws {
    let part = try Self.read(Self.sealed(Self.rows))
    let again = try Self.read(ShardTable.text(of: part))
    #expect(again == part && again.facts == part.facts)
  }

  @Test(arguments: ["0,1 2", "base", "version = 1", "# rows"])
  func `a byte that changed is found`(_ place: String) {
    let text = Self.sealed(Self.rows)
    let changed = text.replacing(place, with: String(place.reversed()), maxReplacements: 1)
    #expect(changed != text)
    let failure = #expect(throws: Diagnostic.self) { try Self.read(changed) }
    #expect(failure?.remedy != nil)
  }

  @Test func `a part that was cut off is none`() {
    let text = Self.sealed(Self.rows)
    for count in stride(from: 0, to: text.utf8.count, by: 7) {
      #expect(throws: Diagnostic.self) { try Self.read(String(text.prefix(count))) }
    }
    #expect(throws: Diagnostic.self) { try Self.read(Self.header + Self.rows) }
  }

  /// The last of 1,024 bins holds what is beyond; a run writes none after it, not even an empty one.
  @Test func `a bin beyond the last is refused`() throws {
    let sum = Self.unit * 307065 / 1000
    let line = "a,,output,base,1,0,0.1,3,102.35,102.36,\(sum),,,1023,3,6,7,1,2\n"
    #expect(try Self.read(Self.sealed(line)).done == 3)
    let failure = #expect(throws: Diagnostic.self) {
      try Self.read(Self.sealed(line.replacing("1023,3,", with: "1023,3 0,")))
    }
    #expect(failure?.location?.contains("column 'bins'") == true)
  }

  @Test(arguments: [
    (
      "sum",
      "a,,output,base,1,0,0.1,3,0,0.1,170141183460469231731687303715884105727,,,0,1 2,6,7,1,2"
    ),
    ("sum", "a,,output,base,1,0,0.1,3,0,0.1,9223372036854775807,,,0,1 2,6,7,1,2"),
    ("sum", "a,,output,base,1,0,0.1,0,,,1,,,0,,6,7,1,2"),
    ("minimum", "a,,output,base,1,0,0.1,3,0.2,0.1,4,,,0,1 2,6,7,1,2"),
    ("minimum", "a,,output,base,1,0,0.1,3,-5,0.1,4,,,1,3,6,7,1,2"),
    ("maximum", "a,,output,base,1,0,0.1,3,0,9,4,,,0,1 2,6,7,1,2"),
    ("width", "a,,output,base,1,0,-0.1,3,0,0.1,4,,,0,1 2,6,7,1,2"),
    ("bins", "a,,output,base,1,0,0.1,3,0,0.1,4,,,1023,1 2,6,7,1,2"),
    ("first_bin", "a,,output,base,1,0,0.1,3,0,0.1,4,,,9223372036854775808,1 2,6,7,1,2"),
    ("first_bin", "a,,output,base,1,0,0.1,3,0,0.1,4,,,1.5,1 2,6,7,1,2"),
    ("width", "a,,output,base,1,0,1e306,3,0,0.1,4,,,0,1 2,6,7,1,2"),
    ("parts", "a,,output,base,1,0,0.1,0,,,0,,,0,,6,7,1,9223372036854775807"),
    ("draws", "a,,output,base,1,0,0.1,0,,,0,,,0,,9223372036854775807,7,1,2"),
    ("wins", "a,b,,base,1,0,0.1,3,0,0.1,\(unit / 5),9223372036854775807,0,0,1 2,6,7,1,2"),
    ("wins", "a,b,,base,1,0,0.1,3,0,0.1,\(unit / 5),2,9223372036854775807,0,1 2,6,7,1,2"),
    ("wins", "a,b,,base,1,0,0.1,3,0,0.1,\(unit / 5),1,1,0,1 2,6,7,1,2"),
    ("programme", rows + rows),
    ("count", "a,,output,base,1,0,0.1,3,0,0.1,\(unit / 5),,,0,1 2,2,7,1,1"),
    (
      "count",
      "a,,output,base,1,0,0.1,3,0,0.1,\(unit / 5),,,0,1 2,6,7,1,2\n"
        + "b,,output,base,1,0,0.1,2,0,0.1,\(unit / 10),,,0,1 1,6,7,1,2"
    ),
  ])
  func `a number that no run writes is refused`(column: String, lines: String) {
    let failure = #expect(throws: Diagnostic.self) { try Self.read(Self.sealed(lines + "\n")) }
    #expect(failure?.location?.contains("column '\(column)'") == true, "\(failure?.location ?? "")")
  }
}
