internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
package import SpendingPolicy

extension ScarcitySplit {
  /// What each scarcity adds to an effect, or takes away, from the multiplier to the regime.
  package func report(in comparison: Comparison) -> Report {
    func row(
      _ id: String, _ words: String, _ amount: Double, share: Double?, mean: Double
    ) -> [Table.Cell] {
      [.text(id), .text(words), .number(amount), .optional(share), .number(mean)]
    }
    var rows = [
      row(
        "fixed-prices", "the multiplier: nothing is scarce", fixedPrice, share: nil,
        mean: fixedPrice)
    ]
    for part in parts {
      rows.append(
        row(
          part.scarcity.rawValue, part.scarcity.words, part.amount,
          share: percent(of: part), mean: part.mean))
    }
    rows.append(row(regime.name, "under the regime", value, share: nil, mean: value))
    var notes = [
      "The parts add to the difference exactly, in both columns. 'per franc': what each adds to those "
        + "above it, in the order of the table bridge of a comparison. 'mean of orders': on "
        + "average over all orders in which the assumptions can be made (Shapley value); saving and "
        + "taxes come after foreign exchange, without which foreign saving pays for everything. Where "
        + "foreign saving is fixed, what leaks abroad in the multiplier model comes back as exports "
        + "or a higher exchange rate, so that this part may be above zero while factors are idle.",
      "At the margin, per franc, paid by \(comparison.financing.inWordsUnderRegime). Regime "
        + "\(regime.name): \(regime.summary)",
    ]
    if parts.contains(where: { $0.scarcity == .foreignExchange }) {
      notes.append(
        "Foreign exchange takes in where exports come from (\(regime.exports.rawValue) under the "
          + "regime, composite in the multiplier model).")
    }
    return Report(
      command: "why",
      facts: [
        Report.Fact("programme", programme.id), Report.Fact("column", indicator.rawValue),
        Report.Fact("regime", regime.name), Report.Fact("value", value.shortest),
      ],
      tables: [
        Table(
          name: "scarcities",
          title: "\(programme.name): \(indicator.rawValue) = \(value.fixed(4)) under "
            + "\(regime.name), by what is scarce",
          columns: [
            Table.Column("part"), Table.Column("words", heading: "what is scarce"),
            Table.Column("amount", heading: "per franc", decimals: 4),
            Table.Column("percent", heading: "% of the\ndifference", decimals: 1),
            Table.Column("mean_of_orders", heading: "mean of\norders", decimals: 4),
          ], rows: rows, notes: notes + [EquilibriumModel.standingCaveat])
      ]
    ).spoken(in: comparison.model.sam.unit)
  }
}

extension ScarcitySplit.Scarcity {
  /// The scarcity in words.
  var words: String {
    switch self {
    case .skilledLabour: "skilled labour"
    case .otherLabour: "other labour"
    case .land: "land"
    case .capital: "capital"
    case .otherFactors: "other factors"
    case .foreignExchange: "foreign exchange"
    case .saving: "saving: investment follows it"
    case .taxes: "taxes that keep the saving of government"
    }
  }
}
