internal import AccountMatrix
internal import ArgumentParser
internal import GeneralEquilibrium
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting

/// How much is spent: an amount, or a part of GDP.
enum SpendingSize: ExpressibleByArgument, Equatable {
  /// In the unit of the matrix.
  case amount(Double)
  /// Per cent of GDP at market prices.
  case percentOfGDP(Double)

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let value = Double(plainDecimal: isPercent ? String(argument.dropLast()) : argument),
      value != 0
    else { return nil }
    self = isPercent ? .percentOfGDP(value) : .amount(value)
  }

  /// The amount in the unit of a matrix.
  func amount(in sam: SocialAccountingMatrix) throws(Diagnostic) -> Double {
    switch self {
    case .amount(let value): return value
    case .percentOfGDP(let percent):
      do { return try sam.grossDomesticProduct().byIncome * percent / 100 } catch {
        throw error.diagnostic
      }
    }
  }
}

/// The tables of regimes and elasticities, of the country or of one's own.
struct RegimeTableOptions: ParsableArguments {
  @Option(
    name: .customLong("regimes"),
    help: "CSV of regimes to add: regime,rule,accounts,activities,value,supply,reward.")
  var regimeFile: String?

  @Option(
    name: .customLong("regime-elasticities"),
    help: "CSV of elasticities that go first: elasticity,accounts,value,low,high,source.")
  var elasticityFile: String?

  /// The regimes of the country, and those of a file, which replace those of the same name.
  func known(from source: Country) throws(Diagnostic) -> [Regime] {
    let known = try source.regimes()
    guard let regimeFile else { return known }
    let own = try RegimeTable.read(try SourceFile(given: regimeFile))
    return known.filter { old in !own.contains { $0.name == old.name } } + own
  }

  /// The regimes of some names, in their order.
  func regimes(_ names: [String], from source: Country) throws(Diagnostic) -> [Regime] {
    let known = try known(from: source)
    var chosen: [Regime] = []
    for name in names {
      guard let regime = known.first(where: { $0.name == name }) else {
        let nearest = nearestCodes(to: name, among: known.map { $0.name })
        throw Diagnostic(
          "there is no regime '\(name)'",
          remedy: nearest.isEmpty
            ? "Known are \(known.map { $0.name }.joined(separator: ", "))" : suggestion(nearest))
      }
      chosen.append(regime)
    }
    return chosen
  }

  /// The elasticities of the country, and before them those of a file, which must be of the matrix.
  func elasticities(
    for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> Elasticities {
    let table = try source.elasticities()
    guard let elasticityFile else { return table }
    let own = try EquilibriumElasticityTable.read(try SourceFile(given: elasticityFile))
    do { try own.requireKnown(in: sam) } catch {
      var diagnostic = error.diagnostic
      diagnostic.location = elasticityFile
      throw diagnostic
    }
    return table.overridden(by: own.entries)
  }

  /// Whether a table of one's own is named.
  var isGiven: Bool { regimeFile != nil || elasticityFile != nil }
}

/// Under which regimes something is asked.
struct RegimeChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Regimes in which prices respond, NAME[,NAME], beside the multipliers.",
      discussion: "'sam list' has the names; --regimes FILE adds others."))
  var regime: String?

  @OptionGroup var tables: RegimeTableOptions

  func validate() throws {
    if regime == nil, tables.isGiven {
      throw ValidationError("--regimes and --regime-elasticities need --regime NAME.")
    }
    if regime != nil, names.isEmpty { throw ValidationError("--regime names no regime.") }
    if Set(names).count < names.count { throw ValidationError("--regime names a regime twice.") }
  }

  /// The names in their order; none where no regime is asked for.
  var names: [String] {
    (regime ?? "").split(separator: ",").map { $0.trimming(" ") }.filter { !$0.isEmpty }
  }

  /// The regimes asked for.
  ///
  /// - Parameter exports: where exports come from in place of what the regimes say, if anything.
  func regimes(
    from source: Country, exports: ExportSupply? = nil
  ) throws(Diagnostic) -> [Regime] {
    var regimes = try tables.regimes(names, from: source)
    if let exports {
      for k in regimes.indices { regimes[k].exports = exports }
    }
    return regimes
  }
}

/// Under which regimes programmes are compared, and at which size.
struct RegimeOptions: ParsableArguments {
  @OptionGroup var choice: RegimeChoice

  @Option(
    help:
      "What is spent on each under a regime, in the unit of the matrix or X% of GDP; else at the margin."
  )
  var size: SpendingSize?

  func validate() throws {
    if choice.regime == nil, size != nil { throw ValidationError("--size needs --regime NAME.") }
  }

  /// The programmes of a comparison under the regimes asked for; `nil` if none is.
  ///
  /// - Parameter exports: where exports come from in place of what the regimes say, if anything.
  func comparison(
    of comparison: Comparison, from source: Country, exports: ExportSupply? = nil,
    tolerance: Double?
  ) throws -> RegimeComparison? {
    guard choice.regime != nil else { return nil }
    let sam = comparison.model.sam
    return try RegimeComparison(
      of: comparison, under: try choice.regimes(from: source, exports: exports),
      elasticities: try choice.tables.elasticities(for: sam, from: source),
      size: try size.map { size throws(Diagnostic) in try size.amount(in: sam) },
      tolerance: tolerance)
  }
}
