import Foundation
import Testing

/// A program that is told to stop leaves at once, with the usual status and no part of a file.
struct InterruptTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// Commands that write a file, large enough to be met while it is written.
  private static let writing = [
    ["convert", "rwanda-2024", "--output", "a.csv", "--layout", "square"],
    ["convert", "rwanda-2024", "--output", "a.xlsx"],
    ["multipliers", "rwanda-2024", "--matrix", "--output", "a.html"],
    ["compare", "--output", "a.json"],
    ["uncertainty", "--draws", "200", "--output", "a.csv"],
    ["brief", "--output", "a.html"],
    ["build", "rwanda-2024", "--output", "a.csv"],
  ]

  @Test(arguments: writing, [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends a writing command with its status and no part is left`(
    arguments: [String], number: Int32
  ) throws {
    // Met early, late, and after the end: whatever it is doing, the rule holds.
    for delay in [0.02, 0.1, 0.25] {
      let running = try place.start("sam", arguments)
      Thread.sleep(forTimeInterval: delay)
      kill(running.process.processIdentifier, number)
      let run = running.outcome()
      // Before its handler stands, the signal itself ends the program.
      let ended =
        running.process.terminationReason == .uncaughtSignal
        ? running.process.terminationStatus == number : [0, 128 + number].contains(run.status)
      #expect(ended, "\(arguments) \(run.status) \(run.errors)")
      let files = try place.files
      #expect(files.allSatisfy { !$0.hasSuffix(".part") }, "\(files)")
      for name in files {
        try FileManager.default.removeItem(at: place.folder.appending(path: name))
      }
    }
  }

  @Test func `the program may run on every processor that it was given`() throws {
    let running = try place.start("sam", ["uncertainty", "--draws", "1000000"])
    defer { kill(running.process.processIdentifier, SIGKILL) }
    Thread.sleep(forTimeInterval: 0.5)
    func allowed(_ process: String) throws -> Substring? {
      try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        .split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }
    }
    #expect(try allowed("\(running.process.processIdentifier)") == allowed("self"))
  }

  @Test func `a replaced file keeps its mode`() throws {
    try place.write("mine", "mine.csv")
    let path = place.folder.appending(path: "mine.csv").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let run = try place.sam("compare", "--output", "mine.csv", "--force")
    #expect(run.status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  private func limited(_ kilobytes: Int, _ command: String) throws -> Outcome {
    try place.run(
      "/bin/sh",
      ["-c", "ulimit -v \(kilobytes); exec '\(Workplace.program("sam").path)' \(command)"])
  }

  // The address space left is too small for the stacks of a pool, in which they used to hang.
  @Test(arguments: ["check --format csv", "compare --bands 3 --format csv"])
  func `no pool of threads is ever made`(_ command: String) throws {
    let run = try limited(300_000, command)
    #expect(run.status == 0 && run.csv.count > 20, "\(run.errors)")
  }

  @Test func `too little memory for OpenBLAS is said at once`() throws {
    let run = try limited(180_000, "list")
    #expect(run.status == 1 && run.errors.contains("128 MiB"), "\(run.errors)")
  }

  @Test func `a minus is standard input`() throws {
    let matrix = try place.sam("convert", "rwanda-2024", "--output", "a.csv")
    #expect(matrix.status == 0)
    let run = try place.run(
      "/bin/sh",
      ["-c", "'\(Workplace.program("sam").path)' check - --format csv < a.csv"])
    #expect(run.status == 0 && run.csv.count > 100, "\(run.errors)")
  }

  @Test func `a sparse file is refused before memory is taken for it`() throws {
    let path = place.folder.appending(path: "sparse.csv").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    #expect(truncate(path, 1 << 40) == 0)
    let run = try place.sam("check", "sparse.csv")
    #expect(run.status == 1 && run.errors.contains("2 GiB"))
  }
}
