internal import AccountMatrix

/// A JSON value (RFC 8259) with numbers as they were printed.
indirect enum JSONValue {
  case string(String)
  case number(PrintedNumber)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([String: JSONValue])

  /// The member of an object, or `nil`.
  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The number.
  var printed: PrintedNumber? { if case .number(let number) = self { number } else { nil } }
  /// The elements of an array.
  var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  /// Gives every number in a value to a body.
  func eachNumber(_ body: (Double) -> Void) {
    switch self {
    case .number(let number): body(number.value)
    case .array(let elements): for element in elements { element.eachNumber(body) }
    case .object(let members): for member in members.values { member.eachNumber(body) }
    case .string, .boolean, .null: break
    }
  }

  /// The members of an object.
  var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
}

/// Reads JSON, refusing what is nested deeper than any file of ours.
struct JSONParser {
  private let name: String
  private let bytes: [UInt8]
  private var position = 0
  private static let deepest = 32

  /// The value of a whole file.
  ///
  /// - Throws: `Diagnostic` with the line.
  static func parse(_ file: SourceFile) throws(Diagnostic) -> JSONValue {
    var parser = JSONParser(file)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.position == parser.bytes.count else {
      throw parser.failure("text follows the end of the JSON value")
    }
    return value
  }

  private init(_ file: SourceFile) {
    name = file.name
    bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ problem: String) -> Diagnostic {
    let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return Diagnostic(problem, at: "\(name): line \(line)", remedy: "Expected JSON (RFC 8259)")
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> JSONValue {
    guard depth < Self.deepest else { throw failure("the JSON is nested too deeply") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Diagnostic) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value is expected") }
    position += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(Diagnostic) -> JSONValue {
    position += 1
    var members: [String: JSONValue] = [:]
    if skip(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure("a name in quotes is expected") }
      let name = try string()
      guard skip(UInt8(ascii: ":")) else { throw failure("a colon is expected behind '\(name)'") }
      if members.updateValue(try value(depth: depth + 1), forKey: name) != nil {
        throw failure("the name '\(name)' stands twice")
      }
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw failure("a comma or a closing brace is expected") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw failure("a comma or a closing bracket is expected") }
    return .array(elements)
  }

  private mutating func number() throws(Diagnostic) -> JSONValue {
    let start = position
    while let byte = next, byte > 0x20, ![0x2C, 0x5D, 0x7D].contains(byte) { position += 1 }
    let text = bytes[start..<position]
    guard let first = text.first, first != UInt8(ascii: "+"), text.last != UInt8(ascii: "-"),
      text.allSatisfy({ (0x30..<0x3A).contains($0) || Self.numberMarks.contains($0) }),
      let number = PrintedNumber(text, style: .point)
    else {
      throw failure("'\(String(decoding: text.prefix(40), as: UTF8.self))' is not a JSON value")
    }
    return .number(number)
  }

  /// What numbers hold beside digits.
  private static let numberMarks: Set<UInt8> = Set("+-.eE".utf8)

  /// How many numbers a text in JSON holds outside its strings, counted without taking it apart.
  static func numberCount(in bytes: [UInt8]) -> Int {
    var (count, position) = (0, 0)
    var isString = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isString {
        if byte == UInt8(ascii: "\\") { position += 1 }
        isString = byte != UInt8(ascii: "\"")
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if (0x30..<0x3A).contains(byte) || byte == UInt8(ascii: "-") {
        count += 1
        while position < bytes.count,
          (0x30..<0x3A).contains(bytes[position]) || numberMarks.contains(bytes[position])
        {
          position += 1
        }
      }
    }
    return count
  }

  private mutating func string() throws(Diagnostic) -> String {
    position += 1
    var content: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("a string is not closed on its line") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        content += try escaped()
      } else {
        content.append(byte)
      }
    }
    guard next != nil else { throw failure("a string is opened and never closed") }
    position += 1
    guard let text = String(validating: content, as: UTF8.self) else {
      throw failure("a string is not UTF-8")
    }
    return text
  }

  private mutating func escaped() throws(Diagnostic) -> [UInt8] {
    guard let byte = next else { throw failure("a string is opened and never closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: [0x5C, 0x75]) {
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("half a surrogate pair") }
      return Array(String(scalar).utf8)
    default: throw failure("an unknown escape in a string")
    }
  }

  private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
    let end = position + 4
    guard end <= bytes.count,
      bytes[position..<end].allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are expected behind \\u") }
    position = end
    return code
  }
}
