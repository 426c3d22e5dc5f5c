import Foundation
import Testing

@Suite("Columns of jobs, distribution and uncertainty")
struct PeopleColumnTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func header(_ arguments: String...) throws -> String {
    let result = try place.sam(arguments + ["--format", "csv"])
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func `contracts hold`() throws {
    #expect(try header("jobs") == "account,jobs,jobs_per_unit,direct,indirect,induced,total")
    #expect(
      try header("distribute", "--programme", "vup-direct-support")
        == "group,base,change,percent,share_of_change,relative_income,population")
    #expect(
      try header("uncertainty", "--draws", "3", "--scenario", "standard")
        == "programme,measure,scenario,point,mean,p05,median,p95")
    #expect(
      try header("uncertainty", "--draws", "3", "--scenario", "standard", "--table", "ranking")
        == "programme,other,scenario,probability,difference_p05,difference_p95")
    #expect(
      try header("compare").hasSuffix(
        ",leakage_total,jobs_per_billion,jobs_women,jobs_informal,low,high,"
          + "jobs_per_billion_fixed_agriculture,gdp_own,gdp_beyond,gdp_with_pay,turning,"
          + "income_with_kind,income_bottom40_with_kind,direct_jobs_per_billion"))
  }

  @Test func `direct, indirect and induced add to the total`() throws {
    let rows = try place.sam("jobs", "rwanda-2022-ifpri", "--format", "csv").csv
    #expect(rows.count == 100)
    for row in rows.dropFirst() {
      let parts = try row[3...6].map { try #require(Double($0)) }
      #expect(abs(parts[0] + parts[1] + parts[2] - parts[3]) <= 1e-9 * max(1, parts[3]))
    }
    let jobs = rows.dropFirst().compactMap { Double($0[1]) }.reduce(0, +)
    #expect(abs(jobs - 3_546_352) <= 10.5)
  }

  @Test func `groups add to the change of all households`() throws {
    let rows = try place.sam("distribute", "--programme", "education", "--format", "csv").csv
    let change = rows.dropFirst().compactMap { Double($0[2]) }.reduce(0, +)
    let totals = try place.sam(
      "distribute", "--programme", "education", "--table", "totals", "--format", "csv"
    ).csv
    let all = try #require(totals.first { $0[0] == "all" }.flatMap { Double($0[2]) })
    #expect(abs(change - all) < 1e-12)
    #expect(abs(rows.dropFirst().compactMap { Double($0[4]) }.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `people come from a file, and from the one published beside a Nexus matrix`() throws {
    let name = "002_IFPRI_SAM_NWH_2020_SAM.csv"
    try place.write(Sample.nexus, name)
    let population =
      "Populations,Code,Number (1000s of people),Share\nAll,h_ALL,\"5,000\",100\n"
      + "Rural quintile 1,h_rur1,\"4,000\",80\nUrban quintile 5,h_urb5,\"1,000\",20\n"
    try place.write(population, "people é.csv")
    let arguments = ["distribute", name, "--shock", "hhd-r1=1", "--format", "csv"]
    #expect(try place.sam(arguments).column("population") == ["", ""])
    let named = try place.sam(arguments + ["--population", "people é.csv"])
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.column("population") == ["4000000", "1000000"])
    try place.write(population, "003_IFPRI_SAM_NWH_2020_POP.csv")
    #expect(try place.sam(arguments).output == named.output)
    // Per head 100 / 4 m and 90 / 1 m: the Gini coefficient of two groups is p - q, the shares of
    // the poorer in people and in income.
    let inequality = try place.sam(arguments + ["--table", "inequality"])
    #expect(
      abs(inequality.value("base", "gini_between", key: "measure") - (0.8 - 10.0 / 19)) < 1e-12)
    let page = try place.sam("distribute", name, "--shock", "hhd-r1=1").output
    #expect(page.contains("003_IFPRI_SAM_NWH_2020_POP.csv"))
  }

  @Test func `bands hold the value of the comparison`() throws {
    let rows = try place.sam("compare", "--bands", "40", "--format", "csv").csv
    let names = rows[0]
    let (gdp, low, high) = (
      try #require(names.firstIndex(of: "gdp_factor_cost")),
      try #require(names.firstIndex(of: "low")), try #require(names.firstIndex(of: "high"))
    )
    let row = try #require(rows.first { $0[0] == "education" })
    let values = try [low, gdp, high].map { try #require(Double(row[$0])) }
    #expect(values[0] < values[1] && values[1] < values[2])
    let plain = try place.sam("compare", "--format", "csv").csv
    #expect(plain[1][low].isEmpty && plain[1][high].isEmpty)
  }

  @Test func `parts of a run merge to the same file on any number of cores`() throws {
    let options = [
      "uncertainty", "--draws", "50", "--seed", "7", "--scenario", "standard,agriculture-fixed",
    ]
    var whole: [String] = []
    for cores in ["1", "2"] {
      whole.append(try place.sam(options + ["--cores", cores, "--format", "csv"]).output)
    }
    #expect(whole[0] == whole[1] && whole[0].utf8.count > 1000)
    for part in 1...3 {
      let result = try place.sam(
        options + ["--shard", "\(part)/3", "--output", "part\(part).csv"])
      #expect(result.status == 0, "\(result.errors)")
    }
    let merged = try place.sam("merge", "part2.csv", "part3.csv", "part1.csv", "--format", "csv")
    #expect(merged.output == whole[0])
    let ranking = try place.sam(
      "merge", "part1.csv", "part2.csv", "part3.csv", "--table", "ranking", "--format", "csv")
    #expect(
      ranking.output
        == (try place.sam(options + ["--table", "ranking", "--format", "csv"])).output)
    let page = try place.sam(
      "merge", "part1.csv", "part2.csv", "part3.csv", "--format", "markdown")
    #expect(page.output == (try place.sam(options + ["--format", "markdown"])).output)
    let lacking = try place.sam("merge", "part1.csv", "part3.csv")
    #expect(lacking.status == 1 && lacking.errors.contains("2 is missing"))
    #expect(lacking.output.isEmpty)
  }

  @Test func `parts of two processors merge, and the tables agree`() throws {
    let options = ["uncertainty", "--draws", "40", "--scenario", "standard", "--cores", "1"]
    for (part, kernel) in [("1", "Haswell"), ("2", "Sandybridge")] {
      let program = Workplace.program("sam").path
      let run = try place.run(
        "/bin/sh",
        [
          "-c",
          "OPENBLAS_CORETYPE=\(kernel) '\(program)' \(options.joined(separator: " ")) "
            + "--shard \(part)/2 --output \(kernel).csv",
        ])
      #expect(run.status == 0, "\(run.errors)")
    }
    let merged = try place.sam("merge", "Haswell.csv", "Sandybridge.csv")
    #expect(merged.status == 0, "\(merged.errors)")
    let table = try place.sam(options).output
    #expect(merged.output == table)
  }

  @Test func `a part of another run is refused with the word that differs`() throws {
    func part(_ name: String, _ options: String...) throws {
      let run = try place.sam(
        ["uncertainty", "--draws", "10", "--scenario", "standard", "--output", name] + options)
      #expect(run.status == 0, "\(run.errors)")
    }
    try part("one.csv", "--shard", "1/2")
    for (word, options) in [
      ("seed", ["--seed", "3"]), ("response", ["--response", "agriculture=0"]),
      ("checksum", []),
    ] {
      let matrix = word == "checksum" ? ["rwanda-2022"] : []
      let run = try place.sam(
        ["uncertainty"] + matrix
          + ["--draws", "10", "--scenario", "standard", "--shard", "2/2", "--force"] + options
          + ["--output", "two.csv"])
      #expect(run.status == 0, "\(run.errors)")
      let merged = try place.sam("merge", "one.csv", "two.csv")
      #expect(
        merged.status == 1 && merged.errors.contains("\(word) differs") && merged.output.isEmpty,
        "\(merged.errors)")
    }
  }

  @Test func `an interrupted run says what it had`() throws {
    let run = try place.start(
      "sam", ["uncertainty", "--draws", "1000000", "--scenario", "standard", "--cores", "1"])
    // The progress line comes after a second; then there is something to tell.
    let deadline = Date(timeIntervalSinceNow: 60)
    while !run.errors.contains("of 1000000 draws"), Date() < deadline {
      Thread.sleep(forTimeInterval: 0.05)
    }
    run.process.interrupt()
    let outcome = run.outcome()
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("interrupted after "))
    #expect(outcome.errors.contains("average:social-protection"))
    #expect(outcome.output.isEmpty)
  }
}
