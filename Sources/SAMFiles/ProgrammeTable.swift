package import AccountMatrix
package import SpendingPolicy

/// Programmes as a table, one share a line:
/// `programme,name,family,account,share,role,evidence[,source,note]`, and optionally
/// `outlay,outlay_year,outlay_evidence,part_of,ranked,basket`.
package enum ProgrammeTable {
  private static let optionalColumns = [
    "name", "family", "role", "source", "note", "outlay", "outlay_unit", "outlay_year",
    "outlay_evidence", "part_of", "ranked", "basket",
  ]

  /// Reads programmes in the order of first mention.
  ///
  /// - Parameters:
  ///   - file: the shares.
  ///   - outlays: outlays by programme and year, where they stand in a file of their own.
  ///   - year: the year whose outlays are taken, or those of the nearest year that a programme has;
  ///     without one the latest.
  ///   - unit: the unit of outlays that name none.
  ///   - sam: the matrix whose accounts every share must name and fit; its kinds give the role of
  ///     a share that names none. Without one accounts are not looked at.
  /// - Throws: `Diagnostic` with the line of a vector that does not sum to one, lacks evidence,
  ///   contradicts itself, or does not fit the matrix.
  package static func read(
    _ file: SourceFile, outlays: SourceFile? = nil, in year: Int? = nil,
    unit: CurrencyUnit = .rwfBillion, fitting sam: SocialAccountingMatrix? = nil
  ) throws(Diagnostic) -> [Programme] {
    let table = try RecordTable(
      file, required: ["account", "share", "evidence"],
      optional: ["programme"] + optionalColumns)
    let idColumn = table.has("programme") ? "programme" : "id"
    guard table.has(idColumn) else {
      throw Diagnostic(
        "the column 'programme' is missing", at: file.name,
        remedy: "Expected programme,name,family,account,share,role,evidence")
    }
    var drafts: [Draft] = []
    var positions: [String: Int] = [:]
    for record in table.records {
      let id = try table.requiredText(record, idColumn)
      if positions[id] == nil {
        positions[id] = drafts.count
        drafts.append(Draft(id: id, line: record.line))
      }
      guard let position = positions[id] else { continue }
      try drafts[position].add(record, of: table, unit: unit, fitting: sam)
    }
    table.noteUnread()
    if drafts.isEmpty {
      throw Diagnostic("the file names no programme", at: file.name)
    }
    let outlayRecords = try outlays.map { file throws(Diagnostic) in
      try OutlayTable(file, fitting: sam)
    }
    var programmes: [Programme] = []
    for draft in drafts {
      programmes.append(
        try draft.programme(file: file.name, entry: outlayRecords?.records[draft.id], in: year))
    }
    if let stray = outlayRecords?.records.values
      .filter({ positions[$0.programme] == nil }).min(by: { $0.line < $1.line })
    {
      throw Diagnostic(
        "there is no programme '\(stray.programme)'",
        at: "\(outlays?.name ?? ""): line \(stray.line)",
        remedy: suggestion(nearestCodes(to: stray.programme, among: drafts.map { $0.id })))
    }
    return programmes
  }
}

extension RecordTable {
  /// An outlay from its columns; `nil` if there is no amount.
  func outlay(
    _ record: Record, amount: String, unit: CurrencyUnit, year: String, evidence: String
  ) throws(Diagnostic) -> Programme.Outlay? {
    guard let value = try number(record, amount) else { return nil }
    guard value >= 0 else {
      throw Diagnostic(
        "the outlay is \(value.shortest)", at: place(record, amount),
        remedy: "Expected an amount of zero or more")
    }
    return Programme.Outlay(
      value, unit: unit, year: try text(record, year),
      evidence: try choice(record, evidence, as: Programme.Evidence.self) ?? .assumed,
      source: try text(record, "source"))
  }

  /// `yes` or `no`; `nil` if the field is empty.
  func flag(_ record: Record, _ column: String) throws(Diagnostic) -> Bool? {
    switch try text(record, column).lowercased() {
    case "": nil
    case "yes", "true": true
    case "no", "false": false
    case let word:
      throw Diagnostic(
        "'\(word)' is neither yes nor no", at: place(record, column), remedy: "Write yes or no")
    }
  }
}

