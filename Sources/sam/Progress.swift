internal import Glibc

/// Says on standard error what takes longer than a second, where a person looks on.
enum Progress {
  // The handler of a signal sees only globals; they change while no timer runs.
  private nonisolated(unsafe) static var message: UnsafeMutableBufferPointer<UInt8> = .allocate(
    capacity: 0)
  private nonisolated(unsafe) static var isShown = false

  /// Does something and, while it lasts, shows what it is; quiet where standard error is no terminal.
  static func during<Result, Failure: Error>(
    _ what: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isatty(2) == 1 else { return try body() }
    message.deallocate()
    let text = Array("sam: \(what) ".utf8)
    message = .allocate(capacity: text.count)
    _ = message.initialize(from: text)
    isShown = false
    signal(SIGALRM) { _ in Progress.tick() }
    alarm(1)
    defer {
      alarm(0)
      signal(SIGALRM, SIG_DFL)
      let erase: StaticString = "\r\u{1B}[2K"
      if isShown { write(2, erase.utf8Start, erase.utf8CodeUnitCount) }
    }
    return try body()
  }

  /// Shows the message once, then a dot for every second; calls nothing but `write` and `alarm`.
  private static func tick() {
    let dot: StaticString = "."
    if !isShown { write(2, message.baseAddress, message.count) }
    isShown = true
    write(2, dot.utf8Start, 1)
    alarm(1)
  }
}
