internal import AccountMatrix
public import Multipliers

extension HypotheticalExtraction {
  /// What the economy loses without each account, the largest losses first for readers.
  public var report: Report {
    let knowsGDP = losses.contains { $0.gdp != nil }
    let rows = losses.map { loss -> [Table.Cell] in
      [
        .text(loss.account.code), .text(loss.account.name), .number(loss.output),
        .number(loss.percent),
      ] + (knowsGDP ? [.optional(loss.gdp)] : [])
    }
    let order = losses.indices.sorted { (-losses[$0].output, $0) < (-losses[$1].output, $1) }
    let unit = system.model.sam.unit.description
    return Report(
      command: "extract",
      facts: system.facts + [Report.Fact("variant", variant.rawValue)],
      tables: [
        Table(
          name: "extract", title: "What would be lost without each account, \(unit)",
          columns: [
            Table.Column("account"), Table.Column("name", importance: .displayOnly),
            Table.Column("output_loss", heading: "loss of\noutput"),
            Table.Column("percent", heading: "per cent\nof output"),
          ] + (knowsGDP ? [Table.Column("gdp_loss", heading: "loss of\nGDP")] : []),
          rows: rows, sections: [Table.Section(rows: order)],
          notes: [
            "Cut out: \(variant.sentence) Total output is \(totalOutput.fixed(3)), "
              + (system.knowsActivities ? "summed over activities." : "summed over all accounts.")
              + (knowsGDP ? " GDP is at factor cost." : ""),
            "Hypothetical extraction (Dietzenbacher, van der Linden & Steenge 1993): nobody takes "
              + "over what the account made or bought.",
          ] + system.notes)
      ])
  }
}

extension HypotheticalExtraction.Variant {
  /// What is cut out, in words.
  fileprivate var sentence: String {
    switch self {
    case .column: "all purchases of the account from the system (column of A); final demand stays."
    case .row: "all sales of the account inside the system (row of A); final demand stays."
    case .both: "purchases and sales inside the system, own use included; final demand stays."
    case .bothKeepOwn: "purchases and sales inside the system, except own use; final demand stays."
    case .remove: "the account itself, with final demand for it."
    }
  }
}
