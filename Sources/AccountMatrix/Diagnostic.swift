/// What is wrong, where, what was expected and what to do, for a person to read.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place: a file with its line, an account, a cell.
  public var location: String?
  /// What is wrong, as a sentence without its full stop.
  public var problem: String
  /// What was expected, or what to do.
  public var remedy: Remedy?

  /// A diagnostic from its parts, of which the remedy may name actions.
  package init(_ problem: String, at location: String? = nil, remedy: Remedy?) {
    self.problem = problem
    self.location = location
    self.remedy = remedy
  }

  /// A diagnostic from its parts.
  package init(_ problem: String, at location: String? = nil, remedy: String? = nil) {
    self.init(problem, at: location, remedy: remedy.map { Remedy($0) })
  }

  /// The parts in one line, `location: problem. Remedy.`, for a user of the library.
  public var description: String { sentence { $0.call } }

  /// The parts in one line, with the remedy's actions in the words of one who speaks to the user;
  /// what is quoted from files is made visible, and cut at 80 characters.
  package func sentence(naming name: (Remedy.Action) -> String) -> String {
    let remedy = remedy.map { $0.sentence(naming: name) }
    let sentence = ((location.map { "\($0): " } ?? "") + problem + ".").asMessage
    // A remedy may show the lines of a file to write.
    let lines = remedy?.split(separator: "\n").map { (line: Substring) in String(line).asMessage }
    return sentence
      + (lines.map {
        " " + $0.joined(separator: "\n") + (remedy?.hasSuffix("?") == true ? "" : ".")
      }
        ?? "")
  }
}

/// A typed failure that explains itself to a person: printed, it says what its diagnostic says.
public protocol DiagnosticConvertible: Error, CustomStringConvertible {
  /// The failure in words.
  var diagnostic: Diagnostic { get }
}

extension DiagnosticConvertible {
  /// The diagnostic in one line, for a user of the library.
  public var description: String { diagnostic.sentence { $0.call } }
}

extension Diagnostic: DiagnosticConvertible {
  /// The diagnostic itself.
  public var diagnostic: Diagnostic { self }
}
