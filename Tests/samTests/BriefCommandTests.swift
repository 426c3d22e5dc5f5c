import Foundation
import Testing

/// `sam brief`, run as a program.
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

  @Test(arguments: ["html", "md", "tex"])
  func `another currency, unit and accounts, with bands: no word of Rwanda in any file`(
    ending: String
  ) throws {
    let matrix = Sample.nexus.replacing("hhd-r1", with: "poor").replacing("ceduc", with: "lessons")
    try place.write(matrix, "other.csv")
    try place.write(
      Sample.programme.replacing("hhd-r1", with: "poor").replacing("ceduc", with: "lessons")
        + "school,School,other-public-spending,lessons,1,purchase,assumed\n", "other-own.csv")
    let kinds = [
      "amaiz,activity,agriculture", "aeduc,activity,services", "cmaiz,commodity,",
      "lessons,commodity,", "flab-n,labour,", "fcap,capital,", "poor,household,",
      "hhd-u5,household,", "gov,government,", "dtax,direct-tax,", "stax,product-tax,",
      "s-i,savings,", "row,rest-of-world,",
    ].map { line in
      let parts = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(parts[0]),,\(parts[1]),\(parts[2])\n"
    }
    try place.write("code,name,kind,group\n" + kinds.joined(), "kinds.csv")
    let run = try place.sam(
      "brief", "other.csv", "--accounts", "kinds.csv", "--programmes", "other-own.csv", "--unit",
      "Shilling (Sh) million", "--bands", "10", "--output", "b.\(ending)", "--charts", "c")
    #expect(run.status == 0, "\(run.errors)")
    let charts = try FileManager.default.contentsOfDirectory(
      atPath: place.folder.appending(path: "c").path)
    #expect(charts.count > 15)
    for name in charts.map({ "c/\($0)" }) + ["b.\(ending)"] {
      let text = try #require(place.text(name))
      for word in ["Rwanda", "RWF", "franc", "VUP", "RSSB", "NISR"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
    // LaTeX may break a long name of a file anywhere.
    let brief = try #require(place.text("b.\(ending)")).replacing("\\allowbreak{}", with: "")
    #expect(brief.contains("one Shilling of social protection"))
    #expect(brief.contains("10 draws") && brief.contains("SAM/uncertainty/grades.csv"))
  }

  @Test func `bands of simple averages are drawn, and an order is claimed only beside zero`() throws
  {
    let run = try place.sam(own.dropLast(2) + ["--bands", "20", "--format", "markdown"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Averages are simple ones"))
    #expect(run.output.contains("or where the band of their difference holds zero"))
    let header = try #require(
      run.output.split(separator: "\n").first {
        $0.hasPrefix("| Condition | Social protection |") && $0.contains("5th percentile")
      })
    let lines = run.output.split(separator: "\n").drop { $0 != header }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    #expect(lines.count > 3)
    for line in lines {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let (low, high) = (try #require(Double(cells[4])), try #require(Double(cells[5])))
      #expect(low < high)
      guard low * high < 0 else { continue }
      let verdict = run.output.split(separator: "\n").first {
        $0.hasPrefix("| \(cells[0]) |") && $0.contains("told apart")
      }
      #expect(verdict != nil, "\(line)")
    }
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
    #expect(run.output.contains("| Agriculture meets 30% of demand |"))
    #expect(!run.output.contains("Supply agriculture=0.3"))
  }

  @Test(arguments: [
    ["brief", "--output", "b.csv"],
    ["brief", "--scenario", "agriculture=2"],
    ["brief", "--scenario", ""], ["brief", "--format", "xlsx"],
    ["brief", "--output", "b.xlsx", "--format", "html"],
    ["brief", "--output", "b.html", "--format", "latex"], ["brief", "--bands", "-1"],
  ])
  func `wrong usage exits with 64`(arguments: [String]) throws {
    let run = try place.sam(arguments)
    #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
  }

  @Test func `a scenario is answered in a section, and its response shares are conditions`() throws
  {
    let run = try place.sam(
      "brief", "rwanda-2022", "--bands", "0", "--scenario", "financing", "--format", "markdown")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("## One per cent of GDP more for direct support"))
    let alone = try place.sam("run", "financing", "rwanda-2022", "--format", "markdown")
    let rows = alone.output.split(separator: "\n").filter { $0.hasPrefix("| VUP direct support") }
    #expect(rows.count > 4)
    for row in rows { #expect(run.output.contains(row), "\(row)") }
    #expect(run.output.contains("sam brief rwanda-2022 --bands 0 --scenario financing"))

    try place.write(
      "setting,value\ntitle,Slow farms\nkind,per-franc\nresponse,agriculture=0.3\n", "mine.csv")
    let own = try place.sam(self.own + ["--scenario", "mine.csv", "--format", "markdown"])
    #expect(own.status == 0, "\(own.errors)")
    #expect(own.output.contains("## Slow farms"))
    #expect(own.output.contains("| Agriculture meets 30% of demand |"))
    #expect(own.output.contains("| mine.csv |"))
  }

  @Test func `an unknown scenario is refused with the nearest, and nothing is written`() throws {
    let run = try place.sam(
      "brief", "--scenario", "finacing", "--output", "b.html", "--charts", "c")
    #expect(run.status == 1 && run.errors.contains("financing"), "\(run.errors)")
    #expect(Set(try place.files).isDisjoint(with: ["b.html", "c"]))
  }

  @Test func `a folder that is not there leaves nothing behind`() throws {
    let run = try place.sam(own + ["--output", "none/b.html", "--charts", "c"])
    #expect(run.status == 1, "\(run.errors)")
    #expect(!(try place.files.contains("c")))
  }

  @Test func `a workbook holds the words, the tables and the numbers of the charts`() throws {
    let run = try place.sam(own + ["--output", "b.xlsx"])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    let book = try Data(contentsOf: place.folder.appending(path: "b.xlsx"))
    #expect(book.starts(with: Data("PK".utf8)))
    #expect(try place.sam(own + ["--output", "c.xlsx"]).status == 0)
    #expect(try Data(contentsOf: place.folder.appending(path: "c.xlsx")) == book)
  }
}
