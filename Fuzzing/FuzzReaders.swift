// One fuzz target for each reader, chosen by the environment variable SAM_FUZZ:
// square, tidy, json, gams, sheet, archive, population, accounts, programmes, rectangle, supplyuse,
// records, recordsheet, proposal. Scripts/fuzz builds and runs it.
// A reader may refuse with a Diagnostic; anything else that stops it is a finding, and so is a file
// of which more or less came out than went in.

import AccountMatrix
import Balancing
import GeneralEquilibrium
import Glibc
import Multipliers
import SAMFiles
import SpendingPolicy
import Workbooks

private let target = getenv("SAM_FUZZ").map { String(cString: $0) } ?? "square"

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(name: "input", bytes: bytes)
  switch target {
  case "square": readMatrix(file)
  case "tidy":
    readMatrix(
      prefixed("row,column,value\n", bytes), giving: plainNumbers(of: bytes, in: [2], of: 3))
  case "json": readMatrix(prefixed("{", bytes))
  case "gams":
    readMatrix(prefixed("TABLE SAM(i,j)\n", bytes), giving: plainTableNumbers(of: bytes))
  case "sheet": readMatrix(SourceFile(name: "input", bytes: workbook(bytes)).openingWorkbooks)
  case "archive": readMatrix(prefixed("PK\u{3}\u{4}", bytes).openingWorkbooks)
  case "population": _ = try? HouseholdPopulation(contentsOf: file)
  case "accounts": _ = try? [Account](contentsOf: file)
  case "programmes": readProgrammes(file)
  case "rectangle": readRectangle(file)
  case "supplyuse": readSupplyUse(bytes)
  case "records": readRecords(bytes) { $0 }
  case "recordsheet":
    readRecords(bytes) {
      SourceFile(name: "input", bytes: workbook(sheet(of: $0.bytes))).openingWorkbooks
    }
  case "proposal": propose(file)
  default: finding("SAM_FUZZ names no reader: \(target)")
  }
  return 0
}

/// Says what is wrong and aborts, which is how libFuzzer is told of a finding: it keeps the input.
private func finding(_ words: String) -> Never {
  let line = Array((words + "\n").utf8)
  _ = write(2, line, line.count)
  abort()
}

/// What a reader gives, or `nil` where it refuses; a reader that finds itself at fault is a finding.
private func reading<Value>(_ body: () throws(Diagnostic) -> Value) -> Value? {
  do { return try body() } catch {
    if error.problem.contains("was not read whole") { finding(error.description) }
    return nil
  }
}

/// A matrix that is read holds the numbers counted apart from its reader, where they could be
/// counted; it is written and read again to the last bit.
private func readMatrix(_ file: SourceFile, giving counted: [Double]? = nil) {
  guard
    let sam = reading({ () throws(Diagnostic) in try SocialAccountingMatrix(contentsOf: file) }),
    sam.accounts.count < 200
  else { return }
  require(
    counted,
    are: sam.accounts.indices.flatMap { i in sam.accounts.indices.map { j in sam[i, j] } })
  guard let text = try? MatrixWriter.text(of: sam, layout: .json) else { return }
  let written = SourceFile(name: "written", bytes: Array(text.utf8))
  guard let again = try? SocialAccountingMatrix(contentsOf: written) else {
    finding("what was read and written is not read again")
  }
  for i in sam.accounts.indices {
    for j in sam.accounts.indices where sam[i, j] != again[i, j] {
      finding("the cell \(i), \(j) is \(sam[i, j]) and then \(again[i, j])")
    }
  }
}

/// Numbers that went in and those that came out are the same, in whatever order; zeros aside, which
/// a matrix holds where its file has nothing.
private func require(_ counted: [Double]?, are read: [Double]) {
  guard let counted else { return }
  let (into, out) = (counted.filter { $0 != 0 }.sorted(), read.filter { $0 != 0 }.sorted())
  guard into.count == out.count else {
    finding("\(into.count) numbers went in and \(out.count) came out")
  }
  for (one, other) in zip(into, out) where abs(one - other) > 1e-12 * abs(one) {
    finding("the number \(one) went in and \(other) came out")
  }
}

