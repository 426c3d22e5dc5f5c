// One fuzz target for each reader, chosen by the environment variable SAM_FUZZ:
// square, tidy, json, gams, sheet, archive, population, accounts, programmes, rectangle, supplyuse,
// records. Scripts/fuzz builds and runs it.
// A reader may refuse with a Diagnostic; anything else that stops it is a finding.

import AccountMatrix
import Glibc
import SAMFiles
import Workbooks

private let target = getenv("SAM_FUZZ").map { String(cString: $0) } ?? "square"

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(name: "input", bytes: bytes)
  switch target {
  case "square": _ = try? SquareTable.read(file)
  case "tidy": _ = try? MatrixReader.read(prefixed("row,column,value\n", bytes))
  case "json": _ = try? MatrixReader.read(prefixed("{", bytes))
  case "gams": _ = try? MatrixReader.read(prefixed("TABLE SAM(i,j)\n", bytes))
  case "sheet": _ = try? WorkbookReader.read(SourceFile(name: "input", bytes: workbook(bytes)))
  case "archive": _ = try? WorkbookReader.read(prefixed("PK\u{3}\u{4}", bytes))
  case "population": _ = try? HouseholdPopulation(file)
  case "accounts": _ = try? AccountTable.read(file)
  case "programmes": _ = try? ProgrammeTable.read(file)
  case "rectangle": _ = try? RectangularTable.read(file)
  case "supplyuse": readSupplyUse(bytes)
  case "records": readRecords(bytes)
  default: fatalError("SAM_FUZZ names no reader: \(target)")
  }
  return 0
}

/// The supply table up to a blank line, the use table behind it, transformed in every way.
private func readSupplyUse(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let blank = text.utf8.firstIndex(of: 10, before: 10) else { return }
  guard
    let table = try? SupplyUseReader.read(
      supply: SourceFile(name: "supply", bytes: Array(text.utf8[..<blank])),
      use: SourceFile(name: "use", bytes: Array(text.utf8[blank...])))
  else { return }
  _ = try? table.productionBlock()
  for transformation in SupplyUseTable.Transformation.allCases {
    _ = try? table.symmetric(by: transformation).matrix()
  }
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

/// Records below the header of one of the small tables, which the first byte chooses.
private func readRecords(_ bytes: [UInt8]) {
  let rest = Array(bytes.dropFirst())
  switch (bytes.first ?? 0) % 6 {
  case 0:
    _ = try? EmploymentTable.read(prefixed("account,sex,area,formality,jobs,hours\n", rest))
  case 1: _ = try? ScenarioTable.read(prefixed("setting,value\n", rest), id: "input")
  case 2: _ = try? ElasticityTable.read(prefixed("household,commodity,elasticity\n", rest))
  case 3: _ = try? SatelliteTable.read(prefixed("satellite,account,amount,unit\n", rest))
  case 4: _ = try? PovertyTables.readGroups(prefixed("account,population,gini\n", rest))
  default:
    _ = try? ShardTable.read(
      prefixed(
        "programme,other,measure,scenario,point,lower,width,count,minimum,maximum,sum,wins,ties,"
          + "first_bin,bins,draws,seed,part,parts\n", rest))
  }
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
