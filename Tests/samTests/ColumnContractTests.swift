import Testing

/// The columns of the contract, and the numbers in them.
struct ColumnContractTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Sample.nexus, "nexus.csv")
    try place.write(Sample.plain, "plain.csv")
    try place.write(Sample.plainKinds, "kinds.csv")
  }

  private func csv(_ arguments: String...) throws -> [[String]] {
    let run = try place.sam(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    return run.csv
  }

  private func header(_ arguments: String...) throws -> String {
    try place.sam(arguments + ["--format", "csv"]).csv.first?.joined(separator: ",") ?? ""
  }

  @Test func `list`() throws {
    #expect(try header("list") == "type,id,name,year,unit,accounts,source,base,version,date")
    let rows = try csv("list")
    #expect(rows.contains { $0[0] == "matrix" && $0[1] == Sample.builtIn && $0[5] == "106" })
    #expect(rows.contains { $0[0] == "programme" && $0[1] == "vup-direct-support" })
    #expect(rows.contains { $0[0] == "regime" && $0[1] == "short-run" && !$0[2].isEmpty })
    for matrix in rows where matrix[0] == "matrix" {
      #expect(!matrix[7].isEmpty && !matrix[8].isEmpty, "\(matrix[1])")
      #expect(matrix[9].isEmpty == (matrix[1] == "rwanda-2022-ifpri"), "\(matrix[1])")
    }
  }

  @Test func `check`() throws {
    #expect(
      try header("check", "nexus.csv")
        == "account,name,kind,receipts,payments,gap,tolerance,endogenous,leakage_rate")
    let rows = try csv("check", "nexus.csv")
    #expect(rows[1].prefix(6) == ["amaiz", "Maize", "activity", "120", "120", "0"])
    #expect(rows.count == 14)
    #expect(rows.first { $0[0] == "gov" }?.suffix(2) == ["no", ""])
    #expect(rows.first { $0[0] == "cmaiz" }?[7] == "yes")
    let rate = try #require(rows.first { $0[0] == "cmaiz" }.flatMap { Double($0[8]) })
    #expect(abs(rate - 40.0 / 140) < 1e-15)
  }

  @Test func `GDP agrees three ways`() throws {
    let rows = try csv("check", "nexus.csv", "--table", "gdp")
    #expect(rows[0] == ["approach", "item", "value"])
    #expect(rows.filter { $0[1] == "gdp_market_prices" }.map { $0[2] } == ["190", "190", "190"])
  }

  @Test func `the state of the model is told`() throws {
    let items = try csv("check", "nexus.csv", "--table", "model").map { $0[0] }
    for item in ["spectral_radius", "reciprocal_condition", "blas_kernel", "blas_threads"] {
      #expect(items.contains(item))
    }
  }

  @Test(arguments: [
    [], ["--response", "agriculture=0.5"], ["--response", "amaiz=0,services=0.2"],
  ])
  func `a unit into each account leaks once`(options: [String]) throws {
    for matrix in ["nexus.csv", Sample.builtIn] {
      let rows = try place.sam(["multipliers", matrix, "--format", "csv"] + options).csv
      let leaks = rows[0].indices.filter { rows[0][$0].hasPrefix("leak:") }
      let fixed = ["account", "output", "gdp_factor_cost", "gdp_market_prices", "income"]
      #expect(Array(rows[0].prefix(5)) == fixed && rows[0].last == "leakage_total")
      #expect(5 + leaks.count + 1 == rows[0].count)
      #expect(rows[0].contains("leak:supply") == !options.isEmpty)
      for row in rows.dropFirst() {
        let sum = try leaks.map { try #require(Double(row[$0])) }.reduce(0, +)
        let total = try #require(Double(row[row.count - 1]))
        #expect(abs(sum - 1) < 1e-9 && abs(total - 1) < 1e-9, "\(row[0])")
      }
    }
  }

  @Test func `a shock changes endogenous accounts, then leaks`() throws {
    let rows = try csv("multipliers", "nexus.csv", "--shock", "hhd-r1=10,ceduc=-2.5")
    #expect(rows[0] == ["account", "role", "base", "change", "percent"])
    let roles = rows.dropFirst().map { $0[1] }
    #expect(roles == Sample.endogenous.map { _ in "endogenous" } + ["leakage"].repeated(5))
    #expect(rows.dropFirst().prefix(8).map { $0[0] } == Sample.endogenous)
    let leaked = try rows.filter { $0[1] == "leakage" }
      .map { try #require(Double($0[3])) }.reduce(0, +)
    #expect(abs(leaked - 7.5) < 7.5e-9)
    for row in rows.dropFirst() where !row[4].isEmpty {
      let (base, change) = (Double(row[2]) ?? .nan, Double(row[3]) ?? .nan)
      #expect(abs((Double(row[4]) ?? .nan) - 100 * change / base) < 1e-9)
    }
  }

  @Test func `the matrix is square, and its columns are shocks of one`() throws {
    let rows = try csv("multipliers", "nexus.csv", "--matrix")
    #expect(rows[0] == ["account"] + Sample.endogenous)
    #expect(rows.dropFirst().map { $0[0] } == Sample.endogenous)
    let shock = try csv("multipliers", "nexus.csv", "--shock", "ceduc=1")
    for (row, effect) in zip(rows.dropFirst(), shock.dropFirst()) {
      let difference = (Double(row[4]) ?? .nan) - (Double(effect[3]) ?? .nan)
      #expect(abs(difference) < 1e-12)
    }
  }

  @Test(arguments: ["franc", "billion", "percent-of-gdp"])
  func `a programme's leakages add to what is spent`(amount: String) throws {
    let run = try place.sam("compare", Sample.builtIn, "--per", amount, "--format", "csv")
    let contract = [
      "programme,name,family,evidence,ranked,outlay,outlay_year,gdp_factor_cost",
      "gdp_factor_cost_fixed_agriculture,turning_response,gdp_direct_wages,gdp_market_prices",
      "output,income,income_beyond_transfer,income_bottom40,income_rural,tax_return",
      "import_leakage,saving_leakage,other_leakage,leakage_total,jobs_per_billion,jobs_women",
      "jobs_informal,low,high,jobs_per_billion_fixed_agriculture,gdp_own,gdp_beyond",
      "gdp_with_pay,turning,income_with_kind,income_bottom40_with_kind,direct_jobs_per_billion",
    ]
    #expect(run.csv[0].joined(separator: ",") == contract.joined(separator: ","))
    let injected = ["franc": 1.0, "billion": 1.0, "percent-of-gdp": 137.169][amount] ?? .nan
    let parts = ["tax_return", "import_leakage", "saving_leakage", "other_leakage"]
      .map { run.column($0).map { Double($0) ?? .nan } }
    let totals = run.column("leakage_total").map { Double($0) ?? .nan }
    #expect(totals.count > 40)
    for (i, total) in totals.enumerated() {
      #expect(abs(parts.reduce(0) { $0 + $1[i] } - total) < 1e-9 * total)
      #expect(abs(total - totals[0]) < 1e-9 * total)
      #expect(abs(total - injected) < 1e-5 * injected)
    }
  }

  @Test func `accounts describes every account in the form that is read again`() throws {
    #expect(try header("accounts") == "code,name,kind,area,quintile,group,basis,reason")
    let run = try place.sam("accounts", "nexus.csv", "--output", "again.csv")
    #expect(run.status == 0)
    let before = try csv("multipliers", "nexus.csv")
    #expect(try csv("multipliers", "nexus.csv", "--accounts", "again.csv") == before)
  }

  @Test func `kinds from a file fill in what codes do not say`() throws {
    let rows = try csv("check", "plain.csv", "--accounts", "kinds.csv")
    #expect(rows.dropFirst().map { $0[2] } == ["activity", "household", "rest-of-world"])
    #expect(rows.dropFirst().map { $0[1] } == ["Farms", "People", "w"])
    #expect(rows.dropFirst().map { $0[7] } == ["yes", "yes", "no"])
  }

  @Test func `a matrix without kinds works with codes, and leaves out what needs kinds`() throws {
    #expect(
      try header("multipliers", "plain.csv", "--exogenous", "w") == "account,leak:w,leakage_total")
    let check = try csv("check", "plain.csv")
    #expect(check.dropFirst().allSatisfy { $0[2].isEmpty && $0[7].isEmpty && $0[8].isEmpty })
    #expect(try csv("check", "plain.csv", "--table", "gdp").count == 1)
    let closed = try csv("check", "plain.csv", "--exogenous", "w")
    #expect(closed.dropFirst().map { $0[7] } == ["yes", "yes", "no"])
    let shock = try csv("multipliers", "plain.csv", "--exogenous", "w", "--shock", "a=1")
    #expect(shock.count == 4)
    // a and b pay each other 6 of 8 and 5 of 8.
    let change = try #require(Double(shock[1][3]))
    #expect(abs(change - 1 / (1 - 6.0 / 8 * 5 / 8)) < 1e-14)
  }

  @Test func `numbers read back to the same doubles`() throws {
    try place.write(Sample.map, "map.csv")
    let first = try place.sam("aggregate", "nexus.csv", "--map", "map.csv", "--format", "csv")
    #expect(first.status == 0 && first.errors.isEmpty)
    try place.write(first.output, "again.csv")
    try place.write(
      "code,group\n" + first.csv.dropFirst().map { "\($0[0]),\($0[0])\n" }.joined(), "same.csv")
    let second = try place.sam("aggregate", "again.csv", "--map", "same.csv", "--format", "csv")
    #expect(second.output == first.output)
  }

  @Test func `digits without end read back to the same doubles`() throws {
    // Thirds of a ring of payments: no cell has a short decimal.
    let third = "\(1.0 / 3)"
    try place.write(
      ",a,b,w\na,,,\(third)\nb,\(third),,\nw,,\(third),\n", "thirds.csv")
    try place.write("code,group\na,a\nb,b\nw,w\n", "map.csv")
    let run = try place.sam("aggregate", "thirds.csv", "--map", "map.csv", "--format", "csv")
    #expect(run.csv[2][1] == third)
    let check = try place.sam("check", "thirds.csv", "--format", "csv")
    #expect(check.column("receipts") == [third, third, third])
  }

  @Test func `an aggregate of the built-in matrix can be read again, as its note says`() throws {
    let accounts = try csv("accounts", Sample.builtIn)
    try place.write(
      "code,group\n" + accounts.dropFirst().map { "\($0[0]),\($0[0].prefix(2))\n" }.joined(),
      "map.csv")
    let run = try place.sam(
      "aggregate", Sample.builtIn, "--map", "map.csv", "--output", "groups.csv")
    #expect(run.status == 0 && run.output.isEmpty)
    var tolerance: [String] = []
    if let note = run.errors.firstMatch(of: /--tolerance (\S+)/) {
      tolerance = ["--tolerance", String(note.1)]
      #expect(try place.sam("check", "groups.csv").status == 1)
    }
    let again = try place.sam(["check", "groups.csv", "--format", "csv"] + tolerance)
    #expect(again.status == 0, "\(again.errors)")
    let total = try csv("check", Sample.builtIn).dropFirst().map { Double($0[3]) ?? .nan }.reduce(
      0, +)
    let sum = again.column("receipts").map { Double($0) ?? .nan }.reduce(0, +)
    #expect(abs(sum - total) < 1e-9 * total)
    let kinds = try csv("aggregate", Sample.builtIn, "--map", "map.csv", "--table", "accounts")
    #expect(kinds[0].prefix(3) == ["code", "name", "kind"] && kinds.count == again.csv.count)
  }

  @Test func `a programme from a file joins the comparison`() throws {
    try place.write(Sample.programme, "programmes.csv")
    let run = try place.sam(
      "compare", "nexus.csv", "--programmes", "programmes.csv", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.column("programme").contains("cash"))
    #expect(run.column("family").contains("social-protection"))
  }

  @Test func `tables can be read from a folder instead of the embedded copy`() throws {
    let run = try place.sam("check", "--data", "nowhere")
    #expect(run.status == 1 && run.errors.contains("nowhere/matrices.csv"))
  }
}

extension [String] {
  fileprivate func repeated(_ count: Int) -> [String] {
    Array([[String]](repeating: self, count: count).joined())
  }
}
