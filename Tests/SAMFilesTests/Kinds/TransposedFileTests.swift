import SocialAccounting
import Testing

@testable import SAMFiles

/// A transposed file is refused by whoever reads it, the library as the command.
struct TransposedFileTests {
  /// Production pays labour, labour households, households production.
  private let codes = "code,name,kind\np,Production,activity\nf,Labour,labour\nh,People,household\n"
  private let upright = "account,p,f,h\np,,,5\nf,5,,\nh,,5,\n"
  private let transposed = "account,p,f,h\np,,5,\nf,,,5\nh,5,,\n"

  @Test func `an upright file passes, and its transpose does not`() throws {
    let sam = try SocialAccountingMatrix(contentsOf: file(upright))
    #expect(try sam.describing(contentsOf: file(codes)).accounts[1].kind == .labour)
    let other = try SocialAccountingMatrix(contentsOf: file(transposed))
    #expect(
      complaint { _ = try other.describing(contentsOf: file(codes, name: "accounts.csv")) }
        .mentions("accounts.csv", "Transpose"))
  }

  @Test func `a file that says the kinds of its accounts needs no other`() throws {
    let text = """
      {"format": "social-accounting-matrix", "schema": 1, "accounts": [
      {"code": "p", "kind": "activity"}, {"code": "f", "kind": "labour"},
      {"code": "h", "kind": "household"}], "flows": [
      ["p", "f", 5], ["f", "h", 5], ["h", "p", 5]]}
      """
    #expect(
      complaint { _ = try SocialAccountingMatrix(contentsOf: file(text, name: "sam.json")) }
        .mentions("sam.json", "Transpose"))
  }
}
