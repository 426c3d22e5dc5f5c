import Testing

/// `sam balance`, run as a program.
struct BalanceCommandTests {
  private let files = [
    "table.csv": """
    account,goods,services,final,exports
    goods,7,3,5,-3
    services,2,9,8,0
    taxes,-2,0,2,0

    """,
    "totals.csv": """
    code,row_total,column_total
    goods,15,9
    services,26,16
    taxes,-1,
    final,,17
    exports,,-2

    """,
    "wrong.csv": "code,row_total,column_total\ngoods,15,9\nservices,26,16\ntaxes,-2,\n"
      + "final,,17\nexports,,-2\n",
    "sam.csv": "account,a,b,c\na,,6,3\nb,5,,2\nc,4,1,\n",
    "controls.csv": "control,row,column,weight,value,standard_error,source\n"
      + "top,a,*,1,10,0.5,survey\ncell,c,b,1,1.2,,\n",
    "bad.csv": "control,row,column,weight,value,standard_error,source\ntop,a,*,1,10,-1,\n",
  ]

  private func run(_ arguments: String...) throws -> (run: Outcome, files: [String: String]) {
    let place = try place()
    let run = try place.sam(["balance"] + arguments)
    var found: [String: String] = [:]
    for name in try place.files where files[name] == nil { found[name] = place.text(name) }
    return (run, found)
  }

  private func place() throws -> Workplace {
    let place = try Workplace()
    for (name, text) in files { try place.write(text, name) }
    return place
  }

  @Test func `GRAS prints the published table`() throws {
    let run = try run("table.csv", "--method", "gras", "--totals", "totals.csv").run
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        """
        Balanced by gras

        account   goods  services  final  exports
        -----------------------------------------
        goods       8.4       3.4    5.2     -2.0
        services    3.0      12.6   10.4
        taxes      -2.4              1.4
        -----------------------------------------

        """), "\(run.output)")
  }

  @Test func `totals that disagree print one message, and nothing else`() throws {
    let (run, found) = try run(
      "table.csv", "--totals", "wrong.csv", "--report", "report.csv", "--format", "csv")
    #expect(run.status == 1 && run.output.isEmpty && found.isEmpty)
    #expect(
      run.errors
        == "sam: error: wrong.csv: row totals add to 39 and column totals to 40, a difference of "
        + "-1. Correct them, or choose a rule with --reconcile rows, columns or mean.\n")
  }

  @Test func `totals that disagree are reconciled on request, with a note`() throws {
    let run = try run(
      "table.csv", "--totals", "wrong.csv", "--reconcile", "rows", "--format", "csv"
    ).run
    #expect(run.status == 0 && run.errors.hasPrefix("sam: note: "))
    #expect(run.output.split(separator: "\n").count == 4)
  }

  @Test(arguments: ["least-squares", "cross-entropy"])
  func `controls are met and reported`(method: String) throws {
    let (run, found) = try run(
      "sam.csv", "--method", method, "--controls", "controls.csv", "--cell-error", "0.2",
      "--report", "report.csv", "--output", "balanced.csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let lines = try #require(found["report.csv"]).split(separator: "\n").map(String.init)
    #expect(lines.first == "control,target,achieved,residual,standardised")
    #expect(lines.count == 3)
    #expect(lines[2].hasPrefix("cell,1.2,1.2") && lines[2].hasSuffix(","))
    #expect(try #require(found["balanced.csv"]).hasPrefix("account,a,b,c\na,,"))
  }

  @Test func `a negative standard error is refused with its line`() throws {
    let run = try run("sam.csv", "--controls", "bad.csv").run
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("sam: error: bad.csv: line 2, column 'standard_error': "))
  }

  @Test(arguments: [
    ["sam.csv", "--method", "rass"], ["sam.csv", "--method", "ras", "--cell-error", "0.1"],
    ["sam.csv", "--cell-error", "-1"], ["sam.csv", "--keep-signs"],
    ["sam.csv", "--report", "x.csv", "--output", "x.csv"],
    ["sam.csv", "--cell-error", "0.1", "--coefficients"],
  ])
  func `wrong usage exits with 64`(arguments: [String]) throws {
    let run = try place().sam(["balance"] + arguments)
    #expect(run.status == 64 && run.output.isEmpty)
  }

  @Test func `an existing report is not replaced without force`() throws {
    let run = try run("sam.csv", "--report", "bad.csv").run
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("--force"))
  }

  @Test func `the example prints both methods`() throws {
    let run = try Workplace().run("BalanceYourTable")
    #expect(run.status == 0)
    #expect(run.output.contains("Totals by least-squares"))
    #expect(run.output.contains("Totals by cross-entropy"))
    #expect(run.output.contains("row total of row    5600.000  5600.000     0.000"))
  }
}
