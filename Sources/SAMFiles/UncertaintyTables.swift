package import AccountMatrix
package import Multipliers
package import SpendingPolicy

/// Grades of sources and structural scenarios as tables.
package enum UncertaintyTables {
  /// Reads grades, `grade,relative_error`, and who has them, `accounts,grade`.
  ///
  /// - Throws: `Diagnostic` with the file and line of a grade that is not defined, stands twice or
  ///   has an error out of range.
  package static func readGrades(
    _ file: SourceFile, columns: SourceFile, common: SourceFile? = nil
  ) throws(Diagnostic) -> SourceGrades {
    let table = try RecordTable(file, required: ["grade", "relative_error"])
    var errors: [String: Double] = [:]
    for record in table.records {
      let grade = try table.requiredText(record, "grade")
      let error = try table.requiredNumber(record, "relative_error")
      guard errors.updateValue(error, forKey: grade) == nil else {
        throw Diagnostic(
          "the grade '\(grade)' stands twice", at: table.place(record, "grade"),
          remedy: "Keep one line")
      }
      try located(at: table.place(record, "relative_error")) { () throws(SourceGrades.Failure) in
        _ = try SourceGrades(relativeErrors: [grade: error], entries: [])
      }
    }
    table.noteUnread()
    for evidence in Programme.Evidence.allCases where errors[evidence.rawValue] == nil {
      throw Diagnostic(
        "the grade '\(evidence.rawValue)' is missing", at: file.name,
        remedy: "Programme shares need the grades published, derived and assumed")
    }
    let who = try RecordTable(columns, required: ["accounts", "grade"])
    var entries: [SourceGrades.Entry] = []
    for record in who.records {
      let entry = SourceGrades.Entry(
        try who.requiredSelector(record, "accounts"), try who.requiredText(record, "grade"))
      entries.append(entry)
      try located(at: who.place(record, "grade")) { () throws(SourceGrades.Failure) in
        _ = try SourceGrades(relativeErrors: errors, entries: entries)
      }
    }
    who.noteUnread()
    let shared = try common.map { file throws(Diagnostic) in try readCommon(file) } ?? []
    do {
      return try SourceGrades(relativeErrors: errors, entries: entries, common: shared)
    } catch {
      throw error.diagnostic
    }
  }

  /// Reads errors that columns share: `factor,rows,columns,relative_error`, rows and columns a `@kind`.
  ///
  /// - Throws: `Diagnostic` with the line of a factor that stands twice, a kind that does not exist or
  ///   an error out of range.
  private static func readCommon(
    _ file: SourceFile
  ) throws(Diagnostic) -> [SourceGrades.Common] {
    let table = try RecordTable(
      file, required: ["factor", "rows", "columns", "relative_error"],
      optional: ["evidence", "note"])
    var found: [SourceGrades.Common] = []
    for record in table.records {
      func kind(_ column: String) throws(Diagnostic) -> Account.Kind {
        let word = try table.requiredText(record, column)
        guard word.hasPrefix("@"), let kind = Account.Kind(rawValue: String(word.dropFirst()))
        else {
          throw Diagnostic(
            "'\(word)' is no kind of account", at: table.place(record, column),
            remedy: suggestion(
              nearestCodes(to: word, among: Account.Kind.allCases.map { "@" + $0.rawValue })))
        }
        return kind
      }
      let factor = try table.requiredText(record, "factor")
      guard !found.contains(where: { $0.factor == factor }) else {
        throw Diagnostic(
          "the factor '\(factor)' stands twice", at: table.place(record, "factor"),
          remedy: "Keep one line")
      }
      let one = SourceGrades.Common(
        factor, of: try kind("rows"), paidBy: try kind("columns"),
        try table.requiredNumber(record, "relative_error"))
      try located(at: table.place(record, "relative_error")) { () throws(SourceGrades.Failure) in
        _ = try SourceGrades(relativeErrors: [:], entries: [], common: [one])
      }
      found.append(one)
    }
    return found
  }

  private static func located(
    at place: String, _ body: () throws(SourceGrades.Failure) -> Void
  ) throws(Diagnostic) {
    do { try body() } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = place
      throw diagnostic
    }
  }

  /// Reads scenarios: `scenario,name,exogenous,endogenous,response,own_consumption,saving_rates,spending`;
  /// accounts are codes, groups or `@kinds` with blanks between them; own consumption is `kept` as in
  /// the model, or `unmet`, `market` or `off`; spending is empty as in the model, or `marginal`.
  ///
  /// - Throws: `Diagnostic` with the line of a scenario that stands twice or cannot be read.
  ///
  /// - Parameters:
  ///   - savingRates: the saving rates of a matrix by its name; without it a scenario that names one
  ///     is refused.
  ///   - elasticities: those of households, without which a scenario at the margin is refused.
  package static func readScenarios(
    _ file: SourceFile, savingRates: ((String) throws(Diagnostic) -> SavingRates)? = nil,
    elasticities: ExpenditureElasticities? = nil
  ) throws(Diagnostic) -> [StructuralScenario] {
    let table = try RecordTable(
      file, required: ["scenario"],
      optional: [
        "name", "exogenous", "endogenous", "response", "own_consumption", "saving_rates",
        "spending",
      ])
    var scenarios: [StructuralScenario] = []
    for record in table.records {
      let id = try table.requiredText(record, "scenario")
      if scenarios.contains(where: { $0.id == id }) {
        throw Diagnostic(
          "the scenario '\(id)' stands twice", at: table.place(record, "scenario"),
          remedy: "Keep one line")
      }
      func accounts(_ column: String) throws(Diagnostic) -> [AccountSelector] {
        let text = try table.text(record, column)
        if text.isEmpty { return [] }
        do { return try AccountSelector.list(parsing: text, separator: " ") } catch {
          throw error.diagnostic.located(at: table.place(record, column))
        }
      }
      var response = SupplyResponse.free
      let text = try table.text(record, "response")
      if !text.isEmpty {
        do { response = try SupplyResponse(parsing: text, separator: " ") } catch {
          throw error.diagnostic.located(at: table.place(record, "response"))
        }
      }
      var rates: SavingRates?
      if let name = try table.nonEmptyText(record, "saving_rates") {
        guard let savingRates else {
          throw Diagnostic(
            "the saving rates of '\(name)' are not known here",
            at: table.place(record, "saving_rates"),
            remedy: "Leave the field empty, or read the scenarios with their country")
        }
        do { rates = try savingRates(name) } catch {
          throw error.located(at: table.place(record, "saving_rates"))
        }
      }
      var marginal: ExpenditureElasticities?
      if let word = try table.nonEmptyText(record, "spending") {
        guard word == "marginal", let elasticities else {
          throw Diagnostic(
            word == "marginal"
              ? "no expenditure elasticities are known here" : "'\(word)' is no way of spending",
            at: table.place(record, "spending"),
            remedy: "Leave the field empty for that of the model"
              + (word == "marginal" ? ", or add spending/elasticities.csv" : ", or write marginal"))
        }
        marginal = elasticities
      }
      scenarios.append(
        StructuralScenario(
          id: id, name: try table.text(record, "name"), exogenous: try accounts("exogenous"),
          endogenous: try accounts("endogenous"), response: response,
          ownConsumption: try Self.ownConsumption(record, of: table), savingRates: rates,
          elasticities: marginal))
    }
    table.noteUnread()
    guard !scenarios.isEmpty else {
      throw Diagnostic("the file names no scenario", at: file.name)
    }
    return scenarios
  }

  /// What becomes of own consumption; `nil` where it is `kept` as in the model.
  private static func ownConsumption(
    _ record: RecordTable.Record, of table: RecordTable
  ) throws(Diagnostic) -> OwnConsumption? {
    let word = try table.text(record, "own_consumption")
    if word.isEmpty || word == "kept" { return nil }
    if let own = OwnConsumption(rawValue: word) { return own }
    throw Diagnostic(
      "'\(word)' is not a known own_consumption", at: table.place(record, "own_consumption"),
      remedy: "Expected one of kept, "
        + OwnConsumption.allCases.map { $0.rawValue }.joined(separator: ", "))
  }
}
