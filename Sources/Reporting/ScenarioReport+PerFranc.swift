internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

extension Scenario {
  private static let perFrancColumns: [(EffectColumn, String, Table.Column.Importance)] = [
    (.turningResponse, "turns\nabove", .essential),
    (.gdpDirectWages, "direct\nwages", .essential), (.gdpMarketPrices, "market\nprices", .dataOnly),
    (.output, "output", .essential), (.income, "income", .essential),
    (.incomeBeyondTransfer, "beyond\ntransfer", .essential),
    (.incomeBottom40, "poorest\n40%", .essential), (.taxReturn, "tax\nback", .essential),
    (.importLeakage, "imports", .essential), (.savingLeakage, "saving", .essential),
    (.otherLeakage, "other\nleaks", .essential), (.leakageTotal, "all\nleaks", .dataOnly),
  ]

  /// A supply of the question, and what a franc does under it.
  private struct Supply {
    let name: String
    let response: SupplyResponse
    let comparison: Comparison

    /// `free`, or the response shares as they are asked for.
    var id: String { response.isFree ? "free" : response.description }

    /// A heading of few letters.
    var heading: String {
      switch name {
      case "agriculture=0": "agric.\nfixed"
      case "agriculture=0.5": "agric.\nhalf"
      default: response.isFree ? "supply\nfree" : name.replacing(",", with: ",\n")
      }
    }
  }

  func perFrancTables(_ context: ScenarioContext) async throws(Diagnostic) -> [Table] {
    let supplies = try supplies(context)
    let first = supplies[0].comparison
    let bands = try await bands(of: supplies, context)
    let jobs = try jobs(first, context)
    func gdpCells(
      _ id: String, _ value: (Comparison) -> Double?
    ) -> [Table.Cell] {
      supplies.flatMap { supply -> [Table.Cell] in
        let band = bands?.band(of: id, .gdpFactorCost, in: supply.id)
        return [
          .optional(value(supply.comparison)), .optional(band?.percentile(0.05)),
          .optional(band?.percentile(0.95)),
        ]
      }
    }
    let rows = first.rows.enumerated().map { p, row -> [Table.Cell] in
      let programme = row.programme
      return [
        .text(programme.id), .text(programme.name), .text(programme.markedName),
        .text(programme.family.rawValue),
        .text(programme.evidence.rawValue), .text(programme.isRanked ? "yes" : "no"),
      ]
        + gdpCells(programme.id) { $0.rows[p].effect.gdpFactorCost }
        + [
          .text(
            Verdict(
              cases: Self.cases(
                supplies, { $0.rows[p].effect.gdpFactorCost }, Self.average(.otherPublicSpending))
            ).word)
        ]
        + Self.perFrancColumns.map { .optional(row.effect[$0.0]) }
        + [.optional(jobs?[p].perBillion), .optional(jobs?[p].perBillionFixedAgriculture)]
    }
    let sections = first.sections { average in
      [.empty, .empty, .text("= average by outlay"), .empty, .empty, .empty]
        + gdpCells(Uncertainty.average(of: average.family), Self.average(average.family))
        + [.empty] + Self.perFrancColumns.map { .optional(average.values[$0.0]) }
        + [
          .optional(first.mean(of: { jobs?[$0].perBillion }, in: average)),
          .optional(first.mean(of: { jobs?[$0].perBillionFixedAgriculture }, in: average)),
        ]
    }
    return [
      Table(
        name: "programmes", title: title, columns: perFrancColumns(supplies), rows: rows,
        sections: sections,
        notes: [order(supplies), first.otherMeasures(jobs)].compactMap(\.self)
          + perFrancNotes(supplies, bands)
          + (context.employment.map {
            ComparisonAdditions.notes(on: $0, outputOf: first.model.sam.year)
          } ?? []))
    ]
  }

  private func perFrancColumns(_ supplies: [Supply]) -> [Table.Column] {
    [
      Table.Column("programme", importance: .dataOnly),
      Table.Column("name", importance: .dataOnly),
      Table.Column("marked", heading: "programme", importance: .label),
      Table.Column("family", importance: .dataOnly),
      Table.Column("evidence", importance: .dataOnly),
      Table.Column("ranked", importance: .dataOnly),
    ]
      + supplies.flatMap { supply in
        [
          Table.Column("gdp:\(supply.id)", heading: "GDP,\n\(supply.heading)", decimals: 2),
          Table.Column("low:\(supply.id)", heading: "low\n5%", decimals: 2),
          Table.Column("high:\(supply.id)", heading: "high\n95%", decimals: 2),
        ]
      } + [Table.Column("verdict")]
      + Self.perFrancColumns.map {
        Table.Column($0.0.rawValue, heading: $0.1, decimals: 2, importance: $0.2)
      }
      + [
        Table.Column("jobs_per_billion", heading: "jobs\nper\nbillion", decimals: 0),
        Table.Column(
          "jobs_per_billion_fixed_agriculture", heading: "jobs,\nagric.\nfixed", decimals: 0),
      ]
  }

  private func supplies(_ context: ScenarioContext) throws(Diagnostic) -> [Supply] {
    var responses = try responses()
    if responses.isEmpty { responses = [("all demand met", .free)] }
    let programmes = try programmes(among: context.programmes)
    var supplies: [Supply] = []
    for (name, response) in responses {
      let supply = Supply(
        name: name, response: response,
        comparison: try comparison(of: programmes, in: try context.model(response), context))
      guard !supplies.contains(where: { $0.id == supply.id }) else {
        throw Diagnostic(
          "the response '\(response.isFree ? "free" : name)' is asked for twice",
          at: all("response").dropFirst(supplies.count).first?.place,
          remedy: "Leave one out")
      }
      supplies.append(supply)
    }
    return supplies
  }

