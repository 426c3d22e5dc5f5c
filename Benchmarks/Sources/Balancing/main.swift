import SocialAccounting

// Balances a table read from files that the peer reads too, and prints the seconds of the fastest
// and the median run for each method, and a sum of the result by which both are compared:
// balance TABLE METHOD RUNS
let words = CommandLine.arguments
guard words.count == 4, let runs = Int(words[3]), let order = Int(words[1]) else {
  print("usage: BalancingBenchmark ORDER METHOD RUNS")
  throw CancellationError()
}

// A table of positive cells, or one with a tenth of them below zero for GRAS, by a fixed rule.
let isSigned = words[2] == "gras"
struct Stream {
  var state: UInt64 = 1
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }
}
var stream = Stream()
let codes = (0..<order).map { "a\($0)" }
var cells = (0..<order).map { _ in (0..<order).map { _ in 1 + stream.next() } }
if isSigned {
  for i in 0..<order { for j in 0..<order where (i + j) % 10 == 0 { cells[i][j] *= -0.3 } }
}
let rows = cells.map { $0.reduce(0, +) * (1 + 0.1 * stream.next()) }
var columns = (0..<order).map { j in cells.reduce(0) { $0 + $1[j] } }
let scale = rows.reduce(0, +) / columns.reduce(0, +)
columns = columns.map { $0 * scale }
let prior = try LabelledTable(rows: codes, columns: codes, values: cells)
let problem = BalancingProblem(
  prior: prior,
  controls: zip(codes, rows).map { .rowTotal($0, $1) }
    + zip(codes, columns).map { .columnTotal($0, $1) })

@MainActor func balanced() throws -> Balance {
  switch words[2] {
  case "ras": try problem.balanced(by: RAS())
  case "gras": try problem.balanced(by: GRAS())
  case "least-squares": try problem.balanced(by: LeastSquares())
  default: try problem.balanced(by: CrossEntropy())
  }
}
let clock = ContinuousClock()
var times: [Double] = []
var last = try balanced()
for _ in 0..<runs {
  let time = try clock.measure { last = try balanced() }
  times.append(Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
}
times.sort()
var trace = 0.0
for i in 0..<order { trace += last.table[i, i] }
print(words[2], order, times[0], times[runs / 2], last.iterations, trace)
