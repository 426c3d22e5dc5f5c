import SAMFiles
import SocialAccounting
import Testing

struct `Reading the populations beside a Nexus matrix` {
  private static let text = """
    \u{FEFF}Representative Household Populations,Code,Number (1000s of people),Share\r
    All households,h_ALL,"52,574",100.0\r
    Quintile 1,h_Q1,"10,516",20.0\r
    Rural quintile 1,h_rur1,"40,000",17.6\r
    Urban quintile 5,h_urb5,"12,573",14.8\r

    """

  @Test func `thousands become persons, and codes accounts`() throws {
    let population = try HouseholdPopulation(file(Self.text))
    #expect(population.peopleByAccount == ["hhd-r1": 40_000_000, "hhd-u5": 12_573_000])
    #expect(population.groups.map(\.code) == ["h_ALL", "h_Q1", "h_rur1", "h_urb5"])
    #expect(population.groups.map(\.line) == [2, 3, 4, 5])
    #expect(population.groups[2].name == "Rural quintile 1")
  }

  @Test func `it is a table of people like any other`() throws {
    let groups = try PovertyTables.readGroups(file(Self.text), among: ["hhd-r1", "hhd-u5", "gov"])
    #expect(groups.map(\.account) == ["hhd-r1", "hhd-u5"])
    #expect(groups.map(\.population) == [40_000_000, 12_573_000])
    #expect(groups.allSatisfy { $0.gini == nil })
  }

  @Test(arguments: [
    ("\"40,000\"", "many", "pop.csv: line 4, cell 3: 'many' is no number of people"),
    ("\"40,000\"", "-1", "pop.csv: line 4, cell 3: '-1' is no number of people"),
    ("h_urb5", "h_rur1", "pop.csv: line 5: the account 'hhd-r1' stands twice, first on line 4"),
    ("h_urb5", "h_urb4", "pop.csv: line 5: there is no account 'hhd-u4'. Did you mean 'hhd-u5'"),
    ("\"12,573\"", "\"2,573\"", "the groups hold 42573000 people, and all households 52574000"),
  ])
  func `what is wrong is told with its line`(part: String, replacement: String, message: String) {
    let wrong = file(Self.text.replacing(part, with: replacement), name: "pop.csv")
    #expect(
      complaint { _ = try PovertyTables.readGroups(wrong, among: ["hhd-r1", "hhd-u5"]) }
        .mentions(message))
  }

  @Test func `a file without groups or columns is refused`() {
    let sums = "Populations,Code,Number\nAll,h_ALL,10\n"
    #expect(
      complaint { _ = try HouseholdPopulation(file(sums)) }.mentions("no group has a code"))
    #expect(
      complaint { _ = try HouseholdPopulation(file("a,b\n1,2\n")) }
        .mentions("table.csv: line 1: the columns 'Code' and 'Number' are not both there"))
  }

  @Test func `sums by area and quintile are checked, and shares that do not fit are a note`() throws
  {
    func table(rural: String = "30", share: String = "60.0", more: String = "") -> SourceFile {
      file(
        """
        Populations,Code,Number (1000s of people),Share,Year
        All,h_ALL,50,100.0,
        Rural,h_RUR,\(rural),\(share),
        Quintile 1,h_Q1,30,60.0,
        Rural 1,h_rur1,20,40.0,2019
        Rural 2,h_rur2,10,20.0,2019
        Urban 1,h_urb1,10,20.0,2019
        Urban 2,h_urb2,10,20.0,2019
        \(more)
        """)
    }
    func notes(_ file: SourceFile) throws -> [Diagnostic] {
      let notes = Collected()
      var file = file
      file.onNote = notes.add
      _ = try HouseholdPopulation(file)
      return notes.all
    }
    #expect(try notes(table()).count == 1)
    #expect(try notes(table())[0].mentions("column 'Year' (4"))
    #expect(
      try notes(table(rural: "37")).contains {
        $0.mentions("groups of 'Rural' hold 30000", "37000")
      })
    #expect(
      try notes(table(share: "75.0")).contains { $0.mentions("share of 'Rural'", "75", "60") })
    #expect(try notes(table(more: "Odd,h_odd,1,2.0,")).contains { $0.mentions("'h_odd'") })
  }
}
