internal import ArgumentParser
internal import GeneralEquilibrium
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam list`: what is built in.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in matrices, programmes, scenarios and regimes.")

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  func validate() throws { try output.requireTable(among: ["list"]) }

  func run() throws {
    let source = data.map { Country(directory: $0) } ?? .rwanda
    var listings: [Listing] = []
    for matrix in try source.matrices() {
      listings.append(
        Listing(
          type: "matrix", id: matrix.id, name: matrix.title, year: matrix.year,
          unit: matrix.unit.description, accounts: try source.sam(matrix.id).accounts.count,
          source: matrix.source, base: matrix.base, version: matrix.version, date: matrix.date))
    }
    for programme in try source.programmes(for: try source.sam()) {
      listings.append(
        Listing(
          type: "programme", id: programme.id, name: programme.name,
          outlayYear: programme.outlay?.year, unit: programme.outlay?.unit.description,
          accounts: programme.shares.count,
          source: programme.shares.map(\.source).uniqued.joined(separator: " ")))
    }
    for id in source.scenarioNames() {
      let scenario = try source.scenario(id)
      listings.append(
        Listing(
          type: "scenario", id: id, name: scenario.title,
          source: scenario.matrices.joined(separator: " ")))
    }
    for regime in try source.regimes() {
      listings.append(
        Listing(type: "regime", id: regime.name, name: regime.summary, source: ""))
    }
    try output.write(Report(command: "list", facts: [], tables: [.listings(listings)]))
  }
}
