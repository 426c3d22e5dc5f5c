import SocialAccounting
import Testing

/// Programmes, one share a line.
struct ProgrammeTableTests {
  private let header = "programme,name,family,account,share,role,evidence"
  private func read(_ lines: String..., outlays: String? = nil) throws -> [Programme] {
    try ProgrammeTable.read(
      file(([header] + lines).joined(separator: "\n") + "\n", name: "programmes.csv"),
      outlays: outlays.map { file($0, name: "outlays.csv") })
  }

  @Test func `lines of a programme are gathered, in the order of first mention`() throws {
    let programmes = try read(
      "cash,Cash,social-protection,hhd-r1,0.9,transfer,published",
      "road,Roads,other-public-spending,ccons,1,purchase,assumed",
      "cash,,,cpadm,0.1,purchase,assumed")
    #expect(programmes.map(\.id) == ["cash", "road"])
    #expect(programmes[0].shares.map(\.account) == ["hhd-r1", "cpadm"])
    #expect(programmes[0].shares.map(\.role) == [.transfer, .purchase])
    #expect(programmes[0].family == .socialProtection && programmes[0].evidence == .published)
    #expect(programmes[0].isRanked && programmes[0].outlay == nil)
  }

  @Test func `a table without names, roles and ranks has defaults`() throws {
    let programmes = try ProgrammeTable.read(
      file("programme,family,account,share,evidence\nx,tax,h,1,derived\n"), fitting: village())
    #expect(programmes[0].name == "x" && programmes[0].shares[0].role == .transfer)
  }

