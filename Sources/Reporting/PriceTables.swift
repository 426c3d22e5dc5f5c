internal import AccountMatrix
public import Multipliers

extension PriceModel {
  /// How a rise of costs changes every price, and the cost of living of each household.
  ///
  /// - Throws: `MultiplierModel.Failure` for an unknown or empty account.
  public func report(of changes: [CostChange]) throws(MultiplierModel.Failure) -> Report {
    let total = try priceChanges(changes)
    var parts: [[Double]] = []
    for change in changes { parts.append(try priceChanges([change])) }
    var costs: [String] = []
    for change in changes {
      let sign = change.percent < 0 ? "" : "+"
      let outside = try members(of: change).filter { code in
        model.exogenous.contains { $0.code == code }
      }
      let what = try outside.count == members(of: change).count ? "payments to" : "unit cost of"
      costs.append("\(what) \(change.accounts) \(sign)\(change.percent.shortest)%")
    }
    let words = costs.joined(separator: ", ")
    let notes =
      [
        "Cost-push: \(words); quantities as they are, every cost passed on in full, no "
          + "substitution. The price of a household is its cost of living, that of a factor the cost "
          + "of living of its owners (Roland-Holst & Sancho 1995)."
      ] + (model.settings.supply.isFree ? [] : ["Prices do not depend on the response of supply."])
      + model.priceNotes
    let all = model.endogenous.indices.map { i -> [Table.Cell] in
      let account = model.endogenous[i]
      return [
        .text(account.code), .text(account.name), .optional(account.kind?.rawValue),
        .number(total[i]),
      ]
    }
    let kinds = model.endogenous.map { $0.kind }.uniqued
    let prices = Table(
      name: "prices", title: "What becomes dearer, in per cent: \(words)",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .displayOnly),
        Table.Column("kind"),
        Table.Column("change_percent", heading: "change\nper cent", decimals: 4),
      ], rows: all,
      sections: kinds.count < 2
        ? nil
        : kinds.map { kind in
          Table.Section(
            kind.map { "Kind: \($0.rawValue)" } ?? "Kind unknown",
            rows: model.endogenous.indices.filter { model.endogenous[$0].kind == kind })
        }, notes: notes)
    return Report(
      command: "prices", facts: model.facts + [Report.Fact("cost", words)], tables: [prices],
      supplements: [livingTable(changes, total, parts)])
  }

  private func livingTable(
    _ changes: [CostChange], _ total: [Double], _ parts: [[Double]]
  ) -> Table {
    let households = model.endogenous.indices.filter { model.endogenous[$0].kind == .household }
    return Table(
      name: "cost-of-living", title: "Cost of living by household, in per cent",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .displayOnly),
        Table.Column("area"), Table.Column("quintile"),
        Table.Column("change_percent", heading: "change\nper cent", decimals: 4),
      ] + changes.map { Table.Column("from:\($0.accounts)", decimals: 4) },
      rows: households.map { i in
        let account = model.endogenous[i]
        return [
          .text(account.code), .text(account.name), .optional(account.area?.rawValue),
          account.quintile.map(Table.Cell.count) ?? .empty, .number(total[i]),
        ] + parts.map { .number($0[i]) }
      },
      notes: households.isEmpty
        ? ["No account is known to be a household."] : [])
  }
}

extension MultiplierModel {
  /// Notes that stand under every table that takes supply as free.
  package var priceNotes: [String] {
    ["Matrix: \(sam.caption). Closure: \(closureSentence)."]
      + sam.history.map { "The matrix was \($0)." }
  }
}
