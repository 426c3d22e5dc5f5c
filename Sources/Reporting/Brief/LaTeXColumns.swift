/// How wide the columns of a LaTeX table are: each at least its longest word, and the rest of the
/// page for columns of sentences.
struct LaTeXColumns {
  /// The width of each column.
  let centimetres: [Double]
  /// Whether the words need the long side of the page.
  let isSideways: Bool

  /// Letters of the longest word that is kept whole.
  static let longestWord = 22
  /// What the text of a page is wide, upright and on its side, in centimetres.
  private static let page = (upright: 17.0, sideways: 25.7)
  /// A letter on the wide side, and the gap between two columns.
  private static let letter = 0.172
  private static let gap = 0.15

  init(headings: [String], rows: [[String]]) {
    func letters(_ column: Int, _ length: (String) -> Int) -> Int {
      ([headings] + rows).map { length($0[column]) }.max() ?? 0
    }
    let words = headings.indices.map { column in
      letters(column) { text in
        text.split { $0 == " " || $0 == "-" }.map { min($0.count + 1, Self.longestWord) }.max() ?? 0
      }
    }
    let wanted = headings.indices.map { column in
      max(words[column], min(45, letters(column) { $0.count }))
    }
    let least = words.map { Self.letter * Double(max($0, 4)) }
    let gaps = Self.gap * Double(headings.count)
    let needed = least.reduce(gaps, +)
    isSideways = needed > Self.page.upright
    let spare = max(0, (isSideways ? Self.page.sideways : Self.page.upright) - needed)
    let missing = zip(wanted, least).map { max(0, Self.letter * Double($0) - $1) }
    let total = missing.reduce(0, +)
    centimetres = zip(least, missing).map { $0 + (total > 0 ? $1 * min(1, spare / total) : 0) }
  }
}
