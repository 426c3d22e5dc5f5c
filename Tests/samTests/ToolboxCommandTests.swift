import SAMFixtures
import Testing

@Suite("Commands of the multiplier toolbox")
struct ToolboxCommandTests {
  @Test(arguments: [
    (["decompose", "--from", "hhd-r1"], "account,initial,transfer,open,closed,total"),
    (["decompose", "--from", "hhd-r1", "--multiplicative"], "account,m1,m2,m3,total"),
    (
      ["paths", "--from", "hhd-r1", "--to", "flab-n"],
      "path,arcs,direct,multiplier,total,share"
    ), (["prices", "--cost", "row=10"], "account,kind,change_percent"),
    (
      ["linkages"],
      "account,backward_direct,forward_direct,backward_total,forward_total,forward_ghosh,"
        + "backward_index,forward_index,forward_ghosh_index,backward_cv,forward_cv,key"
    ), (["extract"], "account,output_loss,percent,gdp_loss"),
    (["describe"], "section,item,account,value,unit"),
  ])
  func `a table has the columns of the contract`(arguments: [String], header: String) throws {
    let run = try Workplace().sam(arguments + ["--format", "csv"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.header == header)
  }

  @Test(arguments: [
    ["decompose", "--programme", "education"], ["paths", "--from", "ceduc", "--to", "hhd-r1"],
    ["prices", "--cost", "mtax=10,flab-n=5"], ["linkages", "--inverse", "sam"],
    ["extract", "--variant", "both-keep-own"], ["describe"], ["closures"],
    ["rounds", "--from", "hhd-u1"], ["multipliers", "--response", "agriculture=0.5"],
  ])
  func `every format is written and names the closure or the matrix`(arguments: [String]) throws {
    for format in ["table", "csv", "json", "markdown", "latex", "html"] {
      let run = try Workplace().sam(arguments + ["--format", format])
      #expect(run.status == 0)
      #expect(!run.output.isEmpty)
      if format != "csv" { #expect(run.output.contains("Rwanda")) }
    }
  }

  @Test(arguments: [
    ["decompose", "--from", "gov"], ["decompose", "--from", "nobody"],
    ["decompose", "--programme", "educaton"], ["paths", "--from", "hhd-r1", "--to", "gov"],
    ["paths", "--from", "row", "--to", "hhd-r1"], ["rounds", "--shock", "row=1"],
    ["closures", "--from", "gov"], ["prices", "--cost", "nothing=1"],
    ["multipliers", "--response", "agricultur=0"],
    ["multipliers", "--response", "amine=0", "--output-shift", "atrad=1"],
    ["paths", "--from", "hhd-r1", "--to", "flab-n", "--excluding", "nobody"],
  ])
  func `bad data is one message, and no output`(arguments: [String]) throws {
    let run = try Workplace().sam(arguments)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("sam: error: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ["decompose"], ["decompose", "--from", "a", "--shock", "b=1"],
    ["paths", "--from", "a"], ["paths", "--from", "a", "--to", "b", "--longest", "0"],
    ["paths", "--from", "a", "--to", "b", "--top", "0"],
    ["paths", "--from", "a", "--to", "b", "--threshold", "1.5"], ["prices"],
    ["prices", "--cost", "row"], ["prices", "--cost", "row=1", "--response", "amine=0"],
    ["linkages", "--inverse", "ghosh"], ["extract", "--variant", "none"],
    ["extract", "--response", "amine=0"], ["multipliers", "--response", "amine=1.5"],
    ["multipliers", "--response", "amine=-0.1"], ["multipliers", "--table", "constrained"],
    ["multipliers", "--table", "fixed-price"], ["multipliers", "--output-shift", "amine=1"],
    ["multipliers", "--own-consumption", "none"], ["rounds", "--from", "a", "--rounds", "-1"],
    ["describe", "--table", "pages"],
  ])
  func `wrong usage is known without a file`(arguments: [String]) throws {
    let run = try Workplace().sam(
      arguments + (arguments.contains("--data") ? [] : ["--data", "/nowhere"]))
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    "WhyItMultiplies", "WhenSupplyIsFixed", "WhenPricesAdjust", "KeySectors", "KnowYourSAM",
  ])
  func `an example prints its tables`(name: String) throws {
    let run = try Workplace().run(name)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("-----"))
    #expect(!run.output.contains(" nan"))
  }

  /// The library's table and the command's are one: outlays of the year of the matrix weigh both.
  @Test func `the first example prints the averages of the command`() throws {
    func averages(_ run: Outcome) -> [[Substring]] {
      run.output.split(separator: "\n").filter { $0.hasPrefix("= average by outlay") }
        .map { $0.split(separator: " ") }
    }
    let example = averages(try Workplace().run("CompareSpending"))
    #expect(example.count == 2)
    // The command goes on with columns that the example leaves out.
    #expect(example == Array(averages(try Workplace().sam("compare")).prefix(2)))
  }
}

