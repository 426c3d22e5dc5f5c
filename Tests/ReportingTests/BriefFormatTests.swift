import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting

/// The brief as a file: sound HTML, equal numbers in all formats, equal bytes.
struct BriefFormatTests {
  private let document: Document

  init() throws {
    let sam = try Country.rwanda.sam()
    let model = try MultiplierModel(sam)
    var brief = try Brief(try Comparison(of: try Country.rwanda.programmes(for: sam), in: model))
    try brief.count(try Country.rwanda.employment(for: sam))
    try brief.pay(by: Financing.standard, rule: try Country.rwanda.contributionRule())
    brief.bands = brief.comparison.rows.map { row in
      let gdp = row.effect.gdpFactorCost
      return ProgrammeBand(programme: row.programme.id, low: gdp - 0.1, high: gdp + 0.1)
    }
    brief.answers = [
      Brief.Answer(
        id: "test", title: "A test",
        tables: [
          Table(
            name: "answer", title: "Numbers", columns: [Table.Column("a"), Table.Column("b")],
            rows: [[.text("x"), .number(1 / 3)]])
        ])
    ]
    brief.command = "sam brief"
    brief.files = [Brief.File(name: "a.csv", checksum: Checksum.sha256([]))]
    document = try brief.document()
  }

  private func matches(_ pattern: String, in text: String) throws -> [String] {
    try text.matches(of: Regex(pattern)).map { String($0.output[1].substring ?? "") }
  }

  @Test func `nothing is loaded and no link leads outside`() {
    for part in ["src=", "href=\"http", "url(", "@import", "<script", "<link"] {
      #expect(!document.html.contains(part), "\(part)")
    }
  }

  @Test func `headings stand in order, and every link has its target`() throws {
    let html = document.html
    let levels = try matches("<h([1-6])", in: html).compactMap { Int($0) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    let ids = try matches(" id=\"([^\"]+)\"", in: html)
    #expect(Set(ids).count == ids.count)
    let targets = try matches("href=\"#([^\"]+)\"", in: html)
    #expect(targets.count > 10 && Set(targets).isSubset(of: ids))
  }

  @Test func `every header cell has its scope, every table its caption and a way to scroll`() throws
  {
    let html = document.html
    #expect(try matches("<th(?=[ >])(?! scope=)([^>]*)>", in: html).isEmpty)
    let tables = try matches("<(table)>", in: html).count
    #expect(tables == document.tables.count + document.charts.count)
    #expect(try matches("<(caption)>", in: html).count == tables)
    #expect(try matches("role=\"(region)\" tabindex=\"0\"", in: html).count == tables)
  }

  @Test func `every picture has a name and a description that holds numbers`() {
    #expect(document.charts.count == 8)
    for chart in document.charts {
      #expect(chart.svg.contains("role=\"img\" aria-label=\"\(chart.title.htmlEscaped)"))
      #expect(chart.svg.contains("<title>") && chart.svg.contains("<desc>"))
      #expect(chart.alternative.count > 60 && chart.alternative.contains { $0.isNumber })
    }
  }

  @Test func `every number of every table is the same in HTML, Markdown and LaTeX`() throws {
    let expected = document.tables.flatMap { table in
      table.sections.flatMap { section in
        (section.summaries + section.rows.map { table.rows[$0] }).flatMap { row in
          zip(row, table.columns).map { table.display($0, in: $1) }
        }
      }
    }.filter { Double($0) != nil }
    #expect(expected.count > 700)
    let body = document.html.replacing(
      try Regex("<details>[\\s\\S]*?</details>"), with: "")
    #expect(
      try matches("<t[dh][^>]*>([^<]*)</t[dh]>", in: body).filter { Double($0) != nil } == expected)
    func cells(_ text: String, _ mark: String, _ isRow: (Substring) -> Bool) -> [String] {
      text.split(separator: "\n").filter(isRow).flatMap { line in
        line.split(separator: mark).map { $0.trimmingPrefix { $0 == " " } }.map {
          String($0.reversed().drop { " \\".contains($0) }.reversed())
        }
      }.filter { Double($0) != nil }
    }
    #expect(cells(document.markdown(charts: "c"), "|") { $0.hasPrefix("|") } == expected)
    #expect(cells(document.latex, "&") { $0.hasSuffix("\\\\") } == expected)
  }

