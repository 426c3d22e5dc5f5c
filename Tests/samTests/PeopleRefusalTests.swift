import Foundation
import Testing

@Suite("Bad input about people")
struct PeopleRefusalTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Self.matrix, "m.csv")
    try place.write(Self.kinds, "k.csv")
  }

  private static let matrix = """
    ,food,serv,lab,hh,gov
    food,10,5,,60,5
    serv,15,10,,30,25
    lab,40,50,,,
    hh,,,90,,10
    gov,15,15,,10,

    """

  private static let kinds = """
    code,name,kind,group
    food,,activity,agriculture
    serv,,activity,services
    lab,,labour,
    hh,,household,
    gov,,government,

    """

  /// One message on standard error, nothing on standard output.
  private func expectRefusal(
    _ arguments: [String], _ words: [String], status: Int32 = 1,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try place.sam(arguments)
    #expect(result.status == status, "\(result.errors)", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    for word in words {
      #expect(result.errors.contains(word), "\(result.errors)", sourceLocation: location)
    }
    if status == 1 {
      #expect(
        result.errors.split(separator: "\n").count == 1, "\(result.errors)",
        sourceLocation: location)
    }
  }

  private func jobs(_ lines: String...) throws -> [String] {
    try place.write(
      "account,sex,area,formality,jobs\n" + lines.joined(separator: "\n") + "\n", "j.csv")
    return ["jobs", "m.csv", "--accounts", "k.csv", "--employment", "j.csv"]
  }

  @Test func `jobs that fit are carried`() throws {
    let result = try place.sam(
      try jobs("food,female,,,60", "food,male,,,40", "serv,,,,100") + ["--format", "csv"])
    #expect(result.status == 0, "\(result.errors)")
    let food = try #require(result.csv.first { $0[0] == "food" })
    #expect(food[1] == "100" && food[2] == "1.25" && food[3] == "1.25")
  }

  @Test func `jobs that do not fit name the file and the account`() throws {
    try expectRefusal(try jobs("food,,,,5"), ["j.csv", "leaves out serv", "write 0"])
    try expectRefusal(
      try jobs("food,,,,5", "serv,,,,5", "food,,,,6"),
      ["j.csv: line 4", "'food' stands twice", "line 2"])
    try expectRefusal(
      try jobs("food,,,,-5", "serv,,,,5"), ["j.csv: line 2", "'food'", "-5 jobs", "zero or more"])
    try expectRefusal(
      try jobs("food,,,,many", "serv,,,,5"), ["line 2", "'jobs'", "'many' is not a finite"])
    try expectRefusal(
      try jobs("food,girl,,,5", "serv,,,,5"), ["line 2", "'girl' is not a known sex", "female"])
    try expectRefusal(
      try jobs("fod,,,,5", "serv,,,,5"), ["j.csv", "'fod'", "Did you mean", "food"])
    try expectRefusal(
      try jobs("food,,,,5", "food,male,,,50", "serv,,,,5"),
      ["j.csv", "'food'", "5 in one breakdown and to 50"])
    try expectRefusal(
      ["jobs", "m.csv", "--accounts", "k.csv"], ["no jobs are known", "--employment FILE"])
    try expectRefusal(
      ["jobs", "m.csv", "--accounts", "k.csv", "--employment", "none.csv"],
      ["none.csv", "no such file"])
  }

  @Test func `satellites that do not fit name the file and the account`() throws {
    func satellites(_ lines: String...) throws -> [String] {
      try place.write(
        "satellite,account,amount\n" + lines.joined(separator: "\n") + "\n", "s.csv")
      return ["satellites", "m.csv", "--accounts", "k.csv", "--file", "s.csv"]
    }
    try expectRefusal(try satellites("land,food,5"), ["s.csv", "'land'", "leaves out serv"])
    try expectRefusal(
      try satellites("land,food,5", "land,food,6"), ["s.csv: line 3", "stands twice in 'land'"])
    try expectRefusal(
      try satellites("land,food,5", "land,serv,1", "land,gov,6"), ["'gov'", "exogenous"])
  }

  @Test func `draws, seeds and parts out of range are wrong usage`() throws {
    for draws in ["0", "-3", "10000001", "1e3", "many"] {
      try expectRefusal(
        ["uncertainty", "--draws=\(draws)"], ["--draws", "from 1 to 10000000"], status: 64)
    }
    for seed in ["-1", "18446744073709551616", "1.5"] {
      try expectRefusal(["uncertainty", "--seed=\(seed)"], ["--seed", "from 0 to"], status: 64)
    }
    for shard in ["0/2", "3/2", "1", "a/b", "1/2/3"] {
      try expectRefusal(["uncertainty", "--shard=\(shard)"], ["--shard", "K/N"], status: 64)
    }
    try expectRefusal(
      ["uncertainty", "--draws=3", "--shard=1/4"], ["more parts than"], status: 64)
    try expectRefusal(
      ["uncertainty", "--shard=1/4", "--format=json"], ["written as CSV"], status: 64)
    try expectRefusal(["compare", "--bands=0"], ["--bands", "from 1 to"], status: 64)
    try expectRefusal(["merge", "m.csv"], ["m.csv", "checksum", "copy it whole"])
    try expectRefusal(["uncertainty", "--scenario=none"], ["'none'", "standard"])
  }

  /// A folder of data with one table replaced.
  private func data(_ path: String, _ text: String) throws -> [String] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let copy = place.folder.appendingPathComponent("SAM")
    try? FileManager.default.removeItem(at: copy)
    try FileManager.default.copyItem(at: root.appendingPathComponent("SAM"), to: copy)
    try place.write(text, "SAM/\(path)")
    return ["uncertainty", "--draws", "2", "--data", "SAM"]
  }

  @Test func `an unknown grade is refused`() throws {
    try expectRefusal(
      try data("uncertainty/columns.csv", "accounts,grade\n@household,Z\n"),
      ["columns.csv: line 2", "'Z'", "not defined", "A, B"])
    try expectRefusal(
      try data("uncertainty/columns.csv", "accounts,grade\n@houshold,A\n"),
      ["columns.csv: line 2", "@houshold"])
    try expectRefusal(
      try data("uncertainty/grades.csv", "grade,relative_error\nA,-1\n"),
      ["grades.csv: line 2", "-1"])
    try expectRefusal(
      try data("uncertainty/grades.csv", "grade,relative_error\nA,0.1\n"),
      ["grades.csv", "'published' is missing"])
    try expectRefusal(
      try data("uncertainty/scenarios.csv", "scenario,own_consumption\nx,eaten\n"),
      ["scenarios.csv: line 2", "'eaten'", "kept, unmet, market, off"])
  }

  @Test func `a distribution needs an injection that responds`() throws {
    try expectRefusal(["distribute"], ["nothing is injected"], status: 64)
    try expectRefusal(
      ["distribute", "--programme=education", "--amount=0"], ["above zero"], status: 64)
    try expectRefusal(["distribute", "--shock=gov=1"], ["'gov'", "exogenous"])
    try expectRefusal(["distribute", "--programme=educaton"], ["educaton", "education"])
    try expectRefusal(
      ["distribute", "--programme=rssb-pensions", "--table=poverty"],
      ["households are paid, but nobody says how many"])
    try place.write("account,population\nhhd-r1,0\n", "p.csv")
    try expectRefusal(
      ["distribute", "--programme=education", "--population=p.csv"],
      ["p.csv: line 2", "population is 0"])
  }

  @Test func `people of a file that do not fit are told with their line`() throws {
    let shock = ["distribute", "m.csv", "--accounts", "k.csv", "--shock", "hh=1"]
    try place.write("account,population\nhh,1000\nhhh,5\n", "p.csv")
    try expectRefusal(
      shock + ["--population", "p.csv"],
      ["p.csv: line 3, column 'account'", "'hhh'", "Did you mean 'hh'"])
    try expectRefusal(
      shock + ["--population", "absent.csv"], ["absent.csv", "no such file"])
    let run = try place.sam(shock + ["--table", "poverty"])
    #expect(run.status == 1 && run.errors.contains("poverty lines"), "\(run.errors)")
    for template in ["line,headcount,value", "account,population,gini", "programme,households,"] {
      #expect(run.errors.contains(template))
    }
  }
}
