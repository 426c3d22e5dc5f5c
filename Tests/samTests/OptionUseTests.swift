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
      ["--exports", "own-output"], ["--displaced-earnings", "0.5"],
      ["--financing", "indirect-tax"], ["--only", "roads,vup-direct-support"],
      ["--columns", "saving_leakage"],
    ],
    "distribute": [
      ["--amount", "100"], ["--groups", "hhd-r2,hhd-r3"], ["--poor", "hhd-r3"],
      ["--response", "agriculture=0.3"], ["--exports", "own-output"],
    ],
    "uncertainty": [
      ["--regime", "short-run"], ["--seed", "9"], ["--response", "agriculture=0.3"],
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
    try expectUse(["distribute", "--programme", "vup-direct-support"], table)
  }

  @Test(arguments: ["uncertainty", "ranking", "across", "drivers", "turning"])
  func `an option of uncertainty moves every table that takes it`(_ table: String) throws {
    try expectUse(
      ["uncertainty"] + (["drivers", "turning"].contains(table) ? [] : ["--draws", "2"]), table)
  }

  private func expectUse(_ base: [String], _ table: String) throws {
    let command = base + ["--table", table, "--format", "csv"]
    let plain = try place.sam(command)
    #expect(plain.status == 0, "\(plain.errors)")
    for option in Self.options[base[0], default: []] where !base.contains(option[0]) {
      let name = "\(base[0]) \(table) \(option.joined(separator: " "))"
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
