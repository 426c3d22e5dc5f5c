import Foundation

/// A run of the command line as a user makes it.
struct ToolboxRun {
  let status: Int32
  let output: String
  let complaint: String

  /// Runs `sam` with arguments, or another executable of the package.
  init(_ arguments: [String], executable: String = "sam") throws {
    let process = Process()
    process.executableURL = Self.products.appendingPathComponent(executable)
    process.arguments = arguments
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    // What a command complains of is one line, which no pipe is too small for.
    let outData = out.fileHandleForReading.readDataToEndOfFile()
    let errData = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: outData, as: UTF8.self)
    complaint = String(decoding: errData, as: UTF8.self)
  }

  /// The folder of the built products, where the test binary itself lies.
  private static var products: URL {
    let link = "/proc/self/exe"
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? ""
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("sam").path) {
      return folder
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/debug")
  }

  /// The records of CSV output, each by column; no field of these tables holds a comma.
  var records: [[String: String]] {
    let lines = output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(zip(header, line)) { first, _ in first }
    }
  }

  /// The header of CSV output.
  var header: String { output.split(separator: "\n").first.map(String.init) ?? "" }

  /// A number of CSV output, by the first column of its row.
  func value(_ column: String, _ row: String, key: String = "account") -> Double {
    records.first { $0[key] == row }?[column].flatMap(Double.init) ?? .nan
  }
}

/// Files that a test writes and that go with it.
final class ToolboxFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("toolbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Hosoe's matrix as a file, with the options that make it a model without kinds.
  func hosoe() throws -> [String] {
    let path = try write(
      """
      account,BRD,MLK,CAP,LAB,IDT,TRF,HOH,GOV,INV,EXT
      BRD,21,8,,,,,20,19,16,8
      MLK,17,9,,,,,30,14,15,4
      CAP,20,30,,,,,,,,
      LAB,15,25,,,,,,,,
      IDT,5,4,,,,,,,,
      TRF,1,2,,,,,,,,
      HOH,,,50,40,,,,,,
      GOV,,,,,9,3,23,,,
      INV,,,,,,,17,2,,12
      EXT,13,11,,,,,,,,

      """, to: "hosoe.csv")
    return [path, "--exogenous", "IDT,TRF,GOV,INV,EXT", "--format", "csv"]
  }
}
