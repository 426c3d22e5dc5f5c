import Foundation
import RwandaSAM
import SocialAccounting
import Testing

@testable import Reporting
@testable import Workbooks

/// The brief as a workbook: the same numbers as in HTML, Markdown and LaTeX, and its words.
struct BriefWorkbookTests {
  private let document: Document
  private let book: [UInt8]

  init() throws {
    let sam = try Country.rwanda.sam()
    let model = try MultiplierModel(sam)
    var brief = try Brief(try Comparison(of: try Country.rwanda.programmes(for: sam), in: model))
    try brief.count(try Country.rwanda.employment(for: sam))
    try brief.pay(by: Financing.standard, rule: try Country.rwanda.contributionRule())
    brief.publishedFigures = try Country.rwanda.publishedEvidence()
    document = try brief.document()
    book = document.report.workbook(version: "1")
  }

  @Test func `every number of every table is the same, digit by digit, as in the other formats`()
    throws
  {
    let parts = try WorkbookParts(try ZipArchive(SourceFile(name: "b.xlsx", bytes: book)))
    let names = parts.sheets.map(\.name)
    #expect(names.first == "text" && names.last == "Notes")
    #expect(names.count == 2 + document.tables.count + document.charts.count)
    var compared = 0
    for (position, table) in document.tables.enumerated() {
      let sheet = try cells(of: names[position + 1], in: book)
      let html = shownNumbers(of: table, in: document.html)
      var ours: [String] = []
      // Rows of a sheet stand in sections, sums last; those of a document have sums first.
      var row = 3
      for section in table.sections {
        if !section.title.isEmpty { row += 1 }
        func read(_ count: Int) -> [String] {
          let read = (row..<row + count).flatMap { line in
            table.columns.indices.compactMap { column -> String? in
              guard
                table.columns[column].importance != .dataOnly,
                let text = sheet[cellName(column: column, row: line)], let value = Double(text)
              else { return nil }
              return table.isNumeric(column) ? value.fixed(table.columns[column].decimals) : nil
            }
          }
          row += count
          return read
        }
        let rows = read(section.rows.count)
        ours += read(section.summaries.count) + rows
      }
      #expect(ours == html, "\(table.name)")
      compared += ours.count
    }
    #expect(compared > 600)
  }

  /// The numbers of a table as the page shows them, found by its caption.
  private func shownNumbers(of table: Table, in html: String) -> [String] {
    guard let caption = html.range(of: ". \(table.title.htmlEscaped)</span></caption>") else {
      return ["no table \(table.name)"]
    }
    let body = html[caption.upperBound...].prefix(upTo: "</table>")
    return body.matches(of: /<td class="number">([^<]*)<\/td>/).map { String($0.1) }
      .filter { !$0.isEmpty }
  }

  @Test func `the words of the brief stand on the first sheet, section by section`() throws {
    let words = Set(try cells(of: "text", in: book).values)
    for section in document.sections {
      #expect(words.contains(section.title))
      for block in section.blocks {
        switch block {
        case .paragraph(let text), .lead(let text): #expect(words.contains(text))
        case .list(let items): #expect(words.isSuperset(of: items))
        default: break
        }
      }
    }
  }
}

extension Substring {
  /// The text up to a mark.
  fileprivate func prefix(upTo mark: String) -> Substring {
    range(of: mark).map { self[..<$0.lowerBound] } ?? self
  }
}
