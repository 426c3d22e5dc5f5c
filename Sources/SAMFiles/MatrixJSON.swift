internal import AccountMatrix

/// A matrix as JSON: everything that a `SocialAccountingMatrix` knows, numbers to the last bit.
///
/// `{"format": "social-accounting-matrix", "schema": 1, "title", "unit", "year",
/// "source", "history", "accounts": [{"code", "name", "kind", "area", "quintile",
/// "group", "rounding"}], "flows": [["row", "column", value]]}`. `rounding` is
/// half a unit of the last digit printed in the source, summed over the
/// account's cells; without it the digits of the flows count.
enum MatrixJSON {
  static let format = "social-accounting-matrix"
  static let schema = 1

  /// Reads a matrix, or the table `matrix` of a report in JSON.
  ///
  /// - Throws: `Diagnostic` with the place of what is missing or wrong.
  static func read(
    _ file: SourceFile, context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    let root = try JSONParser.parse(file)
    let numbers = JSONParser.numberCount(in: file.bytes)
    if root["format"]?.text == format {
      return try readMatrix(root, numbers: numbers, file.name, context)
    }
    if let tables = root["tables"]?.elements,
      let table = tables.first(where: { $0["name"]?.text == "matrix" })
    {
      return try readTable(table, of: root, tables, numbers: numbers, file.name, context)
    }
    throw Diagnostic(
      "the JSON holds no matrix", at: file.name,
      remedy: "Expected \"format\": \"\(format)\", as \(.convert) writes it")
  }

  private static func readMatrix(
    _ root: JSONValue, numbers: Int, _ name: String, _ context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    if let version = root["schema"]?.printed?.value, version > Double(schema) {
      throw Diagnostic(
        "the file has schema \(version.shortest), and this program knows \(schema)", at: name,
        remedy: "Use a newer version of this program")
    }
    guard let cells = root["flows"]?.elements else {
      throw Diagnostic("the member 'flows' is missing", at: name)
    }
    var flows = FlowList(name: name, counting: "flow")
    var accounts: [String: Account] = [:]
    var rounding: [String: Double] = [:]
    for (index, entry) in (root["accounts"]?.elements ?? []).enumerated() {
      let account = try Self.account(entry, at: "\(name): account \(index + 1)")
      if accounts.updateValue(account, forKey: account.code) != nil {
        throw Diagnostic("the account '\(account.code)' stands twice", at: name)
      }
      rounding[account.code] = try Self.rounding(entry, at: "\(name): account \(index + 1)")
      flows.declare(account.code)
    }
    for (index, cell) in cells.enumerated() {
      guard let parts = cell.elements, parts.count == 3, let row = parts[0].text,
        let column = parts[1].text, let value = parts[2].printed
      else {
        throw Diagnostic(
          "the flow is not of the form [\"row\", \"column\", value]",
          at: "\(name): flow \(index + 1)")
      }
      for code in [row, column] where !accounts.isEmpty && accounts[code] == nil {
        throw Diagnostic(
          "there is no account '\(code)'", at: "\(name): flow \(index + 1)",
          remedy: suggestion(nearestCodes(to: code, among: accounts.keys.sorted())))
      }
      try flows.add(row: row, column: column, value, line: index + 1)
    }
    countOthers(of: root, besides: "flows", into: &flows)
    flows.expect(numbers: numbers)
    var context = context
    context.unit = context.unit ?? root["unit"]?.text.map { CurrencyUnit($0) }
    if context.year == nil { context.year = try year(root, at: name) }
    context.source = context.source ?? root["source"]?.text
    return try flows.matrix(
      accounts, context: context, title: root["title"]?.text ?? "", grain: rounding,
      history: (root["history"]?.elements ?? []).compactMap { $0.text })
  }

  /// Counts the numbers of a document that are no cells: those that describe the matrix and its
  /// accounts are heads, all others are passed over by the name of their member.
  private static func countOthers(
    of root: JSONValue, besides cells: String, into flows: inout FlowList
  ) {
    let heads: Set<String> = ["schema", "year"]
    let described = Set(Account.Attribute.allCases.map { $0.rawValue } + ["rounding"])
    for (name, value) in (root.members ?? [:]).sorted(by: { $0.key < $1.key }) where name != cells {
      if heads.contains(name), case .number(let number) = value {
        flows.head(number.value)
      } else if name == "accounts" {
        for (member, value) in (value.elements ?? []).flatMap({ $0.members ?? [:] }) {
          value.eachNumber {
            if described.contains(member) {
              flows.head($0)
            } else {
              flows.passOver($0, as: "'\(member)' of the accounts")
            }
          }
        }
      } else {
        value.eachNumber { flows.passOver($0, as: "'\(name)'") }
      }
    }
  }

