public import AccountMatrix
internal import Multipliers
public import SpendingPolicy

extension Scenario {
  /// The answer to the scenario's question, as tables.
  ///
  /// - Throws: `Diagnostic`, with the line of a setting that does not fit.
  public func report(on context: QuestionContext) async throws(Diagnostic) -> Report {
    report(try await answer(on: context), on: context)
  }

  private func report(_ answer: Answer, on context: QuestionContext) -> Report {
    let model = context.model
    var (tables, overview) = tables(answer, context)
    let notes = assumptions + sourceNotes + model.standingNotes
    tables[0].notes += notes
    for i in tables.indices { tables[i].notes.append(MultiplierModel.standingCaveat) }
    if !overview.isEmpty { overview[0] = tables[0] }
    return Report(
      command: "run", facts: [Report.Fact("scenario", id)] + model.facts, tables: tables,
      overview: overview
    ).spoken(in: model.sam.unit)
  }

  /// The tables for programs, and those for people where they differ.
  private func tables(
    _ answer: Answer, _ context: QuestionContext
  ) -> (tables: [Table], overview: [Table]) {
    let unit = context.sam.unit
    let jobNotes =
      context.employment.map {
        ComparisonAdditions.notes(on: $0, outputOf: context.sam.year)
      } ?? []
    switch answer {
    case .perFranc(let answer):
      return (
        [answer.table(title: title, jobNotes)]
          + (answer.prices.map { [$0.table(factor: 1)] } ?? []), []
      )
    case .budget(let answer): return ([answer.table(title: "\(title), \(unit)", jobNotes)], [])
    case .financing(let answer):
      // Programs read a line per group; people read a column per group.
      let main = answer.table(title: title, on: context, jobNotes)
      return (
        [main, answer.groupsTable(unit: unit)],
        [main, answer.winnersTable(on: context)]
      )
    case .targeting(let answer): return ([answer.table(title: title)], [])
    case .reform(let answer): return ([answer.table(title: "\(title), \(unit)")], [])
    case .cover(let answer): return ([answer.table(title: "\(title), \(unit)")], [])
    case .sensitivity(let answer):
      return (
        [answer.table(title: title), answer.turningTable, answer.sensitivity.casesTable], []
      )
    case .coverage(let answer):
      return ([answer.table(title: title, unit: unit), answer.floorTable(unit: unit)], [])
    }
  }
}

extension Programme {
  /// What the mark of an assumed vector means; `nil` where no programme has it.
  static func assumedNote(among programmes: [Programme]) -> String? {
    programmes.contains { $0.evidence == .assumed }
      ? "* assumed: a fifth or more of the franc goes where nobody has published that it goes; "
        + "read it as a sensitivity case." : nil
  }
}

extension Verdict {
  /// The verdict in a word or two, for a column.
  var word: String {
    switch self {
    case .always(true): "more in all"
    case .always(false): "less in all"
    case .above, .below: "turns"
    case .depends(let names, _): names.isEmpty ? "not more" : "more in some"
    case .indistinguishable: "no difference"
    }
  }
}
