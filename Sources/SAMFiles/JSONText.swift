internal import AccountMatrix

/// A JSON value, written with keys in the order given, so that the same input gives the same bytes.
package enum JSONText: Sendable {
  case string(String)
  case number(Double)
  case integer(Int)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// The value as text, nested by two blanks; rows of scalars stay on one line.
  package func text(indent: String = "") -> String {
    switch self {
    case .string(let value): return Self.quoted(value)
    case .number(let value): return value.isFinite ? value.shortest : "null"
    case .integer(let value): return String(value)
    case .null: return "null"
    case .array(let values):
      return Self.enclosed("[", values.map { $0.text(indent: indent + "  ") }, "]", indent, isFlat)
    case .object(let members):
      let texts = members.map { "\(Self.quoted($0)): \($1.text(indent: indent + "  "))" }
      return Self.enclosed("{", texts, "}", indent, isFlat)
    }
  }

  private static func enclosed(
    _ open: String, _ texts: [String], _ close: String, _ indent: String, _ isFlat: Bool
  ) -> String {
    if texts.isEmpty { return open + close }
    if isFlat { return open + texts.joined(separator: ", ") + close }
    let inner = texts.map { "\(indent)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(inner)\n\(indent)\(close)"
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private var isFlat: Bool {
    switch self {
    case .array(let values): values.allSatisfy { $0.isScalar }
    case .object(let members): members.allSatisfy { $0.1.isScalar }
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
