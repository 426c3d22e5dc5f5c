/// What was expected, or what to do: a sentence without its full stop, in which the user's actions
/// stand as values.
///
/// A library user is told the declaration to call, a user of the command line the option to give:
/// `"Give the kinds with \(.describeAccounts)"` is both.
public struct Remedy: Sendable, Hashable {
  fileprivate enum Part: Sendable, Hashable {
    case words(String)
    case action(Action)
  }

  fileprivate var parts: [Part]

  /// A sentence that names no action.
  public init(_ sentence: String) { parts = [.words(sentence)] }

  /// The sentence with every action in the words of one who speaks to the user.
  public func sentence(naming name: (Action) -> String) -> String {
    var sentence = ""
    for part in parts {
      switch part {
      case .words(let words): sentence += words
      case .action(let action): sentence += name(action)
      }
    }
    return sentence
  }
}

extension Remedy {
  /// One sentence after the other.
  package static func + (first: Remedy, second: Remedy) -> Remedy {
    var both = first
    both.parts += second.parts
    return both
  }
}

extension Remedy: CustomStringConvertible {
  /// The sentence for a user of the library.
  public var description: String { sentence { $0.call } }
}

extension Remedy: ExpressibleByStringInterpolation {
  /// The pieces of a sentence in the order of their writing.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Room for the pieces.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds the words between two values.
    public mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    /// Adds words that are known only now.
    public mutating func appendInterpolation(_ words: String) { parts.append(.words(words)) }

    /// Adds what the user may do.
    public mutating func appendInterpolation(_ action: Action) { parts.append(.action(action)) }
  }

  /// A sentence that names no action.
  public init(stringLiteral sentence: String) { self.init(sentence) }

  /// A sentence from its pieces.
  public init(stringInterpolation pieces: StringInterpolation) { parts = pieces.parts }
}

extension Remedy {
  /// What a user may do about a failure: an option of the command line, a call of the library.
  public enum Action: Sendable, Hashable {
    /// Say what the accounts are.
    case describeAccounts
    /// See the codes of a matrix.
    case listAccounts
    /// Print a table of all accounts, to be filled in and given back.
    case fillInAccounts
    /// Accept a wider gap between receipts and payments.
    case widenTolerance
    /// Choose the accounts that absorb leakages.
    case chooseExogenous
    /// Limit the supply of an account.
    case limitSupply(account: String)
    /// See how well conditioned the system is.
    case checkCondition
    /// Form groups of accounts.
    case groupAccounts
    /// Count jobs by the matrix's own activities.
    case giveEmployment
    /// Add accounts up.
    case aggregate
    /// Make receipts and payments of every account equal.
    case balance
    /// Let exports draw on the goods that the home market buys.
    case exportComposite
    /// Choose how totals that disagree are made to agree.
    case reconcileTotals
    /// Give the totals to be met.
    case giveTotals
    /// Balance by the method that keeps signs.
    case balanceKeepingSigns
    /// Balance by a method that takes any control.
    case balanceWithControls
    /// See the programmes there are.
    case listProgrammes
    /// Describe programmes of one's own.
    case writeProgrammes
    /// Say who bears social contributions.
    case giveContributors
    /// Read the tables of figures from another folder.
    case readFolder
    /// Draw one part of a run.
    case drawPart(Int, of: Int)
    /// Give the parts of a run of draws.
    case nameParts
    /// Say which mark stands before decimals.
    case chooseDecimalMark
    /// Name a sheet of a workbook.
    case nameSheet
    /// Name the cells of a sheet.
    case nameRange
    /// Name the unit of the cells.
    case nameUnit
    /// Name the year of the flows.
    case nameYear
    /// Choose the lines of a list by the value of a column.
    case chooseLines(column: String, value: String)
    /// Take a text in cells for nothing.
    case readAsEmpty(String)
    /// Write a matrix in another format.
    case convert
    /// Replace a file that exists.
    case replaceFile
    /// Ask the question of a scenario of another matrix.
    case askAgain

    /// The call of the library, with the declaration in back quotes.
    public var call: String {
      switch self {
      case .describeAccounts, .fillInAccounts: "`SocialAccountingMatrix.describing(_:)`"
      case .listAccounts: "`SocialAccountingMatrix.accounts`"
      case .widenTolerance: "`tolerance`"
      case .chooseExogenous: "`Closure`"
      case .limitSupply(let account): "`SupplyResponse`, as in [\"\(account)\": 0]"
      case .checkCondition: "`MultiplierModel.reciprocalCondition`"
      case .groupAccounts: "`AccountBlocks`"
      case .giveEmployment: "`Employment`"
      case .aggregate: "`SocialAccountingMatrix.aggregated(by:)`"
      case .balance: "`BalancingProblem`"
      case .exportComposite: "`composite`"
      case .reconcileTotals: "`Reconciliation`"
      case .giveTotals: "`BalancingProblem`"
      case .balanceKeepingSigns: "`GRAS`"
      case .balanceWithControls: "`LeastSquares` or `CrossEntropy`"
      case .listProgrammes: "`Programme.id`"
      case .writeProgrammes: "`Programme`"
      case .giveContributors: "`ContributionRule`"
      case .readFolder: "`directory`"
      case .drawPart(let part, let count): "`Shard(\(part), of: \(count))`"
      case .nameParts: "`UncertaintyResult.merging(_:)`"
      case .chooseDecimalMark: "`decimalMark`"
      case .nameSheet: "`sheet`"
      case .nameRange: "`range`"
      case .nameUnit: "`unit`"
      case .nameYear: "`year`"
      case .chooseLines(let column, let value):
        "`Selection(column: \"\(column)\", value: \"\(value)\")`"
      case .readAsEmpty(let text): "`emptyTexts: [\"\(text)\"]`"
      case .convert: "`MatrixWriter`"
      case .replaceFile: "`replacing: true`"
      case .askAgain: "`Scenario`"
      }
    }
  }
}
