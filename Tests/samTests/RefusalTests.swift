import Foundation
import Testing

/// Bad input: one clear message, the right status, nothing on standard output and no file.
struct RefusalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Sample.plain, "plain.csv")
    try place.write(Sample.nexus, "nexus.csv")
  }

  /// Runs a command that must fail, also with an output file, and looks at the one message.
  private func refuses(
    _ arguments: [String], status: Int32 = 1, saying parts: [String],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try place.files
    for extra in [[], ["--output", "result.json"]] {
      let run = try place.sam(arguments + extra)
      #expect(run.status == status, "\(run.errors)", sourceLocation: location)
      #expect(run.output.isEmpty, sourceLocation: location)
      for part in parts {
        #expect(run.errors.contains(part), "\(run.errors)", sourceLocation: location)
      }
      if status == 1 {
        #expect(
          run.errors.hasPrefix("sam: error: ") && run.errors.count(where: { $0 == "\n" }) == 1,
          "\(run.errors)", sourceLocation: location)
      }
      #expect(try place.files == before, sourceLocation: location)
    }
  }

  @Test func `a missing file, an empty file and a directory`() throws {
    try refuses(["check", "absent.csv"], saying: ["absent.csv", "no file", "rwanda-2022"])
    try refuses(
      ["check", "rwanda-2202"], saying: ["rwanda-2202", "Did you mean", "'rwanda-2022'"])
    try place.write("", "empty.csv")
    try refuses(["check", "empty.csv"], saying: ["empty.csv", "empty"])
    try refuses(["check", place.folder.path], saying: [place.folder.path, "directory"])
    try refuses(
      ["check", "plain.csv", "--accounts", "absent.csv"], saying: ["absent.csv", "no such file"])
    try refuses(
      ["aggregate", "plain.csv", "--map", "absent.csv"], saying: ["absent.csv", "no such file"])
    try refuses(
      ["compare", "nexus.csv", "--programmes", "absent.csv"],
      saying: ["absent.csv", "no such file"])
  }

  @Test func `a matrix that does not balance is named by its path, though it carries a citation`()
    throws
  {
    let name = "002_IFPRI_SAM_NWH_2020_SAM.csv"
    try place.write("Dataset: Nobody. 2020. A matrix.\n", "001_readme_NWH_2020.txt")
    try place.write(",a,b,w\na,,15,3\nb,6,,2\nw,2,3,\n", name)
    try refuses(["check", name], saying: ["error: \(name): receipts and payments differ"])
    try refuses(
      ["multipliers", name, "--exogenous", "w"],
      saying: ["error: \(name): receipts and payments differ"])
    try place.write("code,name,kind\na,,activity\nb,,household\nw,,rest-of-world\n", "k.csv")
    try refuses(
      ["linkages", name, "--accounts", "k.csv"],
      saying: ["error: \(name): receipts and payments differ"])
  }

  @Test(arguments: [
    ("ragged", ",a,b,w\na,,5,3\nb,6,2\nw,2,3,\n", ["line 3", "'b'"]),
    (
      "text in a cell", ",a,b,w\na,,x5,3\nb,6,,2\nw,2,3,\n",
      ["line 2", "row 'a'", "column 'b'", "'x5'"]
    ),
    ("double column", ",a,a,w\na,,5,3\nb,6,,2\nw,2,3,\n", ["line 1", "'a'", "two columns"]),
    ("double row", ",a,b,w\na,,5,3\na,6,,2\nw,2,3,\n", ["line 3", "'a'", "two rows"]),
    ("no row", ",a,b,w\na,,5,3\nc,6,,2\nw,2,3,\n", ["'b'", "column but no row"]),
    ("no column", ",a,b\na,,5\nb,6,\nw,2,3\n", ["line 4", "'w'", "row but no column"]),
    ("nan", ",a,b,w\na,,nan,3\nb,6,,2\nw,2,3,\n", ["row 'a', column 'b'", "'nan'", "finite"]),
    ("inf", ",a,b,w\na,,inf,3\nb,6,,2\nw,2,3,\n", ["row 'a', column 'b'", "'inf'", "finite"]),
    ("hexadecimal", ",a,b,w\na,,0x1p3,3\nb,6,,2\nw,2,3,\n", ["column 'b'", "'0x1p3'", "decimal"]),
    ("overflow", ",a,b,w\na,,1e999,3\nb,6,,2\nw,2,3,\n", ["column 'b'", "'1e999'", "finite"]),
    ("exponent", ",a,b,w\na,,1e-9223372036854775808,3\nb,6,,2\nw,2,3,\n", ["column 'b'"]),
    (
      "wrong total", ",a,b,w,total\na,,5,3,18\nb,6,,2,8\nw,2,3,,5\n",
      ["line 2", "row total", "'a'", "18", "add to 8"]
    ),
    (
      "unbalanced", ",a,b,w\na,,15,3\nb,6,,2\nw,2,3,\n",
      ["'a' receives 18 and pays 8", "gap of 10", "--tolerance"]
    ),
    ("unclosed quote", ",a,b,w\na,,\"5,3\nb,6,,2\nw,2,3,\n", ["line 2", "quote"]),
    ("ambiguous", ";a;b;w\na;;1,234;3\nb;6;;2\nw;2;3;\n", ["line 2", "'1,234'", "thousands"]),
    ("no table", "Dear Sir,\nplease find attached\n", ["no row of codes", "square table"]),
  ])
  func `a faulty matrix is refused by name`(fault: String, text: String, parts: [String]) throws {
    let name = try place.write(text, "\(fault).csv")
    try refuses(["check", name], saying: [name] + parts)
  }

  @Test func `an infinite sum of finite cells is refused`() throws {
    let name = try place.write(
      ",a,b,w\na,,1e308,1e308\nb,1e308,,1e308\nw,1e308,1e308,\n", "huge.csv")
    try refuses(["check", name, "--exogenous", "w"], saying: [name])
  }

  @Test func `an account that is to respond and pays less than nothing`() throws {
    try place.write(",a,b,w\na,,-5,-3\nb,-6,,-2\nw,-2,-3,\n", "negative.csv")
    try refuses(
      ["multipliers", "negative.csv", "--exogenous", "w"], saying: ["'a'", "-8", "less than"])
  }

  @Test func `closures that cannot be`() throws {
    let closed = try place.write(",a,b,w\na,,5,\nb,5,,\nw,,,1\n", "closed.csv")
    try refuses(
      ["multipliers", closed, "--exogenous", "w"], saying: ["closed", "a, b", "exogenous"])
    try refuses(
      ["multipliers", "plain.csv", "--exogenous", "a,b,w"], saying: ["every account is exogenous"])
    try refuses(
      ["multipliers", "plain.csv"],
      saying: ["plain.csv", "a, b, w", "--accounts", "code,name,kind"])
    try refuses(
      ["multipliers", "plain.csv", "--exogenous", "@household"], saying: ["--accounts"])
    try refuses(
      ["compare", "plain.csv", "--exogenous", "w"], saying: ["--accounts", "code,name,kind"])
  }

  @Test func `unknown accounts suggest the nearest`() throws {
    for option in ["--exogenous", "--shock", "--response"] {
      let value = ["--exogenous": "hdd-r1", "--shock": "hdd-r1=1", "--response": "amaz=0.5"]
      let expected = option == "--response" ? "'amaiz'" : "'hhd-r1'"
      try refuses(
        ["multipliers", "nexus.csv", option, value[option] ?? ""],
        saying: ["Did you mean", expected])
    }
    try refuses(
      ["multipliers", "nexus.csv", "--response", "agricultur=0.5"], saying: ["'agriculture'"])
    try refuses(
      ["multipliers", "nexus.csv", "--response", "hhd-r1=0.5"], saying: ["'hhd-r1'", "no supply"])
    try refuses(
      ["multipliers", "nexus.csv", "--shock", "gov=1"],
      saying: ["'gov'", "exogenous", "--exogenous"])
  }

  @Test(arguments: [
    ("x,X,tax,hhd-r1,0.6,transfer,derived", ["line 2", "'x'", "0.6", "not to 1"]),
    ("x,X,tax,hhd_r1,1,transfer,derived", ["'x'", "'hhd_r1'", "Did you mean 'hhd-r1'"]),
    ("x,X,tax,cmaiz,1,transfer,derived", ["'x'", "transfer", "'cmaiz'", "commodity"]),
    ("x,X,tax,hhd-r1,1,transfer,", ["line 2", "evidence"]),
    ("x,X,tax,hhd-r1,1,gift,derived", ["line 2", "'gift'"]),
    ("x,X,gifts,hhd-r1,1,transfer,derived", ["line 2", "'gifts'"]),
  ])
  func `a faulty programme is refused by name`(line: String, parts: [String]) throws {
    try place.write(
      "programme,name,family,account,share,role,evidence\n\(line)\n", "programmes.csv")
    try refuses(
      ["compare", "nexus.csv", "--programmes", "programmes.csv"], saying: ["programmes.csv"] + parts
    )
  }

  @Test func `a matrix for which no programme is written says how to write one`() throws {
    // Neither a household nor a product, so that there is no archetype either.
    let kinds = try place.write(
      Sample.plainKinds.replacing("People,household", with: "Firms,enterprise"), "kinds.csv")
    let run = try place.sam("compare", "plain.csv", "--accounts", kinds)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("--programmes FILE"))
    #expect(run.errors.contains("programme,name,family,account,share,role,evidence"))
  }

  @Test func `an existing file is kept without --force`() throws {
    try place.write("mine", "mine.csv")
    let run = try place.sam("check", "plain.csv", "--output", "mine.csv")
    #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("--force"))
    #expect(place.text("mine.csv") == "mine")
    #expect(try place.sam("check", "plain.csv", "--output", "mine.csv", "--force").status == 0)
    #expect(place.text("mine.csv")?.hasPrefix("account,") == true)
    let folder = try place.sam(
      "check", "plain.csv", "--output", place.folder.path, "--format", "csv")
    #expect(folder.status == 1 && folder.errors.contains("directory"))
    #expect(try place.sam("check", "plain.csv", "--output", "no/where.csv").status == 1)
  }

  @Test func `a full disk is an error, on standard output and as a file`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try place.sam("check", "nexus.csv", into: full)
    #expect(run.status == 1 && run.errors.contains("No space left"))
    let file = try place.sam("check", "nexus.csv", "--format", "csv", "--output", "/dev/full")
    #expect(file.status == 1 && file.output.isEmpty && file.errors.contains("No space left"))
  }

  @Test func `a closed pipe ends the program quietly, by the usual signal`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let running = try place.start("sam", ["check", "nexus.csv"], into: pipe.fileHandleForWriting)
    let run = running.outcome()
    #expect(running.process.terminationReason == .uncaughtSignal)
    #expect(running.process.terminationStatus == SIGPIPE && run.errors.isEmpty)
  }
}
