import SAMFiles
import SocialAccounting
import Testing

/// Figures of people at the ends of what they may be: refused with their line and column.
struct PovertyTablesTests {
  @Test(arguments: ["0", "1", "1.2", "-0.1"])
  func `a Gini coefficient lies between zero and one`(_ gini: String) throws {
    let text = "account,population,gini\nhhd-r1,5,0.3\nhhd-u1,2,"
    #expect(try PovertyTables.readGroups(file(text + "0.999\n")).map(\.gini) == [0.3, 0.999])
    #expect(
      complaint { _ = try PovertyTables.readGroups(file(text + "\(gini)\n")) }
        .mentions("line 3", "column 'gini'", "the Gini coefficient is", "between 0 and 1"))
  }

  @Test func `a group of nobody and a group twice are refused`() {
    #expect(
      complaint { _ = try PovertyTables.readGroups(file("account,population\na,0\n")) }
        .mentions("line 2", "column 'population'", "more than zero"))
    #expect(
      complaint { _ = try PovertyTables.readGroups(file("account,population\na,1\na,2\n")) }
        .mentions("line 3", "'a' stands twice", "line 2"))
  }

  @Test(arguments: ["low,0,", "low,1,", "low,1.5,", "low,-0.2,", "low,,0", "low,0.3,40", "low,,"])
  func `a poverty line is a headcount or a value`(_ line: String) throws {
    let header = "line,headcount,value\n"
    let lines = try PovertyTables.readLines(file(header + "low,0.3,\nhigh,,400\n"))
    #expect(lines.count == 2)
    #expect(
      complaint { _ = try PovertyTables.readLines(file(header + "high,,400\n" + line + "\n")) }
        .mentions("line 3", "'low' is out of range"))
  }

  @Test(arguments: ["households", "household_size", "amount"])
  func `beneficiaries are more than none`(_ column: String) throws {
    let header = "programme,households,household_size,amount\n"
    let values = ["households": "9", "household_size": "4", "amount": "80"]
    func line(_ values: [String: String]) -> String {
      header + "vup,"
        + ["households", "household_size", "amount"].map { values[$0] ?? "" }
        .joined(separator: ",") + "\n"
    }
    #expect(try PovertyTables.readBeneficiaries(file(line(values))).count == 1)
    for value in ["0", "-1"] {
      var changed = values
      changed[column] = value
      #expect(
        complaint { _ = try PovertyTables.readBeneficiaries(file(line(changed))) }
          .mentions("line 2", "column '\(column)'", "more than zero"))
    }
  }
}
