internal import AccountMatrix
package import GeneralEquilibrium
internal import Multipliers
package import SpendingPolicy

extension Report {
  /// The comparison with the columns of regimes, and a table of them for people.
  ///
  /// - Parameters:
  ///   - regimes: the same programmes in the same order under regimes.
  ///   - factor: what amounts per franc are multiplied by.
  package func adding(_ regimes: RegimeComparison, factor: Double = 1) -> Report {
    var report = self
    guard let main = report.tables.firstIndex(where: { $0.name == "compare" }) else { return self }
    for regime in regimes.models.indices {
      for indicator in RegimeComparison.indicators {
        report.tables[main].add(
          Table.Column(regimes.columnName(indicator, regime), importance: .dataOnly),
          cells: regimes.cells(indicator, regime, factor: factor))
      }
    }
    let table = regimes.table(factor: factor)
    report.tables.insert(table, at: main + 1)
    if let shown = report.overview.firstIndex(where: { $0.name == "compare" }) {
      report.overview.insert(table, at: shown + 1)
    }
    report.facts += regimes.models.map {
      Report.Fact("regime", "\($0.regime.name): \($0.regime.summary)")
    }
    report.facts.append(Report.Fact("size", regimes.sizeSentence))
    return report
  }
}

extension Table {
  /// Adds a column that people do not see; summaries have no cell in it.
  fileprivate mutating func add(_ column: Column, cells: [Cell]) {
    columns.append(column)
    for (row, cell) in cells.enumerated() { rows[row].append(cell) }
    for s in sections.indices {
      for k in sections[s].summaries.indices { sections[s].summaries[k].append(.empty) }
    }
  }
}

extension RegimeComparison {
  /// The name of a column, with the name of the regime where there are several.
  fileprivate func columnName(_ indicator: Indicator, _ regime: Int) -> String {
    models.count == 1
      ? indicator.rawValue : "\(indicator.rawValue)_\(models[regime].regime.name)"
  }

  fileprivate func cells(_ indicator: Indicator, _ regime: Int, factor: Double) -> [Table.Cell] {
    effects[regime].map { effect in
      .optional(indicator.of(factor, perFranc: effect.values[indicator]))
    }
  }

  /// At which size, and what prices are per.
  var sizeSentence: String {
    guard let size else {
      return "at the margin, effects per franc; prices in per cent for spending of one per cent of "
        + "GDP at market prices"
    }
    return "\(size.sixDigits) \(comparison.model.sam.unit) spent on each programme "
      + "(\((sizePercentOfGDP ?? .nan).sixDigits) per cent of GDP at factor "
      + "cost), effects per franc; prices in per cent"
  }

  /// Real GDP, welfare and wages of every programme under every regime.
  func table(factor: Double) -> Table {
    let shown: [(indicator: Indicator, heading: String, importance: Table.Column.Importance)] = [
      (.realGDPFactorCost, "real GDP", .essential),
      (.equivalentVariationBottom40, "EV,\npoorest\n40%", .essential),
      (.equivalentVariation, "EV,\nall", .extra),
      (.agriculturePrice, "price of\nagric.\n%", .extra),
      (.skilledWage, "skilled\nwage\n%", .extra),
    ]
    var columns = [Table.Column("name", heading: "programme")]
    var rows = comparison.rows.map { [Table.Cell.text($0.programme.name)] }
    for column in shown {
      for regime in models.indices {
        let name = models[regime].regime.name.split(separator: "-").joined(separator: "-\n")
        columns.append(
          Table.Column(
            columnName(column.indicator, regime), heading: "\(column.heading)\n\(name)",
            decimals: 2, importance: column.importance))
        for (row, cell) in cells(column.indicator, regime, factor: factor).enumerated() {
          rows[row].append(cell)
        }
      }
    }
    return Table(
      name: "regimes", title: "The same where prices respond: \(sizeSentence)",
      columns: columns, rows: rows,
      sections: comparison.sections { average in
        [.text("= average by outlay")]
          + shown.flatMap { column in
            models.indices.map { regime in
              .optional(
                column.indicator.of(
                  factor,
                  perFranc: self.average(of: average.family, column.indicator, under: regime)))
            }
          }
      }, notes: notes)
  }

  /// What the structure of exports alone does to multipliers.
  private var structureSentence: String {
    guard let effect = try? exportStructureEffect(), effect.isFinite else { return "" }
    return " With fixed prices that alone changes the GDP multipliers of ranked programmes by "
      + "\((100 * effect).fixed(1)) per cent on average."
  }

  private var notes: [String] {
    var notes = models.map { "Regime \($0.regime.name): \($0.regime.summary)" }
    notes.append(
      "Real GDP is value added at base prices. EV is equivalent variation, the money that would "
        + "have done as much for households at base prices; it does not count free services.")
    let own = models.filter { $0.regime.exports == .ownOutput }
    if !own.isEmpty {
      notes.append(
        "Exports come from the output of domestic activities under "
          + "\(own.map { $0.regime.name }.joined(separator: ", ")), and from the composite of "
          + "output and imports in the multiplier model."
          + structureSentence)
    }
    notes.append(
      "Paid by \(comparison.financing.inWordsUnderRegime). Where foreign saving is fixed, a lower "
        + "saving of government is taken from investment, franc for franc.")
    for note in models.first?.notes ?? [] { notes.append(note.sentence) }
    notes.append(EquilibriumModel.standingCaveat)
    return notes
  }
}

extension String {
  /// The text as a sentence: a capital first, a full stop last.
  var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}

extension EquilibriumModel {
  /// What every result with prices assumes.
  package static let standingCaveat =
    "Assumed: the regime, elasticities (SAM/regimes), one year's structure; no dynamics, no human "
    + "capital. Which factor is scarce decides the answer more than any elasticity; that real GDP "
    + "does not rise when every factor is employed is a property of the regime, not a finding."
}
