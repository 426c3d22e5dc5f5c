internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// What the weights of columns are made of, for a model or for one system of draws.
struct EffectWeights {
  private let spending: SpendingTable
  /// The part of its receipts that each column passes on; `nil` where all respond.
  private let passedOn: [Double]?
  /// What each account asks of accounts that do not meet it; `nil` in draws, which do not count it.
  let unmetRates: [Double]?
  /// What is paid to factors where the thing bought is made; `nil` in draws.
  let directValueAdded: [Double]?
  /// Whether every household has a quintile.
  let knowsQuintiles: Bool
  /// Whether every household has an area.
  let knowsAreas: Bool

  /// The weights of a model.
  init(_ model: MultiplierModel) {
    self.init(
      model.spendingTable, in: model.sam, unmetRates: model.unmetRates,
      directValueAdded: model.directValueAdded)
  }

  /// The weights of the spending of a model or of a draw.
  init(
    _ spending: SpendingTable, in sam: SocialAccountingMatrix, passedOn: [Double]? = nil,
    unmetRates: [Double]? = nil, directValueAdded: [Double]? = nil
  ) {
    self.spending = spending
    self.directValueAdded = directValueAdded
    self.passedOn = passedOn
    self.unmetRates = unmetRates
    knowsQuintiles = sam.knowsQuintiles
    knowsAreas = sam.knowsAreas
  }

  /// What a unit of each account's receipts adds to a measure.
  func weights(of measure: Measure) -> [Double] { spending.weights(of: measure) }

  /// One for accounts that count, and for others what they pay to accounts outside that count.
  func weights(where counts: (Account) -> Bool) -> [Double] { spending.weights(where: counts) }

  /// What of a unit of each account's receipts leaks in a class.
  func leakage(as leak: LeakageClass) -> [Double] {
    spending.leakage(as: leak, passedOn: passedOn)
  }
}

extension MultiplierModel {
  /// What a franc received by each endogenous account pays to factors where the thing bought is made:
  /// by the account itself, and for a commodity by the activities that sell it. What these buy in
  /// turn is not among it.
  var directValueAdded: [Double] {
    let paid = weights(of: .gdpFactorCost)
    let activities = endogenous.indices.filter { endogenous[$0].kind == .activity }
    return endogenous.indices.map { j in
      guard endogenous[j].kind == .commodity else { return shares[j] * paid[j] }
      return activities.reduce(paid[j]) { $0 + metPropensities[$1, j] * paid[$1] }
    }
  }

  /// By column that is a sum over receipts, what a franc into each endogenous account adds to it.
  func multipliers(_ columns: [EffectColumn], _ own: EffectWeights) -> [EffectColumn: [Double]] {
    var known: [EffectColumn] = []
    var weights: [[Double]] = []
    for column in columns {
      guard let receipts = column.weights?(own) else { continue }
      known.append(column)
      weights.append(receipts)
    }
    return Dictionary(uniqueKeysWithValues: zip(known, multipliers(ofWeights: weights)))
  }
}

/// What the value of a column is computed from, for one franc of one programme.
struct EffectTerms {
  let model: MultiplierModel
  let vector: SpendingVector
  /// GDP at factor cost with the output of agriculture fixed.
  let gdpFactorCostFixedAgriculture: Double?
  /// Where the order against other public spending turns with the response of agriculture.
  let turning: Turning?
  /// The sum over receipts of the column in work, all rounds of spending together.
  private(set) var received: Double?
  /// Columns so far.
  private(set) var values: [EffectColumn: Double] = [:]

  init(
    _ model: MultiplierModel, _ vector: SpendingVector, multipliers: [EffectColumn: [Double]],
    gdpFactorCostFixedAgriculture: Double?, turning: Turning?
  ) {
    self.model = model
    self.vector = vector
    self.gdpFactorCostFixedAgriculture = gdpFactorCostFixedAgriculture
    self.turning = turning
    for column in EffectColumn.allCases {
      received = multipliers[column].map { $0.dot(vector.spent) }
      values[column] = column.value(self)
    }
  }

  /// The value of a column that is declared before the one in work.
  subscript(column: EffectColumn) -> Double? { values[column] }

  /// What the franc pays straight to exogenous accounts.
  func paidOutside(_ counts: (Account) -> Bool) -> Double {
    vector.leaked.dot(model.exogenous.map { counts($0) ? 1 : 0 })
  }

  /// What the franc itself gives to endogenous accounts.
  func handed(_ counts: (Account) -> Bool) -> Double {
    vector.handed.dot(model.endogenous.map { counts($0) ? 1 : 0 })
  }

  /// What accounts are paid beside their receipts: those outside the system, whose income it is all
  /// the same, and payers of a tax, who keep less than the receipt that stands for a lump sum.
  func paidDirectly(_ counts: (Account) -> Bool) -> Double {
    guard vector.isLumpSum else { return paidOutside(counts) }
    let grossed = vector.spent.dot(model.endogenous.map { counts($0) ? 1 : 0 })
    return paidOutside(counts) + handed(counts) - grossed
  }

  /// What the franc pays straight into leakages of a class.
  func leaked(as leak: LeakageClass) -> Double {
    vector.leaked.dot(
      model.exogenous.map { LeakageClass(of: $0, paidBy: nil) == leak ? 1 : 0 })
  }

  /// What of the franc is asked of accounts that do not meet it.
  var unmetAtOnce: Double { model.shares.map { 1 - $0 }.dot(vector.spent) }
}
