import Multipliers
import Testing

@Suite("Inequality between groups")
struct InequalityTests {
  @Test func `five incomes have the known Gini coefficient`() {
    let gini = Inequality.gini(
      incomes: [60, 80, 120, 200, 300], populations: [1, 1, 1, 1, 1])
    #expect(abs(gini - 0.3157894737) < 5e-11)
  }

  @Test func `equal means are no inequality, however large the groups`() {
    #expect(Inequality.gini(incomes: [30, 10], populations: [3, 1]) == 0)
    #expect(Inequality.theil(incomes: [30, 10], populations: [3, 1]) == 0)
  }

  /// One of two has everything: G = 1/2, T = ln 2.
  @Test func `one who has everything leaves the extreme values`() {
    #expect(Inequality.gini(incomes: [0, 8], populations: [1, 1]) == 0.5)
    #expect(
      abs(Inequality.theil(incomes: [0, 8], populations: [1, 1]) - 0.6931471805599453) < 1e-15)
  }

  @Test func `splitting a group and changing the unit change nothing`() {
    let whole = (incomes: [10.0, 60, 90], people: [4.0, 10, 2])
    let split = (incomes: [100.0, 240, 360, 900], people: [4.0, 4, 6, 2])
    for measure in [Inequality.gini, Inequality.theil] {
      let difference =
        measure(whole.incomes, whole.people) - measure(split.incomes, split.people)
      #expect(abs(difference) < 1e-15)
    }
  }
}
