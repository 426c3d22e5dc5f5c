package import AccountMatrix
package import Multipliers

/// People, poverty lines and beneficiaries as tables.
package enum PovertyTables {
  /// Reads people by household group: `account,population[,gini]`, or the population file that
  /// IFPRI's Nexus project publishes beside a matrix.
  ///
  /// - Parameter codes: the accounts that there are; `nil` asks for none.
  /// - Throws: `Diagnostic` with the line of a group that stands twice or has no account, or of a
  ///   figure out of range.
  package static func readGroups(
    _ file: SourceFile, among codes: [String]? = nil
  ) throws(Diagnostic) -> [PovertyModel.Group] {
    if try HouseholdPopulation.isLikely(file) {
      return try HouseholdPopulation(file).groups(among: codes, at: file.name)
    }
    let table = try RecordTable(file, required: ["account", "population"], optional: ["gini"])
    var groups: [PovertyModel.Group] = []
    var lines: [String: Int] = [:]
    for record in table.records {
      let group = PovertyModel.Group(
        account: try table.requiredText(record, "account"),
        population: try table.requiredNumber(record, "population"),
        gini: try table.number(record, "gini"))
      if let earlier = lines.updateValue(record.line, forKey: group.account) {
        throw Diagnostic(
          "the account '\(group.account)' stands twice, first on line \(earlier)",
          at: table.place(record, "account"), remedy: "Keep one line for each account")
      }
      try require(group.account, among: codes, at: table.place(record, "account"))
      guard group.population > 0 else {
        throw Diagnostic(
          "the population is \(group.population.shortest)",
          at: table.place(record, "population"), remedy: "Expected more than zero")
      }
      if let gini = group.gini, !(gini > 0 && gini < 1) {
        throw Diagnostic(
          "the Gini coefficient is \(gini.shortest)", at: table.place(record, "gini"),
          remedy: "Expected a number between 0 and 1")
      }
      groups.append(group)
    }
    table.noteUnread()
    return groups
  }

  /// Refuses a group whose account is not there.
  static func require(
    _ account: String, among codes: [String]?, at place: String
  ) throws(Diagnostic) {
    guard let codes, !codes.contains(account) else { return }
    throw Diagnostic(
      "there is no account '\(account)'", at: place,
      remedy: suggestion(nearestCodes(to: account, among: codes)))
  }

  /// Reads poverty lines: `line,headcount,value`, one of the two filled in.
  ///
  /// - Throws: `Diagnostic` with the line of a figure that is missing or out of range.
  package static func readLines(_ file: SourceFile) throws(Diagnostic) -> [PovertyModel.Line] {
    let table = try RecordTable(file, required: ["line"], optional: ["headcount", "value"])
    var lines: [PovertyModel.Line] = []
    for record in table.records {
      let name = try table.requiredText(record, "line")
      let headcount = try table.number(record, "headcount")
      let value = try table.number(record, "value")
      switch (headcount, value) {
      case (let part?, nil) where part > 0 && part < 1:
        lines.append(PovertyModel.Line(name, .headcount(part)))
      case (nil, let level?) where level > 0:
        lines.append(PovertyModel.Line(name, .consumption(level)))
      default:
        throw Diagnostic(
          "the poverty line '\(name)' is out of range", at: table.place(record, "headcount"),
          remedy: "Give a headcount between 0 and 1, or a value above 0, and not both")
      }
    }
    table.noteUnread()
    return lines
  }

  /// The value of a measure of all people in the last year that has one:
  /// `measure,group,year,value`.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package static func readNewest(
    _ measure: String, in file: SourceFile
  ) throws(Diagnostic) -> Double? {
    let table = try RecordTable(
      file, required: ["measure", "year", "value"],
      optional: ["group", "standard_error", "unit", "evidence", "source", "note"])
    var newest: (year: String, value: Double)?
    for record in table.records where try table.text(record, "measure") == measure {
      let year = try table.text(record, "year")
      let value = try table.requiredNumber(record, "value")
      if let known = newest, known.year >= year { continue }
      newest = (year: year, value: value)
    }
    return newest?.value
  }

  /// Reads beneficiaries: `programme,households,household_size,amount`.
  ///
  /// - Throws: `Diagnostic` with the line of a figure that is not above zero.
  package static func readBeneficiaries(
    _ file: SourceFile
  ) throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    let table = try RecordTable(
      file, required: ["programme", "households", "household_size", "amount"])
    var result: [PovertyModel.Beneficiaries] = []
    for record in table.records {
      for column in ["households", "household_size", "amount"] {
        let value = try table.requiredNumber(record, column)
        guard value > 0 else {
          throw Diagnostic(
            "the field is \(value.shortest)", at: table.place(record, column),
            remedy: "Expected more than zero")
        }
      }
      result.append(
        PovertyModel.Beneficiaries(
          programme: try table.requiredText(record, "programme"),
          households: try table.requiredNumber(record, "households"),
          householdSize: try table.requiredNumber(record, "household_size"),
          amount: try table.requiredNumber(record, "amount")))
    }
    table.noteUnread()
    return result
  }
}
