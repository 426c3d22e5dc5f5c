/// What an experiment moves.
enum Lever: Hashable, Sendable {
  /// Money of consumers that the government pays into an account.
  case injection(Int)
  /// A gift from abroad to the government, in foreign currency.
  case grant
  /// The world price of a commodity's imports, relative to the base.
  case importPrice(Int)
  /// The world price of a commodity's exports, or where foreign demand has an elasticity its
  /// level, relative to the base.
  case exportPrice(Int)
  /// The import duty of a commodity, relative to the base.
  case tariff(Int)
  /// All rates of a tax account, relative to the base.
  case tax(Int)
  /// The supply of a factor at given rewards, relative to the base.
  case supply(Int)
  /// The productivity of an activity's factors, relative to the base.
  case productivity(Int)
  /// Foreign saving, relative to the base.
  case foreignSaving

  /// The value in the base.
  var base: Double {
    switch self {
    case .injection, .grant: 0
    default: 1
    }
  }

  /// What a change of an experiment moves of an account; `nil` where it is of no account.
  init?(_ subject: Experiment.Change.Subject, of account: Int) {
    switch subject {
    case .importPrice: self = .importPrice(account)
    case .exportPrice: self = .exportPrice(account)
    case .tariff: self = .tariff(account)
    case .tax: self = .tax(account)
    case .supply: self = .supply(account)
    case .productivity: self = .productivity(account)
    case .foreignSaving: return nil
    }
  }
}
