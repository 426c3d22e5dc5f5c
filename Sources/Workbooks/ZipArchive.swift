internal import AccountMatrix
internal import CZlib
internal import SAMFiles

/// The parts of a ZIP archive, found by its central directory (PKWARE APPNOTE 6.3.9, 4.3).
///
/// Stored and deflated parts are read, as XLSX has them. Everything is checked
/// against the bytes that are there: sizes that a header claims allocate nothing.
struct ZipArchive {
  /// One part, as the directory describes it.
  struct Entry {
    let offset: Int
    let compressedSize: Int
    let isDeflated: Bool
    let checksum: UInt32
  }

  let name: String
  let bytes: [UInt8]
  /// How texts of the workbook write numbers, where the user says so.
  let notation: NumberNotation
  private let entries: [String: Entry]
  /// What the whole archive may still unfold to, whichever parts are read and how often.
  let budget: Budget

  /// The bytes that the parts of one archive may unfold to together.
  final class Budget {
    /// An archive may unfold to 64 MiB in any case, and beyond that to 200 times its packed
    /// size: sheets full of numbers unfold to 5 to 20 times.
    private static let freeSize = 1 << 26
    private static let greatestRatio = 200
    /// No sheet that a spreadsheet program can hold and this program can read is larger.
    private static let greatestSize = 8 << 30

    private let limit: Int
    private var unfolded = 0

    init(packedSize: Int) {
      limit = min(max(Self.freeSize, Self.greatestRatio * packedSize), Self.greatestSize)
    }

    /// Counts bytes that were unfolded.
    ///
    /// - Throws: `Diagnostic` where the archive unfolds beyond all measure.
    func spend(_ count: Int, on part: String, of archive: String) throws(Diagnostic) {
      unfolded += count
      guard unfolded <= limit else {
        throw Diagnostic(
          "with the part '\(part)' the workbook unfolds to more than \(limit >> 20) MiB",
          at: archive, remedy: "This is no table; the file is not read")
      }
    }
  }

  private static let mostEntries = 10_000
  private static let endSignature: UInt32 = 0x0605_4B50
  private static let directorySignature: UInt32 = 0x0201_4B50
  private static let localSignature: UInt32 = 0x0403_4B50

  /// Reads the directory.
  ///
  /// - Throws: `Diagnostic` for an archive that is cut short, encrypted, too
  ///   large for XLSX, or that names a part twice.
  init(_ file: SourceFile) throws(Diagnostic) {
    name = file.name
    bytes = file.bytes
    notation = file.notation
    var entries: [String: Entry] = [:]
    let broken = Diagnostic(
      "the archive is damaged or cut short", at: file.name,
      remedy: "Save the workbook again, or copy the file again")
    guard let end = Self.endOfDirectory(bytes), let count = bytes.number(at: end + 10, bytes: 2),
      var position = bytes.number(at: end + 16, bytes: 4)
    else { throw broken }
    guard count < Self.mostEntries, position != 0xFFFF_FFFF else {
      throw Diagnostic(
        "the archive has \(count) parts or more than 4 GiB", at: file.name,
        remedy: "Expected an XLSX workbook")
    }
    for _ in 0..<count {
      guard bytes.number(at: position, bytes: 4) == Int(Self.directorySignature),
        let flags = bytes.number(at: position + 8, bytes: 2),
        let method = bytes.number(at: position + 10, bytes: 2),
        let checksum = bytes.number(at: position + 16, bytes: 4),
        let compressed = bytes.number(at: position + 20, bytes: 4),
        let nameLength = bytes.number(at: position + 28, bytes: 2),
        let extraLength = bytes.number(at: position + 30, bytes: 2),
        let remarkLength = bytes.number(at: position + 32, bytes: 2),
        let offset = bytes.number(at: position + 42, bytes: 4),
        position + 46 + nameLength <= bytes.count
      else { throw broken }
      let part = String(
        decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
      guard flags & 1 == 0, method == 0 || method == 8 else {
        throw Diagnostic(
          "the part '\(part)' is encrypted or packed in an unusual way", at: file.name,
          remedy: "Save the workbook as XLSX without a password")
      }
      let entry = Entry(
        offset: offset, compressedSize: compressed, isDeflated: method == 8,
        checksum: UInt32(truncatingIfNeeded: checksum))
      if entries.updateValue(entry, forKey: part) != nil {
        throw Diagnostic("the archive holds '\(part)' twice", at: file.name)
      }
      position += 46 + nameLength + extraLength + remarkLength
    }
    self.entries = entries
    budget = Budget(packedSize: bytes.count)
    try requireApart()
  }

  /// Where the bytes of a part stand, by its own header.
  ///
  /// - Throws: `Diagnostic` if its header is not where the directory says.
  private func content(of part: String, _ entry: Entry) throws(Diagnostic) -> Range<Int> {
    guard bytes.number(at: entry.offset, bytes: 4) == Int(Self.localSignature),
      let nameLength = bytes.number(at: entry.offset + 26, bytes: 2),
      let extraLength = bytes.number(at: entry.offset + 28, bytes: 2)
    else { throw damaged(part) }
    let start = entry.offset + 30 + nameLength + extraLength
    guard start + entry.compressedSize <= bytes.count else { throw damaged(part) }
    return start..<(start + entry.compressedSize)
  }

  /// Refuses parts that share bytes: a small file of such parts unfolds without end
  /// (Fifield 2019, A better zip bomb, USENIX WOOT).
  private func requireApart() throws(Diagnostic) {
    var spans: [(start: Int, end: Int, part: String)] = []
    for (part, entry) in entries {
      spans.append((entry.offset, try content(of: part, entry).upperBound, part))
    }
    spans.sort { ($0.start, $0.part) < ($1.start, $1.part) }
    for (one, next) in zip(spans, spans.dropFirst()) where next.start < one.end {
      throw Diagnostic(
        "the parts '\(one.part)' and '\(next.part)' share bytes of the archive", at: name,
        remedy: "No spreadsheet program writes such a file; it is not read")
    }
  }

  /// Where the end of the directory stands: before a remark of at most 65,535 bytes.
  private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let earliest = max(0, bytes.count - 22 - 65_535)
    return stride(from: bytes.count - 22, through: earliest, by: -1).first {
      bytes.number(at: $0, bytes: 4) == Int(endSignature)
    }
  }

  /// Whether the archive has a part.
  func has(_ part: String) -> Bool { entries[part] != nil }

  /// A part to be read from its start, or `nil` if there is none of this name.
  ///
  /// - Throws: `Diagnostic` if its header is not where the directory says.
  func open(_ part: String) throws(Diagnostic) -> ZipPart? {
    guard let entry = entries[part] else { return nil }
    return try ZipPart(part, of: self, content: try content(of: part, entry), entry: entry)
  }

  /// The message for a part whose bytes are not what its headers say.
  func damaged(_ part: String) -> Diagnostic {
    Diagnostic(
      "the part '\(part)' is damaged", at: name,
      remedy: "Save the workbook again, or copy the file again")
  }
}

extension [UInt8] {
  /// A little-endian number, or `nil` beyond the end.
  fileprivate func number(at position: Int, bytes size: Int) -> Int? {
    guard position >= 0, position <= count - size else { return nil }
    return (0..<size).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
  }
}
