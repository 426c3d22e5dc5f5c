internal import AccountMatrix
internal import Multipliers

extension PerFrancQuestion {
  /// The answer; draws of all supplies are taken at once, from the seed 1.
  ///
  /// - Throws: `QuestionFailure` if a programme is not known, a model has no solution, or there are
  ///   no grades to draw by.
  public func answer(on context: QuestionContext) async throws(QuestionFailure) -> PerFrancAnswer {
    var answer = try answerWithoutBands(on: context)
    guard draws > 0 else { return answer }
    guard let grades = context.grades else { throw .noGrades }
    do throws(Uncertainty.Failure) {
      let uncertainty = try Uncertainty(
        of: answer.first.rows.map { $0.programme }, in: context.model,
        scenarios: supplies.map { StructuralScenario(id: $0.id, response: $0.response) },
        grades: grades, measures: [.gdpFactorCost], displacedEarnings: displacedEarnings)
      answer.bands = try await uncertainty.run(draws: draws, seed: 1)
    } catch { throw .bands(error.diagnostic) }
    return answer
  }
}
