package import PublishedCases
package import Reporting

extension Report {
  /// Every published case: how far the computed figures lie from the published ones, and each figure.
  package static func validation(_ cases: [PublishedCase]) -> Report {
    Report(
      command: "validate", facts: [Fact("version", "sam \(ProductVersion.current)")],
      tables: [.publishedCases(cases)], supplements: [.publishedFigures(cases)])
  }
}

extension Table {
  fileprivate static func publishedCases(_ cases: [PublishedCase]) -> Table {
    let figures = cases.reduce(0) { $0 + $1.figures.count }
    let agreeing = cases.reduce(0) { $0 + $1.figures.count { $0.agrees } }
    return Table(
      name: "validate", title: "Published results, computed again",
      columns: [
        Column("case"), Column("source", importance: .extra), Column("figures"),
        Column("largest_distance", heading: "largest\ndistance", decimals: 10),
        Column("agree", heading: "agree to the\nprinted digits"),
        Column("basis", heading: "figures\nare", importance: .useful),
        Column("title", importance: .extra), Column("note", importance: .extra),
      ],
      rows: cases.map { one in
        [
          .text(one.id), .text(one.source), .count(one.figures.count),
          .number(one.largestDistance), .count(one.figures.count { $0.agrees }),
          .text(one.basis.rawValue), .text(one.title), .text(one.note),
        ]
      },
      notes: [
        "\(agreeing) of \(figures) figures agree: each rounds to the published one. The distance is "
          + "absolute, in the unit of the figure, so that a figure printed to four digits may lie "
          + "0.00005 away.",
        "Printed: input and result stand in the source. Recomputed: the input does, the result was "
          + "computed from it by other means. Two implementations: programs that share no code with "
          + "this one.",
      ])
  }

  fileprivate static func publishedFigures(_ cases: [PublishedCase]) -> Table {
    Table(
      name: "figures", title: "Every published figure, computed again",
      columns: [
        Column("case"), Column("figure"), Column("published", decimals: 9),
        Column("computed", decimals: 9), Column("distance", decimals: 10, importance: .useful),
        Column("decimals", importance: .extra), Column("agrees"),
      ],
      rows: cases.flatMap { one in
        one.figures.map { figure in
          [
            .text(one.id), .text(figure.name), .number(figure.published),
            .number(figure.computed), .number(figure.distance), .count(figure.decimals),
            .text(figure.agrees ? "yes" : "no"),
          ]
        }
      })
  }
}
