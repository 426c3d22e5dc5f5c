import SocialAccounting
import Testing

@testable import SAMFiles

/// Formats that are not read are named with the way out, by their first bytes and by their ending.
struct `Files in other formats` {
  @Test(
    arguments: [
      ("sam.gdx", [2, 0, 4, 0, 8, 0, 0, 0, 0] + Array("\u{7}GAMSGDX".utf8), "gdxdump"),
      ("sam", [4, 0, 0, 0] + Array("SAM ".utf8) + [4, 0, 0, 0, 1], "har2csv"),
      ("sam.bin", Array("PAR1\u{15}\u{4}".utf8), "to_csv"),
      ("sam.rda", [0x1F, 0x8B, 8, 0], "write.csv"),
      ("sam.rdata", Array("RDX3\nX\n".utf8), "write.csv"),
      ("sam.csv.gz", [0x1F, 0x8B, 8, 0], "Unpack"),
      (
        "sam.ods", Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
        "XLSX"
      ),
      ("sam.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "XLSX workbook without a password"),
      ("sam.dta", Array("<stata_dta><header>".utf8), "export delimited"),
      ("sam.dta", [0x73, 2, 1, 0, 9, 0], "export delimited"),
      ("sam.har", [1, 2, 3, 0, 0, 7], "har2csv"), ("sam.GDX", [1, 2, 3, 0, 0, 7], "gdxdump"),
      ("sam.csv", Array("<!DOCTYPE html><html>".utf8), "save its table as CSV"),
      ("sam.px", Array("CHARSET=\"ANSI\";\nDATA=1;".utf8), "PX-Win"),
      ("sam.mat", Array("MATLAB 5.0 MAT-file, Platform: GLNXA64".utf8), "writetable"),
      ("sam.npy", [0x93] + Array("NUMPY\u{1}".utf8), "to_csv"),
      ("sam.rtf", Array("{\\rtf1 sam}".utf8), "spreadsheet"),
      (
        "sam.odt", Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8),
        "spreadsheet"
      ),
    ] as [(String, [UInt8], String)])
  func `the way out is named`(name: String, bytes: [UInt8], way: String) {
    let message = complaint { _ = try MatrixReader.read(SourceFile(name: name, bytes: bytes)) }
    #expect(message.mentions("which is not read", way), "\(message)")
    let table = complaint { _ = try ProgrammeTable.read(SourceFile(name: name, bytes: bytes)) }
    #expect(table == message)
  }

  @Test(arguments: ["sam.har", "sam.gdx", "sam.dta", "sam.rda"])
  func `text is read whatever its ending says`(name: String) throws {
    #expect(try MatrixReader.read(file(",a,b\na,,1\nb,1,\n", name: name)).accounts.count == 2)
  }
}

struct `Units in the words of tables` {
  @Test(arguments: [
    ("RWF million", "RWF million"), ("(million KES)", "KES million"),
    ("in KES million", "KES million"), ("[Values in KSh bn]", "KSh billion"),
    ("Units: billions of shillings", "shillings billion"), ("millions de francs", "francs million"),
    ("'000 US dollars", "US dollars thousand"), ("Mio. EUR", "EUR million"),
    ("MIO_EUR", "EUR million"), ("millones de pesos", "pesos million"),
  ])
  func `a scale and a currency are a unit in any order`(text: String, unit: String) {
    #expect(UnitText.unit(text.replacing(" de ", with: " "))?.description == unit)
  }

  @Test(arguments: ["Million local units", "KES", "(thousands)", "millions of pebbles"])
  func `what may be a unit is told, not taken`(text: String) {
    #expect(UnitText.unit(text) == nil)
    #expect(UnitText.looksLikeUnit(text))
  }

  @Test func `a text that may be a unit is told in a note`() throws {
    let sam = try MatrixReader.read(file("Million local units,a,b\na,,1\nb,1,\n"))
    #expect(sam.unit == .unstated)
    #expect(
      sam.readingNotes.contains { $0.problem.contains("'Million local units' looks like a unit") })
  }

  @Test(arguments: ["Millet", "Account", "Social Accounting Matrix 2019", "all", "2019"])
  func `other words are no unit`(text: String) {
    #expect(UnitText.unit(text) == nil && !UnitText.looksLikeUnit(text))
  }

  @Test(arguments: [
    "RWF million,a,b\na,,1\nb,1,\n", ",,\n(million RWF),,\n,a,b\na,,1\nb,1,\n",
    "in RWF million,,\n,a,b\na,,1\nb,1,\n", "Flows of 2019 in RWF million,,\n,a,b\na,,1\nb,1,\n",
    "SAM of 2019 (million RWF),a,b\na,,1\nb,1,\n",
  ])
  func `a unit is found in the corner and above the table`(text: String) throws {
    #expect(
      try MatrixReader.read(file(text)).unit == CurrencyUnit(currency: "RWF", scale: .million))
  }
}
