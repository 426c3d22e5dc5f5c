internal import AccountMatrix
public import Multipliers

extension Linkages {
  /// The linkages of every account, key accounts first for readers.
  public var report: Report {
    let rows = linkages.map { linkage -> [Table.Cell] in
      [
        .text(linkage.account.code), .text(linkage.account.name),
        .number(linkage.backwardDirect), .number(linkage.forwardDirect),
        .number(linkage.backwardTotal), .number(linkage.forwardTotal),
        .number(linkage.forwardGhosh), .number(linkage.backwardIndex),
        .number(linkage.forwardIndex), .number(linkage.forwardGhoshIndex),
        .optional(linkage.backwardVariation), .optional(linkage.forwardVariation),
        .text(linkage.position.rawValue),
      ]
    }
    func total(_ i: Int) -> Double { linkages[i].backwardIndex + linkages[i].forwardIndex }
    let sections = Position.allCases.map { position in
      Table.Section(
        position.title,
        rows: linkages.indices.filter { linkages[$0].position == position }
          .sorted { (-total($0), $0) < (-total($1), $1) })
    }.filter { !$0.rows.isEmpty }
    return Report(
      command: "linkages", facts: system.facts,
      tables: [
        Table(
          name: "linkages", title: "Linkages and key accounts", columns: Self.columns, rows: rows,
          sections: sections,
          notes: [
            "Total linkages are column sums (backward) and row sums (forward) of L = (I - A)^-1; an "
              + "index is a total over the mean of all totals (Rasmussen 1956), the forward index "
              + "by sales that of the row sums of G = (I - B)^-1 (Jones 1976).",
            "key: both indices of L above 1. Variation is the sample standard deviation (n - 1) of "
              + "the column or row of L over its mean: low where the linkage is spread widely.",
          ] + system.notes)
      ])
  }

  private static let columns = [
    Table.Column("account"), Table.Column("name", importance: .displayOnly),
    Table.Column("backward_direct", heading: "direct\nback-\nward", importance: .useful),
    Table.Column("forward_direct", heading: "direct\nfor-\nward", importance: .useful),
    Table.Column("backward_total", heading: "total\nback-\nward", importance: .useful),
    Table.Column("forward_total", heading: "total\nfor-\nward", importance: .useful),
    Table.Column("forward_ghosh", heading: "by\nsales", importance: .extra),
    Table.Column("backward_index", heading: "index\nback-\nward"),
    Table.Column("forward_index", heading: "index\nfor-\nward"),
    Table.Column("forward_ghosh_index", heading: "index\nby\nsales"),
    Table.Column("backward_cv", heading: "varia-\ntion\nback", importance: .extra),
    Table.Column("forward_cv", heading: "varia-\ntion\nfor-\nward", importance: .extra),
    Table.Column("key"),
  ]
}

extension Linkages.Position {
  /// The position in words.
  fileprivate var title: String {
    switch self {
    case .key: "Key: strong backward and forward"
    case .backward: "Strong backward only"
    case .forward: "Strong forward only"
    case .weak: "Weak both ways"
    }
  }
}

extension ProductionSystem {
  /// The matrix, and what belongs to the system.
  var facts: [Report.Fact] {
    model.facts + [Report.Fact("system", sentence)]
  }

  /// Notes that stand under every table about the system.
  var notes: [String] {
    ["System: \(sentence)."] + model.priceNotes
  }

  private var sentence: String {
    let size = count(accounts.count, "account")
    switch scope {
    case .sam: return "all endogenous accounts (\(size)), so that income is spent again"
    case .production:
      return accounts.contains { $0.kind?.isProduction == true }
        ? "activities, commodities and margins (\(size)); households and all others are final "
          + "demand"
        : "all endogenous accounts (\(size)), as nothing says which of them produce"
    }
  }
}
