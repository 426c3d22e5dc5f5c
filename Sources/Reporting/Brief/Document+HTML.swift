internal import AccountMatrix

extension Document {
  /// The document as one HTML file that loads nothing, for screens, telephones and A4 paper.
  public var html: String {
    var writer = HTMLWriter(words: words)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>",
      "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(title.htmlEscaped) \(subtitle.htmlEscaped)</title>", "<style>",
      Self.style, "</style>", "</head>", "<body>",
      "<a class=\"skip\" href=\"#text\">\(words(.skip).htmlEscaped)</a>", "<header>",
      "<h1>\(title.htmlEscaped)</h1>", "<p class=\"subtitle\">\(subtitle.htmlEscaped)</p>",
      "<p class=\"imprint\">\(imprint.htmlEscaped)</p>", "</header>",
      "<nav aria-label=\"\(words(.contents).htmlEscaped)\">", "<ol>",
    ]
    lines += sections.map { "<li><a href=\"#\($0.id)\">\($0.title.htmlEscaped)</a></li>" }
    lines += ["</ol>", "</nav>", "<main id=\"text\">"]
    for section in sections {
      lines += [
        "<section aria-labelledby=\"\(section.id)\">",
        "<h2 id=\"\(section.id)\">\(section.title.htmlEscaped)</h2>",
      ]
      lines += section.blocks.map { writer.html($0) }
      lines.append("</section>")
    }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }
}

/// Writes blocks as HTML, and counts tables and figures.
private struct HTMLWriter {
  let words: Words
  private var tables = 0
  private var figures = 0

  init(words: Words) { self.words = words }

  mutating func html(_ block: Document.Block) -> String {
    switch block {
    case .subheading(let text): return "<h3>\(text.htmlEscaped)</h3>"
    case .paragraph(let text), .legend(let text): return "<p>\(text.htmlEscaped)</p>"
    case .lead(let text): return "<p class=\"lead\">\(text.htmlEscaped)</p>"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\($0.htmlEscaped)</li>\n" }.joined() + "</ul>"
    case .definitions(let terms):
      return "<dl>\n"
        + terms.map { "<dt>\($0.term.htmlEscaped)</dt><dd>\($0.meaning.htmlEscaped)</dd>\n" }
        .joined() + "</dl>"
    case .code(let text):
      return "<pre tabindex=\"0\"><code>\(text.htmlEscaped)</code></pre>"
    case .table(let table):
      tables += 1
      let caption = words(.table, ["number": "\(tables)"]) + ". " + table.title
      return element(table, caption: caption) + notes(table)
    case .figure(let chart):
      figures += 1
      let caption = words(.figure, ["number": "\(figures)"]) + ". " + chart.title
      let numbers = words(.numbersOfChart)
      return
        "<figure id=\"figure-\(chart.name)\">\n<figcaption>\(caption.htmlEscaped)</figcaption>\n"
        + chart.svg + "<details>\n<summary>\(numbers.htmlEscaped)</summary>\n"
        + element(chart.data, caption: chart.title) + "\n</details>\n</figure>"
    }
  }

  private func notes(_ table: Table) -> String {
    table.notes.isEmpty
      ? ""
      : "\n<div class=\"notes\">\n"
        + table.notes.map { "<p>\($0.htmlEscaped)</p>\n" }.joined() + "</div>"
  }

  /// A table in a region of its own, which a keyboard can scroll where the screen is narrow.
  private func element(_ table: Table, caption: String) -> String {
    let shown = table.columns.indices.filter { table.columns[$0].importance != .dataOnly }
    let isNumeric = table.columns.indices.map(table.isNumeric)
    var lines = [
      // A table of many columns may be wider than the text where the screen is.
      "<div class=\"table\(shown.count > 9 ? " wide" : "")\" role=\"region\" tabindex=\"0\" "
        + "aria-label=\"\(caption.htmlEscaped)\">",
      "<table>", "<caption><span>\(caption.htmlEscaped)</span></caption>", "<thead>", "<tr>",
    ]
    lines += shown.map { column in
      let heading = table.columns[column].heading.replacing("\n", with: " ")
      return "<th scope=\"col\"\(isNumeric[column] ? " class=\"number\"" : "")>"
        + "\(heading.htmlEscaped)</th>"
    }
    lines += ["</tr>", "</thead>"]
    for section in table.sections {
      lines.append("<tbody>")
      if !section.title.isEmpty {
        lines.append(
          "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(shown.count)\">"
            + "\(section.title.htmlEscaped)</th></tr>")
      }
      func row(_ cells: [Table.Cell], _ kind: String) -> String {
        let texts = shown.enumerated().map { position, column in
          let text = table.display(cells[column], in: table.columns[column]).htmlEscaped
          if position == 0 { return "<th scope=\"row\">\(text)</th>" }
          return (isNumeric[column] ? "<td class=\"number\">" : "<td>") + text + "</td>"
        }
        return "<tr\(kind)>" + texts.joined() + "</tr>"
      }
      lines += section.summaries.map { row($0, " class=\"summary\"") }
      lines += section.rows.map { row(table.rows[$0], "") }
      lines.append("</tbody>")
    }
    return (lines + ["</table>", "</div>"]).joined(separator: "\n")
  }
}