@Suite("Worked examples on the command line")
struct ToolboxWorkedExampleTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `Hosoe's transfer is taken apart as published`() throws {
    let groups = try place.write(
      "code,group\nBRD,goods\nMLK,goods\nCAP,factors\nLAB,factors\nHOH,households\n", "groups.csv")
    let run = try place.sam(
      ["decompose"] + (try place.hosoe()) + ["--from", "HOH", "--groups", groups])
    #expect(run.status == 0)
    #expect(prints(run.value("open", "BRD"), as: 0.339266))
    #expect(prints(run.value("closed", "HOH"), as: 0.670383))
    #expect(prints(run.value("total", "MLK"), as: 0.735931))
    let product = try place.sam(
      ["decompose", "--multiplicative"] + (try place.hosoe())
        + ["--from", "BRD", "--groups", groups])
    #expect(prints(product.value("m1", "BRD"), as: 1.327561))
    #expect(prints(product.value("m3", "MLK"), as: 0.279974))
    #expect(prints(product.value("total", "HOH"), as: 1.125339))
  }

  @Test func `Hosoe's paths end with what they do not cover`() throws {
    let run = try place.sam(["paths"] + (try place.hosoe()) + ["--from", "HOH", "--to", "BRD"])
    #expect(prints(run.value("total", "HOH > BRD", key: "path"), as: 0.492786))
    #expect(prints(run.value("multiplier", "HOH > MLK > BRD", key: "path"), as: 2.467008))
    #expect(run.records.last?["path"] == "(not covered)")
    let shares = run.records.compactMap { $0["share"].flatMap(Double.init) }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `Hosoe's prices, and bread fixed`() throws {
    let prices = try place.sam(["prices"] + (try place.hosoe()) + ["--cost", "EXT=10"])
    #expect(prints(prices.value("change_percent", "BRD") / 100, as: 0.033655))
    #expect(prints(prices.value("change_percent", "HOH") / 100, as: 0.017104))
    let fixed = ["multipliers"] + (try place.hosoe()) + ["--response", "BRD=0"]
    let matrix = try place.sam(fixed + ["--matrix"])
    #expect(prints(matrix.value("HOH", "CAP"), as: 0.162162))
    let shift = try place.sam(fixed + ["--output-shift", "BRD=1"])
    let demand = shift.records.first { $0["role"] == "final-demand" }?["change"]
    #expect(prints(demand.flatMap(Double.init) ?? .nan, as: 0.585018))
    let trade = try place.sam(fixed + ["--shock", "HOH=1", "--table", "adjustment"])
    #expect(prints(trade.value("net_final_demand", "BRD"), as: -0.331532))
    let side = try place.sam(fixed + ["--table", "constrained"])
    #expect(prints(side.value("leak:supply", "HOH"), as: 0.331532))
    let shadow = try place.sam(fixed + ["--table", "shadow"])
    #expect(
      prints(
        shadow.value("receipts", "BRD"), as: 1 + 0.449706 + 0.368978 + 0.289365 + 0.658343,
        digits: 5))
  }

  @Test func `Hosoe's marginal shares give the published column`() throws {
    let elasticities = try place.write(
      "household,commodity,elasticity\nHOH,BRD,1.35\nHOH,MLK,0.75\n", "elasticities.csv")
    let arguments = ["multipliers"] + (try place.hosoe()) + ["--elasticities", elasticities]
    let matrix = try place.sam(arguments + ["--matrix"])
    #expect(prints(matrix.value("HOH", "BRD"), as: 0.708269))
    let difference = try place.sam(arguments + ["--table", "difference"])
    #expect(difference.header == "account,measure,accounting,fixed_price,difference,from:HOH")
    #expect(
      abs(difference.value("difference", "HOH") - difference.value("from:HOH", "HOH")) < 1e-12)
  }

  @Test func `files that contradict themselves are refused with file and line`() throws {
    let hosoe = try place.hosoe()
    let overlapping = try place.write(
      "code,group\nBRD,goods\nMLK,goods\nBRD,food\n", "overlapping.csv")
    let groups = try place.sam(["decompose"] + hosoe + ["--from", "HOH", "--groups", overlapping])
    #expect(groups.status == 1)
    #expect(groups.output.isEmpty)
    #expect(groups.errors.contains("overlapping.csv: line 4"))
    #expect(groups.errors.contains("'BRD' is in 'goods' and in 'food'"))
    let elasticities = try place.write(
      "household,commodity,elasticity\nHOH,BRD,2\n", "elasticities.csv")
    let shares = try place.sam(["multipliers"] + hosoe + ["--elasticities", elasticities])
    #expect(shares.status == 1)
    #expect(shares.errors.contains("elasticities.csv"))
    #expect(shares.errors.contains("add to 1.22222, not to 1"))
  }
}

extension Workplace {
  /// Hosoe's matrix as a file, with the options that make it a model without kinds.
  fileprivate func hosoe() throws -> [String] {
    let path = try write(
      """
      account,BRD,MLK,CAP,LAB,IDT,TRF,HOH,GOV,INV,EXT
      BRD,21,8,,,,,20,19,16,8
      MLK,17,9,,,,,30,14,15,4
      CAP,20,30,,,,,,,,
      LAB,15,25,,,,,,,,
      IDT,5,4,,,,,,,,
      TRF,1,2,,,,,,,,
      HOH,,,50,40,,,,,,
      GOV,,,,,9,3,23,,,
      INV,,,,,,,17,2,,12
      EXT,13,11,,,,,,,,

      """, "hosoe.csv")
    return [path, "--exogenous", "IDT,TRF,GOV,INV,EXT", "--format", "csv"]
  }
}
