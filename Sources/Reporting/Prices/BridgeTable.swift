internal import AccountMatrix
internal import GeneralEquilibrium
internal import Multipliers
package import SpendingPolicy

extension PriceBridge {
  /// Real GDP per franc of every programme at every step, for people and as data.
  package var table: Table { table(Words(of: effects.comparison)) }

  func table(_ words: Words) -> Table {
    let comparison = effects.comparison
    var columns = [
      Table.Column("programme", importance: .dataOnly),
      Table.Column("name", heading: words(.programme)),
      Table.Column("family", importance: .dataOnly),
    ]
    for step in steps {
      columns.append(
        Table.Column(
          step.rawValue.replacing("-", with: "_"),
          heading: words.heading(step).split(separator: " ").joined(separator: "\n"), decimals: 2))
    }
    for step in steps {
      columns.append(
        Table.Column(
          "ev_bottom40_" + step.rawValue.replacing("-", with: "_"), importance: .dataOnly))
    }
    let shown: [Indicator] = [.realGDPFactorCost, .equivalentVariationBottom40]
    let rows = comparison.rows.enumerated().map { p, row -> [Table.Cell] in
      [
        .text(row.programme.id), .text(row.programme.name),
        .text(row.programme.family.rawValue),
      ]
        + shown.flatMap { indicator in
          steps.indices.map { .optional(effects.effects[$0][p].values[indicator]) }
        }
    }
    let hasOrders = !orders(by: .realGDPFactorCost).isEmpty
    return Table(
      name: "bridge", title: words.prices(.bridgeTable), columns: columns, rows: rows,
      sections: comparison.sections { average in
        [.empty, .text("= average by outlay"), .empty]
          + shown.flatMap { indicator in
            steps.indices.map {
              Table.Cell.optional(effects.average(of: average.family, indicator, under: $0))
            }
          }
      },
      notes: (hasOrders ? [verdict(words)] : []) + [words.prices(.bridgeNote)]
        + (welfareVerdict(words).map { [$0] } ?? [])
        + [words.prices(.limits)])
  }

  /// What must be scarce or idle for either family to add more to real GDP.
  package var verdict: String { verdict(Words(of: effects.comparison)) }

  func verdict(_ words: Words) -> String {
    Self.sentence(orders(by: .realGDPFactorCost), words.prices(.realGDP), words)
  }

  /// The same by the gains of the poorest 40 per cent; `nil` where the matrix does not know them.
  func welfareVerdict(_ words: Words) -> String? {
    let orders = orders(by: .equivalentVariationBottom40)
    guard !orders.isEmpty else { return nil }
    let sentence = Self.sentence(orders, words.prices(.welfare), words)
    return words.prices(
      .welfareNote, ["verdict": sentence.prefix(1).lowercased() + sentence.dropFirst()])
  }

  private static func sentence(
    _ orders: [Order], _ measure: String, _ words: Words
  ) -> String {
    guard let first = orders.first else { return "" }
    func steps(_ more: Bool?) -> String? {
      let found = orders.filter { $0.protectionDoesMore == more }.map { words.state($0.scarce) }
      return found.isEmpty ? nil : found.joined(separator: "; where ")
    }
    if orders.allSatisfy({ $0.protectionDoesMore == first.protectionDoesMore }) {
      guard let protection = first.protectionDoesMore else {
        return words.prices(.never, ["count": "\(orders.count)", "measure": measure])
      }
      let names = [words.prices(.averageProtection), words.prices(.averageOthers)]
      return words.prices(
        .always,
        [
          "more": names[protection ? 0 : 1], "less": names[protection ? 1 : 0],
          "measure": measure,
        ])
    }
    let parts: [(Bool?, PricePassage)] = [(true, .protection), (false, .others), (nil, .same)]
    return
      ([words.prices(.depends, ["measure": measure])]
      + parts.compactMap { more, passage in
        steps(more).map { words.prices(passage, ["steps": $0]) }
      }).joined(separator: " ")
  }
}

extension SupplyElasticityCurve {
  /// What the factor is called.
  func name(_ words: Words) -> String {
    switch factor.description {
    case "skilled": words.prices(.skilledLabour)
    case "@capital": words.prices(.capital)
    default: factor.description
    }
  }

  /// Where the order of the families turns, in words; `nil` without both families.
  func sentence(_ words: Words) -> String? {
    guard points.first?.averages.count == 2 else { return nil }
    guard !crossings.isEmpty else {
      return words.prices(.turnsNever, ["factor": name(words)])
    }
    return words.prices(
      .turns,
      [
        "factor": name(words),
        "value": words.list(crossings.map { $0.fixed(2) }),
      ])
  }

  /// Curves of several factors as one table: a row for each programme and average.
  package static func table(_ curves: [SupplyElasticityCurve]) -> Table? {
    guard let first = curves.first else { return nil }
    return table(curves, Words(of: first.comparison))
  }

  static func table(_ curves: [SupplyElasticityCurve], _ words: Words) -> Table {
    var columns = [
      Table.Column("factor"), Table.Column("programme"),
    ]
    for point in curves.first?.points ?? [] {
      let isIdle = point.elasticity == .infinity
      columns.append(
        Table.Column(
          isIdle ? "idle" : "elasticity_\(point.elasticity.fixed(2))",
          heading: isIdle ? words.prices(.idle) : point.elasticity.fixed(2), decimals: 2))
    }
    columns.append(Table.Column("turns", heading: "turns at", decimals: 2))
    var rows: [[Table.Cell]] = []
    for curve in curves {
      for (k, name) in ["average:social-protection", "average:other-public-spending"].enumerated()
      where curve.points.first?.averages.count == 2 {
        rows.append(
          [.text(curve.factor.description), .text(name)]
            + curve.points.map { .number($0.averages[k]) }
            + [.optional(curve.crossings.first)])
      }
      for (p, row) in curve.comparison.rows.enumerated() where row.programme.isRanked {
        rows.append(
          [.text(curve.factor.description), .text(row.programme.id)]
            + curve.points.map { .number($0.programmes[p]) } + [.empty])
      }
    }
    return Table(
      name: "curve", title: words.prices(.curveTable), columns: columns, rows: rows,
      notes: curves.compactMap { $0.sentence(words) } + [
        words.prices(.curveIntroduction), words.prices(.limits),
      ])
  }
}

extension Words {
  /// The words of a comparison, in English, with the money of its matrix.
  init(of comparison: Comparison) {
    let currency = comparison.model.sam.unit.currency
    self.init(
      language: .english, currency: currency.contains("not stated") ? nil : currency)
  }
}
