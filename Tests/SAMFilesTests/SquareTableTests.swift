import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// Labelled square tables, in every layout that people have.
struct SquareTableTests {
  private let plain = ",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n"
  private let nexus = """
    2019 Social Accounting Matrix for Kenya,Code,a,b,w,total
    "Activities - Coffee, tea",a,,"1,005",3,"1,008"
    Households,b,1006,,2,1008
    World,w,2,3,,5
    Total,total,1008,1008,5,

    """

  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try SquareTable.read(file(text, name: "sam.csv"))
  }

  private func flows(_ sam: SocialAccountingMatrix) -> [[Double]] {
    sam.accounts.indices.map { i in sam.accounts.indices.map { sam[i, $0] } }
  }

  @Test(arguments: [
    ",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n",
    "code,a,b,w\na,0,5,3\nb,6,-,2\nw,2,3,0\n",
    "\u{FEFF},a,b,w\r\na,,5,3\r\nb,6,,2\r\nw,2,3,\r\n",
    ",a,b,w\ra,,5,3\rb,6,,2\rw,2,3,\r",
    ";a;b;w\na;;5;3\nb;6;;2\nw;2;3;\n",
    ";a;b;w\na;;5,0;3,0\nb;6,0;;2,0\nw;2,0;3,0;\n",
    "\ta\tb\tw\na\t\t5\t3\nb\t6\t\t2\nw\t2\t3\t\n",
    ",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n,,,\n,,,\n\n\n",
    ",a,b,w,total\na,,5,3,8\nb,6,,2,8\nw,2,3,,5\ntotal,8,8,5,\n",
    ",a,b,w,Total\na,,5,3,8\nb,6,,2,8\nw,2,3,,5\nTOTAL,8,8,5,21\n",
    ",a,b,w,Sum\na,,5,3,8\nb,6,,2,8\nw,2,3,,5\nGrand total,8,8,5,21\n",
    ",a,b,w,total,,growth\na,,5,3,8,,x\nb,6,,2,8,,nan\nw,2,3,,5,,\ntotal,8,8,5,,,\n,,,,,,\nGDP,9,,,,,\n",
    "Some title\nunit: bn\n\n,a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n",
    "name,code,a,b,w\nA,a,,5,3\nB,b,6,,2\nW,w,2,3,\n",
    "code,name,a,b,w\na,A,,5,3\nb,B,6,,2\nw,W,2,3,\n",
    "name,code,a,b,w,total\nA,a,,5,3,8\nB,b,6,,2,8\nW,w,2,3,,5\nTotal,,8,8,5,\n",
    ",w,b,a\na,3,5,\nb,2,,6\nw,,3,2\n",
  ])
  func `layouts, separators and line ends do not change the flows`(text: String) throws {
    let sam = try read(text)
    #expect(sam.accounts.map(\.code) == ["a", "b", "w"])
    #expect(flows(sam) == [[0, 5, 3], [6, 0, 2], [2, 3, 0]])
  }

  @Test func `names are read from the left or the right of the codes`() throws {
    for text in [
      "name,code,a,b,w\nA,a,,5,3\nB,b,6,,2\nW,w,2,3,\n",
      "code,name,a,b,w\na,A,,5,3\nb,B,6,,2\nw,W,2,3,\n",
    ] {
      #expect(try read(text).accounts.map(\.name) == ["A", "B", "W"])
    }
    #expect(try read(plain).accounts.map(\.name) == ["a", "b", "w"])
  }

  @Test func `the Nexus layout gives title, year, names and grouped thousands`() throws {
    let sam = try read(nexus)
    #expect(sam.title == "2019 Social Accounting Matrix for Kenya")
    #expect(sam.year == 2019)
    #expect(sam.accounts.map(\.name) == ["Activities - Coffee, tea", "Households", "World"])
    #expect(try sam["a", "b"] == 1005)
    #expect(sam.unit == .unstated)
  }

  @Test func `unit and year come from the reader where the file does not say`() throws {
    let sam = try SquareTable.read(
      file(plain), context: SquareTable.Context(unit: .rwfBillion, year: 2021))
    #expect(sam.unit == .rwfBillion && sam.year == 2021)
  }

  @Test func `the balance tolerance is the printed rounding of an account's cells`() throws {
    // Whole numbers beside decimals are as fine as the coarsest of these.
    let gaps = try read(",a,b,w\na,,5.1,3\nb,6,,2.25\nw,2,3,\n").balances()
    let tolerances = gaps.map(\.tolerance)
    for (tolerance, expected) in zip(tolerances, [0.1 + 0.1, 0.055 + 0.1, 0.1 + 0.055]) {
      #expect(abs(tolerance - expected) < 1e-12)
    }
  }

  @Test(arguments: [
    (",a,b,w\na,,5,3\nb,6,2\nw,2,3,\n", ["line 3", "'b'", "3 cells", "4"]),
    (",a,b,w\na,,5,3,9\nb,6,,2\nw,2,3,\n", ["line 2", "'a'", "5 cells", "4"]),
    (",a,b,w\na,,x,3\nb,6,,2\nw,2,3,\n", ["line 2", "row 'a'", "column 'b'", "'x'"]),
    (",a,b,w\na,,nan,3\nb,6,,2\nw,2,3,\n", ["row 'a'", "column 'b'", "'nan'"]),
    (",a,b,w\na,,1e999,3\nb,6,,2\nw,2,3,\n", ["row 'a'", "column 'b'", "'1e999'"]),
    (",a,a,w\na,,5,3\nb,6,,2\nw,2,3,\n", ["line 1, cell 3", "'a'", "two columns", "cell 2"]),
    (",a,b,w\na,,5,3\na,6,,2\nw,2,3,\n", ["line 3", "'a'", "two rows", "line 2"]),
    (",a,c,w\na,,5,3\nb,6,,2\nw,2,3,\n", ["line 1, cell 3", "'c'", "column but no row"]),
    (",a,b,c\na,,5,3\nb,6,,2\nc,2,3,\nd,1,1,1\n", ["line 5", "'d'", "row but no column"]),
    (",x,b,w\na,,5,3\nb,6,,2\nw,2,3,\n", ["line 1, cell 2", "'x'", "no row"]),
    (",a,b,w\na,,5,3\n,6,,2\nw,2,3,\n", ["line 3", "no account code"]),
    (
      ",a,b,w,total\na,,5,3,10\nb,6,,2,8\nw,2,3,,5\n",
      ["line 2, cell 5", "row total", "'a'", "10", "add to 8"]
    ),
    (
      ",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\ntotal,8,8,99\n",
      ["line 5, cell 4", "column total", "'w'", "99", "add to 5"]
    ),
    (",a,b,w,total\na,,5,3,eight\nb,6,,2,8\nw,2,3,,5\n", ["'eight'", "row 'a'", "'total'"]),
    (",a,b,w\na,,\"5,0\",3\nb,6.5,,2\nw,2,3,\n", ["'6.5'", "row 'b'", "column 'a'"]),
    (";a;b;w\na;;1,234;3\nb;6;;2\nw;2;3;\n", ["line 2", "'1,234'", "thousands or decimals"]),
    (
      ";a;b;c\na;;1.050;450\nb;1.050;;300\nc;450;300;\n",
      ["line 2, cell 3", "'1.050'", "thousands or decimals", "`decimalMark`"]
    ),
    (
      ";a;b;w\na;;450;-1.500\nb;6;;2\nw;2;3;\n",
      ["line 2, cell 4", "'-1.500'", "thousands or decimals"]
    ),
    (";a;b;w\na;;1,5;3\nb;6.5;;2\nw;2;3;\n", ["'6.5'", "row 'b'", "column 'a'"]),
    ("hello\n", ["a header and no lines"]), ("\n\n", ["no row of codes"]),
    ("1,2,3\n4,5,6\n7,8,9\n", ["no row of codes"]),
  ])
  func `a faulty table is refused with the file, the place and the fault`(
    text: String, parts: [String]
  ) {
    let message = complaint { _ = try read(text) }
    #expect(message.hasPrefix("sam.csv"))
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test func `a table with broken bytes is read or refused, and its model too`() throws {
    let alphabet = Array("0,;.-\"\n\rabwe ".utf8)
    let original = Array(nexus.utf8)
    var generator = SplitMix64(seed: 2019)
    var outcomes = (read: 0, refused: 0, models: 0)
    for _ in 0..<2_000 {
      var bytes = original
      for _ in 0...generator.index(below: 3) {
        let position = generator.index(below: bytes.count)
        switch generator.index(below: 3) {
        case 0: bytes[position] = alphabet[generator.index(below: alphabet.count)]
        case 1: bytes.remove(at: position)
        default: bytes.insert(alphabet[generator.index(below: alphabet.count)], at: position)
        }
      }
      do {
        let sam = try SquareTable.read(SourceFile(name: "broken.csv", bytes: bytes))
        outcomes.read += 1
        let closure = Closure(exogenous: [.account("w")])
        if let model = try? MultiplierModel(sam, closure: closure) {
          outcomes.models += 1
          let response = try model.response(to: Injection(into: model.endogenous[0].code))
          #expect(abs(response.totalLeakage - 1) < 1e-9)
        }
      } catch is Diagnostic {
        outcomes.refused += 1
      }
    }
    #expect(outcomes.read > 200 && outcomes.refused > 200 && outcomes.models > 50)
  }

  @Test func `a misspelt code suggests the nearest`() {
    let message = complaint {
      _ = try read(",amaiz,hhd-r1,row\namaiz,,5,3\nhhd_r1,6,,2\nrow,2,3,\n")
    }
    #expect(message.mentions("'hhd-r1'", "Did you mean 'hhd_r1'"), "\(message)")
  }

  @Test func `totals under another name are totals, with a note`() throws {
    let sam = try read(",a,b,c,all\na,,5,3,8\nb,6,,2,8\nc,2,3,,5\nall,8,8,5,\n")
    #expect(sam.accounts.map(\.code) == ["a", "b", "c"])
    #expect(sam.readingNotes.count == 1)
    #expect(sam.readingNotes[0].mentions("sam.csv", "the row 'all', the column 'all'", "totals"))
  }

  @Test func `a tolerance accepts totals that disagree by no more`() throws {
    let text = ",a,b,w,total\na,,5,3,12\nb,6,,2,8\nw,2,3,,5\n"
    #expect(throws: Diagnostic.self) { try read(text) }
    let context = SquareTable.Context(tolerance: 4)
    #expect(try SquareTable.read(file(text), context: context).accounts.count == 3)
  }

  @Test func `a printed zero beside empty cells is a rounded number, and one of many is not`()
    throws
  {
    let rounded = ",a,b,c,w,total\na,,0,0,3,5\nb,6,,,2,8\nc,,1,,,1\nw,2,3,,,5\n"
    #expect(try read(rounded).receipts == [3, 8, 1, 5])
    let exact = ",a,b,c,w,total\na,0,0,0,3,5\nb,6,0,0,2,8\nc,0,1,0,0,1\nw,2,3,0,0,5\n"
    #expect(complaint { _ = try read(exact) }.mentions("line 2", "row total", "'a'", "add to 3"))
  }

  @Test func `three accounts that pay each other alike are no hidden total`() throws {
    #expect(try read(",a,b,w\na,,5,5\nb,5,,5\nw,5,5,\n").accounts.count == 3)
  }

  @Test func `thousands and decimals are told apart by one cell that is clear`() throws {
    let sam = try read(";a;b;w\na;;1,234;3\nb;6,25;;2\nw;2;3;\n")
    #expect(try sam["a", "b"] == 1.234)
    let grouped = try read("\ta\tb\tw\na\t\t1,234\t3\nb\t6,000.5\t\t2\nw\t2\t3\t\n")
    #expect(try grouped["a", "b"] == 1234)
  }

  @Test(arguments: [
    (";a;b;w\na;;1.050;3\nb;6,5;;2\nw;2;3;\n", 1050),
    (";a;b;w\na;;1.050;3\nb;1.234.567;;2\nw;2;3;\n", 1050),
    (";a;b;w;total\na;;1.050;3;1.053,0\nb;6;;2;8\nw;2;3;;5\n", 1050),
    (";a;b;w\na;;1.050;3\nb;6.5;;2\nw;2;3;\n", 1.05),
    (";a;b;w\na;;1.050;3\nb;0.125;;2\nw;2;3;\n", 1.05),
    (";a;b;w\na;;1.050;3\nb;1234.567;;2\nw;2;3;\n", 1.05),
    (";a;b;w\na;;1.050e+00;3\nb;6;;2\nw;2;3;\n", 1.05),
    (";a;b;w\na;;1,050.5;3\nb;6.125;;2\nw;2;3;\n", 1050.5),
    (",a,b,w\na,,1.050,3\nb,6.5,,2\nw,2,3,\n", 1.05),
    ("\ta\tb\tw\na\t\t1.050\t3\nb\t6.5\t\t2\nw\t2\t3\t\n", 1.05),
    (",a,b,w\na,,\"1.050\",3\nb,\"6,5\",,2\nw,2,3,\n", 1050),
    (",a,b,w\na,,1.050,3\nb,1051,,2\nw,2,3,\n", 1050),
    (",a,b,w\na,,\"1,050\",3\nb,2.05,,2\nw,2,3,\n", 1050),
  ])
  func `a mark before three digits is one of decimals or thousands as the file settles it`(
    text: String, expected: Double
  ) throws {
    #expect(try read(text)["a", "b"] == expected)
  }

  @Test(arguments: [
    ",a,b,w\na,,1.050,3\nb,6,,2\nw,2,3,\n", "\ta\tb\na\t\t1.050\nb\t1.050\t\n",
    ",a,b\na,,\"1,050\"\nb,\"1,050\",\n", ";a;b\na;;1,050\nb;1,050;\n",
  ])
  func `a mark that the file leaves open is refused, and read as the user says`(text: String) throws
  {
    #expect(complaint { _ = try read(text) }.mentions("thousands or decimals", "`decimalMark`"))
    var source = file(text)
    let isComma = text.contains("1,050")
    source.notation.decimalMark = .comma
    #expect(try SquareTable.read(source)["a", "b"] == (isComma ? 1.05 : 1050))
    source.notation.decimalMark = .point
    #expect(try SquareTable.read(source)["a", "b"] == (isComma ? 1050 : 1.05))
  }

  @Test func `a mark that only the balance settles is settled with a note`() throws {
    let sam = try read(",a,b\na,,\"1,050\"\nb,1050,\n")
    #expect(try sam["a", "b"] == 1050)
    #expect(sam.readingNotes.count == 1)
    #expect(sam.readingNotes[0].mentions("line 2, cell 3", "'1,050' is read as 1050", "balance"))
  }

  @Test func `whole numbers written as floats are rounded to whole units`() throws {
    let floats = ",a,b,w,total\na,,295.0,293.0,589.0\nb,588.0,0.0,,588.0\nw,1.0,293.00,,294.0\n"
    let sam = try read(floats)
    let tolerances = sam.balances().map(\.tolerance)
    #expect(
      tolerances
        == (try read(floats.replacing(".00", with: "").replacing(".0", with: "")))
        .balances().map(\.tolerance))
    #expect(tolerances == [2, 1.5, 1.5])
    // One decimal that counts makes them all published decimals.
    let message = complaint { _ = try read(floats.replacing("588.0,0.0", with: "588.0,0.1")) }
    #expect(message.mentions("row total", "'a'", "589", "add to 588"), "\(message)")
  }

  @Test func `kinds are read from Nexus codes only where every code is one`() throws {
    let codes = ["amaiz", "cmaiz", "flab-n", "hhd-r1", "gov", "s-i", "row", "atax"]
    func table(_ codes: [String]) -> String {
      let header = "," + codes.joined(separator: ",") + "\n"
      return header
        + codes.map { "\($0)" + codes.map { _ in ",1" }.joined() + "\n" }.joined()
    }
    let kinds = try read(table(codes)).accounts.map(\.kind)
    #expect(
      kinds == [
        .activity, .commodity, .labour, .household, .government, .savings, .restOfWorld,
        .activityTax,
      ])
    #expect(try read(table(codes + ["xyz"])).accounts.allSatisfy { $0.kind == nil })
    #expect(try read(table(codes.filter { $0 != "gov" })).accounts.allSatisfy { $0.kind == nil })
  }
}
