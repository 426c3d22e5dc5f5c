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
    let source = data.map { Country(directory: $0) } ?? .rwanda
    var rows: [[Table.Cell]] = []
    for listing in try source.matrices() {
      rows.append([
        .text("matrix"), .text(listing.id), .text(listing.title),
        listing.year.map(Table.Cell.count) ?? .empty, .text(listing.unit.description),
        .count(try source.sam(listing.id).accounts.count), .text(listing.source),
      ])
    }
    for programme in try source.programmes(for: try source.sam()) {
      rows.append([
        .text("programme"), .text(programme.id), .text(programme.name),
        .optional(programme.outlay?.year), .optional(programme.outlay?.unit.description),
        .count(programme.shares.count),
        .text(programme.shares.map(\.source).uniqued.joined(separator: " ")),
      ])
    }
    for id in source.scenarioNames() {
      let scenario = try source.scenario(id)
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
