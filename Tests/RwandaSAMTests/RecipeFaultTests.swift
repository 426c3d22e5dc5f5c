import CountryData
import Foundation
import RwandaSAM
import SocialAccounting
import Testing

/// Faults in the tables of a recipe: each is refused in one message with the file and the line.
struct RecipeFaultTests {
  /// The folder SAM/ of the package, found from this file.
  private static let original = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SAM")

  /// What building a matrix says after one text of one of its tables was replaced.
  private static func complaint(
    building id: String, replacing old: String, with new: String, in table: String
  ) throws -> (message: String, line: Int) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: original, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: table)
    let text = try String(contentsOf: file, encoding: .utf8)
    let range = try #require(text.range(of: old), "\(old)")
    try text.replacingCharacters(in: range, with: new).write(
      to: file, atomically: true, encoding: .utf8)
    let line = text[..<range.lowerBound].filter { $0 == "\n" }.count + 1
    return (message: refusal(of: Country(directory: folder.path), building: id), line: line)
  }

  private static func refusal(of country: Country, building id: String) -> String {
    do { _ = try country.build(id) } catch { return error.description }
    Issue.record("\(id) was built")
    return ""
  }

  private static func expectPlace(
    _ answer: (message: String, line: Int), in table: String, saying words: String
  ) {
    #expect(answer.message.contains(table), "\(answer.message)")
    #expect(answer.message.contains("line \(answer.line)"), "\(answer.message)")
    #expect(answer.message.contains(words), "\(answer.message)")
  }

  @Test func `a control without a source`() throws {
    let table = "rwanda-2017/controls.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "1155,0.29,nisr-gdp,", with: "1155,0.29,,", in: table)
    Self.expectPlace(answer, in: table, saying: "no source")
  }

  @Test func `a control whose source is not listed`() throws {
    let table = "rwanda-2017/controls.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "1155,0.29,nisr-gdp,", with: "1155,0.29,nisr-gdq,",
      in: table)
    Self.expectPlace(answer, in: table, saying: "'nisr-gdp'")
  }

  @Test func `a product without a group`() throws {
    let table = "rwanda-2017/supply-use.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "A4,domestic_production", with: "A9,domestic_production",
      in: table)
    Self.expectPlace(answer, in: table, saying: "'A9'")
  }

  @Test(arguments: [
    ("mining,line,B0,1", "mining,line,B0,0.9", "add to 0.9"),
    ("fishing,account,cfish,1", "fishing,account,cmine,1", "in the groups"),
    ("forestry,account,cfore,1", "forestry,line,A4,0", "has no account"),
    ("fishing,account,cfish,1", "fishing,accounts,cfish,1", "no kind of entry"),
  ])
  func `a map that does not part lines and accounts`(
    old: String, new: String, words: String
  ) throws {
    let table = "rwanda-2017/products.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: old, with: new, in: table)
    #expect(answer.message.contains(table) && answer.message.contains("line "))
    #expect(answer.message.contains(words), "\(answer.message)")
  }

  @Test func `an account that no group holds`() throws {
    let table = "rwanda-2017/products.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "metals-machinery,account,cmach,1\n", with: "",
      in: table)
    #expect(answer.message.contains(table) && answer.message.contains("'cmach'"))
  }

  @Test func `an official balance that is missed without a reason`() throws {
    let table = "rwanda-2017/balances.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "570.466,17", with: "713,17", in: table)
    Self.expectPlace(answer, in: table, saying: "'net-borrowing'")
  }

  @Test func `a control that contradicts an official balance`() throws {
    let controls = "rwanda-2017/controls.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "abroad:secondary-income,gov,row,1,670.6375",
      with: "abroad:secondary-income,gov,row,1,800", in: controls)
    // The line of the balance: the control that is wrong may be any of its parts.
    let balances = try String(
      contentsOf: Self.original.appending(path: "rwanda-2017/balances.csv"), encoding: .utf8)
    let line = balances.split(separator: "\n").firstIndex { $0.hasPrefix("secondary-income,") }
    Self.expectPlace(
      (message: answer.message, line: try #require(line) + 1), in: "rwanda-2017/balances.csv",
      saying: "'secondary-income'")
  }

  @Test func `a control that no matrix with these zeros can meet`() throws {
    let table = "rwanda-2017/supply-use.csv"
    let answer = try Self.complaint(
      building: "rwanda-2017", replacing: "P0,taxes_less_subsidies,0,",
      with: "P0,taxes_less_subsidies,7,", in: table)
    #expect(answer.message.contains(table) && answer.message.contains("line "))
    #expect(answer.message.contains("'taxes:education'"), "\(answer.message)")
  }
}
