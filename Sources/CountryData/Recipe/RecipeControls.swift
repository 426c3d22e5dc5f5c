internal import AccountMatrix
internal import Balancing
internal import SAMFiles

/// The controls of a recipe: families generated from official tables, then single ones.
struct RecipeControls {
  private(set) var controls: [Control] = []

  /// Adds the controls of a table `control,row,column,weight,value,standard_error,source,...`:
  /// lines with one id are one weighted sum, and the value stands on the first.
  mutating func add(
    _ file: SourceFile, selection: AccountSelection
  ) throws(Diagnostic) {
    let table = try RecordTable(
      file,
      required: ["control", "row", "column", "weight", "value", "standard_error", "source"])
    var positions: [String: Int] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "control")
      let terms = Self.terms(
        weight: try table.requiredNumber(record, "weight"),
        cells: try selection.cells(of: record, in: table), selection: selection)
      if let position = positions[id] {
        controls[position].terms += terms
        continue
      }
      positions[id] = controls.count
      controls.append(
        Control(
          id, terms: terms, target: try table.requiredNumber(record, "value"),
          standardError: try table.number(record, "standard_error"),
          source: try table.text(record, "source")))
    }
  }

  /// Adds one control for each family and group that an official table has a line for: the sum of
  /// share x figure over the lines of the group, plus adjustments, with the rounding of a printed
  /// figure times the root of the number of lines as its standard error.
  mutating func addFamilies(
    _ file: SourceFile, tables: [String: (map: SourceMap, figures: PrintedFigures)],
    adjustments: SourceFile, selection: AccountSelection
  ) throws(Diagnostic) {
    let adjusted = try Self.adjustments(adjustments)
    let table = try RecordTable(
      file,
      required: ["family", "table", "figure", "row", "column", "weight", "standard_error"])
    var families: [(name: String, records: [RecordTable.Record])] = []
    for record in table.records {
      let name = try table.requiredText(record, "family")
      if let last = families.indices.last, families[last].name == name {
        families[last].records.append(record)
      } else {
        families.append((name, [record]))
      }
    }
    for family in families {
      let first = family.records[0]
      let source = try table.requiredText(first, "table")
      guard let (map, figures) = tables[source] else {
        throw Diagnostic(
          "there is no official table '\(source)'", at: table.place(first, "table"),
          remedy: "Expected one of " + tables.keys.sorted().joined(separator: ", "))
      }
      let column = try table.requiredText(first, "figure")
      let rounding = try table.requiredNumber(first, "standard_error")
      for group in map.groups {
        let printed = (map.lines[group] ?? []).compactMap { line in
          figures.figure(column, of: line.code).map { (line.share * $0.value, $0.source) }
        }
        guard let origin = printed.first?.1 else { continue }
        var terms: [Control.Term] = []
        for record in family.records {
          func positions(_ field: String) throws(Diagnostic) -> [Int] {
            try selection.positions(
              of: try table.requiredText(record, field).replacing("{}", with: group),
              at: table.place(record, field))
          }
          terms += Self.terms(
            weight: try table.requiredNumber(record, "weight"),
            cells: (try positions("row"), try positions("column")), selection: selection)
        }
        controls.append(
          Control(
            "\(family.name):\(group)", terms: terms,
            target: printed.reduce(adjusted["\(family.name):\(group)"] ?? 0) { $0 + $1.0 },
            standardError: rounding * Double(printed.count).squareRoot(), source: origin))
      }
    }
  }

  private static func terms(
    weight: Double, cells: (rows: [Int], columns: [Int]), selection: AccountSelection
  ) -> [Control.Term] {
    let codes = selection.accounts.map(\.code)
    return cells.rows.flatMap { row in
      cells.columns.map { column in
        Control.Term(row: .account(codes[row]), column: .account(codes[column]), weight: weight)
      }
    }
  }

  /// What is added to a printed figure before it becomes a target, by family and group.
  private static func adjustments(_ file: SourceFile) throws(Diagnostic) -> [String: Double] {
    let table = try RecordTable(file, required: ["family", "group", "amount"])
    var sums: [String: Double] = [:]
    for record in table.records {
      let key =
        "\(try table.requiredText(record, "family")):\(try table.requiredText(record, "group"))"
      sums[key, default: 0] += try table.requiredNumber(record, "amount")
    }
    return sums
  }
}
