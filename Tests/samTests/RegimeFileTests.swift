import Testing

/// Every choice of the recorded models can be made in a file, and moves what it should.
struct RegimeFileTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let header = "regime,rule,accounts,activities,value,supply,reward\n"

  /// Everything employed and mobile, with rules of one's own behind it.
  private static func regime(_ name: String, _ rules: [String]) -> String {
    ([
      "\(name),summary,,,A model of one's own.,,", "\(name),factor,*,*,mobile,0,",
    ] + rules.map { "\(name),\($0)" }).joined(separator: "\n") + "\n"
  }

  /// A table of one experiment by its first column, the change of each item.
  private func changes(
    _ regimes: String, _ name: String, _ shock: String, table: String = "macro",
    elasticities: String? = nil
  ) throws -> [String: [String]] {
    try place.write(Self.header + regimes, "own.csv")
    var arguments = [
      "equilibrium", Sample.builtIn, "--shock", shock, "--regimes", "own.csv", "--regime", name,
      "--table", table, "--format", "csv",
    ]
    if let elasticities {
      try place.write(
        "elasticity,accounts,value,low,high,source,note,households\n" + elasticities, "e.csv")
      arguments += ["--regime-elasticities", "e.csv"]
    }
    let run = try place.sam(arguments)
    #expect(run.status == 0, "\(run.errors)")
    var rows: [String: [String]] = [:]
    for row in run.csv.dropFirst() where rows[row[0]] == nil { rows[row[0]] = row }
    return rows
  }

  private static func change(_ rows: [String: [String]], _ item: String) throws -> Double {
    try number(rows[item]?[3])
  }

  @Test func `tariffs to zero under two closures of government`() throws {
    let free = try changes(
      Self.regime("free", ["government,,,saving-free,,"]), "free", "tariff:*=-100")
    let scaled = try changes(
      Self.regime("taxed", ["government,,,direct-tax,,"]), "taxed", "tariff:*=-100")
    #expect(try Self.change(free, "government_saving") < -100)
    #expect(abs(try Self.change(scaled, "government_saving")) < 1e-6)
    // What the state loses is lost to investment, or to those who pay direct taxes.
    #expect(try Self.change(free, "investment") < Self.change(scaled, "investment") - 50)
    let nominal = try changes(
      Self.regime(
        "nominal",
        [
          "government,,,direct-tax,,", "switch,,,nominal-government-saving,,",
          "numeraire,,,domestic-prices,,",
        ]), "nominal", "tariff:*=-100")
    #expect(abs(try Self.change(nominal, "government_saving")) < 1e-6)
    #expect(abs(try number(nominal["cpi_percent"]?[4])) > 1e-3)
  }

  @Test func `a world price with foreign saving, anchored by prices of domestic sales`() throws {
    let regime = Self.regime("anchored", ["numeraire,,,domestic-prices,,"])
    let both = try changes(regime, "anchored", "import-price:cchem=10,foreign-saving=10")
    let price = try changes(regime, "anchored", "import-price:cchem=10")
    #expect(try Self.change(both, "foreign_saving") > 1)
    #expect(abs(try Self.change(price, "foreign_saving")) < 1e-6)
    #expect(try Self.change(both, "imports") > Self.change(price, "imports"))
  }

  @Test func `factors are specific in named activities only`() throws {
    try place.write(
      Self.header
        + Self.regime(
          "named", ["factor,@land,amaiz,specific,0,", "factor,@capital,amaiz,specific,0,"]),
      "own.csv")
    let run = try place.sam([
      "equilibrium", Sample.builtIn, "--shock", "import-price:cmaiz=20", "--regimes", "own.csv",
      "--regime", "named", "--table", "factors", "--format", "csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    var moved = 0
    for row in run.csv.dropFirst() where row[0] == "flnd" {
      let change: Double = try #require(Double(row[5]))
      if row[1] == "amaiz" { #expect(abs(change) < 1e-9) } else if abs(change) > 1e-6 { moved += 1 }
    }
    #expect(moved > 3)
  }

  @Test func `own produce, and households apart, have income elasticities`() throws {
    let regime = Self.regime("les", [])
    let unit = try changes(regime, "les", "hhd-r1=50")
    let own = try changes(
      regime, "les", "hhd-r1=50",
      elasticities: "income,@activity,1.9,,,mine,,\nfrisch,*,-2,,,mine,,\n")
    let apart = try changes(
      regime, "les", "hhd-r1=50", elasticities: "income,@activity,1.9,,,mine,,hhd-r1\n")
    let items = ["ev_bottom40", "exchange_rate_percent", "imports"]
    for rows in [own, apart] { #expect(items.contains { unit[$0] != rows[$0] }) }
    #expect(items.contains { own[$0] != apart[$0] })
    let wrong = try place.sam([
      "equilibrium", Sample.builtIn, "--shock", "hhd-r1=50", "--regime", "long-run",
      "--regime-elasticities", "e.csv",
    ])
    #expect(wrong.status == 0)
    try place.write(
      "elasticity,accounts,value,low,high,source,note,households\narmington,*,2,,,mine,,hhd-r1\n",
      "f.csv")
    let refused = try place.sam([
      "equilibrium", Sample.builtIn, "--shock", "hhd-r1=50", "--regime", "long-run",
      "--regime-elasticities", "f.csv",
    ])
    #expect(refused.status == 1 && refused.errors.contains("not one of households"))
  }

  @Test func `the textbook variant is one file`() throws {
    let rows = try changes(
      Self.regime(
        "textbook",
        [
          "government,,,direct-tax,,", "numeraire,,,domestic-prices,,",
          "switch,,,fixed-transfers,,", "switch,,,marketed-prices-only,,",
          "switch,,,joint-products,,", "switch,,,transfers-after-saving,,",
          "switch,,,nominal-government-saving,,", "margin,trc,,domestic,,",
        ]), "textbook", "tariff:*=-100", table: "checks")
    for (check, row) in rows where check.contains("residual") || check.contains("walras") {
      #expect(abs(try #require(Double(row[1]))) < 1e-10, "\(check)")
    }
  }

  @Test func `what a file leaves open, or closes twice, is refused with the reason`() throws {
    let cases: [([String], String)] = [
      (["investment,,,fixed-volume,,"], "all fixed"),
      (["foreign,,,rate-fixed,,"], "neither is determined"),
      (["numeraire,,,wage:gold,,"], "'gold'"),
      (["exports,,,composite,,", "export-demand,*,,3,,"], "has no place"),
      (["supply-draw,skilled,,3..1,,"], "lower bound first"),
      (["supply-draw,skilled,,much,,"], "no elasticity of supply"),
      (["supply-draw,nobody,,0..1,,"], "'nobody'"),
    ]
    for (rules, words) in cases {
      try place.write(Self.header + Self.regime("bad", rules), "own.csv")
      let run = try place.sam(
        "compare", Sample.builtIn, "--regimes", "own.csv", "--regime", "bad")
      #expect(run.status == 1 && run.output.isEmpty, "\(rules)")
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}

/// A cell that must hold a number.
private func number(_ text: String?) throws -> Double {
  let value: Double = try #require(text.flatMap { Double($0) })
  return value
}
