import Testing

struct FinancingCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func gdp(_ options: String...) throws -> [Double] {
    let run = try place.sam(["compare", Sample.builtIn, "--format", "csv"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.column("gdp_factor_cost").map { Double($0) ?? .nan }
  }

  @Test func `a cut of a programme takes its own column off all`() throws {
    let ids = try place.sam("compare", Sample.builtIn, "--format", "csv").column("programme")
    let roads = try #require(ids.firstIndex(of: "roads"))
    let (gross, net) = (try gdp(), try gdp("--financing", "programme:roads"))
    #expect(net[roads] == 0)
    for (a, b) in zip(gross, net) { #expect(abs(a - gross[roads] - b) < 1e-12) }
  }

  @Test func `winners and losers add to the income of the table`() throws {
    let options = ["compare", "--financing", "contributions", "--format", "csv"]
    let main = try place.sam(options)
    let income = Dictionary(
      uniqueKeysWithValues: zip(main.column("programme"), main.column("income")))
    let groups = try place.sam(options + ["--table", "groups"])
    #expect(groups.csv[0] == ["programme", "group", "given", "earned", "paid", "net", "result"])
    var sums: [String: Double] = [:]
    for row in groups.csv.dropFirst() { sums[row[0], default: 0] += Double(row[5]) ?? .nan }
    #expect(sums.count == income.count)
    for (id, sum) in sums {
      #expect(abs(sum - (Double(income[id] ?? "") ?? .nan)) < 1e-9, "\(id)")
    }
  }

  @Test func `the page says who pays and what is not counted`() throws {
    let page = try place.sam("compare", "--financing", "indirect-tax").output
      .split { " \n".contains($0) }.joined(separator: " ")
    #expect(page.contains("paid by product taxes"))
    #expect(page.contains("own produce is exempt"))
    #expect(page.contains("no timing, no prices, no human capital"))
    #expect(page.contains("is not credited"))
  }

  @Test func `a financing that does not exist is wrong usage, a programme that does not is data`()
    throws
  {
    for text in ["taxes", "borrowing:3", "programme:"] {
      let run = try place.sam("compare", "--financing", text)
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(run.errors.contains("is no financing"))
    }
    let run = try place.sam("compare", "--financing", "programme:raods")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("no programme 'raods' to cut. Did you mean 'roads'"))
    let displaced = try place.sam("compare", "--displaced-earnings", "2")
    #expect(displaced.status == 64)
  }

  @Test func `earnings given up lower direct wages`() throws {
    let kept = try place.sam("compare", "--format", "csv").column("gdp_direct_wages")
    let lost = try place.sam("compare", "--displaced-earnings", "0.5", "--format", "csv")
      .column("gdp_direct_wages")
    for (a, b) in zip(kept, lost) {
      #expect(abs((Double(a) ?? .nan) / 2 - (Double(b) ?? .nan)) < 1e-12)
    }
    #expect(kept.contains { (Double($0) ?? 0) > 0.5 })
  }

  @Test(arguments: ["direct-tax", "indirect-tax", "contributions", "borrowing:crowding-out"])
  func `bands of a programme that is paid for lie around its net effect`(financing: String) throws {
    let run = try place.sam(
      "compare", Sample.builtIn, "--financing", financing, "--bands", "100", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let net = run.column("gdp_factor_cost").map { Double($0) ?? .nan }
    let gross = try gdp()
    let low = run.column("low").map { Double($0) ?? .nan }
    let high = run.column("high").map { Double($0) ?? .nan }
    for (p, value) in net.enumerated() {
      #expect(value < gross[p] - 0.1)
      #expect(low[p] <= value + 0.02 && value - 0.02 <= high[p], "\(run.column("programme")[p])")
    }
  }

  @Test func `a programme that is paid for by itself has no band but zero`() throws {
    let run = try place.sam(
      "compare", Sample.builtIn, "--financing", "programme:roads", "--bands", "50", "--format",
      "csv")
    let roads = try #require(run.column("programme").firstIndex(of: "roads"))
    #expect(run.column("low")[roads] == "0" && run.column("high")[roads] == "0")
    let other = try #require(run.column("programme").firstIndex(of: "vup-direct-support"))
    #expect(
      (Double(run.column("low")[other]) ?? .nan) < (Double(run.column("high")[other]) ?? .nan))
  }
}
