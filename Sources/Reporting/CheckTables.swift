package import AccountMatrix
package import Multipliers

extension SocialAccountingMatrix {
  /// The balance of every account, GDP three ways, the state of the model and warnings.
  ///
  /// - Parameters:
  ///   - model: the model of the matrix, or `nil` where kinds are missing.
  ///   - backend: the kernel and the number of threads of the linear algebra.
  ///   - tolerance: as in `requireBalanced`.
  package func checkReport(
    model: MultiplierModel?, backend: (kernel: String, threads: Int), tolerance: Double? = nil
  ) -> Report {
    var leakageRates: [String: Double] = [:]
    var isEndogenous: [String: Bool] = [:]
    if let model {
      for (account, rate) in zip(model.endogenous, model.leakageRateByAccount) {
        leakageRates[account.code] = rate
        isEndogenous[account.code] = true
      }
      for account in model.exogenous { isEndogenous[account.code] = false }
    }
    let balances = balances(tolerance: tolerance)
    let rows = zip(accounts, balances).map { account, balance -> [Table.Cell] in
      [
        .text(account.code), .text(account.name), .optional(account.kind?.rawValue),
        .number(balance.receipts), .number(balance.payments), .number(balance.gap),
        .number(balance.tolerance),
        .optional(isEndogenous[account.code].map { $0 ? "yes" : "no" }),
        .optional(leakageRates[account.code]),
      ]
    }
    let check = Table(
      name: "check", title: "Accounts of \(caption)",
      columns: [
        Table.Column("account"), Table.Column("name", importance: .extra),
        Table.Column("kind", importance: .useful), Table.Column("receipts", decimals: 1),
        Table.Column("payments", decimals: 1), Table.Column("gap", decimals: 4),
        Table.Column("tolerance", decimals: 4, importance: .extra),
        Table.Column("endogenous", heading: "endo-\ngenous", importance: .useful),
        Table.Column("leakage_rate", heading: "leakage\nrate", importance: .useful),
      ], rows: rows)
    return Report(
      command: "check", facts: model?.facts ?? [Report.Fact("matrix", caption)],
      tables: [
        check, gdpTable, modelTable(model, backend),
        warningsTable(model: model, balances: balances, kernel: backend.kernel),
      ])
  }

  private var gdpTable: Table {
    var rows: [[Table.Cell]] = []
    if let gdp = try? grossDomesticProduct() {
      func add(_ approach: String, _ items: [(String, Double)]) {
        rows += items.map { [.text(approach), .text($0), .number($1)] }
      }
      add(
        "production",
        [
          ("output", gdp.output), ("intermediate_consumption", -gdp.intermediateConsumption),
          ("imported_inputs", -gdp.activityImports), ("trade_factor_income", gdp.tradeFactorIncome),
          ("taxes_on_products", gdp.productTaxes),
          ("gdp_market_prices", gdp.byProduction),
        ])
      add(
        "income",
        [
          ("gdp_factor_cost", gdp.factorCost), ("taxes_net_of_subsidies", gdp.netTaxes),
          ("gdp_market_prices", gdp.byIncome),
        ])
      add(
        "expenditure",
        [
          ("household_consumption", gdp.householdConsumption),
          ("government_consumption", gdp.governmentConsumption),
          ("other_consumption", gdp.otherConsumption), ("investment", gdp.investment),
          ("exports", gdp.exports), ("imports", -gdp.imports),
          ("gdp_market_prices", gdp.byExpenditure),
        ])
    }
    return Table(
      name: "gdp", title: "GDP three ways, \(unit)",
      columns: [
        Table.Column("approach"), Table.Column("item"), Table.Column("value", decimals: 1),
      ],
      rows: rows,
      notes: rows.isEmpty ? ["GDP needs the kinds of the accounts, which nothing says."] : [])
  }

  private func modelTable(
    _ model: MultiplierModel?, _ backend: (kernel: String, threads: Int)
  ) -> Table {
    let rows: [[Table.Cell]] =
      (model.map { model in
        [
          [.text("endogenous_accounts"), .count(model.endogenous.count)],
          [.text("exogenous_accounts"), .count(model.exogenous.count)],
          [.text("spectral_radius"), .optional(model.spectralRadius)],
          [.text("reciprocal_condition"), .number(model.reciprocalCondition)],
        ]
      } ?? []) + [
        [.text("blas_kernel"), .text(backend.kernel)],
        [.text("blas_threads"), .count(backend.threads)],
      ]
    return Table(
      name: "model", title: "The model",
      columns: [Table.Column("item"), Table.Column("value", decimals: 6)],
      rows: rows, notes: model.map { ["Closure: \($0.closureSentence)."] } ?? [])
  }

  private func warningsTable(
    model: MultiplierModel?, balances: [AccountBalance], kernel: String
  ) -> Table {
    let warnings = self.warnings(balances: balances) + (model?.warnings ?? [])
    return Table(
      name: "warnings", title: warnings.isEmpty ? "No warnings" : "Warnings",
      columns: [Table.Column("account"), Table.Column("warning")],
      rows: warnings.map { [.text($0.account), .text($0.text)] })
  }
}