extension Programme.Outlay {
  /// Refuses an outlay that is not in the currency of a matrix, of which it would be a share.
  func requireUnit(of sam: SocialAccountingMatrix?, at place: String) throws(Diagnostic) {
    guard let sam else { return }
    do { _ = try unit.converted(amount, to: sam.unit) } catch {
      throw error.diagnostic.located(at: place)
    }
  }
}

/// A programme while its lines are being read.
private struct Draft {
  let id: String
  let line: Int
  var name = ""
  var family: Programme.Family?
  var shares: [Programme.Share] = []
  var outlay: Programme.Outlay?
  var partOf: String?
  var isRanked: Bool?
  var basket: String?

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  mutating func add(
    _ record: RecordTable.Record, of table: RecordTable, unit defaultUnit: CurrencyUnit,
    fitting sam: SocialAccountingMatrix?
  ) throws(Diagnostic) {
    func agree<Value: Equatable>(
      _ known: inout Value?, _ new: Value?, _ column: String
    ) throws(Diagnostic) {
      guard let new else { return }
      if let known, known != new {
        throw Diagnostic(
          "the programme '\(id)' has another \(column) here than on an earlier line",
          at: table.place(record, column), remedy: "Give it once, or the same on every line")
      }
      known = new
    }
    let newName = try table.text(record, "name")
    var knownName = name.isEmpty ? nil : name
    try agree(&knownName, newName.isEmpty ? nil : newName, "name")
    name = knownName ?? ""
    try agree(&family, try table.choice(record, "family", as: Programme.Family.self), "family")
    let newPart = try table.text(record, "part_of")
    try agree(&partOf, newPart.isEmpty ? nil : newPart, "part_of")
    try agree(&isRanked, try table.flag(record, "ranked"), "ranked")
    let newBasket = try table.text(record, "basket")
    try agree(&basket, newBasket.isEmpty ? nil : newBasket, "basket")
    let unitText = try table.text(record, "outlay_unit")
    let unit = unitText.isEmpty ? defaultUnit : CurrencyUnit(unitText)
    let newOutlay = try table.outlay(
      record, amount: "outlay", unit: unit, year: "outlay_year", evidence: "outlay_evidence")
    try newOutlay?.requireUnit(of: sam, at: table.place(record, "outlay"))
    try agree(&outlay, newOutlay, "outlay")

    let account = try table.requiredText(record, "account")
    guard let evidence = try table.choice(record, "evidence", as: Programme.Evidence.self) else {
      throw Diagnostic(
        "the share of '\(id)' on '\(account)' names no evidence",
        at: table.place(record, "evidence"),
        remedy: "Write published, derived or assumed")
    }
    var described: Account?
    if let sam {
      do { described = try sam.account(account) } catch {
        throw Diagnostic(
          "the programme '\(id)' spends on '\(account)', which is no account of the matrix",
          at: table.place(record, "account"),
          remedy: suggestion(nearestCodes(to: account, among: sam.accounts.map { $0.code })))
      }
    }
    let role =
      try table.choice(record, "role", as: Programme.Role.self)
      ?? described.map { Programme.defaultRole(for: $0.kind) }
    guard let role else {
      throw Diagnostic(
        "the share of '\(id)' on '\(account)' names no role", at: table.place(record, "role"),
        remedy: "Write transfer, purchase or wages")
    }
    if let kind = described?.kind, !Programme.fits(role, kind) {
      var diagnostic = Programme.Failure.roleMismatch(
        programme: id, account: account, role: role, kind: kind
      ).diagnostic
      diagnostic.location = table.place(record, "role")
      throw diagnostic
    }
    shares.append(
      Programme.Share(
        try table.requiredNumber(record, "share"), to: account, as: role, evidence: evidence,
        source: try table.text(record, "source"), note: try table.text(record, "note")))
  }

  func programme(
    file: String, entry: OutlayTable.Entry?, in year: Int?
  ) throws(Diagnostic) -> Programme {
    guard let family else {
      throw Diagnostic(
        "the programme '\(id)' names no family", at: "\(file): line \(line)",
        remedy: "Write social-protection, other-public-spending or tax in the column 'family'")
    }
    do {
      return try Programme(
        id: id, name: name.isEmpty ? id : name, family: family, shares: shares,
        outlay: entry?.outlay(in: year) ?? outlay, partOf: entry?.partOf ?? partOf,
        isRanked: entry?.isRanked ?? isRanked ?? true, basket: entry?.basket ?? basket)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = "\(file): line \(line)"
      throw diagnostic
    }
  }
}
