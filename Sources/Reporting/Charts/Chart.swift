internal import SAMFiles
internal import AccountMatrix

/// A chart with the numbers it shows: an SVG picture, its data, and a Vega-Lite specification.
///
/// The same values give the same bytes; nothing is drawn that is not in `data`.
public struct Chart: Sendable {
  /// The name of its files, without an ending.
  public let name: String
  /// What the chart shows.
  public let title: String
  /// The chart in words, for people who do not see it.
  package let alternative: String
  /// The numbers, as they are drawn.
  package let data: Table
  /// The picture.
  let drawing: Drawing
  /// Mark and encoding of the Vega-Lite specification.
  let encoding: [(String, JSONText)]
  /// Unit, year, condition and source, which stand beside the picture where it is shown alone.
  var context: [String] = []

  /// The picture with its title above and its context below, for files that leave the document.
  var standalone: String {
    drawing.framed(title: title, context: context).svg(
      title: title, description: ([alternative] + context).joined(separator: " "))
  }

  /// The picture as one SVG document with title and description.
  public var svg: String { drawing.svg(title: title, description: alternative) }

  /// A Vega-Lite specification that reads the data from `NAME.csv` beside it.
  ///
  /// Reference: Satyanarayan, Moritz, Wongsuphasawat & Heer 2017, IEEE TVCG 23(1):341-350.
  package var vegaLite: String {
    JSONText.object(
      [
        ("$schema", .string("https://vega.github.io/schema/vega-lite/v5.json")),
        ("title", .string(title)),
        ("description", .string(([alternative] + context).joined(separator: " "))),
        ("data", .object([("url", .string("\(name).csv"))])),
      ] + encoding
    ).text() + "\n"
  }

  /// The files of the chart by name: the picture, the data and the specification.
  public var files: [(name: String, content: String)] {
    [("\(name).svg", standalone), ("\(name).csv", data.csv), ("\(name).vl.json", vegaLite)]
  }
}

/// A channel of a Vega-Lite encoding.
enum Channel {
  static func quantity(_ field: String, title: String? = nil) -> JSONText {
    .object(
      [("field", .string(field)), ("type", .string("quantitative"))]
        + (title.map { [("title", .string($0))] } ?? []))
  }

  /// A category in the order of the data.
  static func category(_ field: String) -> JSONText {
    .object([("field", .string(field)), ("type", .string("nominal")), ("sort", .null)])
  }
}
