internal import AccountMatrix
package import Multipliers

/// A question with everything that its answer takes: what a scenario file holds.
public struct Scenario: Sendable, Equatable, Identifiable {
  /// One line of the file.
  package struct Line: Sendable, Equatable {
    /// What is set.
    package let name: String
    /// To which value.
    package let value: String
    /// How well it is known; `nil` for choices that are no figures.
    package let evidence: Programme.Evidence?
    /// Where it is from.
    package let source: String
    /// What a reader must know about it.
    package let note: String
    /// The file and line.
    package let place: String

    /// A line from its parts.
    package init(
      name: String, value: String, evidence: Programme.Evidence? = nil, source: String = "",
      note: String = "", place: String = ""
    ) {
      self.name = name
      self.value = value
      self.evidence = evidence
      self.source = source
      self.note = note
      self.place = place
    }
  }

  /// The name by which it is asked for.
  public let id: String
  /// The question in words.
  public let title: String
  /// The question with its settings.
  public let question: Question
  /// The matrix that it is asked of, then those set beside it, by name.
  public let matrices: [String]
  /// What the file holds beside the title and the kind, for footnotes and the places of failures.
  package let lines: [Line]
  /// How the sources of lines are cited, by identifier; those not in it are named as they are.
  package let citations: [String: String]
  /// What becomes of a further franc, where the file says it.
  package let margin: MarginRules

  /// A scenario from its parts.
  package init(
    id: String, title: String, question: Question, matrices: [String] = [], lines: [Line] = [],
    citations: [String: String] = [:], margin: MarginRules = MarginRules()
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.matrices = matrices
    self.lines = lines
    self.citations = citations
    self.margin = margin
  }

  /// Where a setting stands in the file: the first line of that name, and of that value if one is
  /// given; `nil` where there is none.
  package func place(of setting: String, value: String? = nil) -> String? {
    lines.first {
      ($0.name == setting || $0.name.hasPrefix(setting + ":"))
        && (value == nil || $0.value == value)
    }?.place
  }
}

extension Scenario {
  /// Lines for a footnote: every figure that is assumed, has a note, or names no evidence.
  public var assumptions: [String] {
    func isFigure(_ line: Line) -> Bool {
      Double(plainDecimal: line.value) != nil && line.name != "draws"
    }
    return lines.filter {
      $0.evidence == .assumed || !$0.note.isEmpty || ($0.evidence == nil && isFigure($0))
    }.map { line in
      line.name == "note"
        ? line.note
        : "\(line.name) = \(line.value)"
          + (line.evidence.map { " (\($0.rawValue))" }
            ?? (isFigure(line) ? " (no evidence given)" : ""))
          + (line.note.isEmpty ? "." : ": \(line.note).")
    }
  }

  /// A line for a footnote: where the figures are from; empty if no source is named.
  package var sourceNotes: [String] {
    let named = lines.map { $0.source }.filter { !$0.isEmpty && $0 != "none" }.uniqued
    return named.isEmpty
      ? []
      : [
        "Sources of the figures: "
          + named.map { id in citations[id].map { "\(id): \($0)" } ?? id }.joined(separator: "; ")
          + "."
      ]
  }
}
