public import AccountMatrix
internal import Glibc

/// The bytes of a file and the name by which messages speak of it.
public struct SourceFile: Sendable {
  /// The name in messages.
  public let name: String
  /// The content.
  public private(set) var bytes: [UInt8]
  /// How its numbers are written, where the file leaves that open.
  public var notation = NumberNotation()
  /// Which lines of its tables count: the value that a column must have where a table has it.
  package var selection: [SquareTable.Context.Selection] = []
  /// The sheet to be read of a workbook; else the one that fits.
  package var sheet: String?
  /// Takes what a reader used of the notation and of the selection.
  package var onUse: @Sendable (ReadingUse) -> Void = { _ in }
  /// Takes a sentence for people on what the reader of a small table passes over.
  public var onNote: @Sendable (Diagnostic) -> Void = { _ in }
  /// How the file is read where it is a workbook; the module `Workbooks` knows.
  package var workbook: WorkbookOpener?

  /// A file from bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The file with other bytes.
  func replacing(bytes: [UInt8]) -> SourceFile {
    var file = self
    file.bytes = bytes
    return file
  }

  /// The most bytes that a file may have.
  private static let limit = Int(Int32.max)

  /// Reads a file whole; `-` is standard input.
  ///
  /// - Throws: `Diagnostic` if it is missing, a directory, empty, larger than
  ///   2 GiB or cannot be read.
  public init(path: String) throws(Diagnostic) {
    let isStandardInput = path == "-"
    let name = isStandardInput ? "standard input" : path
    let descriptor = isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(name, errno) }
    defer { if !isStandardInput { close(descriptor) } }
    try self.init(name: name, descriptor: descriptor)
  }

  private init(name path: String, descriptor: Int32) throws(Diagnostic) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic("this is a directory", at: path, remedy: "Name a file in it")
    }
    // A sparse file can claim any size: it is judged before memory is taken for it.
    if status.st_size > Self.limit { throw Self.tooLarge(path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(status.st_size)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.unreadable(path, errno)
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > Self.limit { throw Self.tooLarge(path) }
    }
    if bytes.isEmpty {
      throw Diagnostic("the file is empty", at: path, remedy: "Expected a table with a header row")
    }
    self.init(name: path, bytes: bytes)
  }

  private static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic("the file is larger than 2 GiB", at: path, remedy: "Split it")
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    code == ENOENT
      ? Diagnostic("there is no such file", at: path, remedy: "Check the path")
      : Diagnostic("the file cannot be read: \(String(cString: strerror(code)))", at: path)
  }
}
