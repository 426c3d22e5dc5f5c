package import AccountMatrix
package import GeneralEquilibrium

extension CoverageIndicator {
  /// What closing the gap of one function would cost in a year, and do.
  package struct Gap: Sendable, Equatable {
    /// The function.
    package let entry: Entry
    /// The people without cover; all of them where nothing is published.
    package let persons: Double
    /// Whether nothing is published, so that the cost is the most that it can be.
    package let isMost: Bool
    /// The benefit, in units of the currency a year.
    package let benefit: Double
    /// The cost, in the unit of the matrix.
    package let cost: Double
    /// The cost in per cent of GDP.
    package let percentOfGDP: Double
    /// What a franc of the programme does, where the matrix has it.
    package let effect: ProgrammeEffect?
    /// Real GDP at factor cost of a franc at the margin, by regime in the order asked for; `nil`
    /// where the matrix lacks the programme.
    package let realGDP: [Double?]
  }

  /// What closing gaps would cost and do. No benefit is public that would close one: each is an
  /// input, in units of the currency a year.
  ///
  /// - Parameters:
  ///   - benefits: the benefit of each person, by function.
  ///   - context: the matrix, its model, programmes and elasticities.
  ///   - regimes: the regimes in which prices respond, beside the multipliers.
  /// - Throws: `GapFailure` for a function that is unknown or whose people nobody counts, and where
  ///   the programmes cannot be compared.
  package func gaps(
    benefits: [(function: String, amount: Double)], on context: QuestionContext,
    regimes: [Regime] = []
  ) throws(GapFailure) -> [Gap] {
    let entries = self.entries
    let rows: [Comparison.Row]
    let gdp: Double
    do {
      rows = try context.comparison(of: context.programmes).rows
      gdp = try context.gdp()
    } catch { throw .question(error) }
    let named = Set(entries.compactMap { $0.denominator?.programme })
    let priced = rows.map { $0.programme }.filter { named.contains($0.id) }
    var underRegimes: [[String: Double]] = []
    if !regimes.isEmpty, !priced.isEmpty {
      let comparison: Comparison
      do { comparison = try context.comparison(of: priced) } catch { throw .question(error) }
      do {
        underRegimes = try RegimeComparison(
          of: comparison, under: regimes, elasticities: context.elasticities,
          indicators: [.realGDPFactorCost]
        ).effects.map { effects in
          var byProgramme: [String: Double] = [:]
          for (row, effect) in zip(comparison.rows, effects) {
            byProgramme[row.programme.id] = effect.values[.realGDPFactorCost]
          }
          return byProgramme
        }
      } catch { throw .question(.regime(error)) }
    }
    var gaps: [Gap] = []
    for benefit in benefits {
      guard let entry = entries.first(where: { $0.function.id == benefit.function }) else {
        throw .unknownFunction(benefit.function, known: functions.map { $0.id })
      }
      guard let people = entry.denominator?.value else {
        throw .nobodyCounted(benefit.function, note: entry.denominator?.note ?? "")
      }
      let persons = people * (entry.uncovered ?? 1)
      let cost = persons * benefit.amount / context.sam.unit.scale.factor
      gaps.append(
        Gap(
          entry: entry, persons: persons, isMost: entry.uncovered == nil, benefit: benefit.amount,
          cost: cost, percentOfGDP: 100 * cost / gdp,
          effect: rows.first { $0.programme.id == entry.denominator?.programme }?.effect,
          realGDP: regimes.indices.map { k in
            entry.denominator?.programme.flatMap {
              underRegimes.isEmpty ? nil : underRegimes[k][$0]
            }
          }))
    }
    return gaps
  }

  /// Why a gap has no cost.
  package enum GapFailure: Error {
    /// The indicator has no such function.
    case unknownFunction(String, known: [String])
    /// Nobody counts the people whom the function is about.
    case nobodyCounted(String, note: String)
    /// The programmes cannot be compared.
    case question(QuestionFailure)
  }
}

extension CoverageIndicator.GapFailure: DiagnosticConvertible {
  package var diagnostic: Diagnostic {
    switch self {
    case .unknownFunction(let word, let known):
      Diagnostic(
        "the indicator has no function '\(word)'",
        remedy: "Expected one of \(known.joined(separator: ", "))")
    case .nobodyCounted(let function, let note):
      Diagnostic(
        "nobody counts the people of '\(function)'"
          + (note.isEmpty ? "" : ": \(note)"),
        remedy: "Give a function whose denominator has a number")
    case .question(let failure): failure.diagnostic
    }
  }
}
