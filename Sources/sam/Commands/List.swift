internal import ArgumentParser
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam list`: what is built in.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in matrices, programmes and scenarios.")

  @OptionGroup var output: OutputOptions

  @Option(help: "Read the built-in tables from this folder instead of the embedded copy.")
  var data: String?

  func validate() throws { try output.requireTable(among: ["list"]) }

  func run() throws {
    let source = data.map(RwandaData.directory) ?? .embedded
    var rows: [[Table.Cell]] = []
    for listing in try Rwanda.matrices(from: source) {
      rows.append([
        .text("matrix"), .text(listing.id), .text(listing.title),
        listing.year.map(Table.Cell.count) ?? .empty, .text(listing.unit.description),
        .count(try Rwanda.sam(listing.id, from: source).accounts.count), .text(listing.source),
      ])
    }
    for programme in try Rwanda.programmes(
      for: try Rwanda.sam(from: source), from: source)
    {
      rows.append([
        .text("programme"), .text(programme.id), .text(programme.name),
        .optional(programme.outlay?.year), .optional(programme.outlay?.unit.description),
        .count(programme.shares.count),
        .text(programme.shares.map(\.source).uniqued.joined(separator: " ")),
      ])
    }
    for id in Rwanda.scenarioNames(from: source) {
      let scenario = try Rwanda.scenario(id, from: source)
      rows.append([
        .text("scenario"), .text(id), .text(scenario.title), .empty, .empty, .empty,
        .text(scenario.matrices.joined(separator: " ")),
      ])
    }
    try output.write(
      Report(
        command: "list", facts: [],
        tables: [
          Table(
            name: "list", title: "Built-in matrices, programmes and scenarios",
            columns: [
              Table.Column("type"), Table.Column("id"), Table.Column("name"),
              Table.Column("year"), Table.Column("unit", importance: .useful),
              Table.Column("accounts", importance: .useful),
              Table.Column("source", importance: .extra),
            ], rows: rows)
        ]))
  }
}
