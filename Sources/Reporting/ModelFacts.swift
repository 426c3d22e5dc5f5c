package import AccountMatrix
package import Multipliers

extension MultiplierModel {
  /// The matrix, the closure and the response shares, for every result that is printed.
  package var facts: [Report.Fact] {
    [
      Report.Fact("matrix", sam.caption), Report.Fact("unit", sam.unit.description),
      Report.Fact("closure", closureSentence), Report.Fact("response", settings.supply.description),
    ] + (settings.spendsAtMargin ? [Report.Fact("spending", "at the margin")] : [])
      + (settings.ownConsumption == .unmet
        ? [] : [Report.Fact("own_consumption", settings.ownConsumption.rawValue)])
      + (settings.exports == .composite
        ? [] : [Report.Fact("exports", settings.exports.rawValue)])
      + (sam.history.isEmpty ? [] : [Report.Fact("history", sam.history.joined(separator: "; "))])
  }

  /// The exogenous accounts, and what the closure is called.
  package var closureSentence: String {
    let codes = exogenous.map { $0.code }.joined(separator: ", ")
    var name = settings.closure == .standard ? "Pyatt-Round closure" : "closure as given"
    let unusual = endogenous.filter { $0.kind == .government || $0.kind == .savings }
    if !unusual.isEmpty {
      name += ", an upper case: \(unusual.map { $0.code }.joined(separator: ", ")) responds too"
    }
    return "exogenous are \(codes) (\(name)); all other accounts respond"
  }

  /// Notes that stand under every table of multipliers.
  package var standingNotes: [String] {
    var notes = ["Matrix: \(sam.caption). Closure: \(closureSentence)."]
    if !settings.supply.isFree {
      notes.append(
        "Supply: \(settings.supply); demand that activities do not meet leaks as leak:supply, and is no "
          + "output and no income.")
      notes.append(ownConsumptionSentence)
    }
    if settings.supply.isFree, settings.ownConsumption == .household {
      notes.append(ownConsumptionSentence)
    }
    notes.append(exportsSentence)
    if settings.spendsAtMargin {
      notes.append("Households spend by marginal shares, not by the averages of the matrix.")
    }
    if !emptyAccounts.isEmpty {
      notes.append(
        "Left out, without receipts and payments: "
          + emptyAccounts.map { $0.code }.joined(separator: ", ") + ".")
    }
    notes += sam.history.map { "The matrix was \($0)." }
    return notes
  }

  /// Where exports come from, which moves every level.
  private var exportsSentence: String {
    switch settings.exports {
    case .composite:
      "Exports draw on the same supply as home demand: a further unit of a commodity carries the "
        + "imports, taxes and margins of the average one sold. With exports from domestic output "
        + "alone multipliers are lower."
    case .ownOutput:
      "Exports come from domestic output, so what is sold at home carries more imports and taxes than "
        + "the columns of the matrix do."
    }
  }

  /// What becomes of own consumption that is not met.
  private var ownConsumptionSentence: String {
    switch settings.ownConsumption {
    case .unmet: "Own consumption that an activity does not meet is not met at all."
    case .market:
      "Own consumption that an activity does not meet is bought on the market instead, as the "
        + "commodities that the activity sells."
    case .off:
      "Households meet none of their additional demand from their own produce: they buy on the "
        + "market."
    case .household:
      "What own produce adds to value goes back to the household that consumes it, not to all who "
        + "earn what its activity pays."
    }
  }

  /// What the multipliers of this model assume.
  package var caveat: String {
    settings.spendsAtMargin
      ? Self.standingCaveat.replacing(
        "spending at average shares", with: "spending at fixed shares")
      : Self.standingCaveat
  }

  /// What every fixed-price multiplier assumes.
  package static let standingCaveat =
    "Assumed: fixed prices, idle capacity, spending at average shares, one year's structure; no "
    + "timing, no prices, no human capital, and no financing but what is stated. Scarce "
    + "factors, prices and who pays change the figures and can turn their order."
}

extension SocialAccountingMatrix {
  /// The title with the source, year and unit.
  package var caption: String {
    var parts = [title.isEmpty ? source : title]
    if let year, !parts[0].contains(String(year)) { parts.append(String(year)) }
    if !title.isEmpty, !source.isEmpty { parts.append("source \(source)") }
    let gap = widestGap.map {
      "; accounts out of balance by up to \(abs($0.gap).sixDigits) (\($0.account))"
    }
    return parts.joined(separator: ", ") + " (\(unit))" + (gap ?? "")
  }
}