  @Test func `without pictures Markdown has the numbers of every chart, and no key to a picture`() {
    let (bare, pictures) = (document.markdown(), document.markdown(charts: "c"))
    for (position, chart) in document.charts.enumerated() {
      var numbers = chart.data
      numbers.title = "Figure \(position + 1), its numbers. " + numbers.title
      #expect(bare.contains(numbers.markdown) && !pictures.contains(numbers.markdown))
      #expect(pictures.contains("](c/\(chart.name).svg)"))
    }
    let legends = [
      "The thin line below a solid bar", "Each mark is the difference", "Left the payers",
    ]
    for legend in legends {
      #expect(!bare.contains(legend) && pictures.contains(legend), "\(legend)")
      #expect(document.html.contains(legend) && document.latex.contains(legend), "\(legend)")
    }
    #expect(bare.contains("| 5th percentile | 95th percentile |"))
  }

  @Test func `a specification asks for columns that the data has, the ranking for all of them`()
    throws
  {
    for chart in document.charts where !chart.vegaLite.contains("transform") {
      let columns = Set(chart.data.columns.map(\.id))
      let fields = Set(try matches("\"field\": ?\"([^\"]+)\"", in: chart.vegaLite))
      #expect(!fields.isEmpty && fields.isSubset(of: columns), "\(chart.name): \(fields)")
      if chart.name == "ranking" { #expect(fields == columns) }
    }
  }

  @Test func `columns of LaTeX hold their longest word, and lie on their side where they must`() {
    let narrow = LaTeXColumns(
      headings: ["Programme", "GDP"], rows: [["School feeding", "1.20"], ["Cash", "0.80"]])
    #expect(!narrow.isSideways)
    #expect(narrow.centimetres[0] > 0.15 * 9 && narrow.centimetres[1] > 0.15 * 4)
    #expect(narrow.centimetres.reduce(0, +) <= 17)
    let heading = "agriculture fixed"
    let wide = LaTeXColumns(
      headings: Array(repeating: heading, count: 12),
      rows: [Array(repeating: "a whole sentence of words", count: 12)])
    #expect(wide.isSideways && wide.centimetres.allSatisfy { $0 >= 0.15 * 11 })
    #expect(wide.centimetres.reduce(0, +) <= 25.7)
    for table in document.tables where table.name == "comparison" {
      #expect(document.latex.contains("\\begin{landscape}"), "\(table.columns.count)")
    }
  }

  @Test func `the same input gives the same bytes`() throws {
    let again = try BriefFormatTests().document
    #expect(again.html == document.html && again.latex == document.latex)
    #expect(again.markdown() == document.markdown())
  }

  @Test func `the numbers written in a chart are those of its data`() throws {
    for chart in document.charts where ["ranking", "rounds"].contains(chart.name) {
      let written = try matches(">(-?[0-9]+\\.[0-9]{2})</text>", in: chart.svg)
      let data = chart.data.rows.flatMap { row in
        zip(row, chart.data.columns).compactMap { cell, column in
          if case .number = cell, column.id.hasPrefix("gdp") {
            chart.data.display(cell, in: column)
          } else {
            nil
          }
        }
      }
      #expect(written.count > 10 && written.sorted() == data.sorted())
    }
  }

  @Test func `a bar is as long as its value`() throws {
    let chart = try #require(document.charts.first { $0.name == "rounds" })
    let bars = try matches("<rect x=\"74\" y=\"[^\"]+\" width=\"([^\"]+)\"", in: chart.svg)
      .compactMap { Double($0) }
    let values = chart.data.rows.compactMap { row -> Double? in
      if case .number(let value) = row[2] { value } else { nil }
    }
    #expect(bars.count == values.count && bars.count > 10)
    let factor = (bars.max() ?? 0) / (values.max() ?? 1)
    for (bar, value) in zip(bars, values) { #expect(abs(bar - value * factor) <= 0.01) }
  }

  @Test func `words and marks contrast enough with what they stand on`() {
    for colour in [Colour.ink, .faint, .protection] {
      #expect(colour.contrast(with: .white) >= 4.5, "\(colour.hex)")
    }
    for colour in [Colour.protection, .others, .neutral] {
      #expect(colour.contrast(with: .white) >= 3, "\(colour.hex)")
    }
    // The two families differ in grey too.
    #expect(Colour.protection.contrast(with: .others) >= 2)
    for colour in Colour.steps + (0...5).map({ Colour.shade(Double($0) / 5) }) {
      #expect(colour.contrast(with: colour.legible) >= 4.5, "\(colour.hex)")
    }
    let greys = Colour.steps.map(\.luminance)
    #expect(greys == greys.sorted())
    let ground = Colour(hex: "#f0f3f7")
    for hex in ["#1a1a1a", "#3d3d3d", "#595959", "#1b4f8a"] {
      #expect(Document.style.contains(hex))
      #expect(Colour(hex: hex).contrast(with: ground) >= 4.5, "\(hex)")
    }
  }
}
