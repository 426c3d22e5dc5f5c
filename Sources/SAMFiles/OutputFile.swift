public import AccountMatrix
internal import Glibc

/// Writes files whole or not at all.
public enum OutputFile {
  /// Writes text to a path: first to a temporary file beside it, then in its place.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - path: where it goes; a link is followed, a device or pipe is written directly.
  ///   - replacing: whether an existing file may be replaced.
  /// - Throws: `Diagnostic` if the file exists, or cannot be written whole.
  public static func write(
    _ text: String, to path: String, replacing: Bool
  ) throws(Diagnostic) {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  /// Writes bytes to a path, as text is written.
  ///
  /// - Throws: `Diagnostic` if the file exists, or cannot be written whole.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool
  ) throws(Diagnostic) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR {
      throw Diagnostic("this is a directory", at: path, remedy: "Name a file in it")
    }
    if exists, kind != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure("opened", path) }
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, name: path)
      return
    }
    try requireAbsent(path, unless: replacing)
    let target = exists ? Self.withoutLinks(path) : path
    try withSignalsHeld { () throws(Diagnostic) in
      let temporary = "\(target).\(getpid()).part"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw failure("made", path) }
      do throws(Diagnostic) {
        try writeAll(bytes, to: descriptor, name: path)
      } catch {
        close(descriptor)
        unlink(temporary)
        throw error
      }
      guard close(descriptor) == 0, rename(temporary, target) == 0 else {
        let diagnostic = failure("written", path)
        unlink(temporary)
        throw diagnostic
      }
    }
  }

  /// Refuses to replace a regular file, for commands that write several.
  ///
  /// - Throws: `Diagnostic` if the file exists and may not be replaced.
  public static func requireAbsent(
    _ path: String, unless replacing: Bool
  ) throws(Diagnostic) {
    var status = stat()
    guard !replacing, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    throw Diagnostic(
      "the file exists", at: path, remedy: "Add \(.replaceFile) to replace it, or name another file"
    )
  }

  /// The file that a path leads to, so that a link to it stays.
  private static func withoutLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes text to standard output.
  ///
  /// - Throws: `Diagnostic` for a full disk or a closed pipe.
  public static func writeToStandardOutput(_ text: String) throws(Diagnostic) {
    try writeAll(Array(text.utf8), to: 1, name: "standard output")
  }

  private static func writeAll(
    _ content: [UInt8], to descriptor: Int32, name: String
  ) throws(Diagnostic) {
    var bytes = content[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("written", name)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func failure(_ verb: String, _ path: String) -> Diagnostic {
    Diagnostic("it cannot be \(verb): \(String(cString: strerror(errno)))", at: path)
  }

  /// Holds interrupts until a file is whole, so that no part of one is left behind.
  private static func withSignalsHeld(
    _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
