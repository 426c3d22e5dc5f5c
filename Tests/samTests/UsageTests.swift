import Testing

/// Wrong usage, knowable without opening a file, is status 64.
struct UsageTests {
  @Test(arguments: [
    (["nonsense"], "nonsense"), (["check", "--nonsense"], "--nonsense"),
    (["check", "a.csv", "b.csv"], "b.csv"), (["check", "--format", "docx"], "docx"),
    (["check", "--format"], "--format"), (["check", "--table", "gdpp"], "check, gdp, model"),
    (["multipliers", "--table", "shock"], "multipliers"),
    (["check", "--output", "x.docx"], "'.docx'"),
    (["check", "--output", "x.csv", "--format", "json"], "contradicts"),
    (["check", "--output", ""], "--output is empty"), (["check", ""], "empty"),
    (["check", "--decimals", "16"], "0 to 15"), (["check", "--decimals", "x"], "--decimals"),
    (["check", "--decimals", "2", "--format", "csv"], "csv"),
    (["check", "--tolerance", "nan"], "gap"), (["check", "--tolerance", "0x1p3"], "gap"),
    (["check", "--tolerance=-1"], "gap"), (["check", "--tolerance", "1e999"], "gap"),
    (["check", "--unit", "RWF"], "--unit"), (["check", "rwanda-2022", "--year", "2020"], "--year"),
    (["check", "x.csv", "--unit", ""], "--unit"), (["check", "x.csv", "--year", "soon"], "--year"),
    (["check", "--exogenous", ""], "empty"),
    (["check", "--exogenous", "@goverment"], "@government"),
    (["check", "--response", "agriculture"], "NAME=SHARE"),
    (["check", "--response", "agriculture=2"], "between 0"),
    (["check", "--response", "agriculture=-0.1"], "between 0"),
    (["check", "--response", "agriculture=nan"], "NAME=SHARE"),
    (["check", "--response", "=0.5"], "NAME=SHARE"), (["check", "--response", ""], "NAME=SHARE"),
    (["check", "--response", "amine=0,amine=1"], "two response shares"),
    (["multipliers", "--shock", "hhd-r1"], "CODE=VALUE"),
    (["multipliers", "--shock", "hhd-r1=inf"], "CODE=VALUE"),
    (["multipliers", "--shock", "hhd-r1=0x1p3"], "CODE=VALUE"),
    (["multipliers", "--shock", "hhd-r1=1e999"], "CODE=VALUE"),
    (["multipliers", "--shock", "=1"], "CODE=VALUE"), (["multipliers", "--shock", ""], "empty"),
    (["multipliers", "--shock", "a=1e308,b=1e308"], "1e+100"),
    (["multipliers", "--shock", "hhd-r1=1", "--matrix"], "--matrix"),
    (["compare", "--per", "dozen"], "dozen"), (["aggregate", "x.csv"], "--map"),
  ])
  func `wrong usage is named, with nothing on standard output`(
    arguments: [String], part: String
  ) throws {
    let place = try Workplace()
    let run = try place.sam(arguments)
    #expect(run.status == 64, "\(arguments): \(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(part), "\(arguments): \(run.errors)")
    #expect(try place.files.isEmpty)
  }

  @Test func `help and version are answers, not errors`() throws {
    let place = try Workplace()
    for arguments in [["--help"], ["compare", "--help"], ["--version"]] {
      let run = try place.sam(arguments)
      #expect(run.status == 0 && !run.output.isEmpty && run.errors.isEmpty)
    }
    let help = try place.sam("--help").output
    for command in ["list", "check", "multipliers", "compare", "aggregate", "accounts"] {
      #expect(help.contains("\n  \(command) "))
    }
  }
}
