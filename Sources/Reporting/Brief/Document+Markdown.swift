extension Document {
  /// The document in Markdown; pictures are linked from a folder; without one their numbers stand
  /// in tables.
  ///
  /// - Parameter charts: the folder of the pictures, as the document reaches it.
  public func markdown(charts folder: String? = nil) -> String {
    var lines = ["# \(title)", "", subtitle, "", imprint, ""]
    var tables = 0
    var figures = 0
    for section in sections {
      lines += ["## \(section.title)", ""]
      for block in section.blocks {
        switch block {
        case .subheading(let text): lines += ["### \(text)", ""]
        case .paragraph(let text): lines += [text.markdownEscaped, ""]
        case .lead(let text): lines += ["**\(text.markdownEscaped)**", ""]
        case .list(let items): lines += items.map { "- \($0.markdownEscaped)" } + [""]
        case .definitions(let terms):
          lines +=
            terms.map { "- **\($0.term.markdownEscaped)**: \($0.meaning.markdownEscaped)" } + [""]
        case .code(let text): lines += ["```sh", text, "```", ""]
        case .table(let table):
          tables += 1
          var numbered = table
          numbered.title = words(.table, ["number": "\(tables)"]) + ". " + table.title
          lines += [numbered.summariesFirst.markdown]
        case .figure(let chart):
          figures += 1
          guard let folder else {
            var numbers = chart.data
            numbers.title =
              words(.figureNumbers, ["number": "\(figures)"]) + ". " + numbers.title
            lines.append(numbers.markdown)
            continue
          }
          let caption = words(.figure, ["number": "\(figures)"]) + ". " + chart.title
          lines += ["**\(caption)**", ""]
          lines += ["![\(chart.alternative.markdownEscaped)](\(folder)/\(chart.name).svg)", ""]
        case .legend(let text):
          if folder != nil { lines += [text.markdownEscaped, ""] }
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
