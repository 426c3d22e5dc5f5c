import Foundation
import Testing

/// Issue 16, 2, as a kind: an option that is accepted moves what is printed, or is refused.
struct OptionUseTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// The same figures as before where an option's value is what the matrix or the table has already.
  private static let same: Set<String> = [
    // Own output is what this regime and the curve of regimes have unless they are told otherwise.
    "compare regimes --exports own-output", "compare curve --exports own-output",
    // These vary the supply of agriculture themselves.
    "compare response-curve --response agriculture=0.3",
    "compare triangle --response agriculture=0.3",
  ]

  private static let options: [String: [[String]]] = [
    "compare": [
      ["--per", "percent-of-gdp"], ["--bands", "2"], ["--regime", "long-run"],
      ["--response", "agriculture=0.3"], ["--own-produce", "market"],
      ["--exports", "own-output"], ["--spending", "marginal"], ["--displaced-earnings", "0.5"],
      ["--financing", "indirect-tax"], ["--only", "roads,vup-direct-support"],
      ["--columns", "saving_leakage"],
    ],
    "distribute": [
      ["--amount", "100"], ["--groups", "hhd-r2,hhd-r3"], ["--poor", "hhd-r3"],
      ["--response", "agriculture=0.3"], ["--exports", "own-output"], ["--spending", "marginal"],
      ["--from", "hhd-r1"], ["--programme", "education"],
    ],
    "uncertainty": [
      ["--regime", "short-run"], ["--seed", "9"], ["--response", "agriculture=0.3"],
      ["--spending", "marginal"], ["--own-produce", "market"], ["--exports", "own-output"],
    ],
    "closures": [["--spending", "marginal"], ["--own-produce", "market"]],
    "jobs": [["--spending", "marginal"]], "multipliers": [["--spending", "marginal"]],
    "rounds": [["--spending", "marginal"]], "paths": [["--spending", "marginal"]],
    "linkages": [["--spending", "marginal"]],
    "prices": [["--spending", "marginal"]], "extract": [["--spending", "marginal"]],
    "why": [
      ["--spending", "marginal"], ["--own-produce", "market"], ["--exports", "own-output"],
    ],
  ]

  @Test(
    arguments: [
      "compare", "regimes", "bridge", "curve", "weights", "financing", "groups", "evidence",
      "scarcity", "response-curve", "triangle", "baskets", "contributions",
    ])
  func `an option of compare moves every table that takes it`(_ table: String) throws {
    var base = ["compare"]
    if table == "regimes" { base += ["--regime", "short-run"] }
    if ["financing", "groups"].contains(table) { base += ["--financing", "direct-tax"] }
    try expectUse(base, table)
  }

  @Test(arguments: ["distribute", "totals", "inequality", "poor", "rim", "poverty"])
  func `an option of distribute moves every table that takes it`(_ table: String) throws {
    // Relative income is of a unit into each account, and of no injection.
    try expectUse(
      ["distribute"] + (table == "rim" ? [] : ["--programme", "vup-direct-support"]), table)
  }

  @Test(arguments: ["uncertainty", "ranking", "across", "drivers", "turning"])
  func `an option of uncertainty moves every table that takes it`(_ table: String) throws {
    try expectUse(
      ["uncertainty"] + (["drivers", "turning"].contains(table) ? [] : ["--draws", "2"]), table)
  }

  @Test(
    arguments: [
      "closures", "jobs", "multipliers", "rounds --from hhd-r1", "paths --from hhd-r1 --to hhd-u5",
      "linkages", "prices --cost row=10", "extract",
      "why vup-direct-support gdp_factor_cost",
    ])
  func `spending at the margin moves every command that takes it`(_ command: String) throws {
    try expectUse(command.split(separator: " ").map(String.init), nil)
  }

  /// Issue 16, 8, 10 and 11: what becomes of a further franc is asked of scenarios too.
  @Test(
    arguments: [
      "per-franc", "budget-2022", "financing", "targeting", "pension-reform", "cover-cooperatives",
      "sensitivity", "coverage",
    ])
  func `a scenario takes own produce, exports and spending, on the command line and in its file`(
    _ scenario: String
  ) throws {
    let plain = try place.sam(["run", scenario, "--format", "json"])
    #expect(plain.status == 0, "\(plain.errors)")
    for (option, setting, word) in [
      ("--own-produce", "own_produce", "market"), ("--exports", "exports", "own-output"),
      ("--spending", "spending", "marginal"),
    ] {
      let asked = try place.sam(["run", scenario, option, word, "--format", "json"])
      #expect(asked.status == 0, "\(asked.errors)")
      #expect(asked.output != plain.output, "\(scenario) \(option) moves nothing")
      let folder = URL(filePath: #filePath).appending(path: "../../../SAM/scenarios").standardized
      let text = try String(
        contentsOf: folder.appending(path: "\(scenario).csv"), encoding: .utf8)
      let header = text.prefix { $0 != "\n" }
      let commas = header.count { $0 == "," } - 1
      let file = try place.write(
        text + "\(setting),\(word)" + String(repeating: ",", count: commas) + "\n",
        "\(scenario)-\(setting).csv")
      // A file of one's own cites no sources; the figures of the table are the same.
      let written = try place.sam(["run", file, "--format", "csv"])
      #expect(written.status == 0, "\(written.errors)")
      let told = try place.sam(["run", scenario, option, word, "--format", "csv"])
      #expect(written.output == told.output, "\(scenario) \(setting)")
    }
  }

  private func expectUse(_ base: [String], _ table: String?) throws {
    let command = base + (table.map { ["--table", $0] } ?? []) + ["--format", "csv"]
    let plain = try place.sam(command)
    #expect(plain.status == 0, "\(plain.errors)")
    for option in Self.options[base[0], default: []] where !base.contains(option[0]) {
      let name = "\(base[0]) \(table ?? "") \(option.joined(separator: " "))"
      guard !Self.same.contains(name) else { continue }
      let run = try place.sam(command + option)
      guard run.status == 0 else {
        #expect(!run.errors.isEmpty && run.output.isEmpty, "\(name): \(run.errors)")
        continue
      }
      #expect(run.output != plain.output, "\(name) is accepted, and moves nothing")
    }
  }
}
