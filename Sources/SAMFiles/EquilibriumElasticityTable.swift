package import AccountMatrix
package import GeneralEquilibrium

/// Elasticities as a table: `elasticity,accounts,value,low,high,source[,note][,households]`, with
/// `inf` for infinity; `households` says whose income elasticity it is, all if it is empty.
package enum EquilibriumElasticityTable {
  /// Reads the lines in their order.
  ///
  /// - Throws: `Diagnostic` with the line of an unknown elasticity, one that stands twice for the
  ///   same accounts, or bounds that do not hold the value.
  package static func read(_ file: SourceFile) throws(Diagnostic) -> Elasticities {
    let table = try RecordTable(
      file, required: ["elasticity", "accounts", "value", "low", "high", "source"],
      optional: ["note", "households"])
    var entries: [Elasticities.Entry] = []
    for record in table.records {
      guard
        let parameter = try table.choice(
          record, "elasticity", as: Elasticities.Parameter.self)
      else {
        throw Diagnostic("the field 'elasticity' is empty", at: table.place(record, "elasticity"))
      }
      let accounts = try table.requiredSelector(record, "accounts")
      let households = try table.selector(record, "households")
      guard households == nil || parameter == .income else {
        throw Diagnostic(
          "the elasticity '\(parameter.rawValue)' is not one of households",
          at: table.place(record, "households"), remedy: "Leave the field empty")
      }
      let buyers = households ?? .all
      if entries.contains(where: {
        $0.parameter == parameter && $0.accounts == accounts && $0.households == buyers
      }) {
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
          parameter, accounts, value, of: buyers, range: range,
          source: try table.requiredText(record, "source")))
    }
    table.noteUnread()
    return Elasticities(entries)
  }
}
