internal import AccountMatrix

/// A picture as a list of marks, rendered as SVG and as TikZ; x grows to the right, y downwards.
struct Drawing: Sendable {
  /// Where a text stands by its point.
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// A point of the picture.
  struct Point: Sendable {
    var x: Double
    var y: Double
  }

  /// One mark.
  enum Mark: Sendable {
    /// A box by its upper left corner; without a fill it is white.
    case box(Point, width: Double, height: Double, fill: Colour, edge: Colour?)
    /// A straight line.
    case line(Point, Point, Colour, width: Double, dashed: Bool)
    /// A text by the left, middle or right of its base line.
    case text(String, Point, size: Double, Anchor, bold: Bool, Colour)
    /// A ribbon between two upright edges, each by its upper end.
    case ribbon(from: Point, to: Point, width: Double, Colour, opacity: Double)
  }

  /// The width in pixels of a screen; all charts are as wide, so that text is as large in all.
  static let width = 440.0
  /// The height in pixels.
  var height: Double
  private(set) var marks: [Mark] = []

  init(height: Double = 0) { self.height = height }
}

extension Drawing {
  /// The picture below a title, and above lines that say what it is of.
  func framed(title: String, context: [String]) -> Drawing {
    var framed = Drawing()
    var top = 6.0
    for line in Self.lines(of: title, size: 14, within: Self.width - 16) {
      top += 16
      framed.text(line, 8, top, size: 14, bold: true)
    }
    top += 8
    framed.marks += marks.map { $0.moved(down: top) }
    var y = top + height + 4
    for sentence in context {
      for line in Self.lines(of: sentence, size: 10.5, within: Self.width - 16) {
        y += 14
        framed.text(line, 8, y, size: 10.5, .faint)
      }
    }
    framed.height = y + 8
    return framed
  }

  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour,
    edge: Colour? = nil
  ) {
    // A negative width is a bar to the left.
    marks.append(
      .box(
        Point(x: min(x, x + width), y: y), width: abs(width), height: height, fill: fill,
        edge: edge))
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Colour = .ink,
    width: Double = 1, dashed: Bool = false
  ) {
    marks.append(
      .line(Point(x: x1, y: y1), Point(x: x2, y: y2), colour, width: width, dashed: dashed))
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 13, _ anchor: Anchor = .start,
    bold: Bool = false, _ colour: Colour = .ink
  ) {
    marks.append(.text(text, Point(x: x, y: y), size: size, anchor, bold: bold, colour))
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 13, bold: Bool = false,
    _ colour: Colour
  ) {
    self.text(text, x, y, size: size, .start, bold: bold, colour)
  }

  mutating func ribbon(
    from: Point, to: Point, width: Double, _ colour: Colour, opacity: Double
  ) {
    marks.append(.ribbon(from: from, to: to, width: width, colour, opacity: opacity))
  }

  /// Text in lines no wider than some pixels, from a base line on; returns the next base line.
  mutating func paragraph(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, within width: Double,
    _ colour: Colour = .ink
  ) -> Double {
    let lines = Self.lines(of: text, size: size, within: width)
    for (index, line) in lines.enumerated() {
      self.text(line, x, y + Double(index) * size * 1.3, size: size, colour)
    }
    return y + Double(lines.count) * size * 1.3
  }

  /// A text cut into lines no wider than some pixels.
  private static func lines(of text: String, size: Double, within width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, Self.width(of: last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// About how wide a text is, on the wide side, since fonts differ between machines.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { sum, character in
      let part =
        switch character {
        case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", "I": 0.30
        case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/", "1": 0.40
        case "m", "w", "M", "W", "%", "@": 0.90
        case "A"..."Z": 0.70
        default: 0.58
        }
      return sum + part * size
    }
  }

  /// A text cut to fit, with an ellipsis.
  static func fitting(_ text: String, size: Double, within limit: Double) -> String {
    guard width(of: text, size: size) > limit else { return text }
    var short = text
    while !short.isEmpty, width(of: short + "…", size: size) > limit { short.removeLast() }
    return short.trimming(" ,") + "…"
  }
}

extension Drawing.Mark {
  /// The same mark further down.
  fileprivate func moved(down distance: Double) -> Drawing.Mark {
    func moved(_ point: Drawing.Point) -> Drawing.Point {
      Drawing.Point(x: point.x, y: point.y + distance)
    }
    return switch self {
    case .box(let corner, let width, let height, let fill, let edge):
      .box(moved(corner), width: width, height: height, fill: fill, edge: edge)
    case .line(let start, let end, let colour, let width, let dashed):
      .line(moved(start), moved(end), colour, width: width, dashed: dashed)
    case .text(let text, let point, let size, let anchor, let bold, let colour):
      .text(text, moved(point), size: size, anchor, bold: bold, colour)
    case .ribbon(let from, let to, let width, let colour, let opacity):
      .ribbon(from: moved(from), to: moved(to), width: width, colour, opacity: opacity)
    }
  }
}
