internal import AccountMatrix

extension SourceFile {
  /// The file as UTF-8 without a mark at its beginning, and a note where that took a guess.
  ///
  /// UTF-16 is known by its mark, as Excel writes it; what is no UTF-8 is Windows-1252, of
  /// which Latin-1 is the printable part.
  ///
  /// - Throws: `Diagnostic` for broken UTF-16, or text that is partly UTF-8.
  func decoded() throws(Diagnostic) -> (bytes: [UInt8], note: String?) {
    if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(lowFirst: true), nil) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(lowFirst: false), nil) }
    if let lowFirst = unmarkedUTF16 {
      return (
        try utf16(lowFirst: lowFirst, from: 0),
        "the text has no mark of its encoding and is read as UTF-16, since every second byte of it "
          + "is zero"
      )
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard content.contains(where: { $0 >= 0x80 }) else { return (Array(content), nil) }
    let scan = Self.scanUTF8(content)
    guard let stray = scan.firstStray else { return (Array(content), nil) }
    let line = content[..<stray].count { $0 == 0x0A } + 1
    if scan.hasSequences || content.count != bytes.count {
      throw Diagnostic(
        "the text is UTF-8 except for some bytes", at: "\(name): line \(line)",
        remedy: "Save the file as CSV in UTF-8")
    }
    var result: [UInt8] = []
    result.reserveCapacity(content.count + content.count / 8)
    for byte in content {
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      guard let scalar = Self.windows1252(byte) else {
        throw Diagnostic(
          "the text is neither UTF-8 nor Windows-1252", at: "\(name): line \(line)",
          remedy: "Save the file as CSV in UTF-8")
      }
      result.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
    return (
      result, "the text is not UTF-8 and is read as Windows-1252 (Latin-1), first on line \(line)"
    )
  }

  /// Whether the bytes are UTF-16, with its mark or without.
  var isUTF16: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || unmarkedUTF16 != nil
  }

  /// Whether the low byte of UTF-16 without a mark stands first, or `nil` for other bytes: of text
  /// in Latin letters and digits half the bytes are zero.
  private var unmarkedUTF16: Bool? {
    let head = bytes.prefix(4_000)
    guard head.count > 7, bytes.count.isMultiple(of: 2) else { return nil }
    let zeros = [0, 1].map { parity in
      head.indices.count { $0 % 2 == parity && head[$0] == 0 }
    }
    let most = head.count / 2
    if zeros[0] == 0, zeros[1] * 10 >= most * 7 { return true }
    if zeros[1] == 0, zeros[0] * 10 >= most * 7 { return false }
    return nil
  }

  private func utf16(lowFirst: Bool, from first: Int = 2) throws(Diagnostic) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = first
    while position + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      units.append(lowFirst ? second << 8 | first : first << 8 | second)
      position += 2
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw Diagnostic(
        "the UTF-16 text is damaged or cut short", at: name,
        remedy: "Save the file as CSV in UTF-8")
    }
    return Array(text.utf8)
  }

  /// The first byte that is no UTF-8, and whether other bytes form characters beyond ASCII.
  private static func scanUTF8(
    _ bytes: ArraySlice<UInt8>
  ) -> (firstStray: Int?, hasSequences: Bool) {
    var position = bytes.startIndex
    var stray: Int?
    var hasSequences = false
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte < 0x80 {
        position += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
      let end = min(position + length, bytes.endIndex)
      if length > 1, String(validating: bytes[position..<end], as: UTF8.self) != nil {
        hasSequences = true
        position = end
      } else {
        stray = stray ?? position
        position += 1
      }
    }
    return (stray, hasSequences)
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let scalar = upperControls[Int(byte) - 0x80]
    return scalar == 0 ? nil : Unicode.Scalar(scalar)
  }

  /// The characters 80 to 9F of Windows-1252; 0 where there is none.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