/// Guesses never stop, and leave what is known as it is.
private func propose(_ file: SourceFile) {
  guard let sam = try? SocialAccountingMatrix(contentsOf: file) else { return }
  let proposal = AccountProposal(for: sam)
  for (account, known) in zip(proposal.accounts, sam.accounts)
  where account.code != known.code || known.kind != nil && known.kind != account.kind {
    finding("the account '\(known.code)' changed")
  }
}

/// Shares of a programme add to one, whatever the numbers look like.
private func readProgrammes(_ file: SourceFile) {
  for programme in (try? [Programme](contentsOf: file)) ?? [] {
    let sum = programme.shares.reduce(0) { $0 + $1.fraction }
    if !(abs(sum - 1) < 1e-3) { finding("'\(programme.id)' has shares of \(sum)") }
  }
}

/// A table that is read holds the numbers of its text.
private func readRectangle(_ file: SourceFile) {
  guard let table = try? RectangularTable.read(file) else { return }
  require(
    plainCells(of: file.bytes),
    are: table.rows.indices.flatMap { i in table.columns.indices.map { j in table[i, j] } })
}

/// The supply table up to a blank line, the use table behind it, transformed in every way.
private func readSupplyUse(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let blank = text.utf8.firstIndex(of: 10, before: 10) else { return }
  let supply = Array(text.utf8[..<blank])
  let use = Array(text.utf8[blank...])
  guard
    let table = try? SupplyUseReader.read(
      supply: SourceFile(name: "supply", bytes: supply), use: SourceFile(name: "use", bytes: use))
  else { return }
  if let block = try? table.productionBlock() {
    let out = block.receipts.reduce(0, +)
    if let one = plainCells(of: supply), let other = plainCells(of: use),
      !table.readingNotes.contains(where: { $0.problem.contains("total") })
    {
      // Supply and use may meet in one cell of the block, so that sums are compared, not cells.
      let (into, size) = (one + other).reduce((0, 0)) { ($0.0 + $1, $0.1 + abs($1)) }
      if abs(into - out) > 1e-9 * size { finding("\(into) went in and \(out) came out") }
    }
  }
  for transformation in SupplyUseTable.Transformation.allCases {
    _ = try? table.symmetric(by: transformation).matrix()
  }
}

/// The numbers below the header and right of the first column, where the text is plain: commas, no
/// quotes, no totals.
private func plainCells(of bytes: [UInt8]) -> [Double]? {
  let text = String(decoding: bytes, as: UTF8.self)
  guard isPlain(text, without: "\";\t'(") else { return nil }
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false)
  }
  .filter { line in line.contains { !$0.allSatisfy(\.isWhitespace) } }
  guard let header = lines.first, header.dropFirst().contains(where: { !$0.isEmpty }) else {
    return nil
  }
  var numbers: [Double] = []
  for line in lines.dropFirst() {
    for field in line.dropFirst() where !field.allSatisfy(\.isWhitespace) {
      guard let number = Double(field.filter { $0 != " " }) else { return nil }
      numbers.append(number)
    }
  }
  return numbers
}

/// The numbers in some columns of lines with a given number of fields, where the text is plain:
/// commas, no quotes, no totals, no remarks.
private func plainNumbers(of bytes: [UInt8], in columns: [Int], of count: Int) -> [Double]? {
  let text = String(decoding: bytes, as: UTF8.self)
  guard isPlain(text, without: "\";\t'(#") else { return nil }
  var numbers: [Double] = []
  for line in text.split(separator: "\n") where !line.allSatisfy({ $0 == " " || $0 == "," }) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == count else { return nil }
    for column in columns where !fields[column].allSatisfy({ $0 == " " }) {
      guard let number = Double(fields[column].filter { $0 != " " }) else { return nil }
      numbers.append(number)
    }
  }
  return numbers
}

