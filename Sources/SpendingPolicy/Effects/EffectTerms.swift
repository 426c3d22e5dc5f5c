internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Account {
  /// Whether the account is of a household in the two poorest quintiles.
  package var isPoorHousehold: Bool { kind == .household && (quintile ?? 9) <= 2 }
}

/// What the weights of columns are made of, for one model.
struct EffectWeights {
  let model: MultiplierModel
  let leakages: LeakageClasses
  /// Whether every household has a quintile.
  let knowsQuintiles: Bool
  /// Whether every household has an area.
  let knowsAreas: Bool

  init(_ model: MultiplierModel) {
    self.model = model
    leakages = LeakageClasses(model)
    let households = model.sam.accounts.filter { $0.kind == .household }
    knowsQuintiles = !households.isEmpty && households.allSatisfy { $0.quintile != nil }
    knowsAreas = !households.isEmpty && households.allSatisfy { $0.area != nil }
  }

  /// What a franc received by each endogenous account pays to factors where the thing bought is made:
  /// by the account itself, and for a commodity by the activities that sell it. What these buy in
  /// turn is not among it.
  var directValueAdded: [Double] {
    let paid = model.weights(of: .gdpFactorCost)
    let activities = model.endogenous.indices.filter { model.endogenous[$0].kind == .activity }
    return model.endogenous.indices.map { j in
      guard model.endogenous[j].kind == .commodity else { return model.shares[j] * paid[j] }
      return activities.reduce(paid[j]) { $0 + model.metPropensities[$1, j] * paid[$1] }
    }
  }

  /// By column that is a sum over receipts, what a franc into each endogenous account adds to it.
  var multipliers: [EffectColumn: [Double]] {
    var columns: [EffectColumn] = []
    var weights: [[Double]] = []
    for column in EffectColumn.allCases {
      guard let own = column.weights?(self) else { continue }
      columns.append(column)
      weights.append(own)
    }
    return Dictionary(
      uniqueKeysWithValues: zip(columns, model.multipliers(ofWeights: weights)))
  }
}

/// What the value of a column is computed from, for one franc of one programme.
struct EffectTerms {
  let weights: EffectWeights
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
    _ weights: EffectWeights, _ vector: SpendingVector, multipliers: [EffectColumn: [Double]],
    gdpFactorCostFixedAgriculture: Double?, turning: Turning?
  ) {
    self.weights = weights
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
    vector.leaked.dot(weights.model.exogenous.map { counts($0) ? 1 : 0 })
  }

  /// What the franc itself gives to endogenous accounts.
  func handed(_ counts: (Account) -> Bool) -> Double {
    vector.handed.dot(weights.model.endogenous.map { counts($0) ? 1 : 0 })
  }

  /// What accounts are paid beside their receipts: those outside the system, whose income it is all
  /// the same, and payers of a tax, who keep less than the receipt that stands for a lump sum.
  func paidDirectly(_ counts: (Account) -> Bool) -> Double {
    guard vector.isLumpSum else { return paidOutside(counts) }
    let grossed = vector.spent.dot(weights.model.endogenous.map { counts($0) ? 1 : 0 })
    return paidOutside(counts) + handed(counts) - grossed
  }

  /// What the franc pays straight into leakages of a class.
  func leaked(as leak: LeakageClasses.Class) -> Double {
    vector.leaked.dot(
      weights.model.exogenous.map { LeakageClasses.Class(of: $0, paidBy: nil) == leak ? 1 : 0 })
  }

  /// What of the franc is asked of accounts that do not meet it.
  var unmetAtOnce: Double { weights.model.shares.map { 1 - $0 }.dot(vector.spent) }
}

/// Leakage rates of endogenous accounts in four classes that add to all leakages.
struct LeakageClasses {
  /// What becomes of money that leaks.
  enum Class {
    case tax, imports, saving, other

    /// The class of what an exogenous account receives; what is paid straight to the rest of the
    /// world buys nothing, and is no import.
    init(of account: Account, paidBy payer: Account?) {
      self =
        switch account.kind {
        case .some(let kind) where kind.isTax: .tax
        case .savings: .saving
        case .restOfWorld where payer?.kind == .commodity: .imports
        default: .other
        }
    }
  }

  var taxes: [Double]
  var imports: [Double]
  var saving: [Double]
  var other: [Double]

  init(_ model: MultiplierModel) {
    let count = model.endogenous.count
    taxes = [Double](repeating: 0, count: count)
    (imports, saving, other) = (taxes, taxes, taxes)
    for (i, account) in model.exogenous.enumerated() {
      for j in 0..<count {
        let rate = model.leakageRates[i, j]
        switch Class(of: account, paidBy: model.endogenous[j]) {
        case .tax: taxes[j] += rate
        case .saving: saving[j] += rate
        case .imports: imports[j] += rate
        case .other: other[j] += rate
        }
      }
    }
  }
}
