import Foundation
import Testing

/// The brief in a browser: no errors, nothing cut or overlapping on a phone, a laptop and paper.
struct BriefBrowserTests {
  private let place: Workplace

  /// A brief of one's own, with the answer of a scenario whose tables are wide and long.
  init() throws {
    place = try Workplace()
    try place.write(Sample.nexus, "nexus.csv")
    try place.write(
      Sample.programme
        + "lessons,Lessons,other-public-spending,ceduc,1,purchase,assumed\n"
        + "meals,Meals,other-public-spending,cmaiz,1,purchase,assumed\n", "own.csv")
    try place.write(
      "setting,value\ntitle,How far supply matters\nkind,per-franc\nresponse,free\n", "wide.csv")
    let run = try place.sam(
      "brief", "nexus.csv", "--programmes", "own.csv", "--unit", "KES billion", "--bands", "20",
      "--scenario", "wide.csv", "--output", "own.html")
    try #require(run.status == 0, "\(run.errors)")
    // The published brief, which CI proves to be what the program makes.
    let published = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/brief.html")
    try FileManager.default.copyItem(
      at: published, to: place.folder.appending(path: "published.html"))
  }

  private static func program(_ names: String...) -> String? {
    names.map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
  private static let browser = program("chromium", "chromium-browser", "google-chrome")
  private static let reader = program("pdftotext")

  @Test(
    .enabled(if: browser != nil, "no Chromium here: the brief is not looked at in a browser"),
    arguments: ["own.html", "published.html"])
  func `on a phone and a laptop nothing is cut, nothing overlaps, and there is no error`(
    page: String
  ) throws {
    // The page itself has no script; this one measures it in frames as wide as the two screens.
    // A box of text is higher than its letters, so a quarter of it may touch another.
    try place.write(
      """
      <iframe src="\(page)" style="width:390px;height:800px"></iframe>
      <iframe src="\(page)" style="width:1366px;height:800px"></iframe><script>
      onload = () => { document.title = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument, root = page.documentElement;
        let cut = 0, over = 0, texts = 0;
        for (const picture of page.querySelectorAll('svg')) {
          const edge = picture.getBoundingClientRect();
          const boxes = [...picture.querySelectorAll('text')].map(t => t.getBoundingClientRect());
          texts += boxes.length;
          for (const [i, a] of boxes.entries()) {
            if (a.left < edge.left - 1 || a.right > edge.right + 1 || a.bottom > edge.bottom + 1)
              cut++;
            for (const b of boxes.slice(i + 1))
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 4) over++;
          }
        }
        for (const region of page.querySelectorAll('.table'))
          if (region.getBoundingClientRect().right > root.clientWidth + 1) cut++;
        return [root.scrollWidth - root.clientWidth, cut, over, texts > 50].join(' ');
      }).join(', '); }</script>
      """, "frames.html")
    let seen = try browse(["--dump-dom"], "frames.html")
    let title = try #require(seen.output.firstMatch(of: /<title>([^<]*)<\/title>/)).1
    // Wider than the screen by, cut, overlapping, and whether there was anything to measure.
    #expect(title == "0 0 0 true, 0 0 0 true")
    #expect(!seen.errors.contains("CONSOLE"), "\(seen.errors)")
  }

  @Test(
    .enabled(
      if: browser != nil && reader != nil,
      "no Chromium or no pdftotext here: the printed brief is not looked at"),
    arguments: ["own.html", "published.html"])
  func `on A4 no row of a table is cut, headers repeat, and every word is inside the page`(
    page: String
  ) throws {
    let html = try #require(place.text(page))
    #expect(try faults(of: html, printed: try print(page)) == [])
    // The check itself must see what happens without the rules for paper.
    let rules = "thead { display: table-header-group; }"
    #expect(html.contains(rules) && html.contains("figure, .table, tr, pre"))
    let careless = html.replacing(rules, with: "thead { display: table-row-group; }")
      .replacing("figure, .table, tr, pre", with: "pre")
      .replacing(
        "table { font-size: 7pt;", with: "td { font-size: 60pt; }\ntable { font-size: 7pt;")
    try place.write(careless, "careless.html")
    #expect(!(try faults(of: careless, printed: try print("careless.html"))).isEmpty)
  }

  /// The pages of a printed file, each with its text without blanks; and how far words go right.
  private func print(_ page: String) throws -> (pages: [String], right: Double, width: Double) {
    let pdf = place.folder.appending(path: "\(page).pdf").path
    _ = try browse(["--no-pdf-header-footer", "--print-to-pdf=\(pdf)"], page)
    let text = try run(try #require(Self.reader), ["-raw", pdf, "-"]).output
    let boxes = try run(try #require(Self.reader), ["-bbox", pdf, "-"]).output
    let right = boxes.matches(of: /xMax="([0-9.]+)"/).compactMap { Double($0.1) }.max()
    let width = boxes.firstMatch(of: /<page width="([0-9.]+)"/).flatMap { Double($0.1) }
    return (
      text.split(separator: "\u{C}").map { String($0.filter { !$0.isWhitespace }) },
      try #require(right), try #require(width)
    )
  }

  /// Rows that do not stand whole on a page, tables without their header on one, words outside.
  private func faults(
    of html: String, printed: (pages: [String], right: Double, width: Double)
  ) throws -> [String] {
    var faults: [String] = []
    if printed.right > printed.width { faults.append("a word is outside the page") }
    func text(_ part: Substring) -> String {
      part.replacing(/<[^>]+>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&").filter { !$0.isWhitespace }
    }
    // Numbers of charts are not printed.
    let shown = html.replacing(/<details>[\s\S]*?<\/details>/, with: "")
    var page = 0
    var rows = 0
    for table in shown.matches(of: /<thead>([\s\S]*?)<\/thead>([\s\S]*?)<\/table>/) {
      let header = text(table.1)
      for row in table.2.matches(of: /<tr[^>]*>(.*?<td.*?)<\/tr>/) {
        rows += 1
        let wanted = text(row.1)
        guard
          let found = printed.pages[page...].firstIndex(where: { $0.contains(wanted) })
        else {
          faults.append("cut: \(wanted)")
          continue
        }
        page = found
        if !printed.pages[found].contains(header) {
          faults.append("no header on page \(found + 1): \(header)")
        }
      }
    }
    if rows < 20 { faults.append("only \(rows) rows were looked at") }
    return faults
  }

  private func browse(
    _ options: [String], _ file: String
  ) throws -> (output: String, errors: String) {
    try run(
      try #require(Self.browser),
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
        "--enable-logging=stderr", "--user-data-dir=\(place.folder.path)/profile",
      ] + options + [place.folder.appending(path: file).absoluteString])
  }

  private func run(
    _ program: String, _ arguments: [String]
  ) throws -> (output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
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