/// The numbers of a GAMS table below its declaration, where the text is plain: one table of labels
/// without quotes, no totals, no remarks and no controls.
private func plainTableNumbers(of bytes: [UInt8]) -> [Double]? {
  let text = String(decoding: bytes, as: UTF8.self)
  guard isPlain(text, without: "\"'$*/(),=") else { return nil }
  let statements = text.split(separator: ";", omittingEmptySubsequences: false)
  guard statements.dropFirst().allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else { return nil }
  var (numbers, hasLabels): ([Double], Bool) = ([], false)
  for line in statements[0].split(separator: "\n") {
    let words = line.split { $0 == " " || $0 == "\t" }
    if words.isEmpty { continue }
    guard hasLabels, words[0] != "+" else {
      hasLabels = words[0] != "+" || words.count > 1
      continue
    }
    for word in words.dropFirst() {
      guard let number = Double(word) else { return nil }
      numbers.append(number)
    }
  }
  return numbers
}

/// Whether a text is printable ASCII without some marks and without totals.
private func isPlain(_ text: String, without marks: String) -> Bool {
  let lowered = text.lowercased()
  return !lowered.contains("total") && !lowered.contains("sum")
    && text.utf8.allSatisfy { $0 == 10 || $0 == 9 || (0x20..<0x7F).contains($0) }
    && !text.contains(where: marks.contains)
}

extension String.UTF8View {
  /// The first position of a byte that another one follows.
  fileprivate func firstIndex(of byte: UInt8, before next: UInt8) -> Index? {
    var previous: UInt8?
    for position in indices {
      if previous == byte, self[position] == next { return position }
      previous = self[position]
    }
    return nil
  }
}

/// Records below the header of one of the small tables, which the first byte chooses from `a` to
/// `t`; as text, or in the sheet of a workbook.
private func readRecords(_ bytes: [UInt8], as form: (SourceFile) -> SourceFile) {
  let rest = Array(bytes.dropFirst())
  func file(_ header: String) -> SourceFile { form(prefixed(header + "\n", rest)) }
  let table = try? LabelledTable(
    rows: [Account(code: "a")], columns: [Account(code: "b")], values: [[1]])
  switch ((bytes.first ?? UInt8(ascii: "a")) &- UInt8(ascii: "a")) % 20 {
  case 0:
    let table = try? Employment(contentsOf: file("account,sex,area,formality,jobs,hours"))
    if let table {
      require(
        plainNumbers(of: rest, in: [4, 5], of: 6),
        are: table.entries.flatMap { [$0.jobs, $0.hours ?? 0] })
    }
  case 1: _ = try? Scenario(contentsOf: file("setting,value"), id: "input")
  case 2:
    let table = try? IncomeElasticities(contentsOf: file("household,commodity,elasticity"))
    if let table {
      require(plainNumbers(of: rest, in: [2], of: 3), are: table.entries.map { $0.elasticity })
    }
  case 3:
    let table = try? [Satellite](contentsOf: file("satellite,account,amount,unit"))
    if let table {
      require(
        plainNumbers(of: rest, in: [2], of: 4),
        are: table.flatMap { satellite in satellite.entries.map { $0.amount } })
    }
  case 4:
    if let groups = try? [PovertyModel.Group](contentsOf: file("account,population,gini")) {
      require(
        plainNumbers(of: rest, in: [1, 2], of: 3),
        are: groups.flatMap { [$0.population, $0.gini ?? 0] })
    }
  case 5: _ = try? [PovertyModel.Line](contentsOf: file("line,headcount,value"))
  case 6:
    let paid = try? [PovertyModel.Beneficiaries](
      contentsOf: file("programme,households,household_size,amount"))
    if let paid {
      require(
        plainNumbers(of: rest, in: [1, 2, 3], of: 4),
        are: paid.flatMap { [$0.households, $0.householdSize, $0.amount] })
    }
  case 7: _ = try? AccountMap(contentsOf: file("code,group,name,kind"))
  case 8: _ = try? EmploymentMap(contentsOf: file("branch,account"))
  case 9: _ = try? [StructuralScenario](contentsOf: file("scenario,name,exogenous,response"))
  case 10:
    _ = try? table.map {
      try [Control](contentsOf: file("control,row,column,value,weight,standard_error"), for: $0)
    }
  case 11:
    let controls = try? table.map {
      try [Control](totalsIn: file("code,row_total,column_total"), for: $0)
    }
    if let controls {
      require(plainNumbers(of: rest, in: [1, 2], of: 3), are: controls.map { $0.target })
    }
  case 12: _ = try? [Account](contentsOf: file("code,name,kind,area,quintile,group"))
  case 14:
    _ = try? [Regime](contentsOf: file("regime,rule,accounts,activities,value,supply,reward"))
  case 15:
    _ = try? Elasticities(contentsOf: file("elasticity,accounts,value,low,high,source"))
  case 16:
    _ = try? SourceGrades(
      contentsOf: file("grade,relative_error"),
      columns: form(SourceFile(name: "who", bytes: Array("accounts,grade\na,x\n".utf8))))
  case 17:
    _ = try? [PublishedFigure](
      contentsOf: file(
        "study,place,year,measure,label,includes_transfer,scope,low,central,high,unit,evidence,source"
      ))
  case 18:
    _ = try? table.map {
      try BalancingProblem(prior: $0).applying(
        contentsOf: file("row,column,value,standard_error"))
    }
  case 19:
    let shares = "programme,name,family,account,share,role,evidence\nx,X,tax,a,1,transfer,assumed\n"
    _ = try? [Programme](
      contentsOf: SourceFile(name: "shares", bytes: Array(shares.utf8)),
      outlays: file("programme,outlay,unit,year,part_of,ranked"), unit: .rwfBillion)
  default:
    _ = try? UncertaintyResult(
      contentsOf: file(
        "programme,other,measure,scenario,point,lower,width,count,minimum,maximum,sum,wins,ties,"
          + "first_bin,bins,draws,seed,part,parts"))
  }
}

