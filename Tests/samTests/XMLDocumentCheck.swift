import Foundation
import FoundationXML

/// Whether a text is well-formed XML, by another parser than the project's own.
enum XMLDocumentCheck {
  struct Malformed: Error {}

  static func parse(_ text: String) throws {
    guard XMLParser(data: Data(text.utf8)).parse() else { throw Malformed() }
  }
}
