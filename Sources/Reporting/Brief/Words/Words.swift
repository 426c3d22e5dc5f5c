/// A language that the brief can be written in.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
}

/// The words of one brief: its language, and what its money is called.
struct Words: Sendable {
  let language: Language
  /// One unit of money in words, for example `franc`.
  let money: String

  /// A short text with its values filled in; `{money}` is always known.
  func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    switch language {
    case .english: filled(phrase.english, values)
    }
  }

  /// A sentence or paragraph with its values filled in.
  func callAsFunction(_ passage: Passage, _ values: KeyValuePairs<String, String> = [:]) -> String {
    switch language {
    case .english: filled(passage.english, values)
    }
  }

  private func filled(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    var text = template.replacing("{money}", with: money)
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    return text
  }

  /// Some items with commas, and a word before the last.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(self(Phrase.and)) " + last
  }
}
