import Foundation
import Testing

/// A matrix that is not Rwanda's, though its accounts have the same codes: nothing of Rwanda may be
/// in an answer, whatever the command.
struct AnotherCountryCommandTests {
  private let place: Workplace
  private let matrix = ["land.csv", "--unit", "ETB million"]
  private static func isOfRwanda(_ line: Substring) -> Bool {
    line.firstMatch(of: /(?i)rwanda|rwf|vup|rssb|cbhi|girinka|ubudehe|\bfrancs?\b|feeder road/)
      != nil
  }

  init() throws {
    place = try Workplace()
    let made = try place.sam(
      "convert", Sample.builtIn, "--output", "land.csv")
    try #require(made.status == 0, "\(made.errors)")
    try place.write(
      """
      programme,name,family,account,share,role,evidence
      cash,Cash,social-protection,hhd-r1,1,transfer,assumed
      road,Road,other-public-spending,ccons,1,purchase,assumed

      """, "own.csv")
  }

  private static let questions: [[String]] = [
    ["compare"], ["compare", "--regime", "short-run"], ["compare", "--financing", "direct-tax"],
    ["run", "per-franc"], ["uncertainty", "--draws", "12"],
    ["why", "PROGRAMME", "gdp_factor_cost"], ["rounds", "--programme", "PROGRAMME"],
    ["distribute", "--programme", "PROGRAMME"], ["decompose", "--programme", "PROGRAMME"],
    ["equilibrium", "--programme", "PROGRAMME", "--size", "1", "--regime", "short-run"],
    ["brief", "--bands", "0", "--format", "markdown"],
  ]

  /// The words of a question, with the matrix where a positional argument stands.
  private func command(_ question: [String], programme: String, own: Bool) -> [String] {
    let words = question.map { $0 == "PROGRAMME" ? programme : $0 }
    let positional = words.first == "why" ? 3 : words.first == "run" ? 2 : 1
    // A scenario takes a file of which no option tells the unit.
    let described = words.first == "run" ? [matrix[0]] : matrix
    return Array(words[..<positional]) + described + Array(words[positional...])
      + (own ? ["--programmes", "own.csv"] : [])
  }

  @Test(arguments: questions)
  func `without programmes a foreign matrix has archetypes, and no word of Rwanda`(
    _ question: [String]
  ) throws {
    let run = try place.sam(
      command(question, programme: "archetype-education", own: false))
    #expect(run.status == 0, "\(run.errors)")
    let leaks = run.output.split(separator: "\n").filter(Self.isOfRwanda)
    #expect(leaks.isEmpty, "\(leaks)")
    #expect(!run.output.contains("= average"))
  }

  @Test(arguments: questions)
  func `programmes that are given are the only ones`(_ question: [String]) throws {
    let run = try place.sam(command(question, programme: "cash", own: true))
    #expect(run.status == 0, "\(run.errors)")
    let leaks = run.output.split(separator: "\n").filter(Self.isOfRwanda)
    #expect(leaks.isEmpty, "\(leaks)")
    #expect(!run.output.contains("rchetype"))
  }

  @Test(arguments: questions.filter { $0.contains("PROGRAMME") })
  func `a programme of Rwanda is none of another country's`(_ question: [String]) throws {
    let run = try place.sam(command(question, programme: "roads", own: false))
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("archetype-education"), "\(run.errors)")
  }

  @Test func `archetypes claim nothing: no outlay, no average, no order, no grade`() throws {
    let run = try place.sam(["compare"] + matrix + ["--format", "csv"])
    #expect(Set(run.column("evidence")) == ["archetype"] && Set(run.column("ranked")) == ["no"])
    #expect(Set(run.column("outlay")) == [""] && Set(run.column("turning_response")) == [""])
    #expect(run.column("programme").count == 10)
    let weights = try place.sam(["compare"] + matrix + ["--table", "weights", "--format", "csv"])
    #expect(weights.csv.count == 1)
    // A unit for education is a unit into its commodity.
    let unit = try place.sam(["multipliers"] + matrix + ["--format", "csv"])
    #expect(
      abs(
        run.value("gdp_factor_cost", "archetype-education", key: "programme")
          - unit.value("gdp_factor_cost", "ceduc")) < 1e-9)
  }

  @Test func `keys of Rwanda are asked for, with a template`() throws {
    for (arguments, template) in [
      (["compare"] + matrix + ["--financing", "contributions"], "account,share,evidence"),
      (["jobs"] + matrix, "account,sex,area,formality,jobs"),
      (
        ["distribute"] + matrix + ["--programme", "archetype-pension", "--table", "poverty"],
        "line,headcount,value"
      ),
    ] {
      let run = try place.sam(arguments)
      #expect(run.status == 1 && run.errors.contains(template), "\(run.errors)")
    }
    try place.write("account,share,evidence\nhhd-u5,0.75,assumed\nhhd-u4,0.25,assumed\n", "who.csv")
    let paid = try place.sam(
      ["compare"] + matrix + ["--financing", "contributions", "--contributors", "who.csv"]
        + ["--table", "financing", "--format", "csv"])
    #expect(paid.status == 0, "\(paid.errors)")
    try place.write("account,share,evidence\nceduc,1,assumed\n", "wrong.csv")
    let wrong = try place.sam(
      ["compare"] + matrix + ["--financing", "contributions", "--contributors", "wrong.csv"])
    #expect(wrong.status == 1 && wrong.errors.contains("line 2"), "\(wrong.errors)")
    let unused = try place.sam(["compare"] + matrix + ["--contributors", "who.csv"])
    #expect(unused.status == 64)
  }

  @Test(arguments: ["pension-reform", "coverage", "targeting", "cover-cooperatives"])
  func `a built-in scenario with amounts is refused`(_ scenario: String) throws {
    let run = try place.sam("run", scenario, "land.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("of its own country"), "\(run.errors)")
  }

  @Test func `a changed copy of a matrix of the country keeps its programmes`() throws {
    let run = try place.sam(
      "compare", "land.csv", "--unit", "RWF billion", "--format", "csv")
    #expect(run.column("programme").contains("vup-direct-support"))
    #expect(Set(run.column("jobs_per_billion")) == [""])
  }

  @Test func `programmes in no average are named`() throws {
    let own = try place.sam(["compare"] + matrix + ["--programmes", "own.csv"])
    #expect(own.output.replacing("\n", with: " ").contains("in no average"))
    try place.write(
      "programme,family,account,share,role,evidence\n"
        + "mine,social-protection,hhd-r1,1,transfer,assumed\n", "mine.csv")
    let beside = try place.sam("compare", Sample.builtIn, "--programmes", "mine.csv")
    let text = beside.output.replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(text.firstMatch(of: /in no average[^.]*mine/) != nil)
  }
}
