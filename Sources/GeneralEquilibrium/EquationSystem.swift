internal import AccountMatrix
internal import LinearAlgebra

/// The equations of a regime over one matrix: as many as there are unknowns.
struct EquationSystem: Sendable {
  /// A price or quantity that the equations determine.
  struct Unknown: Sendable {
    /// What it is, in words, for messages.
    let name: String
    /// Its value in the base.
    let base: Double
    /// Whether it must stay above zero.
    let isPositive: Bool
  }

  /// An equation as a residual, relative to its base flow.
  struct Equation: Sendable {
    /// The market or rule, in words, for messages.
    let name: String
    let residual: Expression
  }

  /// A payment from a column account to a row account.
  struct Cell: Sendable {
    let row: Int
    let column: Int
    let value: Expression
  }

  let graph: ExpressionGraph
  let unknowns: [Unknown]
  let equations: [Equation]
  /// Every payment, injections included.
  let cells: [Cell]
  let levers: [Lever]
  let indicators: [Indicator: Expression]
  let parts: Parts
  private let supports: [ExpressionGraph.Support]

  /// Prices and quantities by account, which reports name.
  struct Parts: Sendable {
    /// The price of an activity's output, a commodity's composite, a margin or a mobile factor.
    var prices: [Expression?]
    /// Output, composite supply, margin services.
    var quantities: [Expression?]
    /// What a factor or institution receives.
    var incomes: [Expression?]
    /// By activity and factor, what a unit of the factor earns there.
    var rewards: [Int: [Int: Expression]] = [:]
    /// By activity and factor, how much of the factor is employed there.
    var employment: [Int: [Int: Expression]] = [:]
    /// By activity and commodity, the price of a joint product.
    var productPrices: [Int: [Int: Expression]] = [:]
    /// By commodity, the price and volume of exports of own output.
    var exportPrices: [Int: Expression] = [:]
    var exportVolumes: [Int: Expression] = [:]
    var importVolumes: [Int: Expression] = [:]
    var domesticPrices: [Int: Expression] = [:]
    var domesticVolumes: [Int: Expression] = [:]
    /// By household, equivalent variation and consumption at base prices.
    var equivalentVariation: [Int: Expression] = [:]
    var realConsumption: [Int: Expression] = [:]
    var consumerPrices: Expression
    var exchangeRate: Expression
    var investmentScale: Expression
    var taxScale: Expression
    /// What saving and investment miss each other by; zero by Walras' law.
    var walras: Expression

    init(accounts: Int, constant: Expression) {
      prices = [Expression?](repeating: nil, count: accounts)
      quantities = prices
      incomes = prices
      consumerPrices = constant
      exchangeRate = constant
      investmentScale = constant
      taxScale = constant
      walras = constant
    }
  }

  init(
    graph: ExpressionGraph, unknowns: [Unknown], equations: [Equation], cells: [Cell],
    levers: [Lever], indicators: [Indicator: Expression], parts: Parts
  ) {
    precondition(unknowns.count == equations.count, "as many equations as unknowns")
    self.graph = graph
    self.unknowns = unknowns
    self.equations = equations
    self.cells = cells
    self.levers = levers
    self.indicators = indicators
    self.parts = parts
    var seen = [Bool](repeating: false, count: graph.count)
    var supports: [ExpressionGraph.Support] = []
    for equation in equations {
      supports.append(graph.support(of: equation.residual, marking: &seen))
    }
    self.supports = supports
  }

  /// The unknowns of the base.
  var base: [Double] { unknowns.map { $0.base } }
  /// The levers of the base.
  var baseLevers: [Double] { levers.map { $0.base } }

  func values(_ unknowns: [Double], _ levers: [Double]) -> ExpressionGraph.Values {
    graph.values(unknowns: unknowns, levers: levers)
  }

  /// The values at changes of unknowns and levers from a base.
  func values(
    from base: ExpressionGraph.Values, unknowns: [Double], levers: [Double]
  ) -> ExpressionGraph.Values {
    graph.values(from: base, unknowns: unknowns, levers: levers)
  }

  func residuals(_ values: ExpressionGraph.Values) -> [Double] {
    equations.map { values[$0.residual] }
  }

  /// What residuals have changed by since the base.
  func residualChanges(_ values: ExpressionGraph.Values) -> [Double] {
    equations.map { values.change(of: $0.residual) }
  }

  /// What a lever does to an equation.
  struct LeverSlope: Sendable {
    let equation: Int
    let lever: Int
    let value: Double
  }

  /// The derivatives of the equations: by unknown, of which each equation has many, and by lever, of
  /// which it has few.
  func jacobian(
    at values: ExpressionGraph.Values
  ) -> (unknowns: Matrix, levers: [LeverSlope]) {
    var unknowns = Matrix(rows: equations.count, columns: graph.unknownCount)
    var levers: [LeverSlope] = []
    var adjoints = [Double](repeating: 0, count: graph.count)
    for (row, support) in supports.enumerated() {
      graph.gradient(support, at: values, adjoints: &adjoints) { isUnknown, column, derivative in
        if isUnknown {
          unknowns[row, column] = derivative
        } else {
          levers.append(LeverSlope(equation: row, lever: column, value: derivative))
        }
      }
    }
    return (unknowns, levers)
  }

  /// The derivatives of a result by unknown and by lever.
  func gradient(
    of expression: Expression, at values: ExpressionGraph.Values
  ) -> (unknowns: [Double], levers: [Double]) {
    var unknowns = [Double](repeating: 0, count: graph.unknownCount)
    var levers = [Double](repeating: 0, count: graph.leverCount)
    var seen = [Bool](repeating: false, count: graph.count)
    var adjoints = [Double](repeating: 0, count: graph.count)
    let support = graph.support(of: expression, marking: &seen)
    graph.gradient(support, at: values, adjoints: &adjoints) { isUnknown, position, derivative in
      if isUnknown { unknowns[position] = derivative } else { levers[position] = derivative }
    }
    return (unknowns, levers)
  }
}
