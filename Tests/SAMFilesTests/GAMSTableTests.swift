import SocialAccounting
import Testing

@testable import SAMFiles

struct `Reading GAMS` {
  @Test func `numbers belong to the label whose columns they share, over continued blocks`() throws
  {
    let text = """
      $title A model
      $ontext
        TABLE SAM(x,y) is not this one
      $offtext
      SETS
        ac  accounts /
          lab  "Labour, unskilled"
          'agr act'  Farms
          hh, total /
      ;
      ALIAS(ac,acp);
      TABLE SAM(ac,acp)  flows of 2019
                 lab   'agr act'
      lab                     1.5
      'agr act'    1
      +             hh   total
      lab                    1.5
      hh            0.5
      ;
      SAM(ac,'total') = sum(acp, SAM(ac,acp));
      """
    let sam = try MatrixReader.read(file(text, name: "model.inc"))
    #expect(sam.accounts.map(\.code) == ["lab", "agr act", "hh"])
    #expect(sam.accounts[0].name == "Labour, unskilled")
    #expect(try sam["lab", "agr act"] == 1.5)
    #expect(try sam["agr act", "lab"] == 1)
    #expect(try sam["hh", "hh"] == 0.5)
    #expect(sam.title == "flows of 2019")
  }

  @Test func `a number under no label or under two is refused`() {
    let under = complaint {
      _ = try MatrixReader.read(file("TABLE SAM(i,j)\n    aa   bb\naa  12        7\n;"))
    }
    #expect(under.mentions("line 3", "'7' in row 'aa' stands under no column label"))
    let two = complaint {
      _ = try MatrixReader.read(file("TABLE SAM(i,j)\n     aa bb\naa   123456\n;"))
    }
    #expect(two.mentions("stands under two labels, 'aa' and 'bb'"))
    let text = complaint {
      _ = try MatrixReader.read(file("TABLE SAM(i,j)\n     aa\naa   na\n;"))
    }
    #expect(text.mentions("line 3, row 'aa', column 'aa'", "'na' is not a finite decimal number"))
  }

  @Test func `parameters, quoted labels and delimited tables are read`() throws {
    let parameter = "Parameter sam(i,j) text / a.b 3, 'x y'.a 1\n b.'x y' -2.5 /;"
    let sam = try MatrixReader.read(file(parameter))
    #expect(try sam["a", "b"] == 3)
    #expect(try sam["x y", "a"] == 1)
    #expect(try sam["b", "x y"] == -2.5)
    let delimited = "TABLE sam(i,j)\n$ondelim\n,a,b\na,,4\nb,5,\n$offdelim\n;"
    #expect(try MatrixReader.read(file(delimited))["b", "a"] == 5)
  }

  @Test(arguments: [
    ("$include sets.inc\nTABLE SAM(i,j)\n  a b\na   1\nb 1\n;", "line 1", "'sets.inc'"),
    ("* text\n  $$INCLUDE \"the sam.inc\"\n", "line 2", "'the sam.inc'"),
    ("$if exist x.inc $batInclude x.inc a b\nTABLE SAM(i,j)\n", "line 1", "'x.inc'"),
    ("TABLE SAM(i,j)\n$include\n;", "line 2", "that file"),
  ])
  func `a file that takes in another is refused, for its lines would be missing`(
    text: String, place: String, name: String
  ) {
    let message = complaint { _ = try MatrixReader.read(file(text, name: "model.gms")) }
    #expect(message.mentions("model.gms: \(place)", "takes in \(name)", "is not followed"))
  }

  @Test(arguments: [
    "sam(ac,acp) = SAM(ac,acp)/1000;", "x = 1; SAM('a','b') = 7;",
    "  SAM (ac,acp)$(abs(SAM(ac,acp)) lt 0.1) = 0;",
  ])
  func `cells that are computed are refused, for they would be read as they were`(line: String) {
    let table = "TABLE SAM(ac,acp)\n   a  b\na     2\nb  2\n;\n"
    #expect(
      complaint { _ = try MatrixReader.read(file(table + line, name: "m.gms")) }
        .mentions("m.gms: line 6: the line computes cells of 'SAM', which is not evaluated"))
  }

  @Test(arguments: [
    "SAM(ac,'total') = sum(acp, SAM(ac,acp));", "SAM(\"TOTAL\",acp)=1;", "DIFF(ac) = SAM(ac,ac);",
    "EQ(ac).. X(ac) =E= sum(acp, SAM(ac,acp));", "display SAM;", "* SAM(ac,acp) = 0;",
  ])
  func `totals and other symbols may be computed`(line: String) throws {
    let table = "TABLE SAM(ac,acp)\n   a  b\na     2\nb  2\n;\n"
    #expect(try MatrixReader.read(file(table + line))["a", "b"] == 2)
  }

  @Test func `words of a title or a comment take in nothing`() throws {
    let text =
      "$title include taxes\n$onText\n$include x.inc\n$offText\n* $include y.inc\n"
      + "TABLE SAM(i,j)\n   a  b\na     2\nb  2\n;"
    #expect(try MatrixReader.read(file(text))["a", "b"] == 2)
  }

  @Test func `of several tables the one called SAM is read, and without it they are named`() throws
  {
    let table = "TABLE elast(i,j)\n  a\na 1\n;\nTABLE NAME(i,j)\n  a\na 2\n;"
    #expect(try MatrixReader.read(file(table.replacing("NAME", with: "baseSAM")))["a", "a"] == 2)
    #expect(
      complaint { _ = try MatrixReader.read(file(table)) }
        .mentions("2 tables, and none is called SAM", "elast, NAME"))
  }
}

struct `Reading JSON` {
  @Test(arguments: [
    ("{", "line 1: a name in quotes is expected"), ("{\"a\": 01x}", "'01x' is not a JSON value"),
    ("{\"a\": [1,]}", "'' is not a JSON value"), ("{\"a\": nan}", "a value is expected"),
    ("{} x", "text follows the end"), ("{\"a\": \"\n\"}", "not closed on its line"),
    ("{\"a\": \"\\ud800\"}", "surrogate"), ("{\"a\": 1, \"a\": 2}", "stands twice"),
    ("{\"format\": \"social-accounting-matrix\", \"flows\": [[\"a\", \"b\"]]}", "flow 1"),
    ("{\"format\": \"social-accounting-matrix\", \"schema\": 99}", "schema 99"),
    ("{\"b\": 1}", "holds no matrix"),
  ])
  func `what is wrong is named with its place`(text: String, message: String) {
    #expect(complaint { _ = try MatrixReader.read(file(text)) }.mentions(message))
  }

  @Test func `brackets without end are refused before the stack is full`() {
    let text = "{\"a\": " + String(repeating: "[", count: 1_000_000)
    #expect(complaint { _ = try MatrixReader.read(file(text)) }.mentions("nested too deeply"))
  }
}