  private static func account(_ entry: JSONValue, at place: String) throws(Diagnostic) -> Account {
    guard let code = entry["code"]?.text, !code.isEmpty else {
      throw Diagnostic("the account has no code", at: place)
    }
    var account = Account(code: code)
    for attribute in Account.Attribute.allCases {
      let words: String
      switch entry[attribute.rawValue] {
      case nil, .null: continue
      case .string(let text): words = text
      case .number(let number): words = number.value.shortest
      default:
        throw Diagnostic(
          "the member '\(attribute.rawValue)' of '\(code)' is no text", at: place,
          remedy: "Write a text in quotes, or null")
      }
      do { try account.set(attribute, to: words) } catch { throw error.located(at: place) }
    }
    return account
  }

  private static func rounding(_ entry: JSONValue, at place: String) throws(Diagnostic) -> Double? {
    switch entry["rounding"] {
    case nil, .null: return nil
    case .number(let number) where number.value >= 0: return number.value
    default:
      throw Diagnostic(
        "the member 'rounding' is no amount", at: place,
        remedy: "Write a number that is not negative, or leave it out")
    }
  }

  private static func year(_ root: JSONValue, at name: String) throws(Diagnostic) -> Int? {
    switch root["year"] {
    case nil, .null: return nil
    case .number(let number):
      if let year = Int(whole: number.value, in: Int.years) { return year }
      fallthrough
    default:
      throw Diagnostic(
        "the member 'year' is no year", at: name,
        remedy: "Write a whole number such as 2022, or null")
    }
  }

  private static func readTable(
    _ table: JSONValue, of root: JSONValue, _ tables: [JSONValue], numbers: Int, _ name: String,
    _ context: SquareTable.Context
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    guard let codes = table["columns"]?.elements?.compactMap({ $0.text }).dropFirst(),
      let rows = table["rows"]?.elements
    else { throw Diagnostic("the table 'matrix' has no columns and rows", at: name) }
    var flows = FlowList(name: name, counting: "row")
    var accounts: [String: Account] = [:]
    for entry in tables.first(where: { $0["name"]?.text == "accounts" })?["rows"]?.elements ?? [] {
      let account = try Self.account(entry, at: "\(name): table 'accounts'")
      accounts[account.code] = account
    }
    for code in codes { flows.declare(code) }
    let columns = Set(codes)
    for (index, row) in rows.enumerated() {
      guard let code = row["account"]?.text, codes.contains(code) else {
        throw Diagnostic("the row has no account of the matrix", at: "\(name): row \(index + 1)")
      }
      let place = "\(name): row \(index + 1)"
      let strangers = (row.members ?? [:]).filter {
        $0.key != "account" && $0.value.printed != nil && !columns.contains($0.key)
      }
      if let stranger = strangers.keys.min() {
        throw Diagnostic(
          "the row '\(code)' has a number for '\(stranger)', which is no column of the table",
          at: place, remedy: "Name it among the columns, or remove it")
      }
      for column in codes {
        switch row[column] {
        case nil, .null: continue
        case .number(let value):
          try flows.add(row: code, column: column, value, line: index + 1)
        default:
          throw Diagnostic(
            "the cell in row '\(code)' and column '\(column)' is no number", at: place,
            remedy: "Write a number, or null for an empty cell")
        }
      }
    }
    countOthers(of: root, besides: "tables", into: &flows)
    var isRead = false
    for other in tables {
      let title = other["name"]?.text ?? ""
      for (member, value) in other.members ?? [:] {
        value.eachNumber { number in
          switch (title, member) {
          // The cells are counted one by one.
          case ("matrix", "rows") where !isRead: break
          case ("matrix", _), ("accounts", _): flows.head(number)
          default: flows.passOver(number, as: "the table '\(title)'")
          }
        }
      }
      isRead = isRead || title == "matrix"
    }
    flows.expect(numbers: numbers)
    return try flows.matrix(accounts, context: context, title: table["title"]?.text ?? "")
  }
}
