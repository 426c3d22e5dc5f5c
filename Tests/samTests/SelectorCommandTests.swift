import Testing

/// Every option and every file that names accounts takes a code, a group, a `@kind` and `*`, and
/// refuses what names none.
struct SelectorCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(Sample.nexus, "nexus.csv")
  }

  /// The output of a command that succeeds, and what it says beside it.
  private func csv(
    _ arguments: [String], at location: SourceLocation = #_sourceLocation
  ) throws -> (output: String, notes: String) {
    let run = try place.sam(arguments + ["--format", "csv"])
    #expect(run.status == 0, "\(arguments): \(run.errors)", sourceLocation: location)
    return (run.output, run.errors)
  }

  /// Words that name the same accounts of `Sample.nexus`, by option: one by one in codes first.
  @Test(
    arguments: [
      (
        ["multipliers"], "--exogenous", ["gov,dtax,stax,s-i,row,amaiz,cmaiz"],
        ["gov,dtax,stax,s-i,row,agriculture", "agriculture,@government,dtax,stax,@savings,row"]
      ),
      (["multipliers"], "--response", ["amaiz=0"], ["agriculture=0", "*=1,agriculture=0"]),
      (["multipliers"], "--response", ["amaiz=0.5,aeduc=0.5"], ["@activity=0.5", "*=0.5"]),
      (["distribute", "--from", "ceduc"], "--groups", ["hhd-r1,hhd-u5"], ["@household"]),
      (["distribute", "--from", "ceduc"], "--groups", ["amaiz,cmaiz"], ["agriculture"]),
      (
        ["distribute", "--from", "ceduc"], "--groups", [Sample.endogenous.joined(separator: ",")],
        ["*"]
      ),
      (
        ["paths", "--from", "ceduc", "--to", "hhd-r1"], "--only", ["amaiz,cmaiz,flab-n"],
        ["agriculture,@labour", "unskilled,agriculture"]
      ),
      (
        ["paths", "--from", "ceduc", "--to", "hhd-r1"], "--excluding", ["amaiz,cmaiz"],
        ["agriculture"]
      ),
      (
        ["paths", "--from", "ceduc", "--to", "hhd-r1"], "--excluding",
        [(Sample.endogenous + ["gov", "dtax", "stax", "s-i", "row"]).joined(separator: ",")], ["*"]
      ),
    ] as [([String], String, [String], [String])])
  func `words for the same accounts give the same result`(
    _ command: [String], _ option: String, _ codes: [String], _ others: [String]
  ) throws {
    let base = [command[0], "nexus.csv"] + command.dropFirst()
    let without = try csv(base).output
    let expected = try csv(base + [option, codes[0]])
    #expect(expected.output != without || codes[0].contains("hhd-r1,hhd-u5"))
    #expect(!expected.notes.contains("is a group of"))
    for other in others {
      let run = try csv(base + [option, other])
      #expect(run.output == expected.output, "\(option) \(other)")
      let isGroup = other.contains("agriculture")
      #expect(run.notes.contains("'agriculture' in \(option) is a group of") == isGroup)
    }
  }

  @Test func `a group in an option says how many accounts it met`() throws {
    let response = try csv(["multipliers", "nexus.csv", "--response", "agriculture=0"]).notes
    #expect(response.contains("'agriculture' in --response is a group of 1 activity"))
    let groups = ["distribute", "nexus.csv", "--from", "ceduc", "--groups", "agriculture"]
    #expect(try csv(groups).notes.contains("is a group of 2 accounts"))
  }

  @Test(
    arguments: [
      (["multipliers"], "--exogenous", ""), (["multipliers"], "--response", "=0"),
      (["distribute", "--from", "ceduc"], "--groups", ""),
      (["paths", "--from", "ceduc", "--to", "hhd-r1"], "--only", ""),
      (["paths", "--from", "ceduc", "--to", "hhd-r1"], "--excluding", ""),
    ] as [([String], String, String)])
  func `an option refuses what names no account`(
    _ command: [String], _ option: String, _ value: String
  ) throws {
    let base = [command[0], "nexus.csv"] + command.dropFirst()
    for (word, status, message) in [
      ("@houshold", 64 as Int32, "there is no kind of account '@houshold'"),
      ("agricultur", 1, "Did you mean 'agriculture'"),
    ] {
      let run = try place.sam(base + [option, word + value])
      #expect(run.status == status && run.output.isEmpty, "\(option) \(run.errors)")
      #expect(run.errors.contains(message), "\(option) \(run.errors)")
    }
  }

  /// The files that name accounts: blocks, controls, regimes and their elasticities.
  @Test(
    arguments: [
      (
        ["decompose", "nexus.csv", "--from", "ceduc", "--groups"], "code,group\n",
        [
          "amaiz,p\naeduc,p\ncmaiz,p\nceduc,p\nflab-n,f\nfcap,f\nhhd-r1,h\nhhd-u5,h\n",
          "agriculture,p\nservices,p\n@labour,f\nfcap,f\n@household,h\n",
          "agriculture,p\nservices,p\nunskilled,f\n@capital,f\n@household,h\n",
        ]
      ),
      (
        ["balance", "nexus.csv", "--method", "least-squares", "--controls"],
        "control,row,column,value,standard_error\n",
        [
          "x,amaiz,cmaiz,101,\ny,hhd-r1,flab-n,81,1\n",
          "x,amaiz,agriculture,101,\ny,hhd-r1,@labour,81,1\n",
          "x,amaiz,agriculture,101,\ny,hhd-r1,unskilled,81,1\n",
        ]
      ),
      (
        [
          "compare", "nexus.csv", "--programmes", "own.csv", "--regime", "short-run",
          "--regime-elasticities",
        ],
        "elasticity,accounts,value,low,high,source\n",
        [
          "armington,cmaiz,3,,,x\narmington,ceduc,0.4,,,x\n",
          "armington,agriculture,3,,,x\narmington,ceduc,0.4,,,x\n",
          "armington,@commodity,0.4,,,x\narmington,agriculture,3,,,x\n",
          "armington,*,0.4,,,x\narmington,agriculture,3,,,x\n",
        ]
      ),
    ] as [([String], String, [String])])
  func `a file may name accounts by any word`(
    _ command: [String], _ header: String, _ tables: [String]
  ) throws {
    try place.write(Sample.programme, "own.csv")
    var outputs: [String] = []
    for table in tables {
      try place.write(header + table, "names.csv")
      outputs.append(try csv(command + ["names.csv"]).output)
    }
    #expect(Set(outputs).count == 1)
    let code = tables[0].contains("amaiz") ? "amaiz" : "cmaiz"
    let unknown = tables[0].replacing(code, with: "@houshold", maxReplacements: 1)
    let misspelt = tables[1].replacing("agriculture", with: "agricultur")
    for (wrong, message) in [
      (misspelt, "agricultur"), (unknown, "@houshold"),
    ] {
      guard wrong != tables[1] else { continue }
      try place.write(header + wrong, "names.csv")
      let run = try place.sam(command + ["names.csv"])
      #expect(
        run.status == 1 && run.output.isEmpty && run.errors.contains(message), "\(run.errors)")
    }
  }
}
