public import AccountMatrix
internal import Multipliers

/// People by household group: the satellite table that is published beside a matrix.
public struct HouseholdPopulation: Sendable, Equatable {
  /// One group.
  public struct Group: Sendable, Equatable {
    /// The code in the file, for example `h_rur1`.
    public let code: String
    /// The name in words.
    public let name: String
    /// The people, in persons.
    public let people: Double
    /// The household account of the matrix, for example `hhd-r1`; `nil` for a sum of groups.
    public let account: String?
    /// The line of the file, counted from 1.
    public let line: Int
  }

  /// The groups and their sums, in the order of the file.
  public let groups: [Group]

  /// People by household account.
  public var peopleByAccount: [String: Double] {
    Dictionary(
      groups.compactMap { group in group.account.map { ($0, group.people) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads a table such as IFPRI's `_POP.csv`: a title, `Code`, `Number (1000s of people)`, shares.
  ///
  /// - Throws: `Diagnostic` with the line for a missing code, a number that is
  ///   none, or groups whose people do not add to their total.
  public init(_ file: SourceFile) throws(Diagnostic) {
    let text = try file.table(with: ["code"])
    guard let header = text.rows.first(where: { !text.isBlank($0) }) else {
      throw Diagnostic("the file is blank", at: file.name)
    }
    let titles = try text.texts(header)
    guard let (code, number) = Self.columns(titles) else {
      throw Diagnostic(
        "the columns 'Code' and 'Number' are not both there", at: text.place(header),
        remedy: "Expected the population file of IFPRI's Nexus project")
    }
    let isThousands = titles[number].contains("1000")
    let body = text.rows.filter { $0.line > header.line && !text.isBlank($0) }
    var style = NumberStyle.point
    // The project groups thousands by commas, where only semicolons could mean another country's.
    for note in text.notes { file.onNote(note) }
    switch NumberStyle.evidence(of: text, rows: body, columns: titles.indices) {
    case .settled(let settled): style = settled
    case .open(let row, let column):
      if text.delimiter == UInt8(ascii: ";") { throw text.thousandsOrDecimals(row, column) }
      file.onNote(
        Diagnostic(
          "'\(String(decoding: text.content(row, column), as: UTF8.self))' is read with a mark "
            + "between thousands, as the Nexus project writes it", at: text.place(row, column),
          remedy: "Say it with \(.chooseDecimalMark)" as Remedy))
    }
    var groups: [Group] = []
    for row in body {
      guard case .number(let people) = text.cell(row, number, style: style), people.value >= 0
      else {
        throw Diagnostic(
          "'\(try text.text(row, number))' is no number of people", at: text.place(row, number),
          remedy: "Write a number such as 52574")
      }
      let name = try text.text(row, code)
      groups.append(
        Group(
          code: name, name: code > 0 ? try text.text(row, 0) : name,
          people: people.value * (isThousands ? 1000 : 1), account: Self.account(of: name),
          line: row.line))
    }
    guard groups.contains(where: { $0.account != nil }) else {
      throw Diagnostic(
        "no group has a code of the form h_rur1, h_urb5 or hhd-r1", at: file.name,
        remedy: "Expected the population file of IFPRI's Nexus project")
    }
    self.groups = groups
    let sums = PopulationSums(of: groups, rounding: isThousands ? 500 : 0.5)
    for note in try sums.notes(on: text, rows: body, beside: [code, number], style: style) {
      file.onNote(note)
    }
  }

  /// Whether a file has the columns of a population file, `Code` and `Number`.
  static func isLikely(_ file: SourceFile) throws(Diagnostic) -> Bool {
    guard let text = try? file.table(with: ["code"]),
      let header = text.rows.first(where: { !text.isBlank($0) })
    else { return false }
    return columns(try text.texts(header)) != nil
  }

  private static func columns(_ titles: [String]) -> (code: Int, number: Int)? {
    guard let code = titles.firstIndex(where: { $0.lowercased() == "code" }),
      let number = titles.firstIndex(where: { $0.lowercased().hasPrefix("number") })
    else { return nil }
    return (code, number)
  }

  /// The groups that are household accounts, without their sums.
  ///
  /// - Parameters:
  ///   - codes: the accounts that there are; `nil` asks for none.
  ///   - name: the file's name in messages.
  /// - Throws: `Diagnostic` with the line of a group without people, without an account or twice.
  func groups(
    among codes: [String]? = nil, at name: String
  ) throws(Diagnostic) -> [PovertyModel.Group] {
    var lines: [String: Int] = [:]
    var result: [PovertyModel.Group] = []
    for group in groups {
      guard let account = group.account else { continue }
      let place = "\(name): line \(group.line)"
      if let earlier = lines.updateValue(group.line, forKey: account) {
        throw Diagnostic(
          "the account '\(account)' stands twice, first on line \(earlier)", at: place,
          remedy: "Keep one line for each account")
      }
      try PovertyTables.require(account, among: codes, at: place)
      guard group.people > 0 else {
        throw Diagnostic(
          "the population of '\(group.code)' is 0", at: place, remedy: "Expected more than zero")
      }
      result.append(PovertyModel.Group(account: account, population: group.people))
    }
    return result
  }

  /// The account that a population code stands for: `h_rur1` is `hhd-r1`.
  private static func account(of code: String) -> String? {
    let code = code.lowercased()
    if code.hasPrefix("hhd-") { return code }
    for (prefix, area) in [("h_rur", "r"), ("h_urb", "u")] where code.hasPrefix(prefix) {
      guard let quintile = Int(code.dropFirst(prefix.count)) else { return nil }
      return "hhd-\(area)\(quintile)"
    }
    return nil
  }

  /// Where the populations published beside a matrix file stand, or `nil` if there are none.
  public static func pathBeside(_ path: String) -> String? { NexusCompanions(of: path).population }
}
