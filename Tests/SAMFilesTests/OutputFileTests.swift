import CInterrupts
import Foundation
import SocialAccounting
import Testing

/// Files appear whole or not at all.
final class OutputFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("sam files é \(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func `a new file holds the text and nothing is left beside it`() throws {
    try OutputFile.write("one\n", to: path("new.csv"), replacing: false)
    #expect(try String(contentsOfFile: path("new.csv"), encoding: .utf8) == "one\n")
    #expect(try names == ["new.csv"])
  }

  @Test func `an existing file is replaced only on demand`() throws {
    try OutputFile.write("one\n", to: path("old.csv"), replacing: false)
    let message = complaint { try OutputFile.write("two\n", to: path("old.csv"), replacing: false) }
    #expect(message.mentions(path("old.csv"), "exists", "`replacing: true`"))
    #expect(try String(contentsOfFile: path("old.csv"), encoding: .utf8) == "one\n")
    try OutputFile.write("two\n", to: path("old.csv"), replacing: true)
    #expect(try String(contentsOfFile: path("old.csv"), encoding: .utf8) == "two\n")
    #expect(try names == ["old.csv"])
  }

  @Test func `a directory, a missing folder and a full disk are named`() throws {
    #expect(
      complaint { try OutputFile.write("x", to: folder.path, replacing: true) }
        .mentions(folder.path, "directory"))
    #expect(
      complaint { try OutputFile.write("x", to: path("no/such.csv"), replacing: false) }
        .mentions(path("no/such.csv"), "No such file or directory"))
    #expect(
      complaint { try OutputFile.write("x", to: "/dev/full", replacing: false) }
        .mentions("/dev/full", "No space left"))
    #expect(try names.isEmpty)
  }

  @Test func `a link stays a link to the file that is written`() throws {
    try OutputFile.write("one\n", to: path("target.csv"), replacing: false)
    try FileManager.default.createSymbolicLink(
      atPath: path("link.csv"), withDestinationPath: "target.csv")
    try OutputFile.write("two\n", to: path("link.csv"), replacing: true)
    #expect(try String(contentsOfFile: path("target.csv"), encoding: .utf8) == "two\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path("link.csv")) == "target.csv")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `an interrupt removes the part of a file, with two threads at work`(signal: Int32)
    async
    throws
  {
    let part = path("half.csv.part")
    await #expect(processExitsWith: .exitCode(128 + signal)) {
      [part = part as String, signal = signal as Int32] in
      interrupts_remove_temporary_files()
      #expect(interrupts_register(part) >= 0)
      #expect(FileManager.default.createFile(atPath: part, contents: Data("half".utf8)))
      Thread.detachNewThread { while true { Thread.sleep(forTimeInterval: 0.001) } }
      kill(getpid(), signal)
      while true { pause() }
    }
    #expect(try names == [])
  }

  @Test func `an interrupt leaves the name of a finished file alone`() async throws {
    let whole = path("whole.csv")
    await #expect(processExitsWith: .exitCode(128 + SIGTERM)) { [whole = whole as String] in
      interrupts_remove_temporary_files()
      try OutputFile.write("one\n", to: whole, replacing: false)
      kill(getpid(), SIGTERM)
      while true { pause() }
    }
    #expect(try names == ["whole.csv"])
  }

  @Test func `a replaced file keeps its mode`() throws {
    try OutputFile.write("one\n", to: path("mode.csv"), replacing: false)
    #expect(chmod(path("mode.csv"), 0o640) == 0)
    try OutputFile.write("two\n", to: path("mode.csv"), replacing: true)
    let attributes = try FileManager.default.attributesOfItem(atPath: path("mode.csv"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a large text arrives whole`() throws {
    let text = String(repeating: "0123456789,é\n", count: 200_000)
    try OutputFile.write(text, to: path("large.csv"), replacing: false)
    #expect(try String(contentsOfFile: path("large.csv"), encoding: .utf8) == text)
  }
}

/// Files come in whole, or are refused by name.
struct SourceFileTests {
  @Test func `what cannot be read is named with the reason`() throws {
    let folder = FileManager.default.temporaryDirectory
    let empty = folder.appendingPathComponent("empty-\(UUID().uuidString).csv").path
    #expect(FileManager.default.createFile(atPath: empty, contents: Data()))
    defer { try? FileManager.default.removeItem(atPath: empty) }
    #expect(complaint { _ = try SourceFile(path: empty) }.mentions(empty, "empty"))
    #expect(
      complaint { _ = try SourceFile(path: folder.path) }.mentions(folder.path, "directory"))
    #expect(
      complaint { _ = try SourceFile(path: empty + "x") }.mentions(empty + "x", "no such file"))
    #expect(
      complaint { _ = try SourceFile(path: empty + "/x") }.mentions(empty + "/x", "Not a directory")
    )
  }
}
