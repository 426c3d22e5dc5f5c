import Foundation
import Testing

/// What is said of files reaches every file that is read, beside a built-in matrix too, and is
/// refused only where no file is read by it.
struct FileOptionTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      programme;name;family;account;share;role;evidence;year
      x;X;social-protection;hhd-r1;0,250;transfer;assumed;2020
      x;X;social-protection;hhd-r2;0,750;transfer;assumed;2020
      y;Y;social-protection;hhd-r2;-;transfer;assumed;2019

      """, "mine.csv")
  }

  private func run(_ more: String...) throws -> Outcome {
    try place.sam(
      ["compare", "rwanda-2022", "--programmes", "mine.csv", "--format", "csv"] + more)
  }

  @Test
  func `the decimal mark, the lines and the empty texts reach a table beside a built-in matrix`()
    throws
  {
    let run = try run("--decimal-mark", "comma", "--where", "year=2020")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.column("programme").contains("x") && !run.column("programme").contains("y"))
    #expect(run.errors.contains("1 line of 3 is passed over, since year is not 2020"))
    let refused = try self.run("--decimal-mark", "point", "--where", "year=2020")
    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.errors)")
    let empty = try self.run("--decimal-mark", "comma", "--empty=-", "--where", "year=2019")
    #expect(empty.status == 1 && empty.errors.contains("'share' is empty"), "\(empty.errors)")
  }

  @Test func `what no file is read by is refused before anything is written`() throws {
    for options in [
      ["--decimal-mark", "comma"], ["--empty", "NA"], ["--where", "year=2020"],
    ] {
      let run = try place.sam(["check", "rwanda-2022", "--output", "o.csv"] + options)
      #expect(run.status == 64 && place.text("o.csv") == nil, "\(options) \(run.errors)")
    }
    let column = try run(
      "--decimal-mark", "comma", "--where", "year=2020", "--where", "region=north")
    #expect(column.status == 64 && column.errors.contains("programme, name, family"))
  }

  @Test func `a sheet stands behind the name of a workbook`() throws {
    try place.write("row,column,value\na,b,3\nb,a,3\n", "first.csv")
    #expect(
      try place.sam("convert", "first.csv", "--output", "book.xlsx", "--layout", "tidy").status == 0
    )
    let named = try place.sam("check", "book.xlsx#SAM", "--format", "csv")
    #expect(named.status == 0, "\(named.errors)")
    let wrong = try place.sam("check", "book.xlsx#Other", "--format", "csv")
    #expect(wrong.status == 1 && wrong.errors.contains("'SAM'"), "\(wrong.errors)")
    let text = try place.sam("check", "first.csv#SAM", "--format", "csv")
    #expect(text.status == 1 && text.errors.contains("no workbook"), "\(text.errors)")
    let small = try place.sam(
      "compare", "rwanda-2022", "--programmes", "book.xlsx#Programmes", "--format", "csv")
    #expect(small.status == 1 && small.errors.contains("no sheet 'Programmes'"), "\(small.errors)")
  }

  @Test func `an input-output table is converted to CSV and back with its kinds`() throws {
    try place.write(
      """
      sector,agr,ind,srv,Households,Investment,Exports,Output
      agr,22,31,9,50,20,18,150
      ind,14,85,41,80,30,60,310
      srv,6,42,55,120,20,27,270
      Imports,8,52,15,15,5,0,95
      Taxes less subsidies,5,10,10,8,2,0,35
      Value added,95,90,140,0,0,0,325
      Output,150,310,270,273,77,105,

      """, "io.csv")
    for layout in ["square", "nexus"] {
      let run = try place.sam(
        "convert", "io.csv", "--output", "\(layout).csv", "--layout", layout)
      #expect(run.status == 0 && !run.errors.contains("kinds"), "\(run.errors)")
      let (first, again) = (
        try place.sam("accounts", "io.csv", "--format", "csv"),
        try place.sam("accounts", "\(layout).csv", "--format", "csv")
      )
      #expect(first.column("code") == again.column("code"))
      #expect(first.column("kind") == again.column("kind"))
      let multipliers = try place.sam("multipliers", "\(layout).csv", "--format", "csv")
      #expect(
        multipliers.output == (try place.sam("multipliers", "io.csv", "--format", "csv").output))
    }
    // The three ways to GDP agree: value added 325 and taxes 35 are uses 455 less imports 95.
    let described = try place.sam("describe", "io.csv", "--format", "csv")
    for (item, value) in [
      ("gdp_factor_cost", 325.0), ("gdp_market_prices", 360), ("household_consumption", 273),
      ("investment", 77), ("exports", 105), ("imports", 95),
    ] {
      #expect(described.value("value", item, key: "item") == value, "\(item)")
    }
    let check = try place.sam("check", "io.csv", "--format", "csv", "--table", "gdp")
    #expect(check.status == 0, "\(check.errors)")
    #expect(!check.output.contains("455"), "\(check.output)")
  }
}

/// Hints name what a user can do next.
struct HintTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `an unknown programme is told the near ones and where all are`() throws {
    let run = try place.sam("distribute", "--programme", "VUP")
    #expect(run.status == 1)
    #expect(run.errors.contains("'vup-direct-support'") && run.errors.contains("'sam list'"))
    let none = try place.sam("distribute", "--programme", "qqqqqq")
    #expect(none.errors.contains("'sam list' has the built-in programmes"), "\(none.errors)")
  }

  @Test func `a file of programmes in the place of a matrix is told its option`() throws {
    try place.write(
      "programme,family,account,share,role,evidence\nx,tax,hhd-r1,1,transfer,assumed\n", "p.csv")
    let run = try place.sam("compare", "p.csv")
    #expect(run.status == 1 && run.errors.contains("--programmes FILE"), "\(run.errors)")
  }

  @Test func `a built-in scenario with amounts is refused for another economy`() throws {
    try place.write(
      """
      ,aprod,cgood,flab,hhd,gov,row
      aprod,,260.5,,,,
      cgood,100.25,,,140,30.25,50
      flab,160.25,,,,,
      hhd,,,160.25,,,
      gov,,,,20.25,,10
      row,,60,,,,

      """, "own.csv")
    let run = try place.sam("run", "pension-reform", "own.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("states amounts and counts of its own country"), "\(run.errors)")
  }
}
