import Testing

/// Regimes in `run`, `uncertainty`, `why`, `brief` and the tables of `compare`.
struct PriceCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func csv(_ arguments: String...) throws -> [[String]] {
    let run = try place.sam(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    return run.csv
  }

  @Test func `the bridge begins with the multipliers and ends where nothing is left`() throws {
    let rows = try csv("compare", Sample.builtIn, "--table", "bridge")
    let multipliers = try csv("compare", Sample.builtIn)
    let gdp = try #require(multipliers[0].firstIndex(of: "gdp_factor_cost"))
    #expect(
      rows[0].prefix(9) == [
        "programme", "name", "family", "nothing", "agriculture", "capital", "foreign_exchange",
        "skills", "labour",
      ])
    for (row, other) in zip(rows, multipliers).dropFirst() {
      #expect(abs(try #require(Double(row[3])) - (try #require(Double(other[gdp])))) < 1e-9)
      #expect(abs(try #require(Double(row[8]))) < 0.05)
    }
    let text = try place.sam("compare", Sample.builtIn, "--table", "bridge").output
    #expect(text.contains("depends on what is scarce") || text.contains("Whatever is scarce"))
  }

  @Test func `a scenario is asked under a regime, by its file or the command line`() throws {
    let byOption = try csv(
      "run", "per-franc", Sample.builtIn, "--regime", "limit", "--table", "regimes")
    #expect(byOption[0].contains("real_gdp_factor_cost"))
    try place.write(
      "setting,value\ntitle,Mine\nkind,per-franc\nmatrix,\(Sample.builtIn)\nregime,limit\n",
      "mine.csv")
    let byFile = try csv("run", "mine.csv", "--table", "regimes")
    #expect(byFile == byOption)
    let compared = try csv("compare", Sample.builtIn, "--regime", "limit", "--table", "regimes")
    #expect(compared == byOption)
    let sized = try csv(
      "run", "mine.csv", "--regime", "short-run", "--size", "1%", "--table", "regimes")
    #expect(sized[0].contains("real_gdp_factor_cost_short-run"))
    let refused: [([String], Int32, String)] = [
      (["run", "coverage", "--regime", "limit"], 64, "per-franc"),
      (["run", "mine.csv", "--regime", "limits"], 1, "no regime 'limits'"),
      (["run", "mine.csv", "--size", "1%"], 64, "--size needs --regime"),
      (["run", "mine.csv", "--regime", "limit", "--size", "5"], 64, "a part of GDP"),
    ]
    for (arguments, status, words) in refused {
      let run = try place.sam(arguments)
      #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func `own produce and exports have their counterpart under a regime`() throws {
    for option in [["--own-produce", "market"], ["--exports", "own-output"]] {
      let run = try place.sam(
        ["compare", Sample.builtIn, "--regime", "limit,short-run", "--format", "csv"] + option)
      #expect(run.status == 0, "\(run.errors)")
      let fixed = try #require(run.csv[0].firstIndex(of: "gdp_factor_cost"))
      // Printed cells balance to six digits, and are balanced exactly under a regime.
      let real = try #require(run.csv[0].firstIndex(of: "real_gdp_factor_cost_limit"))
      for row in run.csv.dropFirst() {
        #expect(abs(try #require(Double(row[fixed])) - (try #require(Double(row[real])))) < 1e-6)
      }
    }
    let short = try ["composite", "own-output"].map {
      try csv("compare", Sample.builtIn, "--regime", "short-run", "--exports", $0).map {
        $0.suffix(7)
      }
    }
    #expect(short[0] != short[1])
    let market = try ["average", "market"].map {
      try csv(
        "equilibrium", Sample.builtIn, "--shock", "hhd-r1=10", "--regime", "short-run",
        "--own-produce", $0)
    }
    #expect(market[0] != market[1])
    let refused: [([String], Int32)] = [
      (["compare", "--regime", "limit", "--own-produce", "own-household"], 1),
      (
        [
          "equilibrium", "--shock", "hhd-r1=10", "--regime", "limit", "--own-produce",
          "own-household",
        ], 64
      ),
    ]
    for (arguments, status) in refused {
      let run = try place.sam(arguments)
      #expect(run.status == status && run.errors.contains("pays the value added"), "\(run.errors)")
    }
  }

  @Test func `draws are taken under regimes`() throws {
    let rows = try csv(
      "uncertainty", Sample.builtIn, "--draws", "4", "--scenario", "standard", "--regime",
      "limit,short-run")
    let limit = rows.filter { $0[2] == "regime:limit" && $0[1] == "real_gdp_factor_cost" }
    let fixed = rows.filter { $0[2] == "standard" && $0[1] == "gdp_factor_cost" }
    #expect(limit.count == fixed.count && limit.count > 20)
    for (a, b) in zip(limit, fixed) {
      #expect(abs(try #require(Double(a[4])) - (try #require(Double(b[4])))) < 1e-8, "\(a[0])")
    }
    #expect(rows.contains { $0[2] == "regime:short-run" && $0[1] == "ev_bottom40" })
  }

  @Test func `why tells what each scarcity takes away`() throws {
    let rows = try csv(
      "why", "education", "real_gdp_factor_cost", Sample.builtIn, "--regime", "short-run")
    #expect(rows[0] == ["part", "words", "amount", "percent", "mean_of_orders"])
    #expect(
      rows.dropFirst().map { $0[0] } == [
        "fixed-prices", "land", "capital", "foreign-exchange", "saving", "skilled-labour",
        "short-run",
      ])
    for column in [2, 4] {
      let values = try rows.dropFirst().map { try #require(Double($0[column])) }
      #expect(abs(values.dropLast().reduce(0, +) - values[values.count - 1]) < 1e-12)
    }
    let taxed = try csv(
      "why", "education", "ev", Sample.builtIn, "--regime", "long-run", "--financing", "direct-tax")
    #expect(taxed.contains { $0[0] == "taxes" })
    let refused: [([String], Int32, String)] = [
      (["why", "education", "gdp_factor_cost", "--financing", "borrowing"], 64, "needs --regime"),
      (["why", "education", "cpi_percent", "--regime", "limit"], 64, "no column 'cpi_percent'"),
      (["why", "education", "ev", "--regime", "limit,short-run"], 64, "one regime at a time"),
      (["why", "education", "ev", "--regime", "limit", "--table", "shares"], 64, "'shares'"),
      (
        ["why", "education", "ev", "--regime", "short-run", "--financing", "contributions"], 1,
        "contributions"
      ),
    ]
    for (arguments, status, words) in refused {
      let run = try place.sam(arguments)
      #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func `the brief has the bridge and the curve`() throws {
    let run = try place.sam(
      "brief", Sample.builtIn, "--bands", "0", "--format", "markdown", "--regime", "long-run")
    #expect(run.status == 0, "\(run.errors)")
    for words in [
      "When prices respond", "full employment", "elasticity of supply", "long-run",
      "depends on what is scarce",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
  }

  @Test func `the table of regimes has averages of families`() throws {
    let run = try place.sam(
      "compare", Sample.builtIn, "--regime", "short-run", "--table", "regimes")
    #expect(run.output.contains("= average by outlay"))
  }
}
