import Foundation
import Testing

/// `sam brief`, run as a program, and looked at in a browser where there is one.
struct BriefCommandTests {
  private let place: Workplace
  private let own = [
    "brief", "nexus.csv", "--programmes", "own.csv", "--unit", "KES billion", "--bands", "0",
  ]

  init() throws {
    place = try Workplace()
    try place.write(Sample.nexus, "nexus.csv")
    try place.write(
      Sample.programme
        + "lessons,Lessons,other-public-spending,ceduc,1,purchase,assumed\n", "own.csv")
  }

  @Test func `a brief on a matrix of one's own, with no word of Rwanda`() throws {
    let run = try place.sam(own + ["--title", "Nowhere"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(run.output.contains("Nowhere") && run.output.contains("KES"))
    #expect(!run.output.contains("Rwanda") && !run.output.contains("RWF"))
    #expect(run.output.contains("own.csv") && run.output.contains("--unit 'KES billion'"))
    #expect(try place.sam(own + ["--title", "Nowhere"]).output == run.output)
  }

  @Test func `charts are written as picture, data and specification`() throws {
    let run = try place.sam(own + ["--output", "b.md", "--charts", "c"])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.folder.appending(path: "c").path
    ).sorted()
    #expect(files.contains("ranking.svg") && files.count % 3 == 0 && files.count >= 15)
    for name in files.filter({ $0.hasSuffix(".svg") }) {
      let stem = name.dropLast(4)
      #expect(files.contains("\(stem).csv") && files.contains("\(stem).vl.json"))
      let svg = try #require(place.text("c/\(name)"))
      #expect(throws: Never.self) { try XMLDocumentCheck.parse(svg) }
      let specification = try #require(place.text("c/\(stem).vl.json"))
      _ = try JSONSerialization.jsonObject(with: Data(specification.utf8))
    }
    let text = try #require(place.text("b.md"))
    #expect(text.contains("](c/ranking.svg)"))
  }

  @Test func `existing files are refused before any is written`() throws {
    try place.write("mine", "b.html")
    let run = try place.sam(own + ["--output", "b.html", "--charts", "new"])
    #expect(run.status == 1 && run.errors.contains("--force"))
    #expect(place.text("b.html") == "mine")
    #expect(!(try place.files.contains("new")))
  }

  @Test func `further conditions are told in the finding`() throws {
    let run = try place.sam(own + ["--scenario", "agriculture=0.3", "--format", "markdown"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Supply agriculture=0.3"))
  }

  @Test(arguments: [
    ["brief", "nexus.csv"], ["brief", "--output", "b.csv"],
    ["brief", "--scenario", "agriculture=2"],
    ["brief", "--output", "b.html", "--format", "latex"], ["brief", "--bands", "-1"],
  ])
  func `wrong usage exits with 64`(arguments: [String]) throws {
    let run = try place.sam(arguments)
    #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
  }

  /// Chromium or Chrome, where the machine has one.
  private static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
    .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: browser != nil, "no Chromium here: the brief is not looked at in a browser"))
  func `a browser shows the brief without errors, narrow and on paper`() throws {
    _ = try place.sam(own + ["--output", "b.html"])
    // The page itself has no script; this one measures it in a frame as wide as a telephone.
    try place.write(
      """
      <iframe id="f" src="b.html" style="width:360px;height:700px"></iframe><script>
      onload = () => { const page = document.getElementById('f').contentDocument.documentElement;
      document.title = page.scrollWidth + ' of ' + page.clientWidth; }</script>
      """, "narrow.html")
    let page = try browse(["--dump-dom"], "narrow.html")
    let sizes = try #require(page.output.firstMatch(of: /<title>(\d+) of (\d+)<\/title>/))
    #expect(sizes.1 == sizes.2, "the page is wider than the screen")
    #expect(!page.errors.contains("CONSOLE"), "\(page.errors)")
    let pdf = place.folder.appending(path: "b.pdf")
    _ = try browse(["--print-to-pdf=\(pdf.path)"], "b.html")
    #expect(try Data(contentsOf: pdf).starts(with: Data("%PDF".utf8)))
  }

  private func browse(
    _ options: [String], _ file: String
  ) throws -> (output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.browser))
    let page = place.folder.appending(path: file)
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
        "--enable-logging=stderr", "--user-data-dir=\(place.folder.path)/profile",
      ] + options + [page.absoluteString]
    let streams = ["out.txt", "err.txt"].map { place.folder.appending(path: $0) }
    for stream in streams { try Data().write(to: stream) }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    func text(_ url: URL) throws -> String {
      String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    return (try text(streams[0]), try text(streams[1]))
  }
}
