import Foundation
import RwandaSAM
import SocialAccounting
import Testing

/// The folder SAM/ of the package, found from this file.
private let folder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "SAM")

struct EmbeddedTablesTests {
  @Test(arguments: Country.rwandaPaths)
  func `an embedded table is the file byte for byte`(_ path: String) throws {
    let embedded = try Country.rwanda.tables.file(path)
    #expect(embedded.name == "SAM/\(path)")
    #expect(try Data(contentsOf: folder.appending(path: path)) == Data(embedded.bytes))
  }

  @Test func `every table of SAM is embedded, once`() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let tables = names.filter { $0.hasSuffix(".csv") }
    #expect(!tables.isEmpty)
    #expect(tables.sorted() == Country.rwandaPaths.sorted())
  }

  @Test func `a folder with the same layout gives the same matrix and programmes`() throws {
    for path in [folder.path, folder.path + "/"] {
      let data = Country(directory: path)
      #expect(try data.matrices() == Country.rwanda.matrices())
      #expect(try data.programmes() == Country.rwanda.programmes())
      let (read, embedded) = (try data.sam(), try Country.rwanda.sam())
      #expect(read.accounts == embedded.accounts)
      #expect(
        read.accounts.indices.allSatisfy { i in
          read.accounts.indices.allSatisfy { read[i, $0] == embedded[i, $0] }
        })
    }
  }

  @Test func `a table that does not exist is refused with its path`() {
    #expect(throws: Diagnostic.self) { try Country.rwanda.tables.file("rwanda-1999/flows.csv") }
    #expect(throws: Diagnostic.self) { try Country.rwanda.sam("rwanda-1999") }
    #expect(throws: Diagnostic.self) {
      try Country(directory: folder.path + "/nowhere").matrices()
    }
  }

  @Test func `a misspelt matrix finds the names that exist`() {
    do {
      _ = try Country.rwanda.sam("rwanda-202")
      Issue.record("there is no such matrix")
    } catch {
      #expect(error.description.contains("'rwanda-2022'"))
    }
  }
}
