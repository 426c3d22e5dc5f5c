internal import AccountMatrix
internal import Balancing
internal import SAMFiles

/// The controls of a recipe: families generated from official tables, then single ones.
struct RecipeControls {
  /// What is known of a control beyond what the balancing engine needs.
  struct Origin {
    /// Where its target stands.
    let place: String
    /// How its target is known: published, derived or assumed.
    let evidence: String
    /// What is said of it.
    let note: String
    /// Whether it is a line or a total of an official table, not a control on institutions.
    let isOfTable: Bool
  }

  private(set) var controls: [Control] = []
  private(set) var origins: [Origin] = []
  let sources: RecipeSources

  init(sources: RecipeSources) { self.sources = sources }

  /// Adds the controls of a table `control,row,column,weight,value,standard_error,source,...`:
  /// lines with one id are one weighted sum, and the value stands on the first.
  mutating func add(
    _ file: SourceFile, selection: RecipeAccounts
  ) throws(Diagnostic) {
    let table = try RecordTable(
      file,
      required: ["control", "row", "column", "weight", "value", "standard_error", "source"],
      optional: ["evidence", "note"])
    var positions: [String: Int] = [:]
    for record in table.records {
      let id = try table.requiredText(record, "control")
      let terms = Self.terms(
        weight: try table.requiredNumber(record, "weight"),
        cells: try selection.cells(of: record, in: table), selection: selection)
      if let position = positions[id] {
        try table.requireSilence(
          of: record, on: ["value", "standard_error", "source", "evidence"], in: id)
        controls[position].terms = Self.summed(controls[position].terms + terms)
        continue
      }
      let source = try table.text(record, "source")
      try sources.require(source, at: table.place(record, "source"))
      positions[id] = controls.count
      controls.append(
        Control(
          id, terms: terms, target: try table.requiredNumber(record, "value"),
          standardError: try table.number(record, "standard_error"), source: source))
      origins.append(
        Origin(
          place: table.place(record, "value"), evidence: try table.text(record, "evidence"),
          note: try table.text(record, "note"), isOfTable: id.hasPrefix("total:")))
    }
  }

  /// Adds one control for each family and group that an official table has a line for: the sum of
  /// share x figure over the lines of the group, plus adjustments.
  ///
  /// The standard error is the rounding of a printed figure times the root of the number of lines,
  /// or a part of the target (`0.1%`), one hundredth of a unit at least.
  mutating func addFamilies(
    _ file: SourceFile, tables: [String: (map: SourceMap, figures: PrintedFigures)],
    adjustments: SourceFile, selection: RecipeAccounts
  ) throws(Diagnostic) {
    var adjusted = try Self.adjustments(adjustments)
    let table = try RecordTable(
      file,
      required: ["family", "table", "figure", "row", "column", "weight", "standard_error"])
    var families: [(name: String, records: [RecordTable.Record])] = []
    for record in table.records {
      let name = try table.requiredText(record, "family")
      if let last = families.indices.last, families[last].name == name {
        families[last].records.append(record)
      } else {
        families.append((name: name, records: [record]))
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
      let error = try StandardError(table, first)
      guard figures.columns.contains(column) else {
        throw Diagnostic(
          "no line of the table '\(source)' has the figure '\(column)'",
          at: table.place(first, "figure"),
          remedy: suggestion(nearestCodes(to: column, among: figures.columns.sorted())))
      }
      for group in map.groups {
        var printed: [(value: Double, figure: PrintedFigures.Figure)] = []
        for line in map.lines[group] ?? [] {
          guard let figure = figures.figure(column, of: line.code) else { continue }
          printed.append((value: line.share * figure.value, figure: figure))
        }
        guard let origin = printed.first?.figure else { continue }
        var terms: [Control.Term] = []
        for record in family.records {
          func positions(_ field: String) throws(Diagnostic) -> [Int] {
            try selection.positions(
              of: try table.requiredText(record, field).replacing("{}", with: group),
              at: table.place(record, field))
          }
          terms += Self.terms(
            weight: try table.requiredNumber(record, "weight"),
            cells: (rows: try positions("row"), columns: try positions("column")),
            selection: selection)
        }
        let name = "\(family.name):\(group)"
        let parts = [adjusted.removeValue(forKey: name)?.amount ?? 0] + printed.map { $0.value }
        let sum = parts.reduce(0, +)
        // Figures that cancel leave the rounding of their sum, which is no target.
        let isNothing = abs(sum) < 1e-12 * parts.reduce(0) { $0 + abs($1) }
        let target = isNothing ? 0 : sum
        controls.append(
          Control(
            name, terms: Self.summed(terms), target: target,
            standardError: error.size(ofTarget: target, lines: printed.count),
            source: origin.source))
        origins.append(
          Origin(place: origin.place, evidence: "published", note: "", isOfTable: true))
      }
    }
    if let (name, lost) = adjusted.min(by: { $0.key < $1.key }) {
      throw Diagnostic(
        "'\(name)' adjusts no figure: no line of that group has one in that family",
        at: lost.place,
        remedy: suggestion(nearestCodes(to: name, among: controls.map { $0.id })))
    }
  }

  /// The error of a family: of each printed line, or relative to the target.
  private struct StandardError {
    private let amount: Double
    private let isRelative: Bool

    init(_ table: RecordTable, _ record: RecordTable.Record) throws(Diagnostic) {
      let text = try table.requiredText(record, "standard_error")
      isRelative = text.hasSuffix("%")
      guard let number = Double(plainDecimal: isRelative ? text.dropLast() : text[...]), number > 0
      else {
        throw Diagnostic(
          "'\(text)' is no standard error", at: table.place(record, "standard_error"),
          remedy: "Write the rounding of a line such as 0.29, or a part of the target such as 0.1%")
      }
      amount = isRelative ? number / 100 : number
    }

    func size(ofTarget target: Double, lines: Int) -> Double {
      isRelative ? max(0.01, amount * abs(target)) : amount * Double(lines).squareRoot()
    }
  }

  private static func terms(
    weight: Double, cells: (rows: [Int], columns: [Int]), selection: RecipeAccounts
  ) -> [Control.Term] {
    let codes = selection.accounts.map { $0.code }
    return cells.rows.flatMap { row in
      cells.columns.map { column in
        Control.Term(row: .account(codes[row]), column: .account(codes[column]), weight: weight)
      }
    }
  }

  /// The same sum with every cell once: weights of a cell that comes up twice add up.
  private static func summed(_ terms: [Control.Term]) -> [Control.Term] {
    var places: [String: Int] = [:]
    var sums: [Control.Term] = []
    for term in terms {
      let cell = "\(term.row.description),\(term.column.description)"
      if let place = places[cell] {
        sums[place].weight += term.weight
      } else {
        places[cell] = sums.count
        sums.append(term)
      }
    }
    return sums
  }

  /// What is added to a printed figure before it becomes a target, by family and group.
  private static func adjustments(
    _ file: SourceFile
  ) throws(Diagnostic) -> [String: (amount: Double, place: String)] {
    // A country whose printed figures need no correction has a table without lines.
    let table = try RecordTable(file, required: ["family", "group", "amount"], mayBeEmpty: true)
    var sums: [String: (amount: Double, place: String)] = [:]
    for record in table.records {
      let key =
        "\(try table.requiredText(record, "family")):\(try table.requiredText(record, "group"))"
      let amount = try table.requiredNumber(record, "amount")
      sums[key] = (
        amount: (sums[key]?.amount ?? 0) + amount,
        place: sums[key]?.place ?? table.place(record, "group")
      )
    }
    return sums
  }
}
