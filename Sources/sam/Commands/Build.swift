internal import AccountMatrix
internal import ArgumentParser
internal import CountryReports
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam build`: a matrix from its sources.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build one of Rwanda's matrices from its sources, with a report of what was met.",
    discussion: """
      CSV holds the matrix; the table 'balances' sets official balances beside those of the \
      matrix, 'cells' says where every cell comes from, 'moves' how far the multipliers of \
      programmes move between 2017, 2022 and 2024, 'corrections' what each correction of an \
      earlier version of the matrix moved.
      """)

  @Argument(help: "The matrix to build: rwanda-2022, rwanda-2024 or rwanda-2017.")
  var name: String

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the tables of sources from this folder instead of the embedded copy.")
  var data: String?

  @Option(help: "Write the controls with their residuals to this CSV file.")
  var report: String?

  func validate() throws {
    try output.requireTable(among: [
      "matrix", "checks", "macro", "schemes", "balances", "controls", "cells", "moves",
      "corrections",
    ])
  }

  func run() throws {
    let source = data.map { Country(directory: $0) } ?? .rwanda
    let built = try source.build(name)
    let controls = built.balance.controlsTable
    if let report {
      try OutputFile.write(controls.csv, to: report, replacing: output.force)
    }
    var supplements = [controls, built.cellsTable]
    if output.table == "moves" || output.table == "corrections" {
      let moves = try source.multiplierMoves(to: name)
      supplements.append(moves.table)
      if !moves.revisions.isEmpty {
        supplements.append(moves.correctionsTable)
      } else if output.table == "corrections" {
        throw Diagnostic(
          "no earlier version of '\(name)' is recorded",
          remedy: "Its folder would hold them in revisions.csv; --table moves has the steps")
      }
    }
    let overview = [
      built.checksTable(notes: [
        "Rules and figures: SAM/README.md. Every control with --table controls, the origin of "
          + "every cell with --table cells."
      ]), built.sam.macroTable, built.balancesTable,
      .schemes(try source.schemes(of: built.sam), in: built.sam.unit),
    ]
    try output.write(
      Report(
        command: "build", facts: [Report.Fact("matrix", built.sam.caption)],
        tables: [built.sam.squareTable()],
        supplements: overview + supplements, overview: overview))
  }
}
