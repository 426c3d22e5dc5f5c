import SAMFixtures
import SocialAccounting
import Testing

@Suite("Miller and Blair's model with households")
struct ToolboxTextbookTests {
  @Test func `the closed inverse has the printed elements`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.millerBlairWithHouseholds(), closure: Closure(parsing: "F"))
    let printed = [
      [1.365086, 0.42526, 0.250904], [0.527323, 1.348076, 0.595365],
      [0.569849, 0.48905, 1.288539],
    ]
    for (row, expected) in zip(model.multiplierMatrix(), printed) {
      for (value, element) in zip(row, expected) { #expect(prints(value, as: element)) }
    }
  }

  @Test func `income multipliers of type two are those of type one, scaled`() throws {
    let sam = try ToolboxExamples.millerBlairWithHouseholds()
    let open = try MultiplierModel(sam, closure: Closure(parsing: "F,H")).multiplierMatrix()
    let closed = try MultiplierModel(sam, closure: Closure(parsing: "F")).multiplierMatrix()
    let pay = [0.3, 0.25]
    for (j, printed) in [(1.474147, 1.899497), (1.518152, 1.956198)].enumerated() {
      let typeOne = (pay[0] * open[0][j] + pay[1] * open[1][j]) / pay[j]
      let typeTwo = closed[2][j] / pay[j]
      #expect(prints(typeOne, as: printed.0))
      #expect(prints(typeTwo, as: printed.1))
      #expect(prints(typeTwo / typeOne, as: 1.288539))
    }
  }

  @Test func `a larger final demand raises output as printed`() throws {
    let model = try MultiplierModel(
      try ToolboxExamples.millerBlair(), closure: Closure(parsing: "F"))
    let response = try model.response(to: Injection([("A", 600), ("B", 1500)]))
    #expect(prints(response.changes[0], as: 1247.524752))
    #expect(prints(response.changes[1], as: 1841.584158))
  }
}
