internal import AccountMatrix
internal import CZlib

/// One part of an archive, inflated piece by piece, so that a bomb never unfolds in memory.
final class ZipPart {
  let name: String
  let archive: ZipArchive
  private let entry: ZipArchive.Entry
  // zlib keeps the address of its stream, so that it must not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var rest: Range<Int>
  private var checksum: UInt = 0
  private var isAtEnd = false

  private static let chunk = 1 << 16

  init(
    _ name: String, of archive: ZipArchive, content: Range<Int>, entry: ZipArchive.Entry
  ) throws(Diagnostic) {
    self.name = name
    self.archive = archive
    self.entry = entry
    rest = content
    stream.initialize(to: z_stream())
    guard entry.isDeflated else { return }
    // A negative window means bare deflate, without zlib's header.
    let status = inflateInit2_(
      stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw Diagnostic("there is no memory to unpack", at: archive.name) }
  }

  deinit {
    if entry.isDeflated { inflateEnd(stream) }
    stream.deallocate()
  }

  /// The next bytes; empty at the end.
  ///
  /// - Throws: `Diagnostic` for a damaged part, or one that unfolds beyond all measure.
  func read() throws(Diagnostic) -> [UInt8] {
    if isAtEnd { return [] }
    let bytes = entry.isDeflated ? try inflated() : stored()
    checksum = bytes.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32($0.count)) }
    try archive.budget.spend(bytes.count, on: name, of: archive.name)
    if isAtEnd, checksum != UInt(entry.checksum) { throw archive.damaged(name) }
    return bytes
  }

  private func stored() -> [UInt8] {
    let piece = rest.prefix(Self.chunk)
    rest = rest.dropFirst(Self.chunk)
    isAtEnd = rest.isEmpty
    return Array(archive.bytes[piece])
  }

  private func inflated() throws(Diagnostic) -> [UInt8] {
    var status = Z_OK
    let available = rest.count
    let output = archive.bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
        // zlib's interface takes mutable input and does not write to it.
        stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { $0 + rest.lowerBound })
        stream.pointee.avail_in = UInt32(min(available, Int(UInt32.max)))
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(Self.chunk)
        status = inflate(stream, Z_NO_FLUSH)
        count = Self.chunk - Int(stream.pointee.avail_out)
      }
    }
    let consumed = available - Int(stream.pointee.avail_in)
    rest = (rest.lowerBound + consumed)..<rest.upperBound
    guard status == Z_OK || status == Z_STREAM_END, !output.isEmpty || status == Z_STREAM_END else {
      throw archive.damaged(name)
    }
    isAtEnd = status == Z_STREAM_END
    return output
  }
}
