import RwandaSAM
import SocialAccounting
import Testing

/// The tables of SAM/ as they stand, read without the library's readers.
enum TableRecords {
  /// The records of an embedded table by column name; quotes as in RFC 4180, no line breaks inside.
  static func of(_ path: String) throws -> [[String: String]] {
    try of(try Country.rwanda.tables.file(path))
  }

  /// The records of a table by column name.
  static func of(_ file: SourceFile) throws -> [[String: String]] {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(fields)
    let header = try #require(lines.first)
    return try lines.dropFirst().map { fields in
      try #require(fields.count == header.count, "\(file.name): \(fields)")
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// The paths of the tables in a folder, its list of sources not among them, nor the survey of jobs,
  /// which is named in words to be printed.
  static func tables(in folder: String) -> [String] {
    Country.rwandaPaths.filter {
      $0.hasPrefix("\(folder)/") && !$0.hasSuffix("sources.csv") && !$0.hasSuffix("survey.csv")
    }
  }
}

extension [String: String] {
  /// A field; empty if the table has no such column.
  func text(_ column: String) -> String { self[column] ?? "" }

  /// A number, where the field is one.
  func number(_ column: String) -> Double? { Double(text(column)) }

  /// The sources that a record names.
  var sources: [String] { text("source").split(separator: " ").map(String.init) }
}
