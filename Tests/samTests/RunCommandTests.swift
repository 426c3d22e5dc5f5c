import Foundation
import Testing

struct RunCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func csv(_ arguments: String...) throws -> Outcome {
    let run = try place.sam(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    return run
  }

  private func number(_ run: Outcome, _ column: String, _ row: Int = 0) -> Double {
    let values = run.column(column)
    return row < values.count ? Double(values[row]) ?? .nan : .nan
  }

  @Test func `every scenario of the list prints tables that say what is not counted`() throws {
    let list = try csv("list")
    let ids = list.csv.filter { $0[0] == "scenario" }.map { $0[1] }
    #expect(ids.count >= 10)
    for id in ids {
      let run = try place.sam("run", id)
      #expect(run.status == 0, "\(id): \(run.errors)")
      let page = run.output.split { " \n".contains($0) }.joined(separator: " ")
      #expect(page.contains("no timing, no prices, no human capital"), "\(id)")
      #expect(page.contains("Matrix:"), "\(id)")
    }
  }

  @Test func `per franc is the comparison`() throws {
    let run = try csv("run", "per-franc", "rwanda-2022")
    let compare = try csv("compare", "rwanda-2022")
    let fixed = Dictionary(
      uniqueKeysWithValues: zip(
        compare.column("programme"), compare.column("gdp_factor_cost_fixed_agriculture")))
    for (id, value) in zip(run.column("programme"), run.column("gdp:agriculture=0")) {
      let difference = (Double(value) ?? .nan) - (Double(fixed[id] ?? "") ?? .nan)
      #expect(abs(difference) < 1e-9, "\(id)")
    }
    #expect(run.column("programme").count == compare.column("programme").count)
  }

  @Test func `per franc holds jobs, bands around each supply, and leaks that add to the franc`()
    throws
  {
    let run = try csv("run", "per-franc", "rwanda-2022")
    let compare = try csv("compare", "rwanda-2022")
    #expect(run.column("jobs_per_billion") == compare.column("jobs_per_billion"))
    #expect(run.column("jobs_per_billion").contains { (Double($0) ?? 0) > 100 })
    for supply in ["free", "agriculture=0.5", "agriculture=0"] {
      let values = ["low", "gdp", "high"].map { name in
        run.column("\(name):\(supply)").map { Double($0) ?? .nan }
      }
      for ((low, point), high) in zip(zip(values[0], values[1]), values[2]) {
        // Errors that all columns share move a programme by up to a quarter of a franc either way.
        #expect(low < point && point < high && high - low < 0.6)
      }
    }
    for total in run.column("leakage_total") { #expect(abs((Double(total) ?? .nan) - 1) < 1e-9) }
    // A shared growth of agriculture lies between its bounds for every programme.
    let (free, half, fixed) = (
      run.column("gdp:free"), run.column("gdp:agriculture=0.5"), run.column("gdp:agriculture=0")
    )
    for ((a, b), c) in zip(zip(free, half), fixed) {
      #expect(
        (Double(a) ?? .nan) >= (Double(b) ?? .nan) && (Double(b) ?? .nan) >= (Double(c) ?? .nan))
    }
  }

