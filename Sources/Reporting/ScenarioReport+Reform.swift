internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  /// What a reform prints of each effect.
  private static let effectColumns = [
    Table.Column("reserves"), Table.Column("raised", decimals: 2),
    Table.Column("paid_out", heading: "paid\nout", decimals: 2),
    Table.Column("reserve", decimals: 2),
    Table.Column("gdp_net", heading: "GDP\nnet", decimals: 2),
    Table.Column("gdp_net_fixed_agriculture", heading: "net,\nagric.\nfixed", decimals: 2),
    Table.Column("income_net", heading: "income\nnet", decimals: 2),
    Table.Column("income_beyond_transfer_net", heading: "beyond\ntransfer", decimals: 2),
    Table.Column("income_bottom40_net", heading: "poorest\n40% net", decimals: 2),
    Table.Column("tax_return_net", heading: "tax\nback", decimals: 2),
  ]

  private static let reserveNote =
    "Raised, paid out and reserves are of one year. A scheme that builds up reserves is shown "
    + "with these idle, where they leak as saving, and invested, where they buy capital goods at "
    + "home; when it is mature both agree. An effect of idle reserves that would last for ever is "
    + "an artefact, no finding. What invested reserves yield later is not counted. 'income net' "
    + "holds benefits received and contributions paid, 'beyond transfer' neither."

  private func cells(_ effect: Reform.Effect) -> [Table.Cell] {
    [
      .text(effect.reserve == 0 ? "none" : effect.reserves.rawValue),
      .number(effect.raised), .number(effect.paidOut), .number(effect.reserve),
      .number(effect.gdpFactorCost), .optional(effect.gdpFactorCostFixedAgriculture),
      .number(effect.income), .number(effect.incomeBeyondTransfer),
      .optional(effect.incomeBottom40), .number(effect.taxReturn),
    ]
  }

  /// Both uses of reserves, or one row where there are none.
  private func effects(
    of reform: Reform, raising amount: Double, payingOut paidOut: Double
  ) -> [Reform.Effect] {
    (paidOut == 1 ? [Reform.Reserves.idle] : Reform.Reserves.allCases).map {
      reform.effect(raising: amount, payingOut: paidOut, reserves: $0)
    }
  }

  private func benefit(_ context: ScenarioContext) throws(Diagnostic) -> Programme {
    guard all("benefit").count == 1,
      let benefit = try programmes(among: context.programmes, named: "benefit").first
    else {
      throw Diagnostic(
        "the scenario '\(id)' names no single benefit", remedy: "Add one line 'benefit,PROGRAMME'")
    }
    return benefit
  }

  private func reform(
    _ context: ScenarioContext, benefit: Programme, paidBy financing: Financing,
    payers: [ContributionRule.Part] = []
  ) throws(Diagnostic) -> Reform {
    let model = try context.model()
    do {
      return try Reform(
        benefit: benefit, paidBy: financing, payers: payers, rule: context.rule,
        among: context.programmes, in: model)
    } catch { throw error.diagnostic }
  }

  private func phases() throws(Diagnostic) -> [Double] {
    var phases: [Double] = []
    for setting in all("paid_out") { phases.append(try number(setting, in: 0...1)) }
    return phases.isEmpty ? [1] : phases
  }

  func reformTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let benefit = try benefit(context)
    var raised: [(name: String, amount: Double)] = []
    if let fixed = try number("amount") {
      raised.append(("as given", fixed))
    } else {
      let payroll = try requiredNumber("payroll")
      let base = try requiredNumber("base", in: 0...100)
      for setting in all("rate") {
        let rate = try number(setting, in: base...100)
        raised.append(
          ("\(base.shortest) to \(rate.shortest) per cent", payroll * (rate - base) / 100))
      }
    }
    var financings = try financings()
    if financings.isEmpty { financings = [.contributions] }
    var rows: [[Table.Cell]] = []
    var cases: [(name: String, first: Double, second: Double)] = []
    for financing in financings {
      let reform = try reform(context, benefit: benefit, paidBy: financing)
      for (name, amount) in raised {
        for phase in try phases() {
          for effect in effects(of: reform, raising: amount, payingOut: phase) {
            rows.append(
              [
                .text(name), .text(financing.id), .text(phase == 1 ? "mature" : "build-up"),
              ] + cells(effect))
            let label =
              "\(name), \(phase == 1 ? "mature" : "build-up, reserves " + effect.reserves.rawValue)"
            cases.append((label, effect.gdpFactorCost, 0))
            if let fixed = effect.gdpFactorCostFixedAgriculture {
              cases.append(("\(label), agriculture fixed", fixed, 0))
            }
          }
        }
      }
    }
    return [
      Table(
        name: "reform", title: "\(title), \(sam.unit)",
        columns: [
          Table.Column("change"), Table.Column("financing"), Table.Column("phase"),
        ] + Self.effectColumns, rows: rows,
        notes: [
          Verdict(cases: cases).sentence("The reform", "no reform", measure: "GDP"),
          Self.reserveNote,
        ] + financings.map { "\($0.id): \($0.assumption)." })
    ]
  }

  func coverTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let benefit = try benefit(context)
    var rows: [[Table.Cell]] = []
    for (name, fields) in try records(under: "group", fields: Self.groupFields) {
      func figure(_ field: String) throws(Diagnostic) -> Double {
        guard let setting = fields[field] else {
          throw Diagnostic(
            "the group '\(name)' has no '\(field)'", remedy: "Add a line group:\(name):\(field)")
        }
        return try number(setting)
      }
      let earnings = try figure("earnings")
      let rate = try figure("rate")
      guard let setting = fields["payers"] else {
        throw Diagnostic(
          "the group '\(name)' has no payers",
          remedy: "Add a line group:\(name):payers,ACCOUNT=SHARE ACCOUNT=SHARE")
      }
      let reform = try reform(
        context, benefit: benefit, paidBy: .contributions, payers: try Self.payers(setting))
      for scale in ["pilot", "sector"] where fields[scale] != nil {
        let members = try figure(scale)
        let amount = members * earnings * 12 * rate / 100 / sam.unit.scale.factor
        for phase in try phases() {
          for effect in effects(of: reform, raising: amount, payingOut: phase) {
            let cells = cells(effect)
            rows.append(
              [.text(name), .text(scale), .text(phase == 1 ? "mature" : "build-up")]
                + cells.prefix(1) + [.number(members)] + cells.dropFirst())
          }
        }
      }
    }
    return [
      Table(
        name: "cover", title: "\(title), \(sam.unit)",
        columns: [
          Table.Column("group"), Table.Column("scale"), Table.Column("phase"),
          Table.Column("reserves"), Table.Column("members", decimals: 0),
        ]
          + Self.effectColumns.dropFirst().map { column in
            var column = column
            column.decimals = 4
            return column
          },
        rows: rows,
        notes: [
          Self.reserveNote,
          "A sector is the pilot's terms for all its workers: an upper bound, since nobody knows "
            + "how many would join.",
        ])
    ]
  }

  private static let groupFields = ["pilot", "sector", "earnings", "rate", "payers"]

  /// Payers from `ACCOUNT=SHARE ACCOUNT=SHARE`.
  private static func payers(_ setting: Setting) throws(Diagnostic) -> [ContributionRule.Part] {
    var parts: [ContributionRule.Part] = []
    for word in setting.value.split(separator: " ") {
      let sides = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, let share = Double(plainDecimal: sides[1]) else {
        throw Diagnostic(
          "'\(word)' is no payer", at: setting.place, remedy: "Write ACCOUNT=SHARE, as in ent=0.5")
      }
      parts.append(ContributionRule.Part(account: sides[0], share: share))
    }
    return parts
  }
}
