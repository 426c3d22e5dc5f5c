internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  func financingTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let amount = try amount(sam)
    let model = try context.model()
    let billion = 1e9 / sam.unit.scale.factor
    let asked = try programmes(among: context.programmes)
    let ids = Set(asked.map(\.id))
    var financings = try financings()
    if financings.isEmpty { financings = Financing.standard }
    var rows: [[Table.Cell]] = []
    var groups: [[Table.Cell]] = []
    var cases: [String: [(name: String, first: Double, second: Double)]] = [:]
    for financing in financings {
      let comparison = try comparison(of: asked, in: model, paidBy: financing, context)
      let jobs = try jobs(comparison, context)
      let label = financing.label(among: context.programmes)
      for (p, row) in comparison.rows.enumerated() where ids.contains(row.programme.id) {
        let taken = comparison.financingEffect
        rows.append(
          [
            .text(row.programme.id), .text(row.programme.name), .text(row.programme.markedName),
            .text(financing.id), .text(label),
            .number(amount * row.gross.gdpFactorCost),
            .number(amount * (taken?.gdpFactorCost ?? 0)),
            .number(amount * row.effect.gdpFactorCost),
          ]
            + [
              EffectColumn.gdpFactorCostFixedAgriculture, .income, .incomeBeyondTransfer,
              .incomeBottom40, .taxReturn,
            ].map { .optional(row.effect[$0].map { amount * $0 }) }
            + [
              .optional(jobs.map { $0[p].perBillion * amount / billion }),
              .optional(row.breakEvenShare), .optional(row.breakEvenResponse),
            ])
        // Money that nobody gives up, or that comes from the programme itself, decides nothing.
        guard !financing.isFree, financing != .programme(row.programme.id) else { continue }
        cases[row.programme.id, default: []].append(
          (
            label + ", agriculture free", row.gross.gdpFactorCost,
            taken?.gdpFactorCost ?? 0
          ))
        if let gross = row.gross.gdpFactorCostFixedAgriculture {
          cases[row.programme.id]?.append(
            (
              label + ", agriculture fixed", gross,
              taken?.gdpFactorCostFixedAgriculture ?? 0
            ))
        }
      }
      let effects: [(programme: Programme, groups: [GroupEffect])]
      do { effects = try comparison.groupEffects() } catch { throw error.diagnostic }
      for effect in effects where ids.contains(effect.programme.id) {
        for group in effect.groups {
          groups.append([
            .text(effect.programme.id), .text(financing.id), .text(group.account.code),
            .number(amount * group.given), .number(amount * group.earned),
            .number(amount * group.paid), .number(amount * group.net),
            .text(group.result.rawValue),
          ])
        }
      }
    }
    let verdicts = asked.compactMap { programme in
      cases[programme.id].map {
        Verdict(cases: $0).sentence(
          programme.name, "what pays for it", measure: "GDP")
      }
    }
    let assumed = financings.map {
      "\($0.label(among: context.programmes)): \($0.assumption)."
    }
    let ownCut = financings.contains { financing in
      if case .programme(let id) = financing { ids.contains(id) } else { false }
    }
    return [
      Table(
        name: "financing", title: "\(title): \(amount.fixed(1)) \(sam.unit)",
        columns: [
          Table.Column("programme", importance: .dataOnly),
          Table.Column("name", importance: .dataOnly),
          Table.Column("marked", heading: "programme", importance: .label),
          Table.Column("financing", importance: .dataOnly),
          Table.Column("paid_by", heading: "paid by", importance: .label),
          Table.Column("gdp_gross", heading: "GDP\ngiven", decimals: 1),
          Table.Column("gdp_taken", heading: "GDP\ntaken", decimals: 1),
          Table.Column("gdp_net", heading: "GDP\nnet", decimals: 1),
          Table.Column("gdp_net_fixed_agriculture", heading: "net,\nagric.\nfixed", decimals: 1),
          Table.Column("income_net", heading: "income\nnet", decimals: 1),
          Table.Column("income_beyond_transfer_net", heading: "beyond\ntransfer", decimals: 1),
          Table.Column("income_bottom40_net", heading: "poorest\n40% net", decimals: 1),
          Table.Column("tax_return_net", heading: "tax\nback", decimals: 1),
          Table.Column(
            "jobs_net", heading: "jobs\nnet", decimals: 0,
            importance: context.employment == nil ? .dataOnly : .essential),
          Table.Column("break_even_share", heading: "break-even\nshare", decimals: 2),
          Table.Column(
            "break_even_response", heading: "even\nabove", decimals: 2),
        ], rows: rows,
        notes: verdicts
          + (verdicts.isEmpty
            ? []
            : [
              Verdict.marginSentence
                + (financings.contains(where: \.isFree) || ownCut
                  ? " Scenarios are ways of paying with agriculture free and fixed; money that "
                    + "nobody gives up, and a programme that is paid for by itself, are none." : "")
            ])
          + [Programme.assumedNote(among: asked)].compactMap(\.self) + assumed + [
            "Net is the column of the programme less that of the money where it came from; tax that "
              + "is raised is not credited as tax that comes back. 'break-even share': how many "
              + "francs may be taken so for each franc spent before GDP falls. 'even above': the share of demand that "
              + "agriculture must meet for the net effect to be positive. 'income net' holds what "
              + "the programme pays to households and what they pay for it, 'beyond transfer' "
              + "neither."
          ]
          + (context.employment.map { ComparisonAdditions.notes(on: $0, outputOf: sam.year) } ?? [])
      ),
      Table(
        name: "groups", title: "Winners and losers, \(sam.unit)",
        columns: [
          Table.Column("programme"), Table.Column("financing"), Table.Column("group"),
          Table.Column("given", decimals: 1), Table.Column("earned", decimals: 1),
          Table.Column("paid", decimals: 1), Table.Column("net", decimals: 1),
          Table.Column("result"),
        ], rows: groups,
        notes: [Self.groupsNote]),
    ]
  }

  private static let groupsNote =
    "Groups add to the net effect on income; 'even' is less than half a thousandth of the money."

  /// Winners and losers with a column for each group, from the table with a line for each.
  func winnersTable(
    _ groups: Table, _ context: ScenarioContext
  ) throws(Diagnostic) -> Table {
    let sam = try context.sam()
    func text(_ cell: Table.Cell) -> String { if case .text(let text) = cell { text } else { "" } }
    let codes = groups.rows.map { text($0[2]) }.uniqued
    var order: [[String]] = []
    var nets: [[String]: [Table.Cell]] = [:]
    for row in groups.rows {
      let key = [text(row[1]), text(row[0])]
      if nets[key] == nil { order.append(key) }
      nets[key, default: []].append(row[6])
    }
    let rows = order.map { key in
      let programme = context.programmes.first { $0.id == key[1] }
      return [.text(key[0]), .text(programme?.markedName ?? key[1])] + (nets[key] ?? [])
    }
    let names = codes.map { code in
      "\(code) \((try? sam.account(code).name) ?? "")"
    }
    return Table(
      name: "winners", title: "Winners and losers: net income by group, \(sam.unit)",
      columns: [
        Table.Column("financing", importance: .dataOnly), Table.Column("programme"),
      ] + codes.map { Table.Column($0, heading: $0.replacing("-", with: "\n"), decimals: 1) },
      rows: rows,
      sections: order.map { $0[0] }.uniqued.map { financing in
        Table.Section(
          (try? Financing(parsing: financing))?.label(among: context.programmes) ?? financing,
          rows: order.indices.filter { order[$0][0] == financing })
      },
      notes: [
        "Groups add to the net effect on income. Groups: \(names.joined(separator: ", ")). "
          + "The table 'groups' has what each is given, earns and pays."
      ])
  }

  func targetingTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let model = try context.model()
    let target = try wholeNumber("target", in: 1...5) ?? 2
    let covered = try number("covered")
    let population = try number("population", in: 1...1e10)
    var rules: [Targeting] = []
    for setting in all("targeting") { rules.append(try Self.targeting(setting)) }
    if rules.isEmpty { rules = [.survey, .poorest(quintiles: 1), .poorest(quintiles: 5)] }
    var rows: [[Table.Cell]] = []
    let asked = try programmes(among: context.programmes)
    for programme in asked {
      for rule in rules {
        let made: TargetedProgramme
        do { made = try programme.targeted(rule, target: target, in: sam) } catch {
          throw Diagnostic(
            error.problem, at: all("programme").first { $0.value == programme.id }?.place,
            remedy: error.remedy)
        }
        let row = try comparison(of: [made.programme], in: model, context).rows[0]
        let missed = covered.flatMap { covered in
          population.map {
            max(0, 1 - covered * (1 - made.inclusionError) / ($0 * Double(target) / 5))
          }
        }
        rows.append(
          [.text(programme.id), .text(programme.markedName), .text(rule.id)]
            + [.number(made.inclusionError), .optional(missed), .number(made.quintileShortfall)]
            + [.number(made.administration)]
            + [
              EffectColumn.gdpFactorCost, .gdpFactorCostFixedAgriculture, .income,
              .incomeBeyondTransfer, .incomeBottom40, .incomeRural, .taxReturn, .importLeakage,
              .savingLeakage,
            ].map { .optional(row.effect[$0]) })
      }
    }
    return [
      Table(
        name: "targeting", title: title,
        columns: [
          Table.Column("programme", importance: .dataOnly),
          Table.Column("marked", heading: "programme", importance: .label),
          Table.Column("targeting"),
          Table.Column("inclusion_error", heading: "inclusion\nerror", decimals: 2),
          Table.Column("exclusion_error", heading: "exclusion\nerror", decimals: 2),
          Table.Column("quintile_shortfall", heading: "quintile\nshortfall", decimals: 2),
          Table.Column("administration", heading: "admin-\nistration", decimals: 2),
          Table.Column("gdp_factor_cost", heading: "GDP", decimals: 2),
          Table.Column(
            "gdp_factor_cost_fixed_agriculture", heading: "GDP,\nagric.\nfixed", decimals: 2),
          Table.Column("income", decimals: 2),
          Table.Column("income_beyond_transfer", heading: "beyond\ntransfer", decimals: 2),
          Table.Column("income_bottom40", heading: "poorest\n40%", decimals: 2),
          Table.Column("income_rural", heading: "income\nrural", decimals: 2),
          Table.Column("tax_return", heading: "tax\nback", decimals: 2),
          Table.Column("import_leakage", heading: "imports", decimals: 2, importance: .useful),
          Table.Column("saving_leakage", heading: "saving", decimals: 2, importance: .useful),
        ], rows: rows,
        notes: [
          "Per franc. Inclusion error: the part of the money handed out that reaches households "
            + "outside the poorest \(20 * target) per cent. Exclusion error: the part of the "
            + "persons in the poorest \(20 * target) per cent whom as many benefits as now do not "
            + "reach; empty where the persons covered are not given. Quintile shortfall: what "
            + "quintiles of the target lack of a fifth of the money each. Money is taken to be "
            + "spread evenly inside a quintile. The cost of administration is kept as in the "
            + "programme, although finer targeting costs more."
        ] + [Programme.assumedNote(among: asked)].compactMap(\.self))
    ]
  }

  static func targeting(_ setting: Setting) throws(Diagnostic) -> Targeting {
    guard let rule = Targeting(setting.value) else {
      throw Diagnostic(
        "'\(setting.value)' is no targeting", at: setting.place,
        remedy: "Expected survey, poorest-20, poorest-40, poorest-60, poorest-80 or everybody")
    }
    return rule
  }
}
