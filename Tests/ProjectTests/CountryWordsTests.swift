import Foundation
import Testing

/// The recipe engine serves any country: no word of one stands in it.
struct CountryWordsTests {
  @Test func `CountryData names no country, institution or account code`() throws {
    let words = /(?i)rwanda|kigali|nisr|rssb|ifpri|cpadm|cfsrv|hhd-|\bsp-[a-z]+|agricultur/
    for path in try SourceTree.paths(below: ["Sources/CountryData"], suffixes: [".swift"]) {
      for line in try SourceTree.lines(path) {
        #expect(line.firstMatch(of: words) == nil, "\(path): \(line)")
      }
    }
  }
}
