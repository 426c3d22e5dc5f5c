public import AccountMatrix
public import SpendingPolicy

extension Scenario {
  /// The answer to the scenario's question, as tables.
  ///
  /// - Throws: `Diagnostic`, with the line of a setting that does not fit.
  public func report(on context: QuestionContext) async throws(Diagnostic) -> Report {
    report(try await answer(on: context), on: context)
  }
}
