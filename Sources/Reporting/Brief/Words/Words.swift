/// A language that the brief can be written in.
package enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
}

/// The words of one brief: its language, and what its money is called.
///
/// `Phrase` and `Passage` beside this file hold every text of the document; a translation adds a
/// language here and a case to both, and touches nothing else.
struct Words: Sendable {
  let language: Language
  /// The currency as the matrix names it, or nothing where it does not.
  let currency: String?

  /// A short text with its values filled in; `{money}` and `{moneys}` are always known.
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

  func filled(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    var text = template.replacing("{moneys}", with: money(.francs, .units))
      .replacing("{money}", with: money(.franc, .unit))
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    return text
  }

  /// What money is called: people of Rwanda say franc; elsewhere the code of the currency.
  private func money(_ franc: Phrase, _ unit: Phrase) -> String {
    let word: Phrase
    switch currency {
    case nil: word = unit
    case "RWF": word = franc
    // A name such as 'Shilling (Sh)' is called without its sign.
    case let name?: return name.split(separator: " (").first.map(String.init) ?? name
    }
    return switch language {
    case .english: word.english
    }
  }

  /// Some items with commas, and a word before the last.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(self(Phrase.and)) " + last
  }
}
