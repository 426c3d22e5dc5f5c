import RwandaSAM
import SAMFixtures
import SocialAccounting
import Testing

@Suite("Turning values")
struct TurningValuesTests {
  /// Between free and fixed agriculture the order turns where the comparison says it does.
  @Test func `the turn by agriculture's response is that of the comparison`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    let model = try MultiplierModel(sam)
    let programmes = try Country.rwanda.programmes()
    let uncertainty = try Uncertainty(
      of: programmes, in: model,
      scenarios: [
        .standard,
        StructuralScenario(id: "fixed", response: try SupplyResponse(["agriculture": 0])),
      ], grades: Country.rwanda.grades())
    let turns = try uncertainty.turningValues()
    var compared = 0
    for row in try Comparison(of: programmes, in: model).rows {
      guard let turn = turns.first(where: { $0.programme == row.programme.id }),
        let response = row.effect.turningResponse
      else { continue }
      let value = try #require(turn.value)
      #expect(abs(value - (1 - response)) < 2e-6)
      compared += 1
    }
    #expect(compared > 3)
  }

  @Test func `a choice that changes nothing turns nothing`() throws {
    let uncertainty = try Uncertainty(
      of: PeopleUncertainty.programmes(), in: MultiplierModel(try PeopleExamples.farm()),
      scenarios: [.standard, StructuralScenario(id: "same")],
      grades: PeopleUncertainty.grades(0.1))
    let turns = try uncertainty.turningValues()
    #expect(!turns.isEmpty)
    for turn in turns {
      #expect(turn.value == nil && turn.differenceAtStart == turn.differenceAtEnd)
    }
  }
}
