internal import AccountMatrix
internal import Glibc

/// The files that IFPRI's Nexus project publishes beside a matrix: the `readme` and the populations.
package struct NexusCompanions {
  /// The path of the readme, if there is one.
  package let readme: String?
  /// The path of the table of populations, if there is one.
  package let population: String?

  /// Looks beside a file named like `002_IFPRI_SAM_KEN_2019_SAM.csv`.
  package init(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let ending = name.lastIndex(of: "."), name[..<ending].hasSuffix("_SAM"),
      let words = Self.words(in: name[..<ending])
    else {
      (readme, population) = (nil, nil)
      return
    }
    let stem = "IFPRI_SAM_\(words.country)_\(words.year)"
    func first(_ names: [String]) -> String? {
      names.map { folder + $0 }.first { access($0, R_OK) == 0 }
    }
    readme = first([
      "001_readme_\(words.country)_\(words.year).txt", "001_readme.txt", "\(stem)_readme.txt",
    ])
    population = first(
      ["csv", "tab", "xlsx"].flatMap { ["003_\(stem)_POP.\($0)", "\(stem)_POP.\($0)"] })
  }

  /// The country and the year in `002_IFPRI_SAM_KEN_2019_SAM`.
  private static func words(in stem: Substring) -> (country: Substring, year: Substring)? {
    let words = stem.split(separator: "_")
    guard words.count >= 5, words.suffix(5).starts(with: ["IFPRI", "SAM"]) else { return nil }
    return (words[words.count - 3], words[words.count - 2])
  }
}

extension SquareTable.Context {
  /// The context with what the readme beside a matrix says: unit, year, citation.
  ///
  /// - Throws: `Diagnostic` if the readme cannot be read.
  func completed(by companions: NexusCompanions) throws(Diagnostic) -> SquareTable.Context {
    guard let path = companions.readme else { return self }
    let file = try SourceFile(path: path)
    var context = self
    for line in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: { $0.isNewline })
    {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimming(" ")
      switch line[..<colon].trimming(" ").lowercased() {
      case "units", "unit": context.unit = context.unit ?? CurrencyUnit(value)
      case "year": context.year = context.year ?? Int(value)
      case "dataset": context.source = context.source ?? value
      default: break
      }
    }
    return context
  }
}
