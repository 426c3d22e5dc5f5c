internal import Glibc

/// A colour, chosen so that neighbours differ for colour-blind eyes and in grey.
struct Colour: Sendable, Hashable {
  /// Red, green and blue as `#rrggbb`.
  let hex: String

  static let white = Colour(hex: "#ffffff")
  static let black = Colour(hex: "#000000")
  static let ink = Colour(hex: "#1a1a1a")
  static let faint = Colour(hex: "#595959")
  static let rule = Colour(hex: "#b3b3b3")
  /// Social protection: dark, so that it is the darker one in grey too.
  static let protection = Colour(hex: "#1b4f8a")
  /// Other public spending.
  static let others = Colour(hex: "#c46a00")
  /// Everything else.
  static let neutral = Colour(hex: "#6e6e6e")

  /// Five steps of cividis, made for colour-blind eyes, from dark to light.
  /// Reference: Nuñez, Anderton & Renslow 2018, PLoS ONE 13(7): e0199239.
  static let steps = ["#00224e", "#434e6c", "#7d7c78", "#bcaf6f", "#fee838"].map(Colour.init)

  /// From white to a dark blue, for amounts.
  static func shade(_ part: Double) -> Colour {
    let ends = (white.channels, Colour(hex: "#0b3c74").channels)
    let position = max(0, min(1, part))
    let mixed = zip(ends.0, ends.1).map { Int(($0 + ($1 - $0) * position).rounded()) }
    return Colour(
      hex: "#" + mixed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
  }

  /// Red, green and blue from 0 to 255.
  var channels: [Double] {
    let number = Int(hex.dropFirst(), radix: 16) ?? 0
    return [number >> 16 & 255, number >> 8 & 255, number & 255].map(Double.init)
  }

  /// The relative luminance (W3C, Web Content Accessibility Guidelines 2.2).
  var luminance: Double {
    let linear = channels.map { channel in
      let part = channel / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The contrast ratio of two colours, from 1 to 21.
  func contrast(with other: Colour) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// Black or white, whichever reads better on this colour.
  var legible: Colour {
    contrast(with: .white) >= contrast(with: .black) ? .white : .black
  }
}
