internal import AccountMatrix

extension Document {
  /// The document in LaTeX, with charts drawn by TikZ; it needs no other file.
  public var latex: String {
    var lines = [
      Self.preamble, "\\title{\(title.latexEscaped)\\\\[1ex]\\large \(subtitle.latexEscaped)}",
      "\\author{}", "\\date{\(imprint.latexEscaped)}", "\\begin{document}", "\\maketitle",
    ]
    for section in sections {
      lines.append("\\section{\(section.title.latexEscaped)}")
      lines += section.blocks.map(Self.latex)
    }
    return (lines + ["\\end{document}"]).joined(separator: "\n") + "\n"
  }

  private static func latex(_ block: Block) -> String {
    switch block {
    case .subheading(let text): "\\subsection{\(text.latexEscaped)}"
    case .paragraph(let text), .legend(let text): text.latexEscaped + "\n"
    case .lead(let text): "{\\large \(text.latexEscaped)\\par}\n"
    case .list(let items):
      "\\begin{itemize}\n" + items.map { "\\item \($0.latexEscaped)\n" }.joined()
        + "\\end{itemize}"
    case .definitions(let terms):
      "\\begin{description}\n"
        + terms.map { "\\item[\($0.term.latexEscaped)] \(breakable($0.meaning))\n" }.joined()
        + "\\end{description}"
    case .code(let text): "\\begin{quote}\\ttfamily \(text.latexEscaped)\\end{quote}"
    case .table(let table): longTable(table)
    case .figure(let chart):
      "\\begin{figure}[htbp]\\centering\n\\caption{\(chart.title.latexEscaped)}\n"
        + chart.drawing.tikz() + "\\end{figure}"
    }
  }

  /// A table that may go over pages; one whose words do not fit upright lies on its side.
  private static func longTable(_ table: Table) -> String {
    let shown = table.columns.indices.filter { table.columns[$0].importance != .dataOnly }
    let lines = table.sections.flatMap { section in
      (section.title.isEmpty ? [] : [(section.title, [])])
        + (section.summaries + section.rows.map { table.rows[$0] }).map { row in
          ("", shown.map { table.display(row[$0], in: table.columns[$0]) })
        }
    }
    let headings = shown.map { table.columns[$0].heading.replacing("\n", with: " ") }
    let widths = LaTeXColumns(
      headings: headings, rows: lines.filter { $0.0.isEmpty }.map { $0.1 })
    let format = zip(shown.map(table.isNumeric), widths.centimetres).map { isNumeric, width in
      ">{\\ragged\(isNumeric ? "left" : "right")\\arraybackslash}p{\(width.svg)cm}"
    }.joined()
    let header = headings.map { $0.latexEscaped }.joined(separator: " & ") + " \\\\"
    var text = [
      "{\\footnotesize\\setlength{\\tabcolsep}{2pt}", "\\begin{longtable}{\(format)}",
      "\\caption{\(table.title.latexEscaped)}\\\\", "\\toprule", header, "\\midrule",
      "\\endfirsthead", "\\toprule", header, "\\midrule", "\\endhead", "\\bottomrule",
      "\\endfoot",
    ]
    text += lines.map { title, cells in
      title.isEmpty
        ? cells.map { breakable($0) }.joined(separator: " & ") + " \\\\"
        : "\\multicolumn{\(shown.count)}{l}{\\textit{\(title.latexEscaped)}} \\\\"
    }
    text.append("\\end{longtable}")
    text += table.notes.map { "\($0.latexEscaped)\\par" } + ["}"]
    if widths.isSideways { text = ["\\begin{landscape}"] + text + ["\\end{landscape}"] }
    return text.joined(separator: "\n")
  }

  /// Words too long for a line, such as checksums and addresses, may break anywhere.
  private static func breakable(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.count > LaTeXColumns.longestWord
        ? word.map { String($0).latexEscaped }.joined(separator: "\\allowbreak{}")
        : String(word).latexEscaped
    }.joined(separator: " ")
  }

  private static let preamble = #"""
    \documentclass[10pt,a4paper]{article}
    \usepackage[margin=2cm]{geometry}
    \usepackage[T1]{fontenc}
    \usepackage[utf8]{inputenc}
    \usepackage{lmodern,array,booktabs,longtable,pdflscape,amssymb,xcolor,tikz}
    \ifdefined\DeclareUnicodeCharacter
    \DeclareUnicodeCharacter{2192}{\ensuremath{\rightarrow}}
    \DeclareUnicodeCharacter{2265}{\ensuremath{\geq}}
    \DeclareUnicodeCharacter{25C0}{\ensuremath{\blacktriangleleft}}
    \DeclareUnicodeCharacter{25B6}{\ensuremath{\blacktriangleright}}
    \fi
    \setlength{\parindent}{0pt}\setlength{\parskip}{4pt}
    \emergencystretch=3em
    """#
}

extension Table {
  /// The table with the summaries of a section as its first rows.
  var summariesFirst: Table {
    var copy = self
    copy.sections = []
    for section in sections {
      let first = copy.rows.count
      copy.rows += section.summaries
      copy.sections.append(
        Section(
          section.title, rows: Array(first..<copy.rows.count) + section.rows))
    }
    return copy
  }
}
