internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  func sensitivityTables(_ context: ScenarioContext) throws(Diagnostic) -> [Table] {
    let sam = try context.sam()
    let model = try context.model()
    guard let programme = try programmes(among: context.programmes).first,
      let other = try programmes(among: context.programmes, named: "against").first,
      all("programme").count == 1, all("against").count == 1
    else {
      throw Diagnostic(
        "the scenario '\(id)' does not name one programme and one against it",
        remedy: "Add the lines 'programme,ID' and 'against,ID'")
    }
    func measured(
      _ driver: String, _ setting: String, _ first: Programme, in model: MultiplierModel,
      paidBy financing: Financing = .grant, displaced: Double = 0
    ) throws(Diagnostic) -> Sensitivity.Case {
      let rows = try comparison(
        of: [first, other], in: model, paidBy: financing, context, displaced: displaced
      ).rows
      func gdp(_ row: Comparison.Row?) -> Double {
        (row?.effect.gdpFactorCost ?? .nan) + (row?.effect.gdpDirectWages ?? 0)
      }
      guard rows.count >= 2 else {
        throw Diagnostic(
          "a matrix of the scenario '\(id)' lacks accounts of its programmes",
          remedy: "Name another matrix")
      }
      return Sensitivity.Case(
        driver: driver, setting: setting, value: gdp(rows[0]), against: gdp(rows[1]))
    }
    var cases: [Sensitivity.Case] = []
    for (name, response) in try responses() {
      cases.append(
        try measured("response", name, programme, in: try context.model(response)))
    }
    for (name, matrix) in context.matrices.dropFirst() {
      cases.append(
        try measured("matrix", name, programme, in: try context.model(of: matrix)))
    }
    for (name, setting) in all(under: "exogenous") {
      let added = try Self.closure(setting, in: sam)
      cases.append(
        try measured(
          "closure", "\(name) exogenous", programme,
          in: try context.model(adding: added.exogenous)))
    }
    for setting in all("displaced_earnings") {
      cases.append(
        try measured(
          "displaced_earnings", setting.value, programme, in: model,
          displaced: try number(setting, in: 0...1)))
    }
    for setting in all("administration") {
      let share = try number(setting, in: 0...1)
      guard let made = programme.administered(at: share) else {
        throw Diagnostic(
          "the programme '\(programme.id)' has no administration to change", at: setting.place,
          remedy: "Leave the line out")
      }
      cases.append(try measured("administration", setting.value, made, in: model))
    }
    for setting in all("targeting") {
      let made = try programme.targeted(try Self.targeting(setting), in: sam).programme
      cases.append(try measured("targeting", setting.value, made, in: model))
    }
    let tornado = Sensitivity(
      baseline: try measured("baseline", "as it is", programme, in: model), cases: cases)
    let turns = try turningTable(programme, other, tornado, in: model, context)
    let sentence = tornado.verdict.sentence(
      programme.markedName, other.markedName, measure: "GDP and direct wages")
    return [
      tornado.table(
        title: title,
        notes: [sentence, Self.sensitivityNote]
          + [Programme.assumedNote(among: [programme, other])].compactMap(\.self)), turns,
      tornado.casesTable,
    ]
  }

  /// The accounts of a setting, which are all in the matrix.
  private static func closure(
    _ setting: Setting, in sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> Closure {
    func located(_ failure: any DiagnosticConvertible) -> Diagnostic {
      var diagnostic = failure.diagnostic
      diagnostic.location = setting.place
      return diagnostic
    }
    let closure: Closure
    do { closure = try Closure(parsing: setting.value) } catch { throw located(error) }
    do { _ = try closure.partition(of: sam) } catch { throw located(error) }
    return closure
  }

  private static let sensitivityNote =
    "GDP at factor cost and pay by the programme itself, per franc; one choice is changed at a "
    + "time. Structural choices are not drawn from a distribution: the bars say how far the order "
    + "hangs on each, not how likely it is. Bands are drawn apart. The scenario "
    + "'per-franc' judges by GDP alone, without pay by the programme itself. "
    + Verdict.marginSentence

  /// Under which value of each driver the order of the two turns.
  private func turningTable(
    _ programme: Programme, _ other: Programme, _ tornado: Sensitivity,
    in model: MultiplierModel, _ context: ScenarioContext
  ) throws(Diagnostic) -> Table {
    let pair = try comparison(of: [programme, other], in: model, context, displaced: 0)
    let turn: Comparison.ResponseTurn
    do { turn = try pair.responseTurn(of: programme.id, against: other.id) } catch {
      throw error.diagnostic
    }
    let words =
      switch turn {
      case .firstAlwaysMore: "\(programme.name) does more at every response"
      case .firstNeverMore: "\(programme.name) does no more at any response"
      case .firstMoreAbove(let share):
        "\(programme.name) does more only where agriculture meets more than "
          + "\((100 * share).fixed(0)) per cent of the demand"
      case .firstMoreBelow(let share):
        "\(programme.name) does more only where agriculture meets less than "
          + "\((100 * share).fixed(0)) per cent of the demand"
      case .noAgriculture: "the matrix has no group of activities named agriculture"
      }
    var rows: [[Table.Cell]] = [
      [.text("response of agriculture"), .optional(turn.share), .text(words)]
    ]
    // The difference is linear in these drivers, so two cases give the value where it is zero.
    for driver in ["displaced_earnings", "administration"] {
      let own = tornado.cases.filter { $0.driver == driver }
      guard own.count >= 2, let low = own.first, let high = own.last,
        let x0 = Double(plainDecimal: low.setting), let x1 = Double(plainDecimal: high.setting),
        high.difference != low.difference
      else { continue }
      let turn = x0 - low.difference * (x1 - x0) / (high.difference - low.difference)
      let inside = turn >= 0 && turn <= 1
      rows.append([
        .text(driver), .optional(inside ? turn : nil),
        .text(
          inside
            ? "\(programme.name) does more only \(high.difference < low.difference ? "below" : "above") "
              + turn.fixed(2)
            : "the order does not turn between 0 and 1"),
      ])
    }
    return Table(
      name: "turning", title: "Where the order of \(programme.name) and \(other.name) turns",
      columns: [
        Table.Column("driver"), Table.Column("value", decimals: 2), Table.Column("verdict"),
      ], rows: rows,
      notes: [
        "By GDP at factor cost and pay by the programme itself, as above. More administration does "
          + "more where services bring more GDP than transfers; that is arithmetic, and no advice."
      ])
  }
}

extension Sensitivity {
  func table(title: String, notes: [String]) -> Table {
    Table(
      name: "tornado", title: title,
      columns: [
        Table.Column("driver"), Table.Column("low_setting", heading: "lowest at"),
        Table.Column("low", decimals: 2), Table.Column("high_setting", heading: "highest at"),
        Table.Column("high", decimals: 2), Table.Column("swing", decimals: 2),
        Table.Column("baseline", decimals: 2),
      ],
      rows: bars.map { bar in
        [
          .text(bar.driver), .text(bar.low.setting), .number(bar.low.difference),
          .text(bar.high.setting), .number(bar.high.difference), .number(bar.swing),
          .number(baseline.difference),
        ]
      }, notes: notes)
  }

  var casesTable: Table {
    Table(
      name: "cases", title: "Every case",
      columns: [
        Table.Column("driver"), Table.Column("setting"), Table.Column("value", decimals: 2),
        Table.Column("against", decimals: 2), Table.Column("difference", decimals: 2),
      ],
      rows: ([baseline] + cases).map {
        [
          .text($0.driver), .text($0.setting), .number($0.value), .number($0.against),
          .number($0.difference),
        ]
      })
  }
}
