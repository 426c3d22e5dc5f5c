import SocialAccounting
import Testing

@testable import SAMFiles

/// What an account may hold is the same in every format; the place is the format's own.
struct AccountAttributeTests {
  private func csv(_ column: String, _ field: String) -> String {
    complaint { _ = try AccountTable.read(file("code,\(column)\na,\(field)\n")) }
  }

  private func json(_ members: String, of root: String = "") -> String {
    complaint {
      _ = try MatrixReader.read(
        file(
          """
          {"format": "social-accounting-matrix", \(root)
           "accounts": [{"code": "a", \(members)}, {"code": "b"}],
           "flows": [["a", "b", 1], ["b", "a", 1]]}
          """))
    }
  }

  @Test(arguments: [
    ("quintile", "9", "the quintile is 9. Expected 1 (poorest) to 5, or nothing."),
    ("quintile", "0", "the quintile is 0."), ("quintile", "2.5", "the quintile is 2.5."),
    ("quintile", "1e300", "the quintile is 1e300."), ("quintile", "two", "the quintile is two."),
    ("kind", "activty", "'activty' is not a known kind. Expected one of activity, commodity"),
    ("area", "country", "'country' is not a known area. Expected one of rural, urban."),
  ])
  func `CSV and JSON refuse the same`(attribute: String, words: String, message: String) {
    #expect(csv(attribute, words).hasPrefix("table.csv: line 2, column '\(attribute)': \(message)"))
    #expect(json("\"\(attribute)\": \"\(words)\"").hasPrefix("table.csv: account 1: \(message)"))
  }

  @Test(arguments: [
    ("\"quintile\": 9", "account 1: the quintile is 9."),
    ("\"quintile\": 2.5", "account 1: the quintile is 2.5."),
    ("\"quintile\": [1]", "'quintile' of 'a' is no text"),
    ("\"kind\": 5", "'5' is not a known kind"), ("\"kind\": {}", "'kind' of 'a' is no text"),
    ("\"name\": true", "'name' of 'a' is no text"), ("\"group\": []", "'group' of 'a' is no text"),
    ("\"rounding\": \"0.5\"", "'rounding' is no amount"),
    ("\"rounding\": -1", "'rounding' is no amount"),
  ])
  func `JSON drops no member in silence`(members: String, message: String) {
    #expect(json(members).contains(message))
  }

  @Test func `null and a missing member leave an attribute open`() {
    #expect(
      json(
        "\"name\": null, \"kind\": null, \"quintile\": null, \"rounding\": null",
        of: "\"year\": null,")
        == "")
  }

  @Test(arguments: ["2022.5", "1e300", "-1", "0", "\"2022\"", "[2022]", "true"])
  func `a year in JSON is a whole number`(year: String) {
    #expect(
      json("\"name\": \"x\"", of: "\"year\": \(year),").contains("the member 'year' is no year"))
  }

  @Test(arguments: ["2019.5", "1e99", "-3", "99999999999999999999"])
  func `years of data tables are whole numbers, and the message names the field`(year: String) {
    let rates = complaint {
      _ = try ContributionTables.rates(
        file("scheme,from,employer,employee,evidence\npension,\(year),3,3,published\n"))
    }
    #expect(rates.mentions("line 2, column 'from'", "the field 'from' is", "whole number"))
    let head =
      "study,place,year,measure,label,includes_transfer,scope,low,central,high,unit,evidence,source,note"
    let evidence = complaint {
      _ = try EvidenceTable.read(
        file("\(head)\nx,y,\(year),gdp,z,yes,nation,1,2,3,USD,published,s,\n"))
    }
    #expect(evidence.mentions("line 2, column 'year'", "the field 'year' is", "whole number"))
  }

  @Test func `a number larger than any amount is refused in every small table`() {
    #expect(
      complaint {
        _ = try ContributionTables.rates(
          file("scheme,from,employer,employee,evidence\npension,2020,3,1e101,published\n"))
      }.mentions("line 2, column 'employee'", "1e+101 is larger than any amount"))
  }
}
