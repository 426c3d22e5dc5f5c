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

  /// Both uses of reserves, or the first alone where there are none.
  private func effects(
    of reform: Reform, raising amount: Double, payingOut paidOut: Double
  ) -> [Reform.Effect] {
    let effects = Reform.Reserves.allCases.map {
      reform.effect(raising: amount, payingOut: paidOut, reserves: $0)
    }
    return effects[0].reserve == 0 ? Array(effects.prefix(1)) : effects
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

  /// A phase by the part of what is raised that is paid out.
  private static func phase(_ paidOut: Double) -> String {
    switch paidOut {
    case 0: "first years"
    case 1: "mature"
    default: "build-up"
    }
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
      for (change, (name, amount)) in raised.enumerated() {
        for phase in try phases() {
          for effect in effects(of: reform, raising: amount, payingOut: phase) {
            rows.append(
              [.text(name), .text(financing.id), .text(Self.phase(phase))] + cells(effect))
            // Effects are proportional to what is raised, so one change stands for all.
            guard change == 0 else { continue }
            let label =
              (financings.count > 1 ? "\(financing.id), " : "") + Self.phase(phase)
              + (effect.reserve == 0 ? "" : ", reserves \(effect.reserves.rawValue)")
            cases.append((label, effect.gdpGiven, effect.gdpTaken))
            if let net = effect.gdpFactorCostFixedAgriculture {
              let taken = effect.gdpTakenFixedAgriculture ?? 0
              cases.append(("\(label), agriculture fixed", net + taken, taken))
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
          Verdict(cases: cases).sentence(
            "what the reform pays out and invests", "what is raised for it would have done",
            measure: "GDP"),
          Verdict.marginSentence, Self.reserveNote,
          "The benefit is \(benefit.markedName): each franc paid out is spent as a franc of it is now.",
        ] + [Programme.assumedNote(among: [benefit])].compactMap(\.self)
          + financings.map { "\($0.id): \($0.assumption)." })
    ]
  }

  func coverTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let paysMembers = all("benefit").count == 1 && all("benefit")[0].value == Self.members
    let named = paysMembers ? nil : try benefit(context)
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
      let payers = try Self.payers(setting)
      let benefit: Programme
      if let named {
        benefit = named
      } else {
        benefit = try Self.benefit(ofMembers: payers, in: sam, setting)
      }
      let reform = try reform(
        context, benefit: benefit, paidBy: .contributions, payers: payers)
      for scale in ["pilot", "sector"] where fields[scale] != nil {
        let members = try figure(scale)
        let amount = members * earnings * 12 * rate / 100 / sam.unit.scale.factor
        for phase in try phases() {
          for effect in effects(of: reform, raising: amount, payingOut: phase) {
            let cells = cells(effect)
            rows.append(
              [.text(name), .text(scale), .text(Self.phase(phase))]
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
          named.map { "The benefit is \($0.markedName)." }
            ?? "Benefits go to the households that contribute, in the shares in which they do; "
            + "what enterprises pay for them among it (assumed).",
        ])
    ]
  }

  /// The name of a benefit that goes to the households that contribute.
  private static let members = "members"

  /// A benefit to the households among the payers of a group, in their shares.
  private static func benefit(
    ofMembers payers: [ContributionRule.Part], in sam: SocialAccountingMatrix, _ setting: Setting
  ) throws(Diagnostic) -> Programme {
    let households = payers.filter { (try? sam.account($0.account).kind) == .household }
    let total = households.reduce(0) { $0 + $1.share }
    guard total > 0 else {
      throw Diagnostic(
        "no household is among the payers, so a benefit of members reaches nobody",
        at: setting.place, remedy: "Name households among the payers, or a programme as benefit")
    }
    do {
      return try Programme(
        id: members, name: "Benefits of members", family: .socialProtection,
        shares: households.map {
          Programme.Share(
            $0.share / total, to: $0.account, as: .transfer, evidence: .assumed,
            source: setting.source, note: setting.note)
        }, isRanked: false)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = setting.place
      throw diagnostic
    }
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
    let sum = parts.reduce(0) { $0 + $1.share }
    guard abs(sum - 1) <= 5e-6, parts.allSatisfy({ $0.share >= 0 }) else {
      throw Diagnostic(
        "the payers add to \(sum.sixDigits), not to 1", at: setting.place,
        remedy: "Shares are zero or more and add to 1")
    }
    return parts
  }
}
