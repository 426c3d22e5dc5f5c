public import AccountMatrix
public import GeneralEquilibrium
internal import Multipliers

extension Experiment {
  /// An experiment from a list such as `hhd-r1=10,import-price:cwhea=20,tariff:*=-100`.
  ///
  /// An account's code is an amount that the government spends there; a subject with an account, or
  /// `*` for all that it fits, is a change in per cent of the base.
  ///
  /// - Throws: `Diagnostic` for a part that is neither.
  public init(parsing list: String) throws(Diagnostic) {
    var amounts: [(account: String, value: Double)] = []
    var changes: [Change] = []
    let parts = try Assignment.list(
      parsing: list, what: "a shock",
      form: "Write CODE=VALUE, or SUBJECT:CODE=PERCENT with one of the subjects "
        + Change.Subject.allCases.map { $0.rawValue }.joined(separator: ", "))
    for part in parts {
      let words = part.name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let subject = Change.Subject(rawValue: String(words[0])) else {
        guard words.count == 1 else {
          throw Diagnostic(
            "'\(words[0])' is nothing that a shock can change",
            remedy: "Expected one of "
              + Change.Subject.allCases.map { $0.rawValue }.joined(separator: ", "))
        }
        amounts.append((account: part.name, value: part.value))
        continue
      }
      let account = words.count == 2 ? String(words[1]) : ""
      guard account.isEmpty == (subject == .foreignSaving) else {
        throw Diagnostic(
          "'\(part.text)' \(account.isEmpty ? "names no account" : "names an account")",
          remedy: subject == .foreignSaving
            ? "Write foreign-saving=PERCENT"
            : "Write \(subject.rawValue):CODE=PERCENT, or * for all")
      }
      guard part.value >= -100 else {
        throw Diagnostic(
          "'\(part.text)' takes away more than there is", remedy: "-100 per cent abolishes")
      }
      changes.append(Change(subject, of: account, percent: part.value))
    }
    self.init(Injection(amounts), changes: changes)
  }
}
