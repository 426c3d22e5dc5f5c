public import AccountMatrix

extension MatrixDescription {
  /// The structure of the economy on one page, and every household group beside each other.
  ///
  /// - Parameter sam: the matrix that is described, for names and its unit.
  public func report(of sam: SocialAccountingMatrix) -> Report {
    Report(
      command: "describe", facts: [Report.Fact("matrix", sam.caption)],
      tables: [page(sam), householdTable(sam), factorTable(sam)])
  }

  private func page(_ sam: SocialAccountingMatrix) -> Table {
    let rows = items.map { item -> [Table.Cell] in
      let name =
        (try? sam.account(item.account))?.name
        ?? (item.account == SocialAccountingMatrix.noGroup ? "(in no group)" : item.account)
      return [
        .text(item.section.rawValue), .text(item.item), .text(item.label),
        item.account.isEmpty ? .empty : .text(item.account), .text(name), .number(item.value),
        .text(item.measure == .percent ? "percent" : sam.unit.description),
      ]
    }
    return Table(
      name: "describe", title: "The structure of \(sam.caption)",
      columns: [
        Table.Column("section", importance: .dataOnly), Table.Column("item", importance: .dataOnly),
        Table.Column("label", heading: "item", importance: .label),
        Table.Column("account", importance: .dataOnly),
        Table.Column("name", heading: "of", importance: .label),
        Table.Column("value", decimals: 1), Table.Column("unit"),
      ], rows: rows,
      sections: Section.allCases.map { section in
        Table.Section(
          section.title,
          rows: items.indices.filter { items[$0].section == section && items[$0].isHeadline })
      }.filter { !$0.rows.isEmpty },
      notes: [
        "The largest of each list are shown; CSV and JSON hold every account. Shares of GDP are of "
          + "GDP at market prices unless the item says factor cost; rates are per cent of the value "
          + "before the tax; exports and imports are valued as in the matrix."
      ] + sam.history.map { "The matrix was \($0)." })
  }

  private func householdTable(_ sam: SocialAccountingMatrix) -> Table {
    let codes = sam.indices(of: .household).map { sam.accounts[$0].code }
    let shown = Self.householdItems.filter { item in
      codes.contains { (value(item, of: $0) ?? 0) != 0 }
    }
    return Table(
      name: "households", title: "Households: where income comes from and where it goes, per cent",
      columns: [
        Table.Column("account"),
        Table.Column("income", heading: "income,\n\(sam.unit)", decimals: 1),
        Table.Column("share_of_income", heading: "share\nof all", decimals: 1),
      ]
        + shown.map {
          Table.Column(
            $0, heading: $0.split(separator: "_").joined(separator: "\n"), decimals: 1,
            importance: Self.mainHouseholdItems.contains($0) ? .essential : .useful)
        },
      rows: codes.map { code -> [Table.Cell] in
        [
          .text(code), .optional(value("income", of: code)),
          .optional(value("share_of_income", of: code)),
        ] + shown.map { .optional(value($0, of: code)) }
      },
      notes: ["Sources and uses are per cent of the household's income."])
  }

  private static let mainHouseholdItems: Set<String> = [
    "income_from_labour", "income_from_enterprises", "spent_on_own_produce",
    "paid_in_direct_taxes", "saved",
  ]

  /// How intensively groups of branches use each factor, skills apart.
  private func factorTable(_ sam: SocialAccountingMatrix) -> Table {
    let factors = sam.indices(where: { $0.isFactor }).map { sam.accounts[$0].code }
    let names = sam.groups(of: sam.indices(of: .activity)).map { $0.name }
    return Table(
      name: "factors", title: "Factor and skill intensity: parts of value added, per cent",
      columns: [Table.Column("group")] + factors.map { Table.Column($0, decimals: 1) },
      rows: names.map { name in
        [.text(name)]
          + factors.map { .optional(value("share_of_value_added_to:\($0)", of: name)) }
      } + [
        [.text("all")] + factors.map { .optional(value("share_of_gdp_factor_cost", of: $0)) }
      ])
  }
}

extension MatrixDescription.Item {
  /// The item in words.
  fileprivate var label: String {
    item.split(separator: "_").joined(separator: " ")
  }
}

extension MatrixDescription.Section {
  /// The section in words.
  fileprivate var title: String {
    switch self {
    case .gdp: "GDP and its uses"
    case .sectors: "What branches contribute"
    case .factors: "What factors earn, and where"
    case .inputs: "What output costs"
    case .margins: "Trade and transport costs, and who earns them"
    case .trade: "Exports and imports"
    case .taxes: "Taxes"
    case .government: "Government"
    case .households: "Households together"
    case .investment: "Investment and saving"
    case .currentAccount: "Current account"
    }
  }
}
