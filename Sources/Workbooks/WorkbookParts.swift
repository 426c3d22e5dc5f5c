internal import AccountMatrix

/// The parts of a workbook around its sheets: names and places, shared texts, formats of dates.
struct WorkbookParts {
  /// A sheet as the workbook lists it.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  let archive: ZipArchive
  /// The sheets in the order of the workbook; charts and macros are left out.
  let sheets: [Sheet]
  /// Texts that cells refer to by number.
  let sharedTexts: [[UInt8]]
  /// By number of a cell's style, whether its numbers are dates or times.
  let isDateStyle: [Bool]
  /// Whether dates count from 1904, as old Macintosh workbooks have it.
  let countsFrom1904: Bool

  private static let mostTextBytes = 1 << 28

  /// Reads the parts of an archive.
  ///
  /// - Throws: `Diagnostic` if it is no XLSX workbook or a part is damaged.
  init(_ archive: ZipArchive) throws(Diagnostic) {
    guard archive.has("[Content_Types].xml"), !archive.has("xl/workbook.bin") else {
      throw Diagnostic(
        archive.has("xl/workbook.bin")
          ? "the file is a binary workbook (XLSB)" : "the file is an archive, but no XLSX workbook",
        at: archive.name, remedy: "Save it as XLSX or as CSV in UTF-8")
    }
    self.archive = archive
    let root = try Self.relations(of: "", in: archive)
    let workbook =
      root.values.first { $0.kind.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let relations = try Self.relations(of: workbook, in: archive)
    guard let part = try archive.open(workbook) else {
      throw Diagnostic(
        "the archive holds no workbook", at: archive.name, remedy: "Expected an XLSX workbook")
    }
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    var stream = XMLStream(part)
    while let event = try stream.next() {
      guard case .start(let name, let attributes) = event else { continue }
      func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
      if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(value("date1904")) }
      if name == "sheet", let title = value("name"), let id = value("id"),
        let relation = relations[id], relation.kind.hasSuffix("/worksheet"), !relation.isExternal
      {
        sheets.append(
          Sheet(
            name: title, part: relation.target, isHidden: (value("state") ?? "visible") != "visible"
          ))
      }
    }
    try Self.requireOwnParts(sheets, in: archive)
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    func place(_ ending: String, _ usual: String) -> String {
      relations.values.first { $0.kind.hasSuffix(ending) && !$0.isExternal }?.target ?? usual
    }
    sharedTexts = try Self.texts(
      in: try archive.open(place("/sharedStrings", "xl/sharedStrings.xml")))
    isDateStyle = try Self.dateStyles(in: try archive.open(place("/styles", "xl/styles.xml")))
  }

  /// Refuses sheets that name one part, which would be read again for each of them.
  private static func requireOwnParts(
    _ sheets: [Sheet], in archive: ZipArchive
  ) throws(Diagnostic) {
    var named: [String: String] = [:]
    for sheet in sheets {
      if let other = named.updateValue(sheet.name, forKey: sheet.part) {
        throw Diagnostic(
          "the sheets '\(other)' and '\(sheet.name)' are the same part of the archive",
          at: archive.name, remedy: "Open the workbook in a spreadsheet program and save it again")
      }
    }
  }

  /// A link from one part to another; those to other files are never followed.
  private struct Relation {
    let kind: String
    let target: String
    let isExternal: Bool
  }

  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(Diagnostic) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
    guard let links = try archive.open("\(folder)_rels/\(name).rels") else { return [:] }
    var relations: [String: Relation] = [:]
    var stream = XMLStream(links)
    while let event = try stream.next() {
      guard case .start("Relationship", let attributes) = event else { continue }
      func value(_ name: String) -> String { attributes.first { $0.name == name }?.value ?? "" }
      let target = value("Target")
      relations[value("Id")] = Relation(
        kind: value("Type"),
        target: target.hasPrefix("/") ? String(target.dropFirst()) : folder + target,
        isExternal: value("TargetMode") == "External")
    }
    return relations
  }

  /// The shared texts; phonetic hints are no part of them.
  private static func texts(in part: ZipPart?) throws(Diagnostic) -> [[UInt8]] {
    guard let part else { return [] }
    var texts: [[UInt8]] = []
    var (isText, isHint) = (false, false)
    var size = 0
    var stream = XMLStream(part)
    while let event = try stream.next() {
      switch event {
      case .start("si", _): texts.append([])
      case .start("rPh", _): isHint = true
      case .end("rPh"): isHint = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let text) where isText && !isHint && !texts.isEmpty:
        texts[texts.count - 1] += text
        size += text.count
      default: break
      }
      guard size < mostTextBytes, texts.count < mostTextBytes / 16 else {
        throw Diagnostic(
          "the workbook holds more text than this program reads", at: part.archive.name,
          remedy: "Save the sheet with the table as a workbook of its own")
      }
    }
    return texts
  }

  /// Whether each style of a cell is a date or a time (ECMA-376 part 1, 18.8.30).
  private static func dateStyles(in part: ZipPart?) throws(Diagnostic) -> [Bool] {
    guard let part else { return [] }
    var dateFormats: Set<Int> = Set(14...22).union(45...47)
    var styles: [Bool] = []
    var isInCellFormats = false
    var stream = XMLStream(part)
    while let event = try stream.next() {
      switch event {
      case .start("cellXfs", _): isInCellFormats = true
      case .end("cellXfs"): isInCellFormats = false
      case .start("numFmt", let attributes):
        let id = attributes.first { $0.name == "numFmtId" }.flatMap { Int($0.value) }
        let code = attributes.first { $0.name == "formatCode" }?.value ?? ""
        if let id, Self.isDate(format: code) { dateFormats.insert(id) }
      case .start("xf", let attributes) where isInCellFormats:
        let id = attributes.first { $0.name == "numFmtId" }.flatMap { Int($0.value) } ?? 0
        styles.append(dateFormats.contains(id))
      default: break
      }
    }
    return styles
  }

  /// Whether a number format shows a date: it has d, m, y, h or s outside quotes and brackets.
  private static func isDate(format: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in format {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "\\", "_", "*": isEscaped = true
      case "d", "m", "y", "h", "s", "D", "M", "Y", "H", "S":
        if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
