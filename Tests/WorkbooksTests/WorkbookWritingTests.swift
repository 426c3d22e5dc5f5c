import Foundation
import Reporting
import RwandaSAM
import SAMFiles
import SocialAccounting
import Testing

@testable import Workbooks

struct `Writing a workbook` {
  @Test(arguments: MatrixWorkbook.Layout.allCases)
  func `a matrix comes back with the same numbers to the last bit, unit, year and kinds`(
    layout: MatrixWorkbook.Layout
  ) throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    var scaled = try SocialAccountingMatrix(
      accounts: sam.accounts,
      flows: sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] / 3 } },
      unit: sam.unit, year: sam.year, title: sam.title, source: sam.source)
    scaled.title = "A \"title\" & <marks>, with accents: é"
    let bytes = try MatrixWorkbook.bytes(of: scaled, layout: layout)
    let back = try WorkbookReader.read(SourceFile(name: "x.xlsx", bytes: bytes))
    #expect(back.accounts == scaled.accounts)
    #expect((back.unit, back.year, back.title) == (scaled.unit, scaled.year, scaled.title))
    #expect(back.source == scaled.source)
    for i in sam.accounts.indices {
      for j in sam.accounts.indices {
        #expect(back[i, j].bitPattern == scaled[i, j].bitPattern || scaled[i, j] == 0)
      }
    }
    #expect(try MatrixWorkbook.bytes(of: scaled, layout: layout) == bytes)
  }

  @Test func `headers stay in sight and numbers show their decimals`() throws {
    let report = Report(
      command: "test", facts: [Report.Fact("matrix", "M")],
      tables: [
        Table(
          name: "a/b", title: "T", columns: [Table.Column("x"), Table.Column("y", decimals: 2)],
          rows: [[.text("one"), .number(1.0 / 3)]], notes: ["A note."])
      ])
    let book = report.spreadsheet(version: "1")
    #expect(book.sheets.map(\.name) == ["a-b", "Notes"])
    let xml = book.sheets[0].xml(storingValues: true)
    #expect(xml.contains("ySplit=\"2\" topLeftCell=\"B3\""))
    #expect(xml.contains("<c r=\"B3\" s=\"6\"><v>0.3333333333333333</v></c>"))
    let notes = try cells(of: "Notes", in: book.bytes())
    #expect(notes["B3"] == "M")
    #expect(notes["B6"] == "A note.")
  }

  @Test func `every step of the multiplier workbook carries the value that the model gives`() throws
  {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri"))
    let injection = Injection(10, into: "hhd-r1")
    let bytes = try MultiplierWorkbook.bytes(of: model, injection: injection)
    let effect = try cells(of: "Effect", in: bytes)
    let changes = try model.response(to: injection).changes
    for (i, change) in changes.enumerated() {
      #expect(number(effect["D\(i + 2)"]) == change)
    }
    let parts = try WorkbookParts(try ZipArchive(SourceFile(name: "x", bytes: bytes)))
    #expect(
      parts.sheets.map(\.name) == [
        "SAM", "Coefficients", "Identity", "I - SA", "Inverse", "Shock", "Effect", "Leakage rates",
        "Leakages", "Steps",
      ])
  }

  @Test func `no two sheets differ only in the case of their names`() throws {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri"))
    let injection = Injection(10, into: "hhd-r1")
    var report = try model.shockReport(injection)
    let names = ["shock", "SHOCK", "Sam", "notes", String(repeating: "effect/", count: 9)]
    report.supplements = names.map { name in
      Table(name: name, title: name, columns: [Table.Column("x")], rows: [[.text("one")]])
    }
    let bytes = try MultiplierWorkbook.bytes(of: model, injection: injection, report: report)
    let sheets = try WorkbookParts(try ZipArchive(SourceFile(name: "x", bytes: bytes))).sheets
      .map(\.name)
    #expect(sheets.count == Set(sheets.map { $0.lowercased() }).count, "\(sheets)")
    #expect(sheets.allSatisfy { $0.count <= 31 })
    #expect(sheets.first == "shock table" && sheets.contains("Shock"))
  }

  private func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

  /// Where LibreOffice stands, or `nil`.
  private static let office = ["/usr/bin/soffice", "/usr/bin/localc", "/usr/local/bin/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(if: office != nil, "LibreOffice is not installed: its recalculation is not compared"),
    arguments: [false, true])
  func `LibreOffice computes every formula to the value that the model gives`(
    supplyIsLimited: Bool
  ) throws {
    let supply =
      supplyIsLimited ? try SupplyResponse(["agriculture": 0.5, "amine": 0]) : SupplyResponse.free
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri"), supply: supply)
    let injection = Injection([("hhd-r1", 10), ("ccons", 5)])
    // The table 'shock' stands before the sheet 'Shock' of the steps, as `sam multipliers` writes it.
    let report = try model.shockReport(injection)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "recalculation é \(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "profile/user"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Without this setting LibreOffice would show what the file stores; it stores nothing.
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
      oor:op="fuse"><value>0</value></prop></item></oor:items>
      """
    try Data(settings.utf8).write(
      to: folder.appending(path: "profile/user/registrymodifications.xcu"))
    let source = folder.appending(path: "steps.xlsx")
    try Data(
      try MultiplierWorkbook.bytes(
        of: model, injection: injection, report: report, storesValues: false)
    ).write(to: source)

    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.office))
    process.arguments = [
      "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
      "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
      folder.appending(path: "out").path(percentEncoded: false),
      source.path(percentEncoded: false),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)

    let computed = [UInt8](try Data(contentsOf: folder.appending(path: "out/steps.xlsx")))
    let ours = try MultiplierWorkbook.bytes(of: model, injection: injection, report: report)
    for sheet in [
      "shock table", "SAM", "Coefficients", "I - SA", "Inverse", "Shock", "Effect",
      "Leakage rates", "Leakages",
    ] {
      let theirs = try cells(of: sheet, in: computed)
      var compared = 0
      for (cell, text) in try cells(of: sheet, in: ours) {
        guard let value = Double(text) else { continue }
        let other = try #require(number(theirs[cell]), "\(sheet) \(cell)")
        #expect(abs(other - value) <= 1e-9 * max(1, abs(value)), "\(sheet) \(cell)")
        compared += 1
      }
      #expect(compared > 2, "\(sheet)")
    }
  }
}
