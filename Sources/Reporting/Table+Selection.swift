package import AccountMatrix

extension Report {
  /// The report with some rows and some columns of its first table, columns in the order asked for.
  ///
  /// - Parameters:
  ///   - ids: which rows, by what stands in the column `key`; nothing for all.
  ///   - names: which columns beside the key and the name for people; nothing for all.
  /// - Throws: `Diagnostic` with the nearest names for a row or a column that the table has not.
  package func narrowed(
    to ids: [String]?, of key: String, columns names: [String]?
  ) throws(Diagnostic) -> Report {
    guard ids != nil || names != nil, let first = tables.first else { return self }
    var table = first
    if let ids { table = try table.keeping(rows: ids, of: key) }
    if let names { table = try table.keeping(columns: names, beside: [key, "name"]) }
    var report = self
    report.tables = [table] + tables.dropFirst()
    report.overview = report.tables
    return report
  }
}

extension Table {
  fileprivate func keeping(rows ids: [String], of key: String) throws(Diagnostic) -> Table {
    guard let column = columns.firstIndex(where: { $0.id == key }) else { return self }
    let known = rows.map { row in if case .text(let id) = row[column] { id } else { "" } }
    for id in ids where !known.contains(id) { throw Self.unknown("row", id, among: known) }
    // In their own order, of which notes speak.
    let kept = rows.indices.filter { ids.contains(known[$0]) }
    var table = self
    table.rows = kept.map { rows[$0] }
    table.sections = sections.compactMap { section in
      let places = section.rows.compactMap { kept.firstIndex(of: $0) }
      return places.isEmpty
        ? nil : Section(section.title, rows: places, summaries: section.summaries)
    }
    if table.sections.contains(where: { !$0.summaries.isEmpty }) {
      table.notes.append("Averages are of all programmes of a family, shown here or not.")
    }
    return table
  }

  fileprivate func keeping(
    columns names: [String], beside always: [String]
  ) throws(Diagnostic) -> Table {
    var kept = columns.indices.filter { always.contains(columns[$0].id) }
    var table = self
    for name in names {
      guard let column = dataColumns.first(where: { columns[$0].id == name }) else {
        throw Self.unknown("column", name, among: dataColumns.map { columns[$0].id })
      }
      // What is asked for is shown at any width.
      table.columns[column].importance = .essential
      if !kept.contains(column) { kept.append(column) }
    }
    func chosen(_ row: [Cell]) -> [Cell] { kept.map { row[$0] } }
    table.columns = kept.map { table.columns[$0] }
    table.rows = rows.map(chosen)
    table.sections = sections.map {
      Section($0.title, rows: $0.rows, summaries: $0.summaries.map(chosen))
    }
    return table
  }

  private static func unknown(_ what: String, _ name: String, among known: [String]) -> Diagnostic {
    let nearest = nearestCodes(to: name, among: known)
    return Diagnostic(
      "the table has no \(what) '\(name)'",
      remedy: nearest.isEmpty
        ? "Expected some of \(list(known, first: 60))"
        : "Did you mean '\(nearest[0])'?")
  }
}
