internal import AccountMatrix
internal import LinearAlgebra

/// Writes the equations of a regime: prices and volumes first, then what every account pays, then
/// what every account must receive.
///
/// Base prices are one, so that base quantities are base values. The payments of an account add to
/// its receipts by the form of its equations; markets clear by row.
///
/// Reference: Lofgren, Harris & Robinson 2002; Rutherford 1999 (calibrated share form).
struct EquationBuilder {
  let matrix: PreparedMatrix
  let regime: Regime
  let elasticities: Elasticities
  var graph = ExpressionGraph()
  var unknowns: [EquationSystem.Unknown] = []
  var equations: [EquationSystem.Equation] = []
  var cells: [EquationSystem.Cell] = []
  var levers: [Lever] = []
  private var leverExpressions: [Lever: Expression] = [:]
  var parts: EquationSystem.Parts
  /// Positions in `cells` by row and by column.
  private(set) var cellsByRow: [[Int]]
  private(set) var cellsByColumn: [[Int]]
  let one: Expression
  var trades: [Int: CommodityBase] = [:]
  /// By commodity, what the world pays for exports drawn from the composite.
  var reExports: [Int: Expression] = [:]
  var incomes: [Int: Expression] = [:]
  /// By activity and commodity, the price of a joint product and the volume sold of each product.
  var productPrices: [Int: [Int: Expression]] = [:]
  var productVolumes: [Int: [Int: Expression]] = [:]
  /// Elasticities that were only defaults, and goods whose subsistence is below zero, for notes.
  var defaulted: [String] = []
  var negativeNeeds: [String] = []
  var taxOnProducts: Expression
  var savingScale: Expression

  init(_ matrix: PreparedMatrix, regime: Regime, elasticities: Elasticities) {
    self.matrix = matrix
    self.regime = regime.resolved(in: matrix.sam)
    self.elasticities = elasticities.resolved(in: matrix.sam)
    one = graph.constant(1)
    parts = EquationSystem.Parts(accounts: matrix.sam.accounts.count, constant: one)
    cellsByRow = matrix.sam.accounts.map { _ in [] }
    cellsByColumn = cellsByRow
    taxOnProducts = one
    savingScale = one
  }

  /// All equations of the regime.
  mutating func build() throws(EquilibriumModel.Failure) -> EquationSystem {
    declareMacro()
    try declareAccounts()
    try declareFactorPrices()
    for activity in matrix.activities { try produce(activity) }
    for margin in matrix.margins { trade(margin) }
    for commodity in matrix.commodities { try supply(commodity) }
    for factor in matrix.factors { distribute(factor) }
    for institution in matrix.institutions { try spend(institution) }
    inject()
    for tax in matrix.taxes { passOn(tax) }
    payAbroad()
    spendPublicly()
    for scheme in matrix.schemes { saveSurplus(of: scheme) }
    govern()
    invest()
    clearMarkets()
    closeMacro()
    let indicators = indicators()
    return EquationSystem(
      graph: graph, unknowns: unknowns, equations: equations, cells: cells, levers: levers,
      indicators: indicators, parts: parts)
  }
}

// MARK: - Vocabulary

extension EquationBuilder {
  func flow(_ row: Int, _ column: Int) -> Double { matrix.flows[row, column] }

  mutating func unknown(
    _ name: String, base: Double, isPositive: Bool = true
  ) -> Expression {
    unknowns.append(EquationSystem.Unknown(name: name, base: base, isPositive: isPositive))
    return graph.unknown()
  }

  mutating func require(
    _ name: String, _ left: Expression, equals right: Expression, scale: Double = 1
  ) {
    let residual = graph.sum([(1 / scale, left), (-1 / scale, right)])
    equations.append(EquationSystem.Equation(name: name, residual: residual))
  }

  mutating func lever(_ lever: Lever) -> Expression {
    if let known = leverExpressions[lever] { return known }
    let expression = graph.lever()
    levers.append(lever)
    leverExpressions[lever] = expression
    return expression
  }

  mutating func pay(from column: Int, to row: Int, _ value: Expression) {
    cellsByRow[row].append(cells.count)
    cellsByColumn[column].append(cells.count)
    cells.append(EquationSystem.Cell(row: row, column: column, value: value))
  }

  func receipts(of row: Int) -> [Expression] { cellsByRow[row].map { cells[$0].value } }
  func payments(of column: Int) -> [Expression] { cellsByColumn[column].map { cells[$0].value } }

  /// A fixed amount in money of consumers.
  mutating func indexed(_ amount: Double) -> Expression {
    graph.sum([(amount, parts.consumerPrices)])
  }

  /// A fixed amount in foreign currency.
  mutating func abroad(_ amount: Double) -> Expression {
    graph.sum([(amount, parts.exchangeRate)])
  }

  /// What an activity charges for a commodity: its one price, unless products are joint.
  func productPrice(of commodity: Int, from activity: Int) -> Expression {
    productPrices[activity]?[commodity] ?? price(activity)
  }

  /// What a production account charges a unit.
  func price(_ account: Int) -> Expression { parts.prices[account] ?? one }

  /// The least cost of a unit made of inputs with base shares, at an elasticity of substitution.
  mutating func unitCost(
    _ inputs: [(share: Double, price: Expression)], _ elasticity: Double
  ) -> Expression {
    let total = inputs.reduce(0) { $0 + $1.share }
    if inputs.count == 1 { return inputs[0].price }
    if elasticity == 1 {
      var powers: [Expression] = []
      for input in inputs { powers.append(graph.power(input.price, input.share / total)) }
      return graph.product(1, powers)
    }
    var terms: [(weight: Double, term: Expression)] = []
    for input in inputs {
      terms.append((input.share / total, graph.power(input.price, 1 - elasticity)))
    }
    return graph.power(graph.sum(terms), 1 / (1 - elasticity))
  }

  /// (cost / price)^elasticity: by how much the use of an input differs from its base share.
  mutating func substitution(
    _ cost: Expression, _ price: Expression, _ elasticity: Double
  ) -> Expression {
    if cost == price || elasticity == 0 { return one }
    return graph.power(graph.quotient(cost, price), elasticity)
  }

  mutating func elasticity(
    _ parameter: Elasticities.Parameter, _ account: Int, of household: Int? = nil
  ) -> Double {
    let found = elasticities.value(
      parameter, of: matrix.sam.accounts[account], for: household.map { matrix.sam.accounts[$0] })
    if found.isDefault { defaulted.append("\(parameter.rawValue) of \(matrix.code(account))") }
    return Self.isSubstitution(parameter) && abs(found.value - 1) < Self.nearCobbDouglas
      ? 1 : found.value
  }

  /// How near to one an elasticity of substitution counts as one: the exponent 1 / (1 - σ) of a unit
  /// cost magnifies rounding, and costs differ from those of one by less than this part of what
  /// substitution changes.
  private static let nearCobbDouglas = 1e-4

  private static func isSubstitution(_ parameter: Elasticities.Parameter) -> Bool {
    switch parameter {
    case .armington, .factors, .intermediates, .activities: true
    default: false
    }
  }
}
