internal import Glibc

/// What may be shown where a person looks on.
enum Terminal {
  /// Whether a descriptor is a terminal that shows colours, and nobody said no (no-color.org).
  static func isColoured(_ descriptor: Int32) -> Bool {
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isatty(descriptor) == 1 && value("NO_COLOR").isEmpty && value("TERM") != "dumb"
  }
}
