package import AccountMatrix
package import SpendingPolicy

/// What programmes give in kind, and whom they hire, as tables.
package enum BenefitTables {
  /// Reads incidence keys: `programme,account,share,evidence[,source,note]`, a line for each group; a
  /// programme that gives nothing in kind has one line without an account and the share 0.
  ///
  /// - Throws: `Diagnostic` with the line of a share below zero, of an account that stands twice, or of
  ///   a programme that gives more than it is.
  package static func readInKind(_ file: SourceFile) throws(Diagnostic) -> [BenefitInKind] {
    let table = try RecordTable(
      file, required: ["programme", "account", "share", "evidence"],
      optional: ["source", "note"])
    var ids: [String] = []
    var shares: [String: [BenefitInKind.Share]] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "programme")
      let account = try table.text(record, "account")
      let share = try table.requiredNumber(record, "share")
      guard let evidence = try table.choice(record, "evidence", as: Programme.Evidence.self) else {
        throw Diagnostic(
          "the benefit of '\(id)' names no evidence", at: table.place(record, "evidence"),
          remedy: "Write published, derived or assumed")
      }
      if shares[id] == nil {
        ids.append(id)
        shares[id] = []
      }
      if account.isEmpty {
        guard share == 0 else {
          throw Diagnostic(
            "the benefit of '\(id)' names no account", at: table.place(record, "account"),
            remedy: "Name a household, or write the share 0 for none in kind")
        }
        continue
      }
      let known = shares[id] ?? []
      guard share >= 0, !known.contains(where: { $0.account == account }),
        known.reduce(share, { $0 + $1.fraction }) <= 1 + 1e-5
      else {
        throw Diagnostic(
          "the benefits of '\(id)' in kind are below zero, given twice, or more than all of it",
          at: table.place(record, "share"),
          remedy: "Give each household one share between 0 and 1, and no more than 1 together")
      }
      shares[id] = known + [BenefitInKind.Share(share, to: account, evidence: evidence)]
    }
    return ids.map { BenefitInKind(programme: $0, shares: shares[$0] ?? []) }
  }

  /// Reads who is hired by programmes: `programme,pay,person_years[,evidence,source,note]`.
  ///
  /// - Throws: `Diagnostic` with the line of a figure that is not above zero.
  package static func readWorkers(_ file: SourceFile) throws(Diagnostic) -> [HiredWorkers] {
    let table = try RecordTable(
      file, required: ["programme", "pay", "person_years"],
      optional: ["evidence", "source", "note"])
    var workers: [HiredWorkers] = []
    for record in table.records {
      for column in ["pay", "person_years"] {
        let value = try table.requiredNumber(record, column)
        guard value > 0 else {
          throw Diagnostic(
            "the field is \(value.shortest)", at: table.place(record, column),
            remedy: "Expected more than zero")
        }
      }
      workers.append(
        HiredWorkers(
          programme: try table.requiredText(record, "programme"),
          pay: try table.requiredNumber(record, "pay"),
          personYears: try table.requiredNumber(record, "person_years")))
    }
    return workers
  }
}
