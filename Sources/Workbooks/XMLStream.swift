internal import AccountMatrix

/// Reads XML piece by piece: start tags, end tags and text, as the parts of a workbook have them.
///
/// There are no document types and no entities but the five of XML itself, so
/// that nothing unfolds and nothing outside the file is looked at.
struct XMLStream {
  /// What stands next.
  enum Event {
    case start(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    case text([UInt8])
  }

  private let part: ZipPart
  private var buffer: [UInt8] = []
  private var position = 0
  private var open: [String] = []
  private var pendingEnd: String?

  private static let deepest = 64
  private static let longestToken = 1 << 20

  init(_ part: ZipPart) { self.part = part }

  private func failure(_ problem: String) -> Diagnostic {
    Diagnostic(
      "the part '\(part.name)' \(problem)", at: part.archive.name,
      remedy: "Open the workbook in a spreadsheet program and save it again as XLSX")
  }

  /// The next byte without taking it, or `nil` at the end.
  private mutating func peek() throws(Diagnostic) -> UInt8? {
    while position >= buffer.count {
      buffer = try part.read()
      position = 0
      if buffer.isEmpty { return nil }
    }
    return buffer[position]
  }

  private mutating func take() throws(Diagnostic) -> UInt8 {
    guard let byte = try peek() else { throw failure("ends in the middle") }
    position += 1
    return byte
  }

  /// The next event, or `nil` at the end.
  ///
  /// - Throws: `Diagnostic` for text that is not well formed, or that declares a document type.
  mutating func next() throws(Diagnostic) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    while let byte = try peek() {
      guard byte == UInt8(ascii: "<") else {
        let text = try self.text()
        if text.isEmpty { continue }
        return .text(text)
      }
      position += 1
      switch try take() {
      case UInt8(ascii: "?"): try skip(to: "?>")
      case UInt8(ascii: "!"):
        if let content = try declaration() { return .text(content) }
      case UInt8(ascii: "/"): return try endTag()
      case let first: return try startTag(first)
      }
    }
    if !open.isEmpty { throw failure("ends in the middle") }
    return nil
  }

  /// Text up to the next tag; blanks between tags are left out by their reader.
  private mutating func text() throws(Diagnostic) -> [UInt8] {
    var text: [UInt8] = []
    while let byte = try peek(), byte != UInt8(ascii: "<") {
      position += 1
      if byte == UInt8(ascii: "&") { text += try entity() } else { text.append(byte) }
      guard text.count < Self.longestToken else { throw failure("has a text beyond all measure") }
    }
    return text
  }

  private mutating func entity() throws(Diagnostic) -> [UInt8] {
    var name: [UInt8] = []
    while true {
      let byte = try take()
      if byte == UInt8(ascii: ";") { break }
      name.append(byte)
      guard name.count < 12 else { throw failure("has an entity without its end") }
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    case let name where name.hasPrefix("#"):
      let digits = name.dropFirst()
      let code =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let code, let scalar = Unicode.Scalar(code) else {
        throw failure("has the character reference '&\(name);'")
      }
      return Array(String(scalar).utf8)
    case let name: throw failure("uses the entity '\(name)', which workbooks do not have")
    }
  }

  private mutating func skip(to ending: String) throws(Diagnostic) {
    _ = try content(to: ending)
  }

  /// What stands before an ending.
  private mutating func content(to ending: String) throws(Diagnostic) -> [UInt8] {
    let ending = Array(ending.utf8)
    var content: [UInt8] = []
    while true {
      content.append(try take())
      if content.last == ending.last, content.suffix(ending.count).elementsEqual(ending) {
        return content.dropLast(ending.count)
      }
      guard content.count < Self.longestToken else {
        throw failure("has a remark beyond all measure")
      }
    }
  }

  /// A remark, or the content of a `CDATA` section.
  private mutating func declaration() throws(Diagnostic) -> [UInt8]? {
    switch try take() {
    case UInt8(ascii: "-"):
      guard try take() == UInt8(ascii: "-") else { throw failure("has a broken remark") }
      try skip(to: "-->")
      return nil
    case UInt8(ascii: "["):
      for byte in "CDATA[".utf8 {
        guard try take() == byte else { throw failure("has a broken section") }
      }
      return try content(to: "]]>")
    default: throw failure("declares a document type or entities, which workbooks do not have")
    }
  }

  /// A name without its prefix.
  private mutating func name(startingWith first: UInt8? = nil) throws(Diagnostic) -> String {
    var bytes: [UInt8] = first.map { [$0] } ?? []
    while let byte = try peek(), byte > 0x20, ![0x2F, 0x3E, 0x3D].contains(byte) {
      position += 1
      if byte == UInt8(ascii: ":") { bytes.removeAll() } else { bytes.append(byte) }
      guard bytes.count < 256 else { throw failure("has a name beyond all measure") }
    }
    guard !bytes.isEmpty else { throw failure("has a tag without a name") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func skipBlanks() throws(Diagnostic) {
    while let byte = try peek(), byte <= 0x20 { position += 1 }
  }

  private mutating func endTag() throws(Diagnostic) -> Event {
    let name = try name()
    try skipBlanks()
    guard try take() == UInt8(ascii: ">"), open.popLast() == name else {
      throw failure("closes '\(name)' where it is not open")
    }
    return .end(name: name)
  }

  private mutating func startTag(_ first: UInt8) throws(Diagnostic) -> Event {
    guard first > 0x20, first != UInt8(ascii: ">"), first != UInt8(ascii: "=") else {
      throw failure("has a tag without a name")
    }
    let name = try name(startingWith: first)
    var attributes: [(name: String, value: String)] = []
    while true {
      try skipBlanks()
      switch try peek() {
      case UInt8(ascii: ">"):
        position += 1
        open.append(name)
        guard open.count <= Self.deepest else { throw failure("is nested too deeply") }
        return .start(name: name, attributes: attributes)
      case UInt8(ascii: "/"):
        position += 1
        guard try take() == UInt8(ascii: ">") else { throw failure("has a broken tag") }
        pendingEnd = name
        return .start(name: name, attributes: attributes)
      default:
        attributes.append(try attribute())
        guard attributes.count <= 256 else { throw failure("has a tag with 257 attributes") }
      }
    }
  }

  private mutating func attribute() throws(Diagnostic) -> (name: String, value: String) {
    let name = try name()
    try skipBlanks()
    guard try take() == UInt8(ascii: "=") else { throw failure("has an attribute without a value") }
    try skipBlanks()
    let quote = try take()
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("has an attribute without quotes")
    }
    var value: [UInt8] = []
    while true {
      let byte = try take()
      if byte == quote { return (name, String(decoding: value, as: UTF8.self)) }
      if byte == UInt8(ascii: "&") { value += try entity() } else { value.append(byte) }
      guard value.count < Self.longestToken else {
        throw failure("has an attribute beyond all measure")
      }
    }
  }
}
