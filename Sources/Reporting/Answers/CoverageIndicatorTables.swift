package import AccountMatrix
package import SpendingPolicy

extension CoverageIndicator {
  /// Each function with what is published of it.
  package var functionTable: Table {
    Table(
      name: "coverage",
      title: "Effective coverage by social protection, SDG indicator 1.3.1, as published",
      columns: [
        Table.Column("function", importance: .dataOnly),
        Table.Column("name", heading: "function"),
        Table.Column("percent", heading: "covered,\n%", decimals: 1), Table.Column("year"),
        Table.Column("status"), Table.Column("by_sex", heading: "by sex"),
        Table.Column("denominator_count", heading: "people it\nis about", decimals: 0),
        Table.Column("denominator_year", heading: "counted"),
        Table.Column("numerator", importance: .dataOnly),
        Table.Column("denominator", importance: .dataOnly),
        Table.Column("un_series", heading: "UN series", importance: .useful),
        Table.Column("ilostat", heading: "ILOSTAT", importance: .useful),
        Table.Column("source", importance: .dataOnly),
        Table.Column("note", importance: .dataOnly),
        Table.Column("definition_note", importance: .dataOnly),
      ],
      rows: entries.map { entry in
        [
          .text(entry.function.id), .text(entry.function.name), .optional(entry.cell?.value),
          .text(entry.cell?.year ?? ""), .text(entry.cell?.status ?? "no-data"),
          .text(entry.isSplitBySex ? "published" : "no-data"),
          .optional(entry.denominator?.value), .text(entry.denominator?.year ?? ""),
          .text(entry.function.numerator), .text(entry.function.denominator),
          .text(entry.function.unSeries), .text(entry.function.ilostat),
          .text(entry.cell?.source ?? ""), .text(entry.cell?.note ?? ""),
          .text(entry.function.note),
        ]
      },
      notes: entries.map {
        "\($0.function.name): \($0.function.numerator); out of \($0.function.denominator)."
      } + [
        "Nothing is computed here: no-data is what is not published. A code of ILOSTAT stands only "
          + "where it was confirmed. Definitions are in our words. Health care is left out of 'at "
          + "least one benefit' by definition.",
        "Every cell stands in the table 'cells', series of other definitions in 'national'.",
      ])
  }

  /// Every cell of the indicator, and those of other series, in the layout in which they are read.
  package var cellTable: Table {
    Table(
      name: "cells", title: "Cells of SDG indicator 1.3.1 and of other series of coverage",
      columns: [
        Table.Column("series"), Table.Column("function"),
        Table.Column("country", importance: .extra), Table.Column("group", importance: .extra),
        Table.Column("sex"), Table.Column("area", importance: .useful), Table.Column("year"),
        Table.Column("value", decimals: 1), Table.Column("unit", importance: .useful),
        Table.Column("status"), Table.Column("source", importance: .useful),
        Table.Column("locator", importance: .dataOnly),
        Table.Column("note", importance: .dataOnly),
      ],
      rows: cells.map { cell in
        [
          .text(cell.series), .text(cell.function), .text(cell.country), .text(cell.group),
          .text(cell.sex), .text(cell.area), .text(cell.year), .optional(cell.value),
          .text(cell.unit), .text(cell.status), .text(cell.source), .text(cell.locator),
          .text(cell.note),
        ]
      },
      notes: [
        "As CSV this table is read back: fill in a value, and write its status, "
          + "source and place."
      ])
  }

  /// Series that count something else, named as such.
  package var nationalTable: Table {
    Table(
      name: "national", title: "Series of another definition than SDG indicator 1.3.1",
      columns: [
        Table.Column("series"), Table.Column("counts"), Table.Column("group"),
        Table.Column("sex"), Table.Column("area", importance: .useful), Table.Column("year"),
        Table.Column("value", decimals: 1), Table.Column("unit"), Table.Column("status"),
        Table.Column("source", importance: .dataOnly),
        Table.Column("note", importance: .dataOnly),
      ],
      rows: cells.filter { $0.series != Self.series && $0.value != nil }.map { cell in
        [
          .text(cell.series), .text(cell.function), .text(cell.group), .text(cell.sex),
          .text(cell.area), .text(cell.year), .optional(cell.value), .text(cell.unit),
          .text(cell.status), .text(cell.source), .text(cell.note),
        ]
      },
      notes: [
        "None of these is the indicator: they count programmes of the plan, insurance cards or "
          + "income support. Do not set one beside a cell of the indicator without its name."
      ])
  }

