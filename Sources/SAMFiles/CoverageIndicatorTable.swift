package import AccountMatrix
package import SpendingPolicy

/// SDG indicator 1.3.1 as tables: the functions, the published cells, and counts of people.
///
/// The cells are read as they are written, so that they can be filled in, as the
/// inquiry of the International Labour Organization asks by function, sex and year, and read back.
package enum CoverageIndicatorTable {
  /// The columns of the cells, in the order in which they are written.
  package static let cellColumns = [
    "series", "function", "country", "group", "sex", "area", "year", "value", "unit", "status",
    "source", "locator", "note",
  ]

  /// Reads `function,name,numerator,denominator,un_series,ilostat[,source,note]`.
  ///
  /// - Throws: `Diagnostic` with the line of a function that stands twice.
  package static func readFunctions(
    _ file: SourceFile
  ) throws(Diagnostic) -> [CoverageIndicator.Function] {
    let table = try RecordTable(
      file, required: ["function", "name", "numerator", "denominator", "un_series", "ilostat"],
      optional: ["source", "note"])
    var functions: [CoverageIndicator.Function] = []
    for record in table.records {
      let id = try table.requiredText(record, "function")
      if functions.contains(where: { $0.id == id }) {
        throw Diagnostic("the function '\(id)' stands twice", at: table.place(record, "function"))
      }
      functions.append(
        CoverageIndicator.Function(
          id: id, name: try table.requiredText(record, "name"),
          numerator: try table.requiredText(record, "numerator"),
          denominator: try table.requiredText(record, "denominator"),
          unSeries: try table.text(record, "un_series"),
          ilostat: try table.text(record, "ilostat"), note: try table.text(record, "note")))
    }
    return functions
  }

  /// Reads cells of all series and countries.
  ///
  /// - Throws: `Diagnostic` with the line of a cell of the indicator whose function is unknown or that
  ///   is no percentage, of a number where the status is `no-data`, or none where it is not, and of
  ///   two cells that differ in nothing but the number and have one source.
  package static func readCells(
    _ file: SourceFile, functions: [CoverageIndicator.Function]
  ) throws(Diagnostic) -> [CoverageIndicator.Cell] {
    let table = try RecordTable(file, required: cellColumns)
    var cells: [CoverageIndicator.Cell] = []
    var seen: Set<[String]> = []
    for record in table.records {
      let cell = CoverageIndicator.Cell(
        series: try table.requiredText(record, "series"),
        function: try table.requiredText(record, "function"),
        country: try table.requiredText(record, "country"), group: try table.text(record, "group"),
        sex: try table.requiredText(record, "sex"), area: try table.requiredText(record, "area"),
        year: try table.text(record, "year"), value: try table.number(record, "value"),
        unit: try table.requiredText(record, "unit"),
        status: try table.requiredText(record, "status"), source: try table.text(record, "source"),
        locator: try table.text(record, "locator"), note: try table.text(record, "note"))
      guard (cell.value == nil) == (cell.status == "no-data") else {
        throw Diagnostic(
          cell.value == nil
            ? "the cell has no figure, and its status is '\(cell.status)'"
            : "the cell has a figure, and its status is 'no-data'",
          at: table.place(record, "value"),
          remedy: "Write the status no-data where there is no figure, and nowhere else")
      }
      if cell.series == CoverageIndicator.series {
        guard functions.contains(where: { $0.id == cell.function }) else {
          throw Diagnostic(
            "the indicator has no function '\(cell.function)'",
            at: table.place(record, "function"),
            remedy: suggestion(
              nearestCodes(to: cell.function, among: functions.map { $0.id })))
        }
        guard (0...100).contains(cell.value ?? 0) else {
          throw Diagnostic(
            "\((cell.value ?? 0).shortest) is no part of a population in per cent",
            at: table.place(record, "value"), remedy: "Write a number from 0 to 100")
        }
      }
      let key = [
        cell.series, cell.function, cell.country, cell.group, cell.sex, cell.area, cell.year,
        cell.source, cell.locator,
      ]
      guard seen.insert(key).inserted else {
        throw Diagnostic(
          "the cell stands twice", at: table.place(record, "function"),
          remedy: "Keep one; two sources of one figure are two lines")
      }
      cells.append(cell)
    }
    return cells
  }

  /// Reads counts of people:
  /// `scheme,name,function,role,sex,year,value,members_each,counted,programme,status,source[,...]`.
  ///
  /// - Throws: `Diagnostic` with the line of an unknown role or standing, of a count below zero or
  ///   without its status, and of a scheme that does not say how it stands in the sum.
  package static func readCounts(
    _ file: SourceFile
  ) throws(Diagnostic) -> [CoverageIndicator.Count] {
    let table = try RecordTable(
      file,
      required: [
        "scheme", "name", "function", "role", "sex", "year", "value", "members_each", "counted",
        "programme", "status", "source",
      ], optional: ["locator", "note"])
    var counts: [CoverageIndicator.Count] = []
    for record in table.records {
      guard let role = try table.choice(record, "role", as: CoverageIndicator.Count.Role.self)
      else { throw Diagnostic("the line names no role", at: table.place(record, "role")) }
      let standing = try table.choice(
        record, "counted", as: CoverageIndicator.Count.Standing.self)
      guard (standing == nil) == (role == .denominator) else {
        throw Diagnostic(
          "a scheme says how it stands in the sum, and a denominator does not",
          at: table.place(record, "counted"), remedy: "Write yes, inside, voluntary, or nothing")
      }
      let value = try table.number(record, "value")
      let status = try table.requiredText(record, "status")
      guard (value == nil) == (status == "no-data"), (value ?? 0) >= 0 else {
        throw Diagnostic(
          "the count and its status disagree", at: table.place(record, "value"),
          remedy: "Write zero or more people, or nothing and the status no-data")
      }
      let members = try table.requiredNumber(record, "members_each")
      guard members >= 1 else {
        throw Diagnostic(
          "\(members.shortest) persons live on each benefit",
          at: table.place(record, "members_each"), remedy: "Write one or more")
      }
      counts.append(
        CoverageIndicator.Count(
          scheme: try table.requiredText(record, "scheme"),
          name: try table.requiredText(record, "name"),
          function: try table.requiredText(record, "function"), role: role,
          sex: try table.requiredText(record, "sex"), year: try table.text(record, "year"),
          value: value, membersEach: members, standing: standing,
          programme: try table.nonEmptyText(record, "programme"), status: status,
          source: try table.text(record, "source"), note: try table.text(record, "note")))
    }
    return counts
  }
}
