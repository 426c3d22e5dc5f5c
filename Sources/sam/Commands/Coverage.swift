internal import AccountMatrix
internal import ArgumentParser
internal import CountryReports
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam coverage`: SDG indicator 1.3.1 as it is published, and what closing a gap would cost.
struct Coverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who is covered, by the nine functions of SDG indicator 1.3.1, as published.",
    discussion: """
      Tables: coverage; cells (every cell, in the layout that --cells reads); national (series of \
      another definition); at-least-one (the range that counts of schemes allow); expenditure; gaps \
      (with --benefit: what closing a gap would cost and do). What is not published is no-data.
      """)

  @Argument(help: "The built-in matrix of gaps and expenditure. Default: the newest.")
  var sam: String?

  @Option(help: "Read the cells from this CSV, in the columns of --table cells.")
  var cells: String?

  @Option(help: "The country. Default: that of the built-in matrices.")
  var country: String?

  @Option(
    help: ArgumentHelp(
      "What each person of a function would be paid a year, in units of the currency: "
        + "older-persons=150000,maternity=37500.", valueName: "function=amount,..."))
  var benefit: String?

  @OptionGroup var prices: RegimeChoice

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  private static let ofMatrix = ["expenditure", "gaps"]

  func validate() throws {
    let tables = ["coverage", "cells", "national", "at-least-one"] + Self.ofMatrix
    try output.requireTable(among: tables)
    try output.requireUse([
      ("--benefit", benefit != nil, tables.filter { $0 != "gaps" }),
      ("--regime", prices.regime != nil, tables.filter { $0 != "gaps" }),
      ("the matrix", sam != nil, tables.filter { !Self.ofMatrix.contains($0) }),
    ])
    if prices.regime != nil, benefit == nil {
      throw ValidationError("--regime goes with --benefit: it tells what closing a gap would do.")
    }
    if output.table == "gaps", benefit == nil {
      throw ValidationError(
        "the table 'gaps' needs --benefit FUNCTION=AMOUNT: no benefit that would close one is "
          + "public.")
    }
  }

  func run() throws {
    let source = data.map { Country(directory: $0) } ?? .rwanda
    let indicator = try source.coverageIndicator(
      cells: try cells.map { try SourceFile(given: $0) }, of: country)
    var supplements = [indicator.cellTable, indicator.nationalTable]
    var tables = [indicator.functionTable]
    if let breadth = indicator.breadthTable { tables.append(breadth) }
    // Counts and outlays are of one country: cells of another have neither.
    if !indicator.counts.isEmpty {
      let matrix = try source.sam(sam)
      let programmes = try source.programmes(for: matrix)
      let gdp: Double
      do { gdp = try matrix.grossDomesticProduct().byIncome } catch { throw error.diagnostic }
      let hasSchemes = !matrix.indices(of: .socialProtection).isEmpty
      supplements.append(
        .coverageExpenditure(
          cells: indicator.cells, programmes: programmes,
          schemes: hasSchemes ? try source.schemes(of: matrix) : [], gdp: gdp,
          budget: try matrix.year.flatMap { try source.revisedBudget(in: $0) }, of: matrix))
      if let benefit {
        let benefits = try Assignment.list(
          parsing: benefit, what: "a function and its benefit",
          form: "Write them as older-persons=150000,maternity=37500")
        for one in benefits where one.value < 0 || !one.value.isFinite {
          throw Diagnostic("the benefit '\(one.text)' is below zero", remedy: "Write zero or more")
        }
        for (k, one) in benefits.enumerated()
        where benefits[..<k].contains(where: { $0.name == one.name }) {
          throw Diagnostic(
            "'\(one.name)' has two benefits", remedy: "Give each function one, or ask twice")
        }
        var context = QuestionContext(try MultiplierModel(matrix), programmes: programmes)
        let regimes = try prices.regimes(from: source)
        context.elasticities = try prices.tables.elasticities(for: matrix, from: source)
        do {
          tables.append(
            .gaps(
              try indicator.gaps(
                benefits: benefits.map { (function: $0.name, amount: $0.value) }, on: context,
                regimes: regimes), regimes: prices.names,
              in: matrix.unit))
        } catch { throw error.diagnostic }
      }
    } else if benefit != nil || sam != nil
      || output.table.map({ (Self.ofMatrix + ["at-least-one"]).contains($0) }) == true
    {
      throw Diagnostic(
        "people and outlays of '\(country ?? "")' are not built in",
        remedy: "Choose the tables coverage, cells or national, or the country of the matrices")
    }
    try output.write(
      Report(
        command: "coverage", facts: [Report.Fact("cells", cells ?? "built-in")], tables: tables,
        supplements: supplements))
  }
}
