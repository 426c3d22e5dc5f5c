// Asynchronous, because bands of a question per franc are drawn on several cores.
extension Question {
  /// The answer, computed on an economy and the programmes known for it.
  ///
  /// - Throws: `QuestionFailure` if a setting does not fit them, or a model has no solution.
  public func answer(on context: QuestionContext) async throws(QuestionFailure) -> Answer {
    switch self {
    case .perFranc(let question): .perFranc(try await question.answer(on: context))
    case .budget(let question): .budget(try question.answer(on: context))
    case .financing(let question): .financing(try question.answer(on: context))
    case .targeting(let question): .targeting(try question.answer(on: context))
    case .reform(let question): .reform(try question.answer(on: context))
    case .cover(let question): .cover(try question.answer(on: context))
    case .sensitivity(let question): .sensitivity(try question.answer(on: context))
    case .coverage(let question): .coverage(try question.answer(on: context))
    }
  }
}
