import SAMFixtures
import SocialAccounting
import Testing

@testable import SAMFiles

/// Every number of a small table is in the result, in a column or a line that a note counts, or
/// refused, however it is written.
struct SmallTableLedgerTests {
  /// A small table: its head, a line of it around its numbers, and the numbers that its reader gives.
  struct Form: Sendable, CustomTestStringConvertible {
    let head: String
    let line: @Sendable (Int) -> [String]
    let numbers: Int
    let read: @Sendable (SourceFile) throws -> [Double]
    var testDescription: String { head }
  }

  static let forms: [Form] = [
    Form(
      head: "household,commodity,elasticity", line: { ["h\($0)", "c"] }, numbers: 1,
      read: { try IncomeElasticities(contentsOf: $0).entries.map { $0.elasticity } }),
    Form(
      head: "satellite,account,amount", line: { ["jobs", "a\($0)"] }, numbers: 1,
      read: { try [Satellite](contentsOf: $0).flatMap { $0.entries.map { $0.amount } } }),
    Form(
      head: "account,population", line: { ["h\($0)"] }, numbers: 1,
      read: { try [PovertyModel.Group](contentsOf: $0).map { $0.population } }),
    Form(
      head: "account,jobs", line: { ["a\($0)"] }, numbers: 1,
      read: { try Employment(contentsOf: $0).entries.map { $0.jobs } }),
    Form(
      head: "programme,households,household_size,amount", line: { ["p\($0)"] }, numbers: 3,
      read: {
        try [PovertyModel.Beneficiaries](contentsOf: $0)
          .flatMap { [$0.households, $0.householdSize, $0.amount] }
      }),
    Form(
      head: "control,row,column,value,weight", line: { ["k\($0)", "a", "b"] }, numbers: 2,
      read: { file in
        try [Control](contentsOf: file, for: Self.table)
          .flatMap { [$0.target] + $0.terms.map { $0.weight } }
      }),
    Form(
      head: "code,row_total,column_total", line: { ["a\($0)"] }, numbers: 2,
      read: { try [Control](totalsIn: $0, for: Self.wide).map { $0.target } }),
    Form(
      head: "elasticity,accounts,value,low,high,source", line: { ["trade", "c\($0)"] }, numbers: 0,
      read: { try Elasticities(contentsOf: $0).entries.map { $0.value } }),
  ].filter { $0.numbers > 0 }

  static var table: LabelledTable {
    get throws {
      try LabelledTable(
        rows: [Account(code: "a")], columns: [Account(code: "b")], values: [[1]])
    }
  }

  static var wide: LabelledTable {
    get throws {
      let accounts = (0..<6).map { Account(code: "a\($0)") }
      return try LabelledTable(
        rows: accounts, columns: accounts,
        values: accounts.map { _ in accounts.map { _ in 1 } })
    }
  }

  @Test(arguments: forms)
  func `numbers come out as they went in, in every style, as text and in a sheet`(
    _ form: Form
  ) throws {
    var random = SplitMix64(seed: 14)
    for style in WrittenTable.Numbers.allCases {
      for delimiter in [",", ";", "\t", "|"] {
        let lines = 2 + random.index(below: 4)
        var (numbers, rows): ([Double], [[String]]) = ([], [])
        for line in 0..<lines {
          var fields = form.line(line)
          for _ in 0..<form.numbers {
            let amount = 1 + random.index(below: 9_999_999)
            numbers.append(
              try #require(
                Double(WrittenTable.text(amount, decimals: 2, .point, sign: 0))))
            fields.append(WrittenTable.text(amount, decimals: 2, style, sign: 0))
          }
          rows.append(fields)
        }
        let written = WrittenTable.Page(
          rows: [form.head.split(separator: ",").map(String.init)] + rows, numbers: style)
        let text = written.file(delimiter: delimiter, encoding: .utf8)
        #expect(try form.read(text).sorted() == numbers.sorted(), "\(style) \(delimiter)")
        let book = try written.workbook()
        #expect(try form.read(book).sorted() == numbers.sorted(), "\(style) in a sheet")
      }
    }
  }

  @Test(arguments: forms)
  func `one number that could be thousands or decimals is refused, or read as it was told`(
    _ form: Form
  ) throws {
    let fields = form.line(1) + (0..<form.numbers).map { _ in "1,234" }
    func source(_ mark: NumberNotation.DecimalMark?) -> SourceFile {
      var source = file(
        form.head.replacing(",", with: ";") + "\n" + fields.joined(separator: ";") + "\n")
      source.notation.decimalMark = mark
      return source
    }
    #expect(complaint { _ = try form.read(source(nil)) }.mentions("thousands or decimals"))
    #expect(try form.read(source(.point)).allSatisfy { $0 == 1234 })
    #expect(try form.read(source(.comma)).allSatisfy { $0 == 1.234 })
  }

  @Test(arguments: forms)
  func `lines are chosen by a column, and the others are counted`(_ form: Form) throws {
    let head = "year," + form.head
    func line(_ year: Int, _ value: String) -> String {
      (["\(year)"] + form.line(1) + (0..<form.numbers).map { _ in value }).joined(separator: ",")
    }
    let notes = Collected()
    var source = file([head, line(2019, "7"), line(2020, "8")].joined(separator: "\n") + "\n")
    source.selection = [SquareTable.Context.Selection(column: "Year", value: "2020")]
    source.onNote = notes.add
    #expect(try form.read(source).allSatisfy { $0 == 8 })
    #expect(notes.all.count == 1 && notes.all[0].mentions("1 line of 2", "Year is not 2020"))
    source.selection[0].value = "2021"
    #expect(complaint { _ = try form.read(source) }.mentions("2021", "2019, 2020"))
  }

  @Test(arguments: forms)
  func `a head without lines is refused, and a column beside the known ones is counted`(
    _ form: Form
  ) throws {
    #expect(complaint { _ = try form.read(file(form.head + "\n")) }.mentions("no lines"))
    let notes = Collected()
    var source = file(
      form.head + ",bonus\n"
        + (form.line(1) + (0..<form.numbers).map { _ in "5" } + ["77"]).joined(separator: ",")
        + "\n")
    source.onNote = notes.add
    _ = try form.read(source)
    #expect(notes.all.contains { $0.mentions("'bonus'", "1 number") })
  }

  @Test func `numbers that a reader does not look at are counted`() throws {
    let notes = Collected()
    var source = file("code,value\na,5\nb,6\n")
    source.onNote = notes.add
    let table = try RecordTable(source, required: ["code"], optional: ["value"])
    _ = try table.requiredNumber(table.records[0], "value")
    table.noteUnread()
    #expect(notes.all.count == 1)
    #expect(notes.all[0].mentions("1 number is not used", "'value' (1, first on line 3)"))
  }

  @Test func `a text that stands for nothing is an empty field`() throws {
    var source = file("account,population,gini\nhhd,12,NA\n")
    source.notation.emptyTexts = ["NA"]
    let groups = try [PovertyModel.Group](contentsOf: source)
    #expect(groups.count == 1 && groups[0].gini == nil)
    source = file("account,population\nNA,12\n")
    source.notation.emptyTexts = ["NA"]
    #expect(
      complaint { _ = try [PovertyModel.Group](contentsOf: source) }.mentions("'account' is empty"))
  }
}
