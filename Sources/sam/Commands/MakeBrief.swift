internal import AccountMatrix
internal import ArgumentParser
internal import Glibc
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting
internal import Workbooks

/// `sam brief`: the comparison as a document that can be published.
struct MakeBrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write the comparison as a brief: words, tables and charts in one file.",
    discussion: """
      The finding is told with the conditions that it holds under: supply free and fixed, another \
      closure, other matrices, and those of --scenario. Then come who gains, who pays, the method, \
      the sources and the limits. A matrix of another country is described by its own --programmes, \
      or by archetypes.
      """)

  /// The formats that hold a whole document.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, latex, xlsx

    init?(ending: String) {
      switch ending {
      case "html", "htm": self = .html
      case "md", "markdown": self = .markdown
      case "tex": self = .latex
      case "xlsx": self = .xlsx
      default: return nil
      }
    }
  }

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions

  @OptionGroup var programmes: ProgrammeOptions
  @OptionGroup var employment: EmploymentOptions
  @OptionGroup var contributions: ContributorOptions

  @Option(
    help: "Draws of the bands of GDP, a run for each condition; 0 for none.",
    transform: { $0 == "0" ? 0 : try DrawOptions.parsed($0) })
  var bands = 200

  @Option(
    help: ArgumentHelp(
      "A further condition: response shares, for example agriculture=0.3; or a scenario (sam list) "
        + "or a file of one, which is answered in a section of its own. Repeatable."))
  var scenario: [String] = []

  @OptionGroup var prices: RegimeChoice

  @Option(help: "What the brief is about, below its title. Default: the title of the matrix.")
  var title: String?

  @Option(help: "html, markdown, latex or xlsx. Default: html, or the file's ending.")
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
      ("--programmes", programmes.programmes), ("--employment", employment.employment),
      ("--contributors", contributions.contributors),
    ] where value?.isEmpty == true {
      throw ValidationError("\(option) is empty; expected words.")
    }
    if try chosenFormat == .xlsx, output == nil {
      throw ValidationError("--format xlsx goes into a file; give --output FILE.xlsx.")
    }
    _ = try questions
  }

  func run() async throws {
    let sam = try matrix.load()
    let isBuiltIn = try matrix.isBuiltIn()
    let model = try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance)
    let scenarios = try scenarios
    let chosen = try programmes.selection(for: sam, from: matrix.source)
    for note in chosen.notes { Notes.add(note) }
    let comparison = try Comparison(of: chosen.programmes, in: model)
    var brief = try Brief(
      comparison, conditions: try conditions(for: comparison, scenarios, isBuiltIn))
    if bands > 0 { try await draw(for: &brief) }
    try count(in: &brief)
    brief.prices = try prices(of: comparison)
    try brief.pay(
      by: comparison.waysToPay(cutting: isBuiltIn ? "roads" : nil),
      rule: try contributions.rule(for: sam, from: matrix.source))
    for scenario in scenarios {
      brief.answers.append(try await answer(scenario, for: comparison, isBuiltIn))
    }
    brief.subject = title
    brief.command = command
    brief.files = try files(of: sam, isBuiltIn: isBuiltIn)
    brief.date = Self.date
    if isBuiltIn {
      brief.sources = try matrix.source.citations(of: matrix.sam).map {
        Brief.Source(id: $0.id, citation: $0.text, address: $0.address)
      }
      brief.supplyEstimate = try matrix.source.supplyEstimate()
      brief.doubts = try matrix.source.dataDoubts(of: matrix.sam)
      brief.publishedSize = try matrix.source.publishedSize().map {
        (
          gdp: $0.ofGDP.percent.fixed(1), gdpYear: $0.ofGDP.year,
          budget: $0.ofBudget.percent.fixed(1), budgetYear: $0.ofBudget.year
        )
      }
      brief.publishedFigures = try matrix.source.publishedEvidence()
      brief.yearOfProgrammes = sam.year == 2022 ? nil : 2022
    }
    try GivenFiles.requireUse()
    try write(brief.document())
  }

  private func write(_ document: Document) throws {
    let files = charts.map { folder in
      document.charts.flatMap(\.files).map { ("\(folder)/\($0.name)", $0.content) }
    }
    for path in [output].compactMap(\.self) + (files ?? []).map(\.0) {
      try OutputFile.requireAbsent(path, unless: force)
    }
    let isNew = try charts.map(Self.makeFolder) ?? false
    do { try writeText(of: document) } catch {
      if isNew, let charts { rmdir(charts) }
      throw error
    }
    for (path, content) in files ?? [] {
      try OutputFile.write(content, to: path, replacing: force)
    }
  }

  private func writeText(of document: Document) throws {
    let text: String
    switch try chosenFormat {
    case .html: text = document.html
    case .markdown: text = document.markdown(charts: charts)
    case .latex: text = document.latex
    case .xlsx:
      let bytes = document.report.workbook(version: ProductVersion.current)
      return try OutputFile.write(bytes, to: output ?? "", replacing: force)
    }
    if let output {
      try OutputFile.write(text, to: output, replacing: force)
    } else {
      try OutputFile.writeToStandardOutput(text)
    }
  }

  /// Makes a folder, and says whether it was not there before.
  private static func makeFolder(_ path: String) throws -> Bool {
    guard mkdir(path, 0o777) != 0 else { return true }
    guard errno == EEXIST else {
      throw Diagnostic(
        "the folder cannot be made: \(String(cString: strerror(errno)))", at: path)
    }
    return false
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
            + "expected .html, .md, .tex or .xlsx, or give --format.")
      }
      if let format, format != byEnding {
        throw ValidationError(
          "--format \(format.rawValue) contradicts the ending '.\(ending)' of --output.")
      }
      return byEnding
    }
  }

  /// The command that gives the same brief, without where it is written.
  private var command: String {
    var words = ["sam", "brief"]
    if let sam = matrix.sam { words.append(sam) }
    let options = [
      ("--accounts", matrix.accounts), ("--tolerance", matrix.tolerance.map { "\($0)" }),
      ("--unit", matrix.unit), ("--year", matrix.year.map(String.init)),
      ("--sheet", matrix.sheet), ("--data", matrix.data),
      ("--range", matrix.range?.text), ("--decimal-mark", matrix.decimalMark?.rawValue),
      ("--exogenous", modelOptions.exogenous), ("--response", modelOptions.response),
      ("--own-produce", modelOptions.margin.ownProduce?.rawValue),
      ("--exports", modelOptions.exports?.rawValue),
      ("--spending", modelOptions.margin.spending?.rawValue),
      ("--programmes", programmes.programmes), ("--employment", employment.employment),
      ("--contributors", contributions.contributors), ("--title", title),
      ("--regime", prices.regime), ("--regimes", prices.tables.regimeFile),
      ("--regime-elasticities", prices.tables.elasticityFile),
      ("--bands", bands == 200 ? nil : String(bands)),
    ]
    for (name, value) in options {
      if let value { words += [name, value] }
    }
    for chosen in matrix.selection { words += ["--where", "\(chosen.column)=\(chosen.value)"] }
    for text in matrix.empty { words += ["--empty", text] }
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
