internal import Glibc

extension ExpressionGraph {
  /// The value of every expression.
  func values(unknowns: [Double], levers: [Double]) -> Values {
    var values = [Double](repeating: 0, count: operations.count)
    for node in operations.indices {
      let number = numbers[node]
      let start = Int(starts[node])
      switch operations[node] {
      case .constant: values[node] = number
      case .unknown: values[node] = unknowns[start]
      case .lever: values[node] = levers[start]
      case .sum:
        var sum = number
        for k in start..<Int(ends[node]) { sum += weights[k] * values[Int(arguments[k])] }
        values[node] = sum
      case .product:
        var product = number
        for k in start..<Int(ends[node]) { product *= values[Int(arguments[k])] }
        values[node] = product
      case .quotient:
        values[node] = number * values[Int(arguments[start])] / values[Int(arguments[start + 1])]
      case .power: values[node] = pow(values[Int(arguments[start])], number)
      }
    }
    return Values(storage: values, changes: [Double](repeating: 0, count: values.count))
  }

  /// The value of every expression where unknowns and levers have changed from a base, and by how
  /// much it has changed itself, without the cancellation of a difference: of a shock of one franc
  /// in a matrix of billions all digits are kept.
  ///
  /// Reference: Higham 2002, Accuracy and Stability of Numerical Algorithms, section 1.7
  /// (cancellation), and 1.14.1 (log1p).
  func values(
    from base: Values, unknowns: [Double], levers: [Double]
  ) -> Values {
    let old = base.storage
    var changes = [Double](repeating: 0, count: operations.count)
    for node in operations.indices {
      let start = Int(starts[node])
      switch operations[node] {
      case .constant: break
      case .unknown: changes[node] = unknowns[start]
      case .lever: changes[node] = levers[start]
      case .sum:
        var sum = 0.0
        for k in start..<Int(ends[node]) { sum += weights[k] * changes[Int(arguments[k])] }
        changes[node] = sum
      case .product:
        // (p + dp)(x + dx) - p x = dp (x + dx) + p dx, factor by factor.
        var product = numbers[node]
        var change = 0.0
        for k in start..<Int(ends[node]) {
          let x = Int(arguments[k])
          change = change * (old[x] + changes[x]) + product * changes[x]
          product *= old[x]
        }
        changes[node] = change
      case .quotient:
        // (x + dx) / (y + dy) - x / y = (dx - (x / y) dy) / (y + dy).
        let (x, y) = (Int(arguments[start]), Int(arguments[start + 1]))
        changes[node] =
          (numbers[node] * changes[x] - old[node] * changes[y]) / (old[y] + changes[y])
      case .power:
        let x = Int(arguments[start])
        if changes[x] != 0 {
          changes[node] = old[node] * expm1(numbers[node] * log1p(changes[x] / old[x]))
        }
      }
    }
    var values = old
    for node in changes.indices { values[node] += changes[node] }
    return Values(storage: values, changes: changes)
  }

  /// The values of all expressions at one point, and their changes from the base.
  struct Values: Sendable {
    fileprivate let storage: [Double]
    fileprivate let changes: [Double]

    subscript(expression: Expression) -> Double { storage[Int(expression.index)] }

    /// What an expression has changed by; zero in the base.
    func change(of expression: Expression) -> Double { changes[Int(expression.index)] }
  }

  /// The expressions that one depends on, found once and swept often.
  struct Support: Sendable {
    fileprivate let root: Int32
    fileprivate let inner: [Int32]
    fileprivate let leaves: [Int32]
  }

  /// What an expression is made of, in the order of the graph.
  func support(of expression: Expression, marking seen: inout [Bool]) -> Support {
    var found: [Int32] = [expression.index]
    seen[Int(expression.index)] = true
    var next = 0
    while next < found.count {
      let node = Int(found[next])
      next += 1
      guard !operations[node].isLeaf else { continue }
      for k in Int(starts[node])..<Int(ends[node]) where !seen[Int(arguments[k])] {
        seen[Int(arguments[k])] = true
        found.append(arguments[k])
      }
    }
    for node in found { seen[Int(node)] = false }
    return Support(
      root: expression.index, inner: found.filter { !operations[Int($0)].isLeaf }.sorted(),
      leaves: found.filter {
        operations[Int($0)] == .unknown || operations[Int($0)] == .lever
      })
  }

  /// Sweeps back from an expression to the leaves, and hands over each derivative.
  ///
  /// - Parameter adjoints: zeros for all expressions, which are zeros again afterwards.
  func gradient(
    _ support: Support, at values: Values, adjoints: inout [Double],
    _ take: (_ isUnknown: Bool, _ position: Int, _ derivative: Double) -> Void
  ) {
    let x = values.storage
    adjoints[Int(support.root)] = 1
    for index in support.inner.reversed() {
      let node = Int(index)
      let adjoint = adjoints[node]
      adjoints[node] = 0
      if adjoint == 0 { continue }
      let start = Int(starts[node])
      let end = Int(ends[node])
      switch operations[node] {
      case .constant, .unknown, .lever: break
      case .sum:
        for k in start..<end { adjoints[Int(arguments[k])] += adjoint * weights[k] }
      case .product:
        for k in start..<end {
          var others = numbers[node]
          for l in start..<end where l != k { others *= x[Int(arguments[l])] }
          adjoints[Int(arguments[k])] += adjoint * others
        }
      case .quotient:
        let numerator = Int(arguments[start])
        let denominator = Int(arguments[start + 1])
        adjoints[numerator] += adjoint * numbers[node] / x[denominator]
        adjoints[denominator] -= adjoint * x[node] / x[denominator]
      case .power:
        let base = Int(arguments[start])
        adjoints[base] += adjoint * numbers[node] * pow(x[base], numbers[node] - 1)
      }
    }
    for index in support.leaves {
      let node = Int(index)
      let derivative = adjoints[node]
      adjoints[node] = 0
      if derivative != 0 { take(operations[node] == .unknown, Int(starts[node]), derivative) }
    }
  }
}