/// The cells of a text with commas as the rows of a sheet.
private func sheet(of text: [UInt8]) -> [UInt8] {
  var xml = "<worksheet><sheetData>"
  for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
    xml += "<row>"
    for field in line.split(separator: ",", omittingEmptySubsequences: false) {
      let isNumber = Double(field) != nil
      xml += isNumber ? "<c><v>" : "<c t=\"inlineStr\"><is><t>"
      for character in field {
        switch character {
        case "<": xml += "&lt;"
        case "&": xml += "&amp;"
        default: xml.append(character)
        }
      }
      xml += isNumber ? "</v></c>" : "</t></is></c>"
    }
    xml += "</row>"
  }
  return Array((xml + "</sheetData></worksheet>").utf8)
}

private func prefixed(_ text: String, _ bytes: [UInt8]) -> SourceFile {
  SourceFile(name: "input", bytes: Array(text.utf8) + bytes)
}

/// A workbook whose only sheet is the input, stored without packing, so that mutations reach the XML.
private func workbook(_ sheet: [UInt8]) -> [UInt8] {
  let links = "<Relationships><Relationship Id=\"r\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
  let parts: [(String, [UInt8])] = [
    ("[Content_Types].xml", Array("<Types/>".utf8)),
    (
      "xl/workbook.xml",
      Array("<workbook><sheets><sheet name=\"SAM\" id=\"r\"/></sheets></workbook>".utf8)
    ),
    ("xl/_rels/workbook.xml.rels", Array((links + "</Relationships>").utf8)),
    ("xl/s.xml", sheet),
  ]
  var (archive, directory): ([UInt8], [UInt8]) = ([], [])
  func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  for (name, content) in parts {
    let common =
      number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(checksum(content), 4)
      + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2)
      + number(0, 2)
    directory +=
      number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(archive.count, 4)
      + Array(name.utf8)
    archive += number(0x0403_4B50, 4) + common + Array(name.utf8) + content
  }
  return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
    + number(parts.count, 2) + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
}

/// CRC-32 (ISO 3309), bit by bit.
private func checksum(_ bytes: [UInt8]) -> Int {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return Int(~sum)
}
