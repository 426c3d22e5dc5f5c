internal import AccountMatrix

extension Drawing {
  /// The drawing for LaTeX with the package `tikz`, scaled to a height in points at most.
  func tikz(heightAtMost limit: Double = 560, widthAtMost across: Double = 400) -> String {
    let scale = min(across / Self.width, limit / max(height, 1))
    var colours: [String] = []
    var lines: [String] = []
    func name(_ colour: Colour) -> String {
      let name = "c" + String(colour.hex.dropFirst())
      if !colours.contains(name) { colours.append(name) }
      return name
    }
    for mark in marks {
      switch mark {
      case .box(let corner, let width, let height, let fill, let edge):
        let style = "fill=\(name(fill))" + (edge.map { ",draw=\(name($0))" } ?? "")
        lines.append(
          "\\path[\(style)] \(at(corner.x, corner.y)) rectangle "
            + "\(at(corner.x + width, corner.y + height));")
      case .line(let start, let end, let colour, let width, let dashed):
        lines.append(
          "\\draw[\(name(colour)),line width=\((width * scale).svg)pt"
            + (dashed ? ",dashed" : "")
            + "] \(at(start.x, start.y)) -- \(at(end.x, end.y));")
      case .text(let text, let point, let size, let anchor, let bold, let colour):
        let place =
          switch anchor {
          case .start: "base west"
          case .middle: "base"
          case .end: "base east"
          }
        let points = size * scale
        lines.append(
          "\\node[anchor=\(place),text=\(name(colour)),inner sep=0pt,font="
            + "\\fontsize{\(points.svg)}{\((points * 1.2).svg)}\\selectfont\\sffamily"
            + (bold ? "\\bfseries" : "") + "] at \(at(point.x, point.y)) {\(text.latexEscaped)};")
      case .ribbon(let from, let to, let width, let colour, let opacity):
        let middle = (from.x + to.x) / 2
        lines.append(
          "\\path[fill=\(name(colour)),fill opacity=\(opacity.svg)] \(at(from.x, from.y)) .. "
            + "controls \(at(middle, from.y)) and \(at(middle, to.y)) .. \(at(to.x, to.y)) -- "
            + "\(at(to.x, to.y + width)) .. controls \(at(middle, to.y + width)) and "
            + "\(at(middle, from.y + width)) .. \(at(from.x, from.y + width)) -- cycle;")
      }
    }
    let definitions = colours.map {
      "\\definecolor{\($0)}{HTML}{\($0.dropFirst().uppercased())}"
    }
    return
      (["\\begin{tikzpicture}[x=\(scale.fixed(4))pt,y=-\(scale.fixed(4))pt]"] + definitions
      + lines + ["\\end{tikzpicture}"]).joined(separator: "\n") + "\n"
  }

  private func at(_ x: Double, _ y: Double) -> String { "(\(x.svg),\(y.svg))" }
}
