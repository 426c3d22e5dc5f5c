public import AccountMatrix

extension Scenario {
  /// The answer to its question.
  ///
  /// - Throws: `Diagnostic` with the line of a setting that does not fit.
  public func answer(on context: QuestionContext) async throws(Diagnostic) -> Answer {
    do { return try await question.answer(on: context) } catch {
      var diagnostic = error.diagnostic
      if let (setting, value) = error.subject {
        diagnostic.location = place(of: setting, value: value) ?? diagnostic.location
      }
      throw diagnostic
    }
  }
}