  /// A household that buys one commodity.
  private func village() throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: [Account(code: "h", kind: .household), Account(code: "bread", kind: .commodity)],
      flows: [[0, 1], [1, 0]], unit: .rwfBillion)
  }

  @Test(arguments: [
    ("x,X,tax,hh,.5,transfer,derived", ["line 3, column 'account'", "'hh'", "Did you mean 'h'"]),
    ("x,X,tax,bread,.5,transfer,derived", ["line 3, column 'role'", "'transfer' on 'bread'"]),
    ("x,X,tax,bread,.5,wages,derived", ["line 3, column 'role'", "of kind commodity"]),
  ])
  func `a share that does not fit the matrix is refused with its line`(
    line: String, parts: [String]
  ) throws {
    let village = try village()
    let message = complaint {
      _ = try ProgrammeTable.read(
        file("\(header)\nx,X,tax,h,.5,transfer,derived\n\(line)\n", name: "own.csv"),
        fitting: village)
    }
    for part in ["own.csv: "] + parts { #expect(message.contains(part), "\(message)") }
  }

  @Test func `outlays come from their own file or from columns`() throws {
    let line = "cash,Cash,social-protection,h,1,transfer,published"
    let beside = try read(
      line,
      outlays:
        "programme,outlay,unit,year,part_of,ranked,evidence\ncash,12.5,USD million,2020/21,big,no,derived\n"
    )
    #expect(
      beside[0].outlay
        == Programme.Outlay(
          12.5, unit: CurrencyUnit("USD million"), year: "2020/21", evidence: .derived))
    #expect(beside[0].partOf == "big" && !beside[0].isRanked)
    let inside = try ProgrammeTable.read(
      file("\(header),outlay,outlay_year,ranked\n\(line),12.5,2022,yes\n"))
    #expect(
      inside[0].outlay
        == Programme.Outlay(12.5, unit: .rwfBillion, year: "2022", evidence: .assumed))
  }

  @Test(arguments: [
    (2022, "2022"), (2021, "2020/21"), (2020, "2020/21"), (2023, "2023/24"), (2024, "2024"),
    (2030, "2024"), (nil, "2024"),
  ])
  func `of several years the nearest is taken, without a year the latest`(
    asked: Int?, taken: String
  ) throws {
    let programmes = try ProgrammeTable.read(
      file("\(header)\ncash,Cash,social-protection,h,1,transfer,published\n"),
      outlays: file(
        "programme,outlay,unit,year,part_of,ranked\ncash,3,RWF,2023/24,,yes\n"
          + "cash,4,RWF,2024,,yes\ncash,1,RWF,2020/21,,yes\ncash,2,RWF,2022,,yes\n"),
      in: asked)
    #expect(programmes[0].outlay?.year == taken)
  }

  @Test(arguments: [
    (["x,X,tax,h,0.6,transfer,derived"], ["line 2", "'x'", "add to 0.6, not to 1"]),
    (["x,X,tax,h,0.6,transfer,derived", "x,X,tax,b,0.5,transfer,derived"], ["line 2", "1.1"]),
    (["x,X,tax,h,1.5,transfer,derived", "x,X,tax,b,-0.5,transfer,derived"], ["-0.5", "'b'"]),
    (["x,X,tax,h,1,transfer,"], ["line 2, column 'evidence'", "published, derived or assumed"]),
    (["x,X,tax,h,1,transfer,rumour"], ["line 2, column 'evidence'", "'rumour'"]),
    (["x,X,tax,h,1,,derived"], ["line 2, column 'role'", "transfer, purchase or wages"]),
    (["x,X,tax,h,1,gift,derived"], ["line 2, column 'role'", "'gift'", "transfer, purchase"]),
    (["x,X,army,h,1,transfer,derived"], ["line 2, column 'family'", "'army'"]),
    (["x,X,,h,1,transfer,derived"], ["line 2", "names no family", "social-protection"]),
    (["x,X,tax,,1,transfer,derived"], ["line 2, column 'account'", "empty"]),
    ([",X,tax,h,1,transfer,derived"], ["line 2, column 'programme'", "empty"]),
    (["x,X,tax,h,,transfer,derived"], ["line 2, column 'share'", "empty"]),
    (["x,X,tax,h,all,transfer,derived"], ["line 2, column 'share'", "'all'"]),
    (
      ["x,X,tax,h,.5,transfer,derived", "x,Y,tax,b,.5,transfer,derived"],
      ["line 3, column 'name'", "'x'", "another name"]
    ),
    (
      ["x,X,tax,h,.5,transfer,derived", "x,,social-protection,b,.5,transfer,derived"],
      ["line 3, column 'family'", "another family"]
    ),
    (["x,X,tax,h,.5,transfer,derived", "x,X,tax,h,.5,transfer,derived"], ["two shares on 'h'"]),
    ([], ["a header and no lines"]),
  ])
  func `a faulty programme is refused with file, line and fault`(lines: [String], parts: [String]) {
    let message = complaint {
      _ = try ProgrammeTable.read(
        file(([header] + lines).joined(separator: "\n") + "\n", name: "programmes.csv"))
    }
    for part in ["programmes.csv"] + parts { #expect(message.contains(part), "\(message)") }
  }

  @Test(arguments: [
    ("cash,1,RWF,2022,,yes\ncash,2,RWF,2022,,yes", ["line 3", "'cash' stands twice", "line 2"]),
    ("cahs,1,RWF,2022,,yes", ["line 2", "no programme 'cahs'", "Did you mean 'cash'"]),
    ("cash,-1,RWF,2022,,yes", ["line 2, column 'outlay'", "-1"]),
    (
      "cash,1,RWF,2022,big,yes\ncash,2,RWF,2024,,yes",
      ["line 3, column 'part_of'", "another part_of", "line 2"]
    ),
    ("cash,1,RWF,2022,,yes\ncash,2,RWF,2024,,no", ["line 3, column 'ranked'", "another ranked"]),
    ("cash,1,RWF,2022,,yes\ncash,2,RWF,last,,yes", ["line 3", "stands twice", "2023/24"]),
    ("cash,1,RWF,2022/23,,yes\ncash,2,RWF,2022/2023,,yes", ["line 3", "stands twice"]),
    ("cash,1,RWF,2022,,yes\ncash,,RWF,2024,,yes", ["line 3", "stands twice"]),
    ("cash,1,RWF,2022,,maybe", ["line 2, column 'ranked'", "'maybe'", "yes or no"]),
  ])
  func `a faulty outlay is refused with file and line`(lines: String, parts: [String]) {
    let message = complaint {
      _ = try read(
        "cash,Cash,social-protection,h,1,transfer,published",
        outlays: "programme,outlay,unit,year,part_of,ranked\n\(lines)\n")
    }
    for part in ["outlays.csv: "] + parts { #expect(message.contains(part), "\(message)") }
  }

  @Test func `a table without the column of programmes says which columns it needs`() {
    let message = complaint {
      _ = try ProgrammeTable.read(file("account,share,evidence\nh,1,derived\n"))
    }
    #expect(message.mentions("'programme' is missing", "programme,name,family"))
  }

  @Test func `shares within their printed rounding are scaled to one exactly`() throws {
    let programme = try read(
      "x,X,tax,a,0.333333,transfer,derived", "x,X,tax,b,0.333333,transfer,derived",
      "x,X,tax,c,0.333333,transfer,derived")[0]
    #expect(abs(programme.shares.reduce(0) { $0 + $1.fraction } - 1) < 1e-15)
  }
}

/// Outlays are in the money of the matrix, or refused with their line.
struct OutlayCurrencyTests {
  private func sam(_ unit: String) throws -> SocialAccountingMatrix {
    try SocialAccountingMatrix(
      accounts: [Account(code: "h", kind: .household), Account(code: "c", kind: .commodity)],
      flows: [[0, 1], [1, 0]], unit: CurrencyUnit(unit))
  }

  private let head =
    "programme,family,account,share,role,evidence,outlay,outlay_unit,outlay_year\n"

  private func read(_ unit: String, on matrix: String) throws -> Programme.Outlay? {
    try ProgrammeTable.read(
      file(head + "x,tax,h,1,transfer,assumed,5,\(unit),2020\n"),
      unit: CurrencyUnit(matrix), fitting: try sam(matrix))[0].outlay
  }

  @Test(arguments: ["USD million", "bananas", "RWF billion", "million"])
  func `an outlay in other money than the matrix is refused with its line`(_ unit: String) throws {
    let message = complaint { _ = try read(unit, on: "ETB million") }
    #expect(message.mentions("line 2, column 'outlay'", "ETB million", "the amount is in"))
    let open = complaint { _ = try read(unit, on: "unit not stated") }
    #expect(open.mentions("line 2", "does not say its unit"))
    let table = complaint {
      _ = try ProgrammeTable.read(
        file("programme,family,account,share,role,evidence\nx,tax,h,1,transfer,assumed\n"),
        outlays: file(
          "programme,outlay,unit,year,part_of,ranked\nx,1,ETB billion,2019,,\nx,5,\(unit),2020,,\n",
          name: "outlays.csv"),
        unit: CurrencyUnit("ETB million"), fitting: try sam("ETB million"))
    }
    #expect(table.mentions("outlays.csv: line 3, column 'unit'"))
  }

  @Test func `an outlay in another scale, or in other letters, of the same money is read`() throws {
    for unit in ["ETB billion", "etb million", "million ETB", ""] {
      #expect(try read(unit, on: "ETB million")?.amount == 5)
    }
    let converted = try CurrencyUnit("ETB billion").converted(2, to: CurrencyUnit("ETB million"))
    #expect(converted == 2000)
  }
}

/// Kinds, families and roles are known in any letter case, and rounded shares get their remedy.
struct ForgivingWordsTests {
  @Test func `words are known in any letter case`() throws {
    let programmes = try ProgrammeTable.read(
      file("programme,family,account,share,role,evidence\nx,Tax,h,1,TRANSFER,Assumed\n"))
    #expect(programmes[0].family == .tax && programmes[0].shares[0].role == .transfer)
    let accounts = try [Account](
      contentsOf: file("code,kind,area\nh,Household,RURAL\nr,Rest-Of-World,\n"))
    #expect(accounts.map { $0.kind } == [.household, .restOfWorld])
    #expect(accounts[0].area == .rural)
  }

  @Test func `thirds with three digits are told how to add to one`() {
    let lines = ["a", "b", "c"].map { "x,tax,\($0),0.333,transfer,assumed\n" }.joined()
    let message = complaint {
      _ = try ProgrammeTable.read(
        file("programme,family,account,share,role,evidence\n" + lines))
    }
    #expect(message.mentions("0.999", "0.333333", "0.334"))
  }

  @Test func `a short word is near the codes that begin with it`() {
    #expect(
      nearestCodes(to: "VUP", among: ["roads", "vup-direct-support"]) == ["vup-direct-support"])
    #expect(
      nearestCodes(to: "pension", among: ["universal-pension", "x"]) == ["universal-pension"])
  }
}
