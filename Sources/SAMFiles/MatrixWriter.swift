public import AccountMatrix

/// Writes a matrix as text that `MatrixReader` reads back with the same numbers to the last bit.
public enum MatrixWriter {
  /// How a matrix stands in a text file.
  public enum Layout: String, Sendable, CaseIterable {
    /// Codes in the first row and in the first column; nothing else.
    case square
    /// `row,column,value`, without the cells that are zero.
    case tidy
    /// As IFPRI's Nexus project publishes it: title, codes, names, totals.
    case nexus
    /// Everything that is known of the matrix, for programs.
    case json
    /// A GAMS `TABLE` with a set of the accounts.
    case gams
  }

  /// The text of a matrix in a layout.
  ///
  /// - Throws: `Diagnostic` for a code that the layout cannot hold.
  public static func text(
    of sam: SocialAccountingMatrix, layout: Layout
  ) throws(Diagnostic) -> String {
    switch layout {
    case .square: productionText(of: sam, square) ?? square(sam, .all(of: sam))
    case .tidy: tidy(sam)
    case .nexus: productionText(of: sam, nexus) ?? nexus(sam, .all(of: sam))
    case .json: json(sam)
    case .gams: try gams(sam)
    }
  }

  /// What a layout leaves out, in words; `nil` if it holds all that is known.
  public static func loss(
    of sam: SocialAccountingMatrix, layout: Layout
  ) -> String? {
    let isKept =
      switch layout {
      case .square: productionText(of: sam, square) != nil
      case .nexus: productionText(of: sam, nexus) != nil
      default: false
      }
    let kinds = sam.hasKinds && !isKept ? ", kinds" : ""
    switch layout {
    case .square, .tidy: return "the unit, the year, names\(kinds) and the source"
    case .nexus: return "the unit\(kinds) and the source"
    case .json: return nil
    case .gams: return sam.hasKinds ? "kinds, areas, quintiles and groups" : nil
    }
  }

  /// The shortest text of each number that reads back to the same double; where every decimal of a
  /// matrix would look like grouped thousands, as in `1.234`, with a zero behind it.
  private static func writer(of sam: SocialAccountingMatrix) -> (Double) -> String {
    func looksGrouped(_ text: String) -> Bool {
      let bytes = Array(text.utf8)[...]
      return text.contains(".") && PrintedNumber(bytes, style: .comma) != nil
    }
    var hasDecimals = false
    for i in sam.accounts.indices {
      for j in sam.accounts.indices where sam[i, j] != sam[i, j].rounded() {
        let text = sam[i, j].shortest
        if text.contains("."), !looksGrouped(text) { return { $0.shortest } }
        hasDecimals = true
      }
    }
    guard hasDecimals else { return { $0.shortest } }
    return { number in
      let text = number.shortest
      return looksGrouped(text) ? text + "0" : text
    }
  }

  private static func square(_ sam: SocialAccountingMatrix, _ sides: Sides) -> String {
    let write = writer(of: sam)
    var text = "account"
    for j in sides.columns { text += "," + sam.accounts[j].code.csvField }
    text += "\n"
    for i in sides.rows {
      text += sam.accounts[i].code.csvField
      for j in sides.columns {
        text += ","
        if sam[i, j] != 0 { text += write(sam[i, j]) }
      }
      text += "\n"
    }
    return text
  }

  private static func tidy(_ sam: SocialAccountingMatrix) -> String {
    let write = writer(of: sam)
    var text = "row,column,value\n"
    for i in sam.accounts.indices {
      let row = sam.accounts[i].code.csvField
      var isEmpty = true
      for j in sam.accounts.indices where sam[i, j] != 0 {
        isEmpty = false
        text += "\(row),\(sam.accounts[j].code.csvField),\(write(sam[i, j]))\n"
      }
      // An account without receipts keeps its place among the rows.
      if isEmpty { text += "\(row),\(row),0\n" }
    }
    return text
  }

  private static func nexus(_ sam: SocialAccountingMatrix, _ sides: Sides) -> String {
    let write = writer(of: sam)
    var text = titleWithYear(sam).csvField + ",Code"
    for j in sides.columns { text += "," + sam.accounts[j].code.csvField }
    text += ",total\n"
    let (receipts, payments) = (sam.receipts, sam.payments)
    for i in sides.rows {
      text += "\(sam.accounts[i].name.csvField),\(sam.accounts[i].code.csvField)"
      for j in sides.columns {
        text += ","
        if sam[i, j] != 0 { text += write(sam[i, j]) }
      }
      text += ",\(write(receipts[i]))\n"
    }
    return text + "Total,total,"
      + sides.columns.map { write(payments[$0]) }.joined(separator: ",") + ",\n"
  }

  /// The title, with the year where it does not hold it.
  package static func titleWithYear(_ sam: SocialAccountingMatrix) -> String {
    let title = sam.title.isEmpty ? "Social accounting matrix" : sam.title
    guard let year = sam.year, TableHeading.year(in: title) != year else { return title }
    return "\(year) \(title)"
  }

  private static func json(_ sam: SocialAccountingMatrix) -> String {
    func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }
    let accounts = sam.accounts.enumerated().map { index, account in
      JSONText.object([
        ("code", .string(account.code)), ("name", .string(account.name)),
        ("kind", optional(account.kind?.rawValue)), ("area", optional(account.area?.rawValue)),
        ("quintile", account.quintile.map(JSONText.integer) ?? .null),
        ("group", optional(account.group)), ("rounding", .number(sam.printedGrain[index])),
      ])
    }
    var flows: [JSONText] = []
    for i in sam.accounts.indices {
      for j in sam.accounts.indices where sam[i, j] != 0 {
        flows.append(
          .array([
            .string(sam.accounts[i].code), .string(sam.accounts[j].code), .number(sam[i, j]),
          ]))
      }
    }
    return JSONText.object([
      ("format", .string(MatrixJSON.format)), ("schema", .integer(MatrixJSON.schema)),
      ("title", .string(sam.title)), ("unit", .string(sam.unit.description)),
      ("year", sam.year.map(JSONText.integer) ?? .null), ("source", .string(sam.source)),
      ("history", .array(sam.history.map(JSONText.string))), ("accounts", .array(accounts)),
      ("flows", .array(flows)),
    ]).text() + "\n"
  }
}
