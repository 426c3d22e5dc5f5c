internal import CZlib

/// Packs parts into a ZIP archive; the same parts give the same bytes.
///
/// All parts bear the first day that ZIP knows, 1 January 1980.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  private static let firstDay = 0x21

  /// Adds a part, deflated.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflated(content)
    let checksum = content.withUnsafeBufferPointer { buffer in
      crc32(0, buffer.baseAddress, UInt32(buffer.count))
    }
    let path = Array(name.utf8)
    var common: [UInt8] = []
    // Version 2.0, names in UTF-8, method deflate, time and day.
    for value in [20, 0x0800, 8, 0, Self.firstDay] { common.append(value, bytes: 2) }
    for value in [Int(checksum), packed.count, content.count] { common.append(value, bytes: 4) }
    common.append(path.count, bytes: 2)
    common.append(0, bytes: 2)

    directory.append(0x0201_4B50, bytes: 4)
    directory.append(20, bytes: 2)
    directory += common
    // No remark, first disk, no attributes, and where the part begins.
    for size in [2, 2, 2, 4] { directory.append(0, bytes: size) }
    directory.append(bytes.count, bytes: 4)
    directory += path

    bytes.append(0x0403_4B50, bytes: 4)
    bytes += common + path + packed
    count += 1
  }

  /// The whole archive.
  var archive: [UInt8] {
    var archive = bytes + directory
    archive.append(0x0605_4B50, bytes: 4)
    for value in [0, 0, count, count] { archive.append(value, bytes: 2) }
    archive.append(directory.count, bytes: 4)
    archive.append(bytes.count, bytes: 4)
    archive.append(0, bytes: 2)
    return archive
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let status = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has memory to begin")
    defer { deflateEnd(stream) }
    let bound = Int(deflateBound(stream, UInt(content.count)))
    return content.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(bound)
        let status = deflate(stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "the bound holds everything")
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }
}

extension [UInt8] {
  /// Appends a little-endian number.
  fileprivate mutating func append(_ value: Int, bytes size: Int) {
    for k in 0..<size { append(UInt8(truncatingIfNeeded: value >> (8 * k))) }
  }
}