  /// How many have at least one benefit, from the largest scheme to the sum.
  package var breadthTable: Table? {
    guard let breadth else { return nil }
    let words = [
      "largest": "largest scheme alone (\(breadth.largest.name))",
      "persons": "persons insured or paid, schemes added",
      "members": "and all members of households that are paid",
      "voluntary": "and voluntary savers",
    ]
    let counted = counts.filter { $0.role != .denominator }
    return Table(
      name: "at-least-one", title: "At least one benefit: what counts of schemes allow",
      columns: [
        Table.Column("bound", importance: .dataOnly), Table.Column("counted"),
        Table.Column("persons", decimals: 0),
        Table.Column("percent", heading: "% of the\npopulation", decimals: 1),
      ],
      rows: breadth.bounds.map { bound in
        [
          .text(bound.id), .text(words[bound.id] ?? bound.id), .number(bound.persons),
          .number(bound.percent),
        ]
      } + [
        [
          .text("published"), .text("published (\(breadth.published?.year ?? "no-data"))"), .empty,
          .optional(breadth.published?.value),
        ]
      ],
      notes: [
        "Nobody knows who is in two schemes: the truth lies between the largest alone and the sum, "
          + "of counts of several years. That a sum comes near the published figure shows no more "
          + "than its order: how that was made is not published.",
        counted.map { count in
          "\(count.name): \(count.value.map { $0.fixed(0) } ?? "no-data") (\(count.year), "
            + "\(count.status)"
            + (count.standing == .inside ? ", inside another and not added" : "") + ")"
        }.joined(separator: "; ") + ".",
      ])
  }
}

extension Table {
  /// What closing gaps would cost and do.
  ///
  /// - Parameter regimes: the names of the regimes in which prices respond, in their order.
  package static func gaps(
    _ gaps: [CoverageIndicator.Gap], regimes: [String] = [], in unit: CurrencyUnit
  ) -> Table {
    Table(
      name: "gaps", title: "What closing a gap would cost, \(unit) a year, and do",
      columns: [
        Table.Column("function", importance: .dataOnly),
        Table.Column("name", heading: "function"),
        Table.Column("persons", heading: "without\ncover", decimals: 0),
        Table.Column("bound"),
        Table.Column("benefit", heading: "benefit,\n\(unit.currency) a\nyear", decimals: 0),
        Table.Column("cost", decimals: 1),
        Table.Column("percent_of_gdp", heading: "% of\nGDP", decimals: 2),
        Table.Column("programme", importance: .dataOnly),
        Table.Column("gdp_factor_cost", heading: "GDP per\nfranc", decimals: 2),
        Table.Column(
          "gdp_factor_cost_fixed_agriculture", heading: "agric.\nfixed", decimals: 2),
        Table.Column("income_bottom40", heading: "poorest\n40%", decimals: 2),
      ]
        + regimes.map {
          Table.Column(
            "real_gdp_\($0)", heading: $0.replacing("-", with: "-\n"), decimals: 2)
        },
      rows: gaps.map { gap in
        [
          .text(gap.entry.function.id), .text(gap.entry.function.name), .number(gap.persons),
          .text(gap.isMost ? "at most" : ""), .number(gap.benefit), .number(gap.cost),
          .number(gap.percentOfGDP), .text(gap.entry.denominator?.programme ?? ""),
          .optional(gap.effect?.gdpFactorCost),
          .optional(gap.effect?.gdpFactorCostFixedAgriculture),
          .optional(gap.effect?.incomeBottom40),
        ] + gap.realGDP.map { .optional($0) }
      },
      notes: [
        "Benefits are those given: none is public that would close a gap. 'at most': no cell is "
          + "published, so all the people of the function are taken to be without. Else the part "
          + "without cover is of the year of the cell, and the people of the year of their count. "
          + "Benefits only, without administration; a franc does what the programme of the function "
          + "does on this matrix."
      ]
        + (regimes.isEmpty
          ? []
          : [
            "Columns of regimes: real GDP at factor cost of a franc at the margin where prices "
              + "respond; the multipliers beside them hold prices."
          ]))
  }
}
