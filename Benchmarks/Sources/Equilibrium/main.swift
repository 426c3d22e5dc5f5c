import RwandaSAM
import SocialAccounting

// Prints the median milliseconds of what the price model is asked for, on the newest matrix:
// EquilibriumBenchmark [RUNS] [DRAWS]
let words = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let (runs, draws) = (words.first ?? 15, words.dropFirst().first ?? 200)
let sam = try Country.rwanda.sam()
let elasticities = try Country.rwanda.elasticities()
let programmes = try Country.rwanda.programmes(for: sam)
let comparison = try Comparison(of: programmes, in: try MultiplierModel(sam))
let clock = ContinuousClock()

@MainActor func milliseconds(_ name: String, runs: Int, _ work: () throws -> Void) rethrows {
  var times: [Double] = []
  for _ in 0..<runs {
    let time = try clock.measure(work)
    times.append(
      1e3 * (Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)))
  }
  times.sort()
  print("\(name): \(times[runs / 2]) ms (fastest \(times[0]))")
}

print("\(programmes.count) programmes, \(sam.accounts.count) accounts")
try milliseconds("one regime, all programmes at the margin", runs: runs) {
  _ = try RegimeComparison(of: comparison, under: [.shortRun], elasticities: elasticities)
}
try milliseconds("four regimes, all programmes at the margin", runs: runs) {
  _ = try RegimeComparison(
    of: comparison, under: [.limit, .shortRun, .longRun, .fullEmployment],
    elasticities: elasticities)
}
for regime in [Regime.shortRun, .fullEmployment] {
  try milliseconds("\(regime.name), all programmes solved at 1 % of GDP", runs: max(3, runs / 5)) {
    _ = try RegimeComparison(
      of: comparison, under: [regime], elasticities: elasticities,
      size: try sam.grossDomesticProduct().byIncome / 100)
  }
}
let uncertainty = try Uncertainty(
  of: programmes.filter { $0.family != .tax }, in: comparison.model,
  grades: try Country.rwanda.grades(), regimes: [.shortRun], elasticities: elasticities)
let start = clock.now
_ = try await uncertainty.run(draws: draws, seed: 1, tasks: 2)
print("\(draws) draws of one regime on two cores: \(clock.now - start)")
