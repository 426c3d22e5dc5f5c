import CountryData
import Foundation
import SocialAccounting
import Testing

/// The recipe engine on a country that nobody has heard of: nothing in it may know Rwanda.
struct AnotherCountryTests {
  /// A folder in the layout of SAM/, with a published matrix of year 1 and one built from it.
  private static func withCountry<Result>(
    _ changes: [String: String] = [:], _ body: (Country) throws -> Result
  ) throws -> Result {
    var tables = [
      "matrices.csv": """
      id,folder,prior,maps,title,unit,year,source
      second,second,first,second,Second year,crown,2,us
      first,first,,,First year,crown,1,us

      """,
      "first/accounts.csv": accounts, "second/accounts.csv": accounts,
      "first/flows.csv": """
      row,column,value
      farm,grain,60
      mill,flour,40
      grain,mill,30
      grain,family,30
      flour,family,50
      work,farm,60
      work,mill,10
      family,work,70
      abroad,flour,10
      family,abroad,10

      """,
      "second/flows.csv": "row,column,value\n",
      "second/products.csv": """
      group,kind,code,share
      cereals,line,G,1
      cereals,account,grain,1
      ground,line,F,1
      ground,account,flour,1

      """,
      "second/activities.csv": """
      group,kind,code,share
      cereals,line,G,1
      cereals,account,farm,1
      ground,line,F,1
      ground,account,mill,1

      """,
      "second/families.csv": """
      family,table,figure,row,column,weight,standard_error
      output,supply-use,output,@activity,#products/{},1,0.1%
      imports,supply-use,imports,abroad,#products/{},1,0.1%
      earnings,production-account,earnings,@labour,#activities/{},1,0.29

      """,
      "second/supply-use.csv": """
      line,column,value,source
      G,output,90,book
      F,output,66,book
      F,imports,14,book

      """,
      "second/production-account.csv": """
      line,column,value,source
      G,earnings,90,book
      F,earnings,16,book

      """,
      "second/adjustments.csv": "family,group,amount\n",
      "second/sources.csv": """
      id,title,publisher,locator,first_year,last_year
      book,The book,The office,page 1,1,2

      """,
      "second/controls.csv": """
      control,row,column,weight,value,standard_error,source,evidence,note
      pay,family,work,1,106,1,book,published,
      remittances,family,abroad,1,14,1,book,assumed,

      """,
      "second/balances.csv": """
      balance,row,column,weight,plus,official,tolerance,source,evidence,name,reason
      trade,abroad,@commodity,1,,14,0.5,book,published,Trade deficit,

      """,
      "programmes/programmes.csv":
        "programme,name,family,account,share,role,evidence,source,note\n"
        + "relief,Relief,social-protection,family,1,transfer,assumed,book,\n",
      "programmes/outlays.csv":
        "programme,outlay,unit,year,part_of,ranked,evidence,source,note\n"
        + "relief,1,crown,2,,yes,assumed,book,\n",
      "programmes/sources.csv": "id,citation,url\nbook,The book,\n",
    ]
    tables.merge(changes) { $1 }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in tables {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try body(Country(directory: folder.path))
  }

  private static let accounts = """
    code,name,kind
    farm,Farms,activity
    mill,Mills,activity
    grain,Grain,commodity
    flour,Flour,commodity
    work,Work,labour
    family,Families,household
    abroad,Rest of world,rest-of-world

    """

  @Test func `a recipe builds the matrix of another country from its folder`() throws {
    try Self.withCountry { country in
      let built = try country.build("second")
      #expect(built.largestRelativeGap < 1e-9)
      #expect(abs(try built.sam["farm", "grain"] - 90) < 0.2)
      #expect(abs(try built.sam["abroad", "flour"] - 14) < 0.2)
      #expect(built.officialBalances.map(\.id) == ["trade"])
      #expect(built.institutionalEvidence.map(\.evidence) == ["assumed", "published"])
      #expect(built.institutionalEvidence.map(\.controls) == [1, 1])
      #expect(built.institutionalEvidence.map(\.value) == [14, 106])
      #expect(built.sam.unit.description == "crown" && built.sam.year == 2)
      // Without steps the move is one, and another matrix is not there to compare.
      let moves = try country.multiplierMoves()
      #expect(moves.prior == "first" && moves.others.isEmpty && moves.steps == ["recipe"])
      #expect(try country.matrices().map(\.id) == ["second", "first"])
    }
  }

  @Test func `no message names a country that is not asked about`() throws {
    try Self.withCountry { country in
      for failing in [
        { try country.build("first") as Any }, { try country.sam("third") as Any },
        { try country.schemes(of: try country.sam("first")) as Any },
        { try country.scenario("none") as Any }, { try country.employmentByBranch() as Any },
      ] {
        do {
          _ = try failing()
          Issue.record("nothing was refused")
        } catch { #expect(!"\(error)".lowercased().contains("rwanda"), "\(error)") }
      }
    }
  }

  /// What building the second matrix says after tables were changed.
  private static func refusal(_ changes: [String: String]) throws -> String {
    try withCountry(changes) { country in
      do { _ = try country.build("second") } catch { return "\(error)" }
      Issue.record("it was built")
      return ""
    }
  }

  @Test func `an official balance that is missed fails the build at its line, or is listed`() throws
  {
    let header =
      "balance,row,column,weight,plus,official,tolerance,source,evidence,name,reason\n"
    let missed = "trade,abroad,@commodity,1,,20,0.5,book,published,Trade deficit,"
    let refusal = try Self.refusal(["second/balances.csv": header + missed + "\n"])
    for words in ["second/balances.csv", "line 2", "'trade'", "20", "0.5"] {
      #expect(refusal.contains(words), "\(refusal)")
    }
    let listed = header + missed + "smuggled\n"
    try Self.withCountry(["second/balances.csv": listed]) { country in
      let balance = try #require(try country.build("second").officialBalances.first)
      #expect(!balance.isMet && balance.reason == "smuggled")
      #expect(abs(balance.difference + 6) < 0.2)
    }
  }

  /// The other way round: the published balance stands, and a figure of the recipe is changed.
  @Test func `a changed figure that a balance knows better fails the build`() throws {
    let refusal = try Self.refusal([
      "second/supply-use.csv":
        "line,column,value,source\nG,output,90,book\nF,output,66,book\nF,imports,24,book\n"
    ])
    #expect(refusal.contains("second/balances.csv") && refusal.contains("line 2"), "\(refusal)")
    #expect(refusal.contains("'trade'"), "\(refusal)")
  }

  @Test(arguments: [
    (
      "second/controls.csv",
      "control,row,column,weight,value,standard_error,source,evidence,note\n"
        + "pay,family,work,1,106,1,book,published,\npay,family,abroad,1,14,1,book,assumed,\n",
      "line 3", "'pay'"
    ),
    (
      "second/balances.csv",
      "balance,row,column,weight,plus,official,tolerance,source,evidence,name,reason\n"
        + "trade,abroad,@commodity,1,,14,0.5,book,published,Trade deficit,\n"
        + "trade,family,abroad,1,,14,,,,,\n",
      "line 3", "'trade'"
    ),
    (
      "second/families.csv",
      "family,table,figure,row,column,weight,standard_error\n"
        + "imports,supply-use,import,abroad,#products/{},1,0.1%\n",
      "line 2", "'imports'"
    ),
    (
      "second/adjustments.csv", "family,group,amount\nimports,cereal,2\n", "line 2",
      "'imports:cereal'"
    ),
  ])
  func `a figure that would be lost in silence is refused with its line`(
    table: String, text: String, line: String, words: String
  ) throws {
    let refusal = try Self.refusal([table: text])
    #expect(refusal.contains(table) && refusal.contains(line), "\(refusal)")
    #expect(refusal.contains(words), "\(refusal)")
  }

  @Test func `a cell that a control names twice counts with the sum of its weights`() throws {
    let twice = """
      control,row,column,weight,value,standard_error,source,evidence,note
      pay,family,work,0.5,106,1,book,published,
      pay,family,*,0.5,,,,,
      pay,family,abroad,-0.5,,,,,

      """
    try Self.withCountry(["second/controls.csv": twice]) { country in
      let built = try country.build("second")
      #expect(abs(try built.sam["family", "work"] - 106) < 2)
    }
  }
}
