import SocialAccounting
import Testing

@testable import SAMFiles

/// Which symbol of a GAMS file is the matrix, and which labels are one.
struct `Choosing the table of a GAMS file` {
  private let cells = """
            prod   good   work   home   abro
    prod           52
    good    20                   31     13
    work    32
    home                  32            4
    abro           12            5
    ;
    """

  private func codes(_ text: String) throws -> [String] {
    try MatrixReader.read(file(text, name: "m.gms")).accounts.map(\.code)
  }

  @Test func `labels in two cases are one account, spelt as it was first`() throws {
    let text =
      "set ac / prod, good 'Goods', work, home, abro /; alias(ac,acp);\ntable SAM(ac,acp) own\n"
      + cells.replacing("prod   good   work   home", with: "PROD   Good   work   Home")
    let sam = try MatrixReader.read(file(text))
    #expect(sam.accounts.map(\.code) == ["prod", "good", "work", "home", "abro"])
    #expect(sam.accounts[1].name == "Goods")
    #expect(try sam["prod", "good"] == 52)
    #expect(try sam["abro", "home"] == 5)
  }

  @Test func `a cell that stands twice in two cases is refused`() {
    let message = complaint {
      _ = try codes("parameter sam(i,j) / a.b 1, A.B 2, b.a 1 /;")
    }
    #expect(message.mentions("row 'a' and column 'b' stands twice"), "\(message)")
  }

  @Test func `a symbol that is declared without data hides no table`() throws {
    let declared = "parameter sam(ac,acp) declared first\n          gap(ac)     check;\n"
    #expect(
      try codes(declared + "table sam(ac,acp) own example\n" + cells)
        == ["prod", "good", "work", "home", "abro"])
    #expect(
      try codes("parameters x(i) / a 1, b 2 /, sam(i,j) / a.b 3, b.a 3 /;") == ["a", "b"])
    #expect(
      complaint { _ = try codes(declared) }.mentions("'sam' has no data between slashes"))
  }

  @Test func `another table with data is a note where one is called SAM, else a refusal`() throws {
    let two = "table old(ac,acp)\n\(cells)\ntable sam(ac,acp)\n\(cells)"
    let notes = try MatrixReader.read(file(two, name: "m.gms")).readingNotes.map(\.description)
    #expect(notes.count == 2)
    #expect(notes[0].mentions("numbers outside the matrix are passed over: 'old' on line 1"))
    #expect(notes[1] == "m.gms: the table 'sam' is read; the file also holds 'old' (line 1).")
    #expect(
      complaint {
        _ = try codes(two.replacing("sam(", with: "sam2(").replacing("old", with: "sam1"))
      }
      .mentions("declares 2 tables, and none is called SAM", "sam1, sam2"))
  }

  @Test func `a parameter over three sets is refused with what a matrix needs`() {
    let cube = "parameter sam(r,ac,acp) /\nnorth.a.b 2\nnorth.b.a 2\n/;\n"
    #expect(
      complaint { _ = try codes(cube) }.mentions("'sam' stands over 3 sets", "sam(row,column)"))
  }

  @Test func `a delimited parameter, equals signs and comments behind lines are read`() throws {
    let delimited = try MatrixReader.read(
      file(
        "parameter SAM(i,j) /\n$ondelim\na,b,2.5\n'b c',a,1\na,'b c',1\nb,a,2.5\n$offdelim\n/;\n"))
    #expect(try delimited["a", "b"] == 2.5 && delimited["b c", "a"] == 1)
    let signed = try MatrixReader.read(
      file("parameter SAM(i,j) / 'a'.\"b\" = 2.5\n b . a 2.5 , a.c 1 \n c.a\n 1 /;\n"))
    #expect(try signed["a", "b"] == 2.5 && signed["c", "a"] == 1)
    let commented = try MatrixReader.read(
      file("$eolcom //\ntable SAM(i,j)\n     a    b // c\na         2 // 7\nb    2 // checked\n;\n")
    )
    #expect(commented.accounts.map(\.code) == ["a", "b"])
    #expect(try commented["a", "b"] == 2)
  }
}
