import Foundation
import PublishedCases
import SocialAccounting
import Testing

/// The validation book: every figure that others have published is met to its printed digits.
struct PublishedCaseTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Validation")

  @Test func `every case agrees with its source in every figure`() throws {
    let cases = try PublishedCase.all()
    #expect(cases.count == 18)
    #expect(Set(cases.map { $0.id }).count == cases.count)
    for one in cases {
      #expect(!one.figures.isEmpty, "\(one.id)")
      for figure in one.figures where !figure.agrees {
        Issue.record(
          "\(one.id), \(figure.name): \(figure.computed), not \(figure.published)")
      }
    }
  }

  @Test func `a figure that rounds to another digit does not agree`() {
    func agrees(_ computed: Double) -> Bool {
      PublishedCase.Figure(name: "x", published: 1.25, decimals: 2, computed: computed).agrees
    }
    #expect(agrees(1.2549) && agrees(1.245) && agrees(1.255))
    #expect(!agrees(1.2551) && !agrees(1.2449) && !agrees(.nan))
  }

  @Test func `the embedded tables are the files byte for byte`() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
    #expect(names.filter { $0.hasSuffix(".csv") }.sorted() == CaseFiles.names.sorted())
    for name in CaseFiles.names {
      let file = try Data(contentsOf: Self.folder.appending(path: name))
      #expect(try Data(CaseFiles.file(name).bytes) == file)
    }
  }

  @Test func `an unknown case is refused`() {
    #expect(throws: (any Error).self) { try PublishedCase.named("miler-blair") }
  }
}
