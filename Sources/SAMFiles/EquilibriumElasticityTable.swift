package import AccountMatrix
package import GeneralEquilibrium

/// Elasticities as a table: `elasticity,accounts,value,low,high,source[,note]`, with `inf` for
/// infinity.
package enum EquilibriumElasticityTable {
  /// Reads the lines in their order.
  ///
  /// - Throws: `Diagnostic` with the line of an unknown elasticity, one that stands twice for the
  ///   same accounts, or bounds that do not hold the value.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> Elasticities {
    let table = try RecordTable(
      file, required: ["elasticity", "accounts", "value", "low", "high", "source"],
      optional: ["note"])
    var entries: [Elasticities.Entry] = []
    for record in table.records {
      guard
        let parameter = try table.choice(
          record, "elasticity", as: Elasticities.Parameter.self)
      else {
        throw Diagnostic("the field 'elasticity' is empty", at: table.place(record, "elasticity"))
      }
      let accounts = try table.requiredSelector(record, "accounts")
      if entries.contains(where: { $0.parameter == parameter && $0.accounts == accounts }) {
        throw Diagnostic(
          "the elasticity '\(parameter.rawValue)' of '\(accounts)' stands twice",
          at: table.place(record, "accounts"), remedy: "Keep one")
      }
      let value = try RegimeTable.elasticity(record, "value", of: table)
      var range: ClosedRange<Double>?
      let bounds = (try table.text(record, "low")) + (try table.text(record, "high"))
      if !bounds.isEmpty {
        let low = try RegimeTable.elasticity(record, "low", of: table)
        let high = try RegimeTable.elasticity(record, "high", of: table)
        guard low <= value, value <= high else {
          throw Diagnostic(
            "the value does not lie between low and high", at: table.place(record, "value"))
        }
        range = low...high
      }
      entries.append(
        Elasticities.Entry(
          parameter, accounts, value, range: range,
          source: try table.requiredText(record, "source")))
    }
    return Elasticities(entries)
  }
}
