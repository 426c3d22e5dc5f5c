internal import AccountMatrix

extension Table {
  /// The columns that documents show: all but those kept for data.
  private var documentColumns: [Int] {
    columns.indices.filter { columns[$0].importance != .dataOnly }
  }

  private func heading(_ column: Int) -> String { columns[column].headingLine }

  /// Every line of the table in the order shown: a section's title, or cells.
  private var documentLines: [(title: String?, cells: [String])] {
    sections.flatMap { section in
      (section.title.isEmpty ? [] : [(title: section.title, cells: [])])
        + (section.rows.map { rows[$0] } + section.summaries).map { row in
          (title: nil, cells: documentColumns.map { display(row[$0], in: columns[$0]) })
        }
    }
  }

  /// The table in Markdown, with its title and notes.
  public var markdown: String {
    func escaped(_ text: String) -> String { text.markdownEscaped }
    let numeric = columns.indices.map { isNumeric($0) }
    let shown = documentColumns
    var lines = title.isEmpty ? [] : ["**\(title.markdownEscaped)**", ""]
    lines.append("| " + shown.map { escaped(heading($0)) }.joined(separator: " | ") + " |")
    lines.append(
      "|" + shown.map { numeric[$0] ? "---:|" : ":---|" }.joined())
    for line in documentLines {
      let cells =
        line.title.map { ["**\(escaped($0))**"] + Array(repeating: "", count: shown.count - 1) }
        ?? line.cells.map(escaped)
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    if !notes.isEmpty { lines += [""] + notes.map { "- \($0.markdownEscaped)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table in LaTeX, for the package `booktabs`.
  public var latex: String {
    let shown = documentColumns
    var lines = [
      "\\begin{table}", "\\centering", "\\caption{\(title.latexEscaped)}",
      "\\begin{tabular}{\(shown.map { isNumeric($0) ? "r" : "l" }.joined())}", "\\toprule",
      shown.map { heading($0).latexEscaped }.joined(separator: " & ") + " \\\\", "\\midrule",
    ]
    for line in documentLines {
      if let title = line.title {
        lines.append(
          "\\multicolumn{\(shown.count)}{l}{\\textit{\(title.latexEscaped)}} \\\\")
      } else {
        lines.append(line.cells.map { $0.latexEscaped }.joined(separator: " & ") + " \\\\")
      }
    }
    lines += ["\\bottomrule", "\\end{tabular}"]
    if !notes.isEmpty {
      lines += ["", "\\begin{minipage}{\\linewidth}\\footnotesize"]
      lines += notes.map { "\($0.latexEscaped)\\par" } + ["\\end{minipage}"]
    }
    return (lines + ["\\end{table}"]).joined(separator: "\n") + "\n"
  }

  /// The table as an HTML fragment with header cells, a caption and notes.
  public var html: String {
    let shown = documentColumns
    let numeric = columns.indices.map { isNumeric($0) }
    var lines = ["<table>", "<caption>\(title.htmlEscaped)</caption>", "<thead>", "<tr>"]
    lines += shown.map { "<th scope=\"col\">\(heading($0).htmlEscaped)</th>" }
    lines += ["</tr>", "</thead>", "<tbody>"]
    for line in documentLines {
      if let title = line.title {
        lines.append(
          "<tr><th scope=\"rowgroup\" colspan=\"\(shown.count)\">\(title.htmlEscaped)</th></tr>")
        continue
      }
      var cells = "<th scope=\"row\">\((line.cells.first ?? "").htmlEscaped)</th>"
      for (column, cell) in zip(shown, line.cells).dropFirst() {
        cells += (numeric[column] ? "<td align=\"right\">" : "<td>") + cell.htmlEscaped + "</td>"
      }
      lines.append("<tr>\(cells)</tr>")
    }
    lines += ["</tbody>", "</table>"]
    lines += notes.map { "<p>\($0.htmlEscaped)</p>" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text with each character in the place of `marks` written as that says, hidden ones shown.
  private func escaped(_ marks: (Character) -> String?) -> String {
    var result = ""
    for character in visible {
      if let mark = marks(character) { result += mark } else { result.append(character) }
    }
    return result
  }

  /// The text with what Markdown would act on made plain: links, HTML, cells, emphasis.
  var markdownEscaped: String {
    escaped { "\\|<>[]`*_".contains($0) ? "\\\($0)" : nil }
  }

  /// The text with LaTeX's special characters made plain.
  var latexEscaped: String {
    escaped { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": "\\\(character)"
      default: nil
      }
    }
  }

  /// The text with the special characters of HTML and SVG made plain.
  var htmlEscaped: String {
    escaped { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: nil
      }
    }
  }
}