  /// Draws of all supplies at once; `nil` where none are asked for.
  private func bands(
    of supplies: [Supply], _ context: ScenarioContext
  ) async throws(Diagnostic) -> UncertaintyResult? {
    let draws = try wholeNumber("draws", in: 0...1_000_000) ?? 0
    guard draws > 0 else { return nil }
    guard let grades = context.grades else {
      throw Diagnostic(
        "nothing says how well spending is known, so there are no bands",
        at: all("draws").first?.place, remedy: "Leave the line 'draws' out")
    }
    do {
      let uncertainty = try Uncertainty(
        of: supplies[0].comparison.rows.map(\.programme), in: try context.model(),
        scenarios: supplies.map { StructuralScenario(id: $0.id, response: $0.response) },
        grades: grades, measures: [.gdpFactorCost], displacedEarnings: try displacedEarnings())
      return try await uncertainty.run(draws: draws, seed: 1)
    } catch let failure as any DiagnosticConvertible {
      throw failure.diagnostic
    } catch {
      throw Diagnostic("the bands have no result: \(error)", at: all("draws").first?.place)
    }
  }

  /// Jobs by programme; `nil` without employment.
  func jobs(
    _ comparison: Comparison, _ context: ScenarioContext
  ) throws(Diagnostic) -> [ProgrammeJobs]? {
    guard let employment = context.employment else { return nil }
    do { return try comparison.jobs(employment) } catch let failure as any DiagnosticConvertible {
      throw failure.diagnostic
    } catch {
      throw Diagnostic("jobs have no result: \(error)")
    }
  }

  private static func average(_ family: Programme.Family) -> (Comparison) -> Double? {
    { $0.averages.first { $0.family == family }?.values[.gdpFactorCost] }
  }

  private static func cases(
    _ supplies: [Supply], _ value: (Comparison) -> Double?, _ other: (Comparison) -> Double?
  ) -> [(name: String, first: Double, second: Double)] {
    supplies.compactMap { supply in
      guard let a = value(supply.comparison), let b = other(supply.comparison) else { return nil }
      return (supply.name, a, b)
    }
  }

  /// Which family does more on average, and where that turns.
  private func order(_ supplies: [Supply]) -> String? {
    let turn = supplies[0].comparison.averages.first { $0.family == .socialProtection }?
      .values[.turningResponse]
    let cases = Self.cases(
      supplies, Self.average(.socialProtection), Self.average(.otherPublicSpending))
    guard !cases.isEmpty else { return nil }
    return (turn.map { Verdict.above($0) } ?? Verdict(cases: cases)).sentence(
      "social protection on average", "other public spending on average", measure: "GDP")
  }

  private func perFrancNotes(_ supplies: [Supply], _ bands: UncertaintyResult?) -> [String] {
    [
      "GDP: at factor cost, what activities, commodities and margins pay to factors, per franc, "
        + "where supply is: " + supplies.map(\.name).joined(separator: "; ")
        + ". All other columns are under the first of these, but for 'jobs, agric. fixed', which "
        + "is with the output of agriculture fixed. "
        + "'direct wages' is pay that a programme itself gives to workers; it is not in that GDP. "
        + "'income' contains what a programme pays to households; 'beyond transfer' does not. "
        + "'turns above': the share of demand that agriculture must meet for the programme to do "
        + "more for GDP than the average of other public spending. "
        + "Averages are weighted by outlay; The table 'weights' of the comparison has the weights.",
      "'verdict': by this GDP, direct wages left out, against the average of other public "
        + "spending under each of these supplies, without bands. 'more in some': more under some "
        + "and not under others; 'not more': less under some, no difference under others. "
        + Verdict.marginSentence,
      Programme.assumedNote(among: supplies[0].comparison.rows.map(\.programme)),
      bands.map {
        "low, high: 5th and 95th percentile over \($0.draws) draws of spending shares and programme "
          + "vectors (SAM/uncertainty); supply is not drawn, it is a condition."
      },
    ].compactMap(\.self)
  }
}

extension Comparison {
  /// What the two families do on average by other measures than GDP; `nil` without both averages.
  func otherMeasures(_ jobs: [ProgrammeJobs]?) -> String? {
    guard let protection = averages.first(where: { $0.family == .socialProtection }),
      let others = averages.first(where: { $0.family == .otherPublicSpending })
    else { return nil }
    var parts: [String] = []
    func add(_ name: String, _ decimals: Int, _ value: (FamilyAverage) -> Double?) {
      guard let a = value(protection), let b = value(others) else { return }
      parts.append("\(name) \(a.fixed(decimals)) and \(b.fixed(decimals))")
    }
    add("income of the poorest 40 per cent", 2) { $0.values[.incomeBottom40] }
    add("jobs per billion", 0) { self.mean(of: { jobs?[$0].perBillion }, in: $0) }
    add("with agriculture fixed", 0) {
      self.mean(of: { jobs?[$0].perBillionFixedAgriculture }, in: $0)
    }
    return parts.isEmpty
      ? nil
      : "By other measures, social protection and other public spending on average: "
        + parts.joined(separator: ", ") + "."
  }
}
