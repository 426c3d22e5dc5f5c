import SocialAccounting
import Testing

@Suite("Grades of sources")
struct SourceGradesTests {
  @Test func `a grade that is not defined is refused`() {
    #expect(throws: SourceGrades.Failure.unknownGrade("Z", of: "@household", known: ["A"])) {
      try SourceGrades(relativeErrors: ["A": 0.1], entries: [SourceGrades.Entry("@household", "Z")])
    }
    #expect(throws: SourceGrades.Failure.repeated("x")) {
      try SourceGrades(
        relativeErrors: ["A": 0.1],
        entries: [SourceGrades.Entry("x", "A"), SourceGrades.Entry("x", "A")])
    }
  }

  @Test(arguments: [-0.1, 3, Double.nan])
  func `an error out of range is refused`(error: Double) {
    #expect(throws: SourceGrades.Failure.self) {
      try SourceGrades(relativeErrors: ["A": error], entries: [])
    }
  }
}