  @Test func `what stands apart from the budget is in no total`() throws {
    let run = try csv("run", "budget-2022")
    let rows = zip(run.column("programme"), run.column("in_total")).filter { $0.1 == "no" }
    #expect(
      rows.map(\.0) == [
        "cbhi-premium-subsidy", "domestic-interest", "domestic-interest-distributed",
        "domestic-interest-retained", "ejoheza-savings", "survivors-shelter",
      ])
    let outlays = zip(run.column("outlay"), run.column("in_total"))
      .filter { $0.1 == "yes" }.reduce(0) { $0 + (Double($1.0) ?? .nan) }
    let page = try place.sam("run", "budget-2022").output
    let total = page.split(separator: "\n").first { $0.hasPrefix("= all") }
    let printed = try #require(total?.split(separator: " ").dropFirst(2).first)
    #expect(abs(outlays - (Double(printed) ?? .nan)) < 0.051)
    // The outlay of a variant is that of its programme.
    #expect(
      Set(
        zip(run.column("outlay"), run.column("programme"))
          .filter { $0.1.hasPrefix("domestic-interest") }.map(\.0)) == ["176.5"])
  }

  @Test func `winners by column are the lines of the groups`() throws {
    let page = try place.sam("run", "reallocation", "--format", "markdown").output
    let groups = try csv("run", "reallocation", "--table", "groups")
    let line = page.split(separator: "\n").last { $0.hasPrefix("| VUP direct support \\* |") }
    let printed = try #require(line).split(separator: "|").compactMap {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    let nets = groups.csv.filter {
      $0[0] == "vup-direct-support" && $0[1] == "programme:agriculture-support"
    }
    .map { Double($0[6]) ?? .nan }
    #expect(printed.count == 10 && nets.count == 10)
    for (a, b) in zip(printed, nets) { #expect(abs(a - b) < 0.0501) }
  }

  @Test func `figures of a built-in scenario are cited under the table`() throws {
    let page = try place.sam("run", "coverage").output
      .split { " \n".contains($0) }.joined(separator: " ")
    #expect(
      page.contains("Sources of the figures:") && page.contains("nisr-poverty-line: National"))
  }

  @Test func `financing is the comparison that is paid for so, times one per cent of GDP`() throws {
    try place.write(
      "setting,value\ntitle,T\nkind,financing\nprogramme,roads\nfinancing,direct-tax\n", "s.csv")
    let run = try csv("run", "s.csv", Sample.builtIn)
    let compare = try csv(
      "compare", Sample.builtIn, "--financing", "direct-tax", "--per", "percent-of-gdp")
    let position = try #require(compare.column("programme").firstIndex(of: "roads"))
    let net = number(compare, "gdp_factor_cost", position)
    #expect(abs(number(run, "gdp_net") - net) < 1e-9 * abs(net))
    let groups = try csv("run", "s.csv", Sample.builtIn, "--table", "groups")
    let sum = groups.column("net").reduce(0) { $0 + (Double($1) ?? .nan) }
    #expect(abs(sum - number(run, "income_net")) < 1e-8)
  }

  @Test func `the budget counts each franc once`() throws {
    let run = try csv("run", "budget-2022")
    let ids = run.column("programme")
    let outlays = run.column("outlay").map { Double($0) ?? .nan }
    #expect(!ids.contains("direct-tax-cut") && ids.contains("education"))
    let education = try #require(ids.firstIndex(of: "education"))
    #expect(abs(outlays[education] - (651 - 56.6)) < 1e-9)
    // What is inside education is taken out of it, in money and in effect: parts add to the whole.
    let compare = try csv("compare", "rwanda-2022")
    let whole = try #require(compare.column("programme").firstIndex(of: "education"))
    let meals = try #require(ids.firstIndex(of: "school-feeding"))
    let parts = [education, meals].reduce(0) { $0 + number(run, "gdp_factor_cost", $1) }
    #expect(abs(parts - 651 * number(compare, "gdp_factor_cost", whole)) < 1e-8)
  }

  @Test func `reserves stand side by side while they build up, and not when a scheme is mature`()
    throws
  {
    let run = try csv("run", "pension-reform")
    let phases = run.column("phase")
    let rows = zip(phases, zip(run.column("reserves"), run.column("reserve")))
    #expect(
      rows.filter { $0.0 == "build-up" }.map(\.1.0).prefix(2) == ["idle", "invested"])
    #expect(rows.filter { $0.0 == "mature" }.allSatisfy { $0.1.0 == "none" && $0.1.1 == "0" })
  }

  @Test func `the bars of a tornado come from its cases`() throws {
    let bars = try csv("run", "sensitivity")
    let cases = try csv("run", "sensitivity", "--table", "cases")
    let differences = cases.column("difference").map { Double($0) ?? .nan }
    for (low, high) in zip(bars.column("low"), bars.column("high")) {
      #expect(differences.contains(Double(low) ?? .nan))
      #expect(differences.contains(Double(high) ?? .nan))
    }
    let swings = bars.column("swing").map { Double($0) ?? .nan }
    #expect(swings == swings.sorted(by: >))
  }

  @Test(arguments: [
    ("setting,value\ntitle,T\n", "has no kind"),
    ("setting,value\ntitle,T\nkind,guess\n", "line 3, column 'value': 'guess' is not a known"),
    ("setting,value\ntitle,T\nkind,budget\nrate,3\n", "line 4: a scenario of kind budget has no"),
    (
      "setting,value\ntitle,T\nkind,financing\nfinancing,magic\n", "line 4: 'magic' is no financing"
    ),
    ("setting,value\ntitle,T\nkind,financing\nprogramme,raods\n", "line 4: there is no programme"),
    ("setting,value\ntitle,T\nkind,financing\namount,much\n", "line 4: 'much' is no value"),
    (
      "setting,value\ntitle,T\nkind,budget\nmatrix,rwanda-2022\nmatrix,rwanda-2024\n",
      "line 5: a scenario of kind budget is asked of one matrix"
    ),
    (
      "setting,value\ntitle,T\nkind,per-franc\ndisplaced_earnings,0\ndisplaced_earnings,1\n",
      "line 5: 'displaced_earnings' is set twice"
    ),
    ("setting,value\ntitle,T\nkind,budget\nresponse,free\n", "line 4: a scenario of kind budget"),
    ("setting,value\ntitle,T\nkind,budget\napart,roads\n", "line 4: 'roads' cannot stand apart"),
    ("setting,value\ntitle,T\nkind,budget\napart,girinka\n", "line 4: 'girinka' cannot stand"),
    ("setting,value\ntitle,T\nkind,per-franc\ndraws,many\n", "line 4: 'many' is no value"),
    (
      "setting,value\ntitle,T\nkind,cover\nbenefit,members\ngroup:a:payers,hhd-u1=0.9\n"
        + "group:a:earnings,1\ngroup:a:rate,1\n",
      "line 5: the payers add to 0.9, not to 1"
    ),
    (
      "setting,value\ntitle,T\nkind,cover\nbenefit,members\ngroup:a:payers,ent=1\n"
        + "group:a:earnings,1\ngroup:a:rate,1\n",
      "line 5: no household is among the payers"
    ),
    (
      "setting,value\ntitle,T\nkind,coverage\npoverty_line,1\nhousehold_size,4\n"
        + "floor:a:persons,1\nfloor:a:covered,2\nfloor:a:benefit,1\n",
      "line 7: the floor 'a' covers 2 of 1 persons"
    ),
    (
      "setting,value\ntitle,T\nkind,sensitivity\nprogramme,roads\nagainst,energy\n"
        + "exogenous:x,hdd-r1\n", "line 6:"
    ),
    (
      "setting,value\ntitle,T\nkind,per-franc\nresponse,free\nresponse,free\n",
      "line 5: the response 'free' is asked for twice"
    ),
    ("setting,value\ntitle,T\nkind,budget\nmatrix,rwanda-1999\n", "line 4: there is no built-in"),
    ("setting,value\ntitle,T\nkind,per-franc\nresponse,fish=2\n", "line 4: the response share"),
    ("setting,value\ntitle,T\nkind,targeting\nprogramme,roads\n", "hands out nothing"),
    ("setting,value\ntitle,T\ntitle,T\n", "line 3, column 'setting': the title is given twice"),
    ("setting,value\ntitle,T\nkind,cover\nbenefit,rssb-pensions\ngroup:a,1\n", "line 5: 'group:a'"),
  ])
  func `a mistake in a scenario is told with its line`(text: String, message: String) throws {
    try place.write(text, "wrong.csv")
    let run = try place.sam("run", "wrong.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `a programme of one's own is financed as a built-in one`() throws {
    try place.write(
      "programme,name,family,account,share,role,evidence\n"
        + "clinic,A clinic,other-public-spending,cheal,1,purchase,derived\n", "own.csv")
    try place.write(
      "setting,value\ntitle,T\nkind,financing\nprogramme,clinic\nfinancing,direct-tax\n", "s.csv")
    let run = try csv("run", "s.csv", Sample.builtIn, "--programmes", "own.csv")
    let compare = try csv(
      "compare", Sample.builtIn, "--financing", "direct-tax", "--per", "percent-of-gdp",
      "--programmes", "own.csv")
    let p = try #require(compare.column("programme").firstIndex(of: "clinic"))
    #expect(abs(number(run, "gdp_net") - number(compare, "gdp_factor_cost", p)) < 1e-9)
    let page = try place.sam("run", "s.csv", Sample.builtIn, "--programmes", "own.csv").output
    #expect(page.contains("\nA clinic "))
    let without = try place.sam("run", "s.csv", Sample.builtIn)
    #expect(without.errors.contains("line 4: there is no programme 'clinic'"))
  }

  @Test func `a scenario on a matrix of one's own speaks of its money and has no jobs of Rwanda`()
    throws
  {
    try place.write(Sample.nexus, "kenya.csv")
    try place.write(
      "programme,name,family,account,share,role,evidence\n"
        + "cash,Cash,social-protection,hhd-r1,1,transfer,derived\n"
        + "clinic,Clinic,other-public-spending,cmaiz,1,purchase,derived\n", "own.csv")
    try place.write(
      "setting,value\ntitle,T\nkind,financing\nprogramme,cash\nfinancing,programme:clinic\n",
      "s.csv")
    let run = try place.sam("run", "s.csv", "kenya.csv", "--programmes", "own.csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.contains("franc") && !run.output.contains("jobs"), "\(run.output)")
    #expect(run.output.contains("units of money may be taken"))
    let builtIn = try place.sam("run", "financing", "kenya.csv", "--programmes", "own.csv")
    #expect(
      builtIn.status == 1 && builtIn.errors.contains("there is no programme 'vup-direct-support'"),
      "\(builtIn.errors)")
  }

  @Test func `members of a scheme are paid what they contribute`() throws {
    let run = try csv("run", "cover-cooperatives")
    let mature = zip(
      run.column("phase"), zip(run.column("group"), run.column("income_bottom40_net"))
    )
    .filter { $0.0 == "mature" && $0.1.0 == "construction-mining" }.map(\.1.1)
    // Half is paid by enterprises, so the poorest among the members gain.
    #expect(mature.allSatisfy { (Double($0) ?? .nan) > 0 } && !mature.isEmpty)
  }

  @Test func `a scheme whose benefits go into saving has reserves when it is mature`() throws {
    let run = try csv("run", "unemployment-insurance")
    let mature = zip(run.column("phase"), zip(run.column("reserves"), run.column("reserve")))
      .filter { $0.0 == "mature" }.map(\.1)
    #expect(mature.map(\.0) == ["idle", "invested"])
    #expect(mature.allSatisfy { (Double($0.1) ?? .nan) > 1 })
  }

  @Test func `a reform is judged against what its money would have done`() throws {
    let page = try place.sam("run", "pension-reform").output
      .split { " \n".contains($0) }.joined(separator: " ")
    // The mature scheme moves GDP by less than 5 per cent of what is raised: neither more nor less.
    #expect(!page.contains("; mature") && page.contains("in 4 of 10 scenarios"))
    #expect(page.contains("different from 5 per cent apart"))
  }

  @Test func `a scenario that does not exist is told with those that do`() throws {
    let run = try place.sam("run", "finansing")
    #expect(run.status == 1 && run.errors.contains("'financing'"))
    #expect(try place.sam("run", "financing", "--table", "nothing").status == 1)
  }

  @Test func `why adds to the number that it explains`() throws {
    let compare = try csv("compare", Sample.builtIn)
    let p = try #require(compare.column("programme").firstIndex(of: "school-feeding"))
    for column in ["gdp_factor_cost", "tax_return", "income_bottom40"] {
      let why = try csv("why", "school-feeding", column, Sample.builtIn)
      #expect(
        why.csv[0] == [
          "account", "name", "role", "evidence", "share", "per_franc", "contribution", "percent",
        ])
      let sum = why.column("contribution").reduce(0) { $0 + (Double($1) ?? .nan) }
      #expect(abs(sum - number(compare, column, p)) < 1e-10, "\(column)")
    }
    #expect(try place.sam("why", "roads", "happiness").status == 64)
    let unknown = try place.sam("why", "raods", "output")
    #expect(unknown.status == 1 && unknown.errors.contains("'roads'"))
  }

  @Test func `published evidence says what each figure counts`() throws {
    let table = try csv("compare", "--table", "evidence")
    #expect(table.csv.count > 12)
    #expect(table.column("label").allSatisfy { !$0.isEmpty })
    #expect(table.column("source").allSatisfy { !$0.isEmpty })
    #expect(Set(table.column("includes_transfer")) == ["yes", "no", "mixed"])
  }

  @Test func `a choice that changes nothing on a matrix is noted, not refused`() throws {
    let run = try place.sam("run", "sensitivity", "rwanda-2022-ifpri")
    #expect(run.status == 0 && run.errors.contains("'non-profit-responds' changes nothing"))
  }
}
