internal import AccountMatrix
internal import ArgumentParser
internal import Glibc
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam brief`: the comparison as a document that can be published.
struct MakeBrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write the comparison as a brief: words, tables and charts in one file.",
    discussion: """
      The finding is told with the conditions that it holds under: supply free and fixed, another \
      closure, other matrices, and those of --scenario. A file of your own needs --programmes: \
      nothing built in is then used.
      """)

  /// The formats that hold a whole document.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, latex

    init?(ending: String) {
      switch ending {
      case "html", "htm": self = .html
      case "md", "markdown": self = .markdown
      case "tex": self = .latex
      default: return nil
      }
    }
  }

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions

  @OptionGroup var programmes: ProgrammeOptions

  @Option(
    help: "Draws of the bands of GDP, a run for each condition; 0 for none.",
    transform: { $0 == "0" ? 0 : try DrawOptions.parsed($0) })
  var bands = 200

  @Option(
    help: ArgumentHelp(
      "A further condition: response shares, for example agriculture=0.3. Repeatable."))
  var scenario: [String] = []

  @Option(help: "What the brief is about, below its title. Default: the title of the matrix.")
  var title: String?

  @Option(help: "html, markdown or latex. Default: html, or the file's ending.")
  var format: Format?

  @Option(help: "Write to this file; its ending chooses the format.")
  var output: String?

  @Option(help: "Write each chart to this folder: SVG, CSV and Vega-Lite.")
  var charts: String?

  @Flag(help: "Replace existing files.")
  var force = false

  func validate() throws {
    for (option, value) in [
      ("--output", output), ("--charts", charts), ("--title", title),
      ("--programmes", programmes.programmes),
    ] where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; expected words.")
    }
    _ = try chosenFormat
    _ = try supplies
    if try programmes.programmes == nil && !matrix.isBuiltIn() {
      throw ValidationError(
        "a brief on a matrix of your own needs programmes of your own: give --programmes FILE, "
          + "with the columns programme,name,family,account,share,role,evidence.")
    }
  }

  func run() async throws {
    let sam = try matrix.load()
    let isBuiltIn = try matrix.isBuiltIn()
    let model = try modelOptions.model(of: sam, tolerance: matrix.tolerance)
    let chosen = try programmes.all(for: sam, builtIn: isBuiltIn, from: matrix.source)
    let comparison = try Comparison(of: chosen, in: model)
    var brief = try Brief(comparison, conditions: try conditions(for: comparison, isBuiltIn))
    if bands > 0 { try await draw(for: &brief) }
    brief.subject = title
    brief.command = command
    brief.files = try files(isBuiltIn)
    brief.date = Self.date
    if isBuiltIn {
      brief.sources = try Rwanda.citations(of: matrix.sam, from: matrix.source).map {
        Brief.Source(id: $0.id, citation: $0.text, address: $0.address)
      }
      brief.publishedFigures = try Rwanda.publishedEvidence(from: matrix.source)
      if sam.year != 2022 { brief.remarks.append(Compare.otherYear) }
    }
    try write(brief.document())
  }

  private func write(_ document: Document) throws {
    let format = try chosenFormat
    let files = charts.map { folder in
      document.charts.flatMap(\.files).map { ("\(folder)/\($0.name)", $0.content) }
    }
    for path in [output].compactMap(\.self) + (files ?? []).map(\.0) {
      try OutputFile.requireAbsent(path, unless: force)
    }
    if let charts, mkdir(charts, 0o777) != 0, errno != EEXIST {
      throw Diagnostic(
        "the folder cannot be made: \(String(cString: strerror(errno)))", at: charts)
    }
    for (path, content) in files ?? [] {
      try OutputFile.write(content, to: path, replacing: force)
    }
    let text =
      switch format {
      case .html: document.html
      case .markdown: document.markdown(charts: charts)
      case .latex: document.latex
      }
    if let output {
      try OutputFile.write(text, to: output, replacing: force)
    } else {
      try OutputFile.writeToStandardOutput(text)
    }
  }
}

// MARK: - What the options stand for

extension MakeBrief {
  private var chosenFormat: Format {
    get throws {
      guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
        dot > name.startIndex
      else { return format ?? .html }
      let ending = String(name[name.index(after: dot)...])
      guard let byEnding = Format(ending: ending.lowercased()) else {
        if let format { return format }
        throw ValidationError(
          "the ending '.\(ending)' of --output names no format of a brief; "
            + "expected .html, .md or .tex, or give --format.")
      }
      if let format, format != byEnding {
        throw ValidationError(
          "--format \(format.rawValue) contradicts the ending '.\(ending)' of --output.")
      }
      return byEnding
    }
  }

  private var supplies: [SupplyResponse] {
    get throws {
      var supplies: [SupplyResponse] = []
      for list in scenario {
        do { supplies.append(try SupplyResponse(parsing: list)) } catch {
          throw error.asWrongUsage
        }
      }
      return supplies
    }
  }

  /// The standard conditions, those asked for, and the built-in matrices of other years.
  private func conditions(
    for base: Comparison, _ isBuiltIn: Bool
  ) throws -> [Condition] {
    var conditions = try Condition.standard(for: base)
    for supply in try supplies {
      conditions.append(try Condition.supply(supply, than: base))
    }
    guard isBuiltIn else { return conditions }
    for listing in try Rwanda.matrices(from: matrix.source)
    where listing.prior != nil && listing.year != base.model.sam.year {
      let other = try Rwanda.sam(listing.id, from: matrix.source)
      conditions += try Condition.other(
        other, named: listing.year.map(String.init) ?? listing.id, than: base)
    }
    return conditions
  }

  /// Bands of every programme, and of the difference of the averages under each condition.
  private func draw(for brief: inout Brief) async throws {
    let grades = try Rwanda.grades(from: matrix.source)
    let protection = Uncertainty.average(of: .socialProtection)
    let others = Uncertainty.average(of: .otherPublicSpending)
    for (i, condition) in brief.conditions.enumerated() {
      let comparison = condition.comparison
      let uncertainty = try Uncertainty(
        of: comparison.rows.map(\.programme), in: comparison.model, grades: grades,
        measures: [.gdpFactorCost])
      let result = try await DrawOptions.run(uncertainty, draws: bands, seed: 1)
      if i == 0 {
        brief.bands = comparison.rows.compactMap { row in
          result.band(of: row.programme.id, .gdpFactorCost).map {
            ProgrammeBand(
              programme: row.programme.id, low: $0.percentile(0.05), high: $0.percentile(0.95))
          }
        }
      }
      if let duel = result.duels.first(where: { $0.programme == protection && $0.other == others })
      {
        let ends = [0.05, 0.95].map(duel.difference.percentile)
        brief.conditions[i] = Condition(
          condition.change, comparison, differenceBand: ends[0]...max(ends[0], ends[1]))
      }
    }
  }

  private func files(_ isBuiltIn: Bool) throws -> [Brief.File] {
    var files = isBuiltIn ? try Rwanda.dataFiles(of: matrix.sam, from: matrix.source) : []
    let own = [isBuiltIn ? nil : matrix.sam, matrix.accounts, programmes.programmes].compactMap(
      \.self)
    for path in own { files.append(try SourceFile(path: path)) }
    return files.map { Brief.File(name: $0.name, checksum: Checksum.sha256($0.bytes)) }
  }

  /// The command that gives the same brief, without where it is written.
  private var command: String {
    var words = ["sam", "brief"]
    if let sam = matrix.sam { words.append(sam) }
    let options = [
      ("--accounts", matrix.accounts), ("--tolerance", matrix.tolerance.map { "\($0)" }),
      ("--unit", matrix.unit), ("--year", matrix.year.map(String.init)), ("--data", matrix.data),
      ("--exogenous", modelOptions.exogenous), ("--response", modelOptions.response),
      ("--programmes", programmes.programmes), ("--title", title),
      ("--bands", bands == 200 ? nil : String(bands)),
    ]
    for (name, value) in options {
      if let value { words += [name, value] }
    }
    for list in scenario { words += ["--scenario", list] }
    return words.map(Self.quoted).joined(separator: " ") + " --output brief.html"
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,@".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// The day of `SOURCE_DATE_EPOCH`; without it a brief has no day, so that its bytes stay the same.
  private static var date: String? {
    guard let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }),
      var seconds = time_t(text)
    else { return nil }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { (value < 10 ? "0" : "") + String(value) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}
