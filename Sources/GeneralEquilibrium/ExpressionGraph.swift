internal import Glibc

/// A value in an `ExpressionGraph`: a constant, an unknown, a lever, or what is made of them.
struct Expression: Sendable, Hashable {
  fileprivate let index: Int32
}

/// The equations of a model as one graph, written once and used three ways: for values, for the
/// exact Jacobian, and for what a lever does to a result (adjoint).
///
/// An expression stands behind those that it is made of, so that values are found in one pass, and
/// derivatives in one pass back over what an equation touches.
///
/// Reference: Griewank & Walther 2008, Evaluating Derivatives, chapters 3 and 8 (reverse mode).
struct ExpressionGraph: Sendable {
  fileprivate enum Operation: UInt8, Sendable {
    case constant, unknown, lever
    /// c₀ + Σ cₖ xₖ.
    case sum
    /// c₀ Π xₖ.
    case product
    /// c₀ x / y.
    case quotient
    /// x to the fixed power c₀.
    case power
  }

  private var operations: [Operation] = []
  private var numbers: [Double] = []
  /// Where the arguments of an expression begin; the position of an unknown or a lever.
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var arguments: [Int32] = []
  private var weights: [Double] = []
  private(set) var unknownCount = 0
  private(set) var leverCount = 0

  /// The number of expressions.
  var count: Int { operations.count }

  private mutating func append(
    _ operation: Operation, number: Double = 0, start: Int, end: Int
  ) -> Expression {
    operations.append(operation)
    numbers.append(number)
    starts.append(Int32(start))
    ends.append(Int32(end))
    return Expression(index: Int32(operations.count - 1))
  }

  private mutating func append(
    _ operation: Operation, number: Double, of terms: [(weight: Double, term: Expression)]
  ) -> Expression {
    let start = arguments.count
    for (weight, term) in terms {
      arguments.append(term.index)
      weights.append(weight)
    }
    return append(operation, number: number, start: start, end: arguments.count)
  }

  /// The value of an expression that is a constant.
  func constantValue(_ expression: Expression) -> Double? {
    let node = Int(expression.index)
    return operations[node] == .constant ? numbers[node] : nil
  }
}

// MARK: - Building

extension ExpressionGraph {
  mutating func constant(_ value: Double) -> Expression {
    append(.constant, number: value, start: 0, end: 0)
  }

  mutating func unknown() -> Expression {
    unknownCount += 1
    return append(.unknown, start: unknownCount - 1, end: 0)
  }

  mutating func lever() -> Expression {
    leverCount += 1
    return append(.lever, start: leverCount - 1, end: 0)
  }

  /// c₀ + Σ cₖ xₖ, with constants folded.
  mutating func sum(
    _ terms: [(weight: Double, term: Expression)], plus constant: Double = 0
  ) -> Expression {
    var rest: [(weight: Double, term: Expression)] = []
    var number = constant
    for (weight, term) in terms where weight != 0 {
      if let value = constantValue(term) {
        number += weight * value
      } else {
        rest.append((weight, term))
      }
    }
    if rest.isEmpty { return self.constant(number) }
    if rest.count == 1, rest[0].weight == 1, number == 0 { return rest[0].term }
    return append(.sum, number: number, of: rest)
  }

  mutating func sum(_ terms: [Expression]) -> Expression { sum(terms.map { (1, $0) }) }

  mutating func difference(_ left: Expression, _ right: Expression) -> Expression {
    sum([(1, left), (-1, right)])
  }

  /// c₀ Π xₖ, with constants folded.
  mutating func product(_ factor: Double, _ factors: [Expression]) -> Expression {
    var rest: [(weight: Double, term: Expression)] = []
    var number = factor
    for term in factors {
      if let value = constantValue(term) { number *= value } else { rest.append((1, term)) }
    }
    if rest.isEmpty || number == 0 { return constant(number) }
    if rest.count == 1 { return sum([(number, rest[0].term)]) }
    return append(.product, number: number, of: rest)
  }

  mutating func product(_ factors: Expression...) -> Expression { product(1, factors) }

  /// c₀ x / y.
  mutating func quotient(
    _ numerator: Expression, _ denominator: Expression, times factor: Double = 1
  ) -> Expression {
    if let value = constantValue(denominator) { return sum([(factor / value, numerator)]) }
    return append(.quotient, number: factor, of: [(1, numerator), (1, denominator)])
  }

  mutating func power(_ base: Expression, _ exponent: Double) -> Expression {
    if let value = constantValue(base) { return constant(pow(value, exponent)) }
    if exponent == 0 { return constant(1) }
    if exponent == 1 { return base }
    return append(.power, number: exponent, of: [(1, base)])
  }
}

// MARK: - Values and derivatives

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
    return Values(storage: values)
  }

  /// The values of all expressions at one point.
  struct Values: Sendable {
    fileprivate let storage: [Double]

    subscript(expression: Expression) -> Double { storage[Int(expression.index)] }
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

extension ExpressionGraph.Operation {
  fileprivate var isLeaf: Bool { self == .constant || self == .unknown || self == .lever }
}
