internal import Glibc

/// A value in an `ExpressionGraph`: a constant, an unknown, a lever, or what is made of them.
struct Expression: Sendable, Hashable {
  let index: Int32
}

/// The equations of a model as one graph, written once and used three ways: for values, for the
/// exact Jacobian, and for what a lever does to a result (adjoint).
///
/// An expression stands behind those that it is made of, so that values are found in one pass, and
/// derivatives in one pass back over what an equation touches.
///
/// Reference: Griewank & Walther 2008, Evaluating Derivatives, chapters 3 and 8 (reverse mode).
struct ExpressionGraph: Sendable {
  enum Operation: UInt8, Sendable {
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

  private(set) var operations: [Operation] = []
  private(set) var numbers: [Double] = []
  /// Where the arguments of an expression begin; the position of an unknown or a lever.
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var arguments: [Int32] = []
  private(set) var weights: [Double] = []
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

extension ExpressionGraph.Operation {
  var isLeaf: Bool { self == .constant || self == .unknown || self == .lever }
}
