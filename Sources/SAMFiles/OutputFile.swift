package import AccountMatrix
internal import CInterrupts
internal import Glibc

/// Writes files whole or not at all.
package enum OutputFile {
  /// Writes text to a path: first to a temporary file beside it, then in its place.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - path: where it goes; a link is followed, a device or pipe is written directly.
  ///   - replacing: whether an existing file may be replaced.
  /// - Throws: `Diagnostic` if the file exists, or cannot be written whole.
  package static func write(
    _ text: String, to path: String, replacing: Bool
  ) throws(Diagnostic) {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  /// Writes bytes to a path, as text is written.
  ///
  /// - Throws: `Diagnostic` if the file exists, or cannot be written whole.
  package static func write(
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
    let temporary = "\(target).\(getpid()).part"
    let place = interrupts_register(temporary)
    guard place >= 0 else { throw Diagnostic("too many files are written at once", at: path) }
    defer { interrupts_release(place) }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure("made", path) }
    do throws(Diagnostic) {
      if exists { try keepOwnerAndMode(of: status, on: descriptor, name: path) }
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

  /// Gives the new file the mode of the one that it replaces, and its owner where that is allowed.
  private static func keepOwnerAndMode(
    of old: stat, on descriptor: Int32, name: String
  ) throws(Diagnostic) {
    var new = stat()
    guard fstat(descriptor, &new) == 0 else { throw failure("made", name) }
    if new.st_uid != old.st_uid || new.st_gid != old.st_gid {
      // Only the superuser may give a file away; the content is what was asked for.
      if fchown(descriptor, old.st_uid, old.st_gid) != 0 { _ = fchown(descriptor, ~0, old.st_gid) }
    }
    guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw failure("made", name) }
  }

  /// Refuses to replace a regular file, for commands that write several.
  ///
  /// - Throws: `Diagnostic` if the file exists and may not be replaced.
  package static func requireAbsent(
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
  package static func writeToStandardOutput(_ text: String) throws(Diagnostic) {
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
}
