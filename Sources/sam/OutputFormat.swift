internal import ArgumentParser
internal import Reporting

/// A format of an answer: one of the text formats, or an XLSX workbook.
enum OutputFormat: Equatable, ExpressibleByArgument {
  /// Text.
  case report(Report.Format)
  /// An XLSX workbook.
  case workbook

  /// The name on the command line.
  var name: String {
    switch self {
    case .report(let format): format.rawValue
    case .workbook: "xlsx"
    }
  }

  init?(argument: String) {
    if argument == "xlsx" {
      self = .workbook
    } else if let format = Report.Format(rawValue: argument) {
      self = .report(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Report.Format.allCases.map(\.rawValue) + ["xlsx"] }

  /// The format that a file's ending stands for.
  init?(ending: String) {
    switch ending.lowercased() {
    case "csv": self = .report(.csv)
    case "json": self = .report(.json)
    case "md", "markdown": self = .report(.markdown)
    case "tex": self = .report(.latex)
    case "html", "htm": self = .report(.html)
    case "txt": self = .report(.table)
    case "xlsx": self = .workbook
    default: return nil
    }
  }
}
