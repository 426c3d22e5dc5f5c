internal import AccountMatrix
public import Multipliers

extension DistributionAnswer {
  /// The answer whole: groups, sums, inequality, why a group gains, relative income and poverty.
  ///
  /// - Parameters:
  ///   - name: the injection in words.
  ///   - remarks: what a reader must know beside the standing notes.
  public func report(of name: String, remarks: [String] = []) -> Report {
    var notes = Self.notes + model.standingNotes + [MultiplierModel.standingCaveat]
    var supplements = [explanation?.table, relativeIncomeTable].compactMap { $0 }
    switch poverty {
    case .success(let poverty)?:
      supplements.append(poverty.model.table(poverty.rows, paying: poverty.beneficiaries))
    case .failure(let failure)?: notes.append("No poverty: \(failure.diagnostic.problem).")
    case nil: break
    }
    return Report(
      command: "distribute", facts: model.facts + [Report.Fact("injection", name)],
      tables: [
        distribution.table(of: name, notes: notes + remarks), distribution.totalsTable(),
        distribution.inequalityTable,
      ].compactMap { $0 }, supplements: supplements)
  }

  private static let notes = [
    "Income is receipts, what is paid to a group directly included; the table 'totals' has the part "
      + "beyond it. relative_income: by how much the group's share of all income rises, "
      + "exactly and not at the margin; the groups add to zero."
  ]

  /// The relative-income matrix: groups by the endogenous accounts that a unit goes into.
  private var relativeIncomeTable: Table {
    Table(
      name: "rim",
      title: "Relative income: by how much the row group's share of income rises per unit "
        + "(\(model.sam.unit)) into the column account",
      columns: [Table.Column("group")]
        + model.endogenous.map { Table.Column($0.code, decimals: 7) },
      rows: zip(relativeIncome.groups, relativeIncome.rows).map { group, values in
        [.text(group.code)] + values.map { .number($0) }
      },
      notes: ["Columns add to zero (Roland-Holst & Sancho 1992)."])
  }
}
