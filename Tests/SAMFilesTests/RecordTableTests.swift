import SocialAccounting
import Testing

@testable import SAMFiles

/// Tables with a header row: what all small input files have in common.
struct RecordTableTests {
  private func read(_ text: String) throws -> RecordTable {
    try RecordTable(file(text), required: ["code", "share"], optional: ["note"])
  }

  @Test(arguments: [
    "code,share\na,0.5\nb,2\n", "\u{FEFF}Code,SHARE\r\na,0.5\r\nb,2\r\n",
    "code;share\na;0.5\nb;2\n",
    "share,other,code\n0.5,x,a\n2,y,b\n", "\n\ncode,share\n\na,0.5\n,\nb,2\n,,\n\n",
    "code,share,note\na,.5,\"x, y\"\nb,2,\n",
  ])
  func `columns go by their names, blank lines are passed over`(text: String) throws {
    let table = try read(text)
    #expect(try table.records.map { try table.text($0, "code") } == ["a", "b"])
    #expect(try table.records.map { try table.number($0, "share") } == [0.5, 2])
    #expect(try table.records.map { try table.text($0, "nowhere") } == ["", ""])
  }

  @Test(arguments: [
    ("code\na\n", ["line 1", "column 'share' is missing", "code,share,[note]"]),
    ("x\na\n", ["columns 'code', 'share' are missing"]),
    ("code,share,code\na,1,b\n", ["line 1, cell 3", "'code' stands twice"]),
    ("code,share\na\n", ["line 2", "1 fields", "header has 2"]),
    ("code,share\na,1,2\n", ["line 2", "3 fields", "header has 2"]),
    ("\n\n", ["no header row", "code,share"]),
  ])
  func `a faulty header or line is named`(text: String, parts: [String]) {
    let message = complaint { _ = try read(text) }
    for part in ["table.csv"] + parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    "code;share\na;0,109\nb;1,234\n", "code,share\na,\"0,109\"\nb,\"1,234\"\n",
    "code\tshare\na\t0.109\nb\t1.234\n", "Shares of 2022\ncode,share\na,0.109\nb,1.234\n",
  ])
  func `numbers go by the one rule of all readers, whatever separates the cells`(text: String)
    throws
  {
    let table = try read(text)
    #expect(try table.records.map { try table.number($0, "share") } == [0.109, 1.234])
  }

  @Test
  func `a number that could be thousands or decimals is refused, unless another column tells`()
    throws
  {
    #expect(
      complaint {
        let table = try read("code;share\na;1,234\n")
        _ = try table.number(table.records[0], "share")
      }.mentions("line 2", "'1,234' could be thousands or decimals"))
    let told = try read("code;share;note\na;1,234;0,5\n")
    #expect(try told.number(told.records[0], "share") == 1.234)
  }

  @Test(arguments: [
    ("code,share\n", ["a header and no lines"]),
    ("code,share,notes\na,1,x\n", ["column 'notes' is not known", "Did you mean 'note'"]),
    ("code,share,\na,1,7\n", ["line 1, cell 3", "cells but no name"]),
  ])
  func `what would be lost without a word is refused`(text: String, parts: [String]) {
    let message = complaint { _ = try read(text) }
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    ("code,share\na,half\n", "'half' is not a finite decimal number"),
    ("code,share\na,inf\n", "'inf' is not a finite decimal number"),
    ("code,share\na,\n", "the field 'share' is empty"),
  ])
  func `a faulty number is named with line and column`(text: String, part: String) {
    let message = complaint {
      let table = try read(text)
      for record in table.records { _ = try table.requiredNumber(record, "share") }
    }
    #expect(message.mentions("table.csv: line 2, column 'share'", part), "\(message)")
  }
}
