import Testing

/// `compare --regime` and `equilibrium`.
struct RegimeCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func csv(_ arguments: String...) throws -> [[String]] {
    let run = try place.sam(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    return run.csv
  }

  private static let names = [
    "real_gdp_factor_cost", "ev_bottom40", "ev", "cpi_percent", "price_agriculture_percent",
    "wage_skilled_percent", "wage_unskilled_percent",
  ]

  @Test func `a regime has its columns behind those of the comparison`() throws {
    let rows = try csv("compare", Sample.builtIn, "--regime", "limit")
    #expect(rows[0].suffix(7) == Self.names[...])
    let fixed = try #require(rows[0].firstIndex(of: "gdp_factor_cost"))
    let real = try #require(rows[0].firstIndex(of: "real_gdp_factor_cost"))
    #expect(rows.count > 40)
    for row in rows.dropFirst() {
      let (a, b) = (try #require(Double(row[fixed])), try #require(Double(row[real])))
      #expect(abs(a - b) < 1e-10, "\(row[0])")
    }
  }

  @Test func `several regimes are told apart by name, at a size too`() throws {
    let rows = try csv(
      "compare", Sample.builtIn, "--regime", "limit,short-run", "--size", "1%", "--financing",
      "borrowing")
    #expect(
      rows[0].suffix(14)
        == (Self.names.map { "\($0)_limit" } + Self.names.map { "\($0)_short-run" })[...])
    let margin = try csv("compare", Sample.builtIn, "--regime", "short-run")
    let row = try #require(rows.first { $0[0] == "education" })
    let other = try #require(margin.first { $0[0] == "education" })
    // At the margin and paid by a grant it is another number.
    #expect(row[row.count - 7] != other[other.count - 7])
  }

  @Test func `one experiment has its tables`() throws {
    let macro = try csv(
      "equilibrium", Sample.builtIn, "--programme", "education", "--size", "127.04892678",
      "--regime", "short-run", "--financing", "borrowing")
    #expect(macro[0] == ["item", "base", "after", "change", "percent"])
    let real = try #require(macro.first { $0[0] == "real_gdp_factor_cost" })
    #expect(try #require(Double(real[3])) < -30)
    let headers = [
      "gdp": "item,base,after,change,percent", "prices": "account,name,kind,change_percent",
      "factors": "factor,activity,reward_percent,base,after,change,percent",
      "sectors": "account,name,group,base,after,change,percent,price_percent",
      "trade": "account,name,flow,base,after,change,percent",
      "households": "account,name,base,after,change,percent,ev,ev_percent", "checks": "check,value",
    ]
    for (table, header) in headers {
      let rows = try csv(
        "equilibrium", Sample.builtIn, "--shock", "tariff:*=-100", "--regime", "full-employment",
        "--table", table)
      #expect(rows[0].joined(separator: ",") == header && rows.count > 4)
    }
  }

  @Test(arguments: [
    (["compare", "--size", "1%"], 64, "--size needs --regime"),
    (["compare", "--regime", "limit,limit"], 64, "twice"),
    (["compare", "--regime", "short"], 1, "there is no regime 'short'"),
    (["compare", "--regime", "limit", "--response", "agriculture=0"], 1, "setting 'response'"),
    (["compare", "--regime", "short-run", "--financing", "contributions"], 1, "contributions"),
    (["compare", "--table", "regimes"], 64, "needs --regime"),
    (["equilibrium", "--regime", "limit"], 64, "one of --programme ID and --shock"),
    (["equilibrium", "--regime", "limit", "--programme", "education"], 64, "needs --size"),
    (["equilibrium", "--regime", "limit", "--shock", "tarif:cmaiz=3"], 64, "'tarif'"),
    (["equilibrium", "--regime", "limit", "--shock", "supply:fcap=3"], 1, "idle"),
  ]) func `wrong questions are refused`(arguments: [String], status: Int32, words: String) throws {
    let run = try place.sam(arguments)
    #expect(run.status == status && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func `where exports come from is said once, with what it does`() throws {
    let run = try place.sam(
      "compare", Sample.builtIn, "--regime", "short-run", "--table", "regimes")
    #expect(run.output.contains("come from the output of domestic activities"))
    #expect(run.output.contains("per cent on average"))
    // The structure moves a result where the regime is the same.
    let results = try ["composite", "own-output"].map {
      try csv(
        "equilibrium", Sample.builtIn, "--shock", "hhd-r1=10", "--regime", "limit", "--exports", $0)
    }
    #expect(results[0] != results[1])
  }

  @Test func `an elasticity of an account that is not there is refused with its file`() throws {
    try place.write(
      "elasticity,accounts,value,low,high,source\narmington,cmaize,2,,,mine\n", "own.csv")
    let run = try place.sam(
      "compare", Sample.builtIn, "--regime", "short-run", "--regime-elasticities", "own.csv")
    #expect(run.status == 1 && run.errors.contains("own.csv"), "\(run.errors)")
    #expect(run.errors.contains("'cmaiz'"), "\(run.errors)")
  }

  @Test func `a regime of one's own is read from a file`() throws {
    try place.write(
      """
      regime,rule,accounts,activities,value,supply,reward
      mine,summary,,,Everything moves and half responds.,,
      mine,factor,*,*,mobile,0.5,
      """, "mine.csv")
    let rows = try csv("compare", Sample.builtIn, "--regimes", "mine.csv", "--regime", "mine")
    #expect(rows[0].contains("real_gdp_factor_cost"))
  }
}
