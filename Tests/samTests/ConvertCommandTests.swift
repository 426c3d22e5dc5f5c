import Foundation
import Testing

/// `sam convert`: a matrix leaves in every format, and is recognised and read back.
struct ConvertCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Self.thirds, "prior é.csv")
    try place.write(
      "code,name,kind\nfarm,\"Farms, all\",activity\npeople,Ménages,household\n"
        + "state,\"The \"\"State\"\"\",government\nworld,World,rest-of-world\n", "kinds.csv")
  }

  /// Numbers that no decimal number of few digits is equal to; every account balances exactly.
  private static let thirds = """
    ,farm,people,state,world
    farm,,0.3333333333333333,0.1,1e-7
    people,0.1,,0.3333333333333333,0.30000000000000004
    state,0.3333333333333333,0.30000000000000004,,-0.2
    world,1e-7,0.1,,

    """

  private static let formats: [(file: String, options: [String])] = [
    ("wide é.csv", []), ("wide square.csv", ["--layout", "square"]),
    ("long tidy.csv", ["--layout", "tidy"]), ("nexus é.csv", ["--layout", "nexus"]),
    ("all.json", []), ("table.gms", []), ("table.inc", []), ("book.xlsx", []),
    ("book square.xlsx", ["--layout", "square"]), ("book tidy.xlsx", ["--layout", "tidy"]),
    ("book nexus.xlsx", ["--layout", "nexus"]), ("upper case.XLSX", []),
  ]

  /// What our JSON says of a matrix.
  private struct Matrix: Decodable, Equatable {
    struct Account: Decodable, Equatable {
      let code: String
      let name: String
      let kind: String?
      let area: String?
      let quintile: Int?
      let group: String?
    }
    /// Row, column and value.
    struct Flow: Decodable, Equatable {
      let row: String
      let column: String
      let value: Double

      init(from decoder: any Decoder) throws {
        var fields = try decoder.unkeyedContainer()
        row = try fields.decode(String.self)
        column = try fields.decode(String.self)
        value = try fields.decode(Double.self)
      }
    }
    let title: String
    let unit: String
    let year: Int?
    let source: String
    let accounts: [Account]
    let flows: [Flow]
  }

  private func matrix(_ arguments: String...) throws -> Matrix {
    let name = "as-\(UUID().uuidString).json"
    let run = try place.sam(["convert"] + arguments + ["--output", name])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    // A production block does not balance, which is told.
    let told = ["written as it is", "receipts are read in rows"]
    for line in run.errors.split(separator: "\n") {
      #expect(told.contains { line.contains($0) }, "\(line)")
    }
    return try JSONDecoder().decode(Matrix.self, from: place.bytes(name))
  }

  @Test(arguments: formats)
  func `a format is recognised, and every number is the same to the last bit`(
    file: String, options: [String]
  ) throws {
    for source in ["prior é.csv", Sample.builtIn] {
      let expected = try matrix(source)
      let run = try place.sam(["convert", source, "--output", file, "--force"] + options)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
      let back = try matrix(file)
      #expect(back.flows == expected.flows)
      #expect(back.accounts.map(\.code) == expected.accounts.map(\.code))
      // Under a name without an ending the content alone tells the format.
      try place.bytes(file).write(to: place.folder.appendingPathComponent("nameless"))
      #expect(try matrix("nameless").flows == expected.flows)
    }
  }

  @Test func `another reader finds the same numbers in the tables`() throws {
    _ = try place.sam("convert", "prior é.csv", "--output", "square.csv")
    let square = parsedCSV(try #require(place.text("square.csv")))
    let original = parsedCSV(Self.thirds)
    #expect(square[0].dropFirst() == original[0].dropFirst())
    for (row, wanted) in zip(square, original).dropFirst() {
      #expect(row.dropFirst().map { Double($0) ?? 0 } == wanted.dropFirst().map { Double($0) ?? 0 })
    }
    _ = try place.sam("convert", "prior é.csv", "--layout", "tidy", "--output", "tidy.csv")
    let tidy = parsedCSV(try #require(place.text("tidy.csv")))
    #expect(tidy[0] == ["row", "column", "value"] && tidy.count == 1 + 11)
    #expect(tidy.contains(["people", "world", "0.30000000000000004"]))
    _ = try place.sam("convert", "prior é.csv", "--layout", "nexus", "--output", "nexus.csv")
    let nexus = parsedCSV(try #require(place.text("nexus.csv")))
    #expect(nexus[0].dropFirst() == ["Code", "farm", "people", "state", "world", "total"])
    #expect(nexus.last?.prefix(2) == ["Total", "total"])
  }

  @Test(arguments: ["all.json", "book.xlsx"])
  func `JSON and a workbook hold all that is known`(file: String) throws {
    let told = [
      "prior é.csv", "--accounts", "kinds.csv", "--unit", "KES billion", "--year", "2019",
    ]
    let run = try place.sam(["convert"] + told + ["--output", file])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let back = try matrix(file)
    #expect(back.unit == "KES billion" && back.year == 2019)
    #expect(back.source == "prior é.csv")
    #expect(back.accounts.map(\.name) == ["Farms, all", "Ménages", "The \"State\"", "World"])
    #expect(
      back.accounts.map(\.kind) == ["activity", "household", "government", "rest-of-world"])
    let builtIn = try matrix(Sample.builtIn)
    _ = try place.sam("convert", Sample.builtIn, "--output", file, "--force")
    #expect(try matrix(file) == builtIn)
  }

  @Test func `a matrix that does not balance is written as it is, and told`() throws {
    try place.write(",a,b\na,,5\nb,3,\n", "gap.csv")
    let run = try place.sam("convert", "gap.csv", "--output", "gap.gms")
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errors.contains("sam: note: ") && run.errors.contains("written as it is"))
    #expect(try #require(place.text("gap.gms")).contains("5"))
    let quiet = try place.sam(
      "convert", "gap.csv", "--tolerance", "2", "--output", "gap.csv.json")
    #expect(!quiet.errors.contains("written as it is"), "\(quiet.errors)")
  }

  @Test func `what a format does not hold is said`() throws {
    for (file, options, lost) in [
      ("a.csv", [], "the unit, the year, names, kinds and the source"),
      ("b.csv", ["--layout", "nexus"], "the unit, kinds and the source"),
      ("c.gms", [], "kinds, areas, quintiles and groups"),
    ] {
      let run = try place.sam(
        ["convert", "prior é.csv", "--accounts", "kinds.csv", "--output", file] + options)
      #expect(run.status == 0)
      #expect(
        run.errors == "sam: note: \(file) does not hold \(lost); 'sam accounts' writes them as a "
          + "file that --accounts reads beside it\n")
    }
  }

  @Test(arguments: formats)
  func `the same matrix gives the same bytes`(file: String, options: [String]) throws {
    let arguments = ["convert", "prior é.csv", "--force", "--output", file] + options
    #expect(try place.sam(arguments).status == 0)
    let first = place.bytes(file)
    #expect(try place.sam(arguments).status == 0)
    #expect(!first.isEmpty && place.bytes(file) == first)
  }

  @Test(arguments: ["a.csv", "a.xlsx", "a.json", "a.gms"])
  func `an existing file stays unless force is given`(file: String) throws {
    try place.write("mine", file)
    let refused = try place.sam("convert", "prior é.csv", "--output", file)
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains(file) && refused.errors.contains("--force"))
    #expect(place.text(file) == "mine")
    #expect(try place.sam("convert", "prior é.csv", "--output", file, "--force").status == 0)
    #expect(try matrix(file).flows.count == 11)
  }

  @Test func `a file can replace itself`() throws {
    let expected = try matrix("prior é.csv")
    let run = try place.sam("convert", "prior é.csv", "--output", "prior é.csv", "--force")
    #expect(run.status == 0)
    #expect(try matrix("prior é.csv").flows == expected.flows)
  }

  @Test func `what fails leaves no file, whole or in part`() throws {
    try place.write(Self.thirds.replacing("0.1,1e-7", with: "0.1,x"), "broken.csv")
    let before = try place.files
    for (arguments, parts) in [
      (["broken.csv", "--output", "a.csv"], ["broken.csv: line 2", "column 'world'", "'x'"]),
      (["broken.csv", "--output", "a.xlsx"], ["broken.csv: line 2"]),
      (["absent.csv", "--output", "a.csv"], ["absent.csv"]),
      (["prior é.csv", "--output", "no folder/a.csv"], ["no folder/a.csv"]),
      (["prior é.csv", "--sheet", "SAM", "--output", "a.csv"], ["prior é.csv", "no workbook"]),
    ] {
      let run = try place.sam(["convert"] + arguments)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.count(where: { $0 == "\n" }) == 1, "\(run.errors)")
      for part in parts { #expect(run.errors.contains(part), "\(run.errors)") }
      #expect(try place.files == before)
    }
  }

  @Test func `a file that would grow beyond what is allowed leaves nothing behind`() throws {
    try place.write(
      "ulimit -f 8; exec \"$1\" convert \(Sample.builtIn) --output a.csv", "limited.sh")
    let before = try place.files
    let run = try place.run("/bin/sh", ["limited.sh", Workplace.program("sam").path])
    #expect(run.status == 1 && run.errors.contains("a.csv: it cannot be written"), "\(run.errors)")
    #expect(try place.files == before)
  }

  @Test(arguments: [
    (["prior é.csv"], "--output"), (["prior é.csv", "--output", "a.docx"], ".csv, .xlsx, .json"),
    (["prior é.csv", "--output", "a"], "names no format"),
    (["prior é.csv", "--output", "a.json", "--layout", "tidy"], "--layout tidy"),
    (["prior é.csv", "--output", "a.csv", "--layout", "round"], "round"),
    (["--supply", "s.csv", "--output", "a.csv"], "--use"),
    (["prior é.csv", "--supply", "s.csv", "--use", "u.csv", "--output", "a.csv"], "give one"),
    (["prior é.csv", "--use-sheet", "Use", "--output", "a.csv"], "--use-sheet"),
    (
      ["--supply", "s.csv", "--use", "u.csv", "--sheet", "S", "--output", "a.csv"],
      "--supply-sheet"
    ), (["--unit", "KES", "--output", "a.csv"], "its own unit"),
    (["prior é.csv", "--transformation", "block", "--output", "a.csv"], "--transformation"),
  ])
  func `wrong usage is known without a file`(arguments: [String], part: String) throws {
    let before = try place.files
    let run = try place.sam(["convert"] + arguments)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(try place.files == before)
  }

  @Test func `a supply-use table becomes a block or a symmetric table`() throws {
    try place.write("product,farm,shop,imports\nmaize,90,10,5\ncloth,0,100,0\n", "supply.csv")
    try place.write(
      "product,farm,shop,final\nmaize,12,8,85\ncloth,10,7,83\nwages,68,95,\n", "use.csv")
    let tables = ["--supply", "supply.csv", "--use", "use.csv"]
    let block = try place.sam(
      ["convert"] + tables + ["--unit", "KES billion", "--year", "2019", "--output", "block.json"])
    #expect(block.status == 0, "\(block.errors)")
    let known = try matrix("block.json")
    #expect(known.unit == "KES billion" && known.year == 2019)
    #expect(known.source == "supply.csv, use.csv")
    #expect(known.accounts.map(\.code).prefix(2) == ["farm", "shop"])
    let symmetric = try place.sam(
      ["convert"] + tables
        + ["--transformation", "industry-technology", "--layout", "tidy", "--output", "b.csv"])
    #expect(symmetric.status == 0, "\(symmetric.errors)")
    // Farms use 12 for 90, and shops 8 for 110, of which 10 are maize.
    let cell = try #require(
      try matrix("b.csv").flows.first { $0.row == "maize" && $0.column == "maize" })
    #expect(abs(cell.value - (12 + 8.0 / 110 * 10)) < 1e-12)
  }
}
