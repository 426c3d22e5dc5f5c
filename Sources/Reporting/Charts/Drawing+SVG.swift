internal import AccountMatrix

extension Drawing {
  /// The drawing as one SVG element with its title and description, for eyes and screen readers.
  func svg(title: String, description: String) -> String {
    let height = height.rounded(.up).svg
    let label = "\(title). \(description)".htmlEscaped
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(label)\" "
        + "viewBox=\"0 0 \(Self.width.svg) \(height)\" width=\"\(Self.width.svg)\" "
        + "height=\"\(height)\" "
        + "style=\"font-family: Helvetica, Arial, 'Liberation Sans', sans-serif\">",
      "<title>\(title.htmlEscaped)</title>", "<desc>\(description.htmlEscaped)</desc>",
      "<rect width=\"\(Self.width.svg)\" height=\"\(height)\" fill=\"#ffffff\"/>",
    ]
    lines += marks.map { $0.svg }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }
}

extension Drawing.Mark {
  fileprivate var svg: String {
    switch self {
    case .box(let corner, let width, let height, let fill, let edge):
      return "<rect x=\"\(corner.x.svg)\" y=\"\(corner.y.svg)\" width=\"\(width.svg)\" "
        + "height=\"\(height.svg)\" fill=\"\(fill.hex)\""
        + (edge.map { " stroke=\"\($0.hex)\"" } ?? "") + "/>"
    case .line(let start, let end, let colour, let width, let dashed):
      return "<line x1=\"\(start.x.svg)\" y1=\"\(start.y.svg)\" x2=\"\(end.x.svg)\" "
        + "y2=\"\(end.y.svg)\" stroke=\"\(colour.hex)\" stroke-width=\"\(width.svg)\""
        + (dashed ? " stroke-dasharray=\"4 3\"" : "") + "/>"
    case .text(let text, let point, let size, let anchor, let bold, let colour):
      return "<text x=\"\(point.x.svg)\" y=\"\(point.y.svg)\" font-size=\"\(size.svg)\""
        + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + (bold ? " font-weight=\"bold\"" : "")
        + " fill=\"\(colour.hex)\">\(text.htmlEscaped)</text>"
    case .ribbon(let from, let to, let width, let colour, let opacity):
      let middle = ((from.x + to.x) / 2).svg
      return "<path d=\"M\(from.x.svg) \(from.y.svg)C\(middle) \(from.y.svg) \(middle) "
        + "\(to.y.svg) \(to.x.svg) \(to.y.svg)V\((to.y + width).svg)C\(middle) "
        + "\((to.y + width).svg) \(middle) \((from.y + width).svg) \(from.x.svg) "
        + "\((from.y + width).svg)Z\" fill=\"\(colour.hex)\" fill-opacity=\"\(opacity.svg)\"/>"
    }
  }
}

extension Double {
  /// A length with two decimals at most.
  var svg: String {
    let text = fixed(2)
    guard text.contains(".") else { return text }
    var short = text[...]
    while short.last == "0" { short.removeLast() }
    if short.last == "." { short.removeLast() }
    return String(short)
  }
}
