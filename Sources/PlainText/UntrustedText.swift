/// Text that came from a file or a command line, as people may safely see it.
extension String {
  /// The longest quotation in a message, in characters.
  private static let longestQuotation = 80

  /// The text with control characters, bidirectional marks and what has no width shown as
  /// `\u{1B}`, and on one line.
  ///
  /// A terminal would act on them, and a reader would see another text than is there (Boucher &
  /// Anderson 2021, Trojan Source).
  package var visible: String {
    guard unicodeScalars.contains(where: { $0.isHidden }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case _ where scalar.isHidden:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A message with what it quotes made visible, and cut where it is long.
  package var asMessage: String {
    let text = visible
    guard text.utf8.count > Self.longestQuotation, text.contains("'") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.openingQuote {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "'") else { break }
      result += rest[...open]
      let quoted = inside[..<close]
      result +=
        quoted.count > Self.longestQuotation
        ? quoted.prefix(Self.longestQuotation - 1) + "…'" : quoted + "'"
      rest = inside[inside.index(after: close)...]
    }
    return result + rest
  }
}

extension Substring {
  /// The next quote before a word; an apostrophe stands behind a letter.
  fileprivate var openingQuote: Index? {
    indices.first { place in
      guard self[place] == "'" else { return false }
      guard place > startIndex else { return true }
      let before = self[index(before: place)]
      return !before.isLetter && !before.isNumber
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a browser would act on it in place of showing it.
  fileprivate var isHidden: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
