internal import AccountMatrix
public import ArgumentParser
internal import Balancing
internal import Reporting
internal import SocialAccounting

/// `sam balance`: a table that meets its totals and controls.
struct BalanceTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Balance a table: change as little as its totals and controls allow.",
    discussion: """
      Row total = column total for every account with a row and a column, unless --totals gives it \
      both. With --totals the table may be rectangular.
      """)

  /// The methods by their names.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case ras, gras
    case leastSquares = "least-squares"
    case crossEntropy = "cross-entropy"
  }

  /// The possible errors of controls.
  enum Support: String, CaseIterable, ExpressibleByArgument {
    case normal, three, five, seven

    var support: ErrorSupport {
      switch self {
      case .normal: .normal
      case .three: .three
      case .five: .five
      case .seven: .seven
      }
    }
  }

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "ras, gras, least-squares or cross-entropy.")
  var method: Method = .crossEntropy

  @Option(help: "CSV of totals to be met: code,row_total,column_total; empty is free.")
  var totals: String?

  @Option(help: "CSV of controls: control,row,column,weight,value,standard_error,source.")
  var controls: String?

  @Option(help: "CSV of single cells: row,column,value,standard_error; zero is fixed.")
  var errors: String?

  @Option(help: "Write the controls to this file: control,target,achieved,residual,standardised.")
  var report: String?

  @Option(help: "Make totals that disagree agree: rows, columns or mean.")
  var reconcile: Reconciliation?

  @Option(
    help: """
      Standard error of cells as a share of their value. Default: variance in proportion to the \
      value, as in RAS.
      """)
  var cellError: Double?

  @Flag(help: "Cross-entropy of column coefficients instead of cells.")
  var coefficients = false

  @Option(help: "Errors of controls in cross-entropy: normal, or three, five or seven points.")
  var support: Support?

  @Flag(help: "Least squares: cells stop at zero instead of changing sign.")
  var keepSigns = false

  func validate() throws {
    try output.requireTable(among: ["matrix", "controls", "changes", "summary"])
    if let cellError, !(cellError > 0 && cellError.isFinite) {
      throw ValidationError("--cell-error is \(cellError); expected a share above zero.")
    }
    if cellError != nil, coefficients {
      throw ValidationError("--cell-error and --coefficients are two reliabilities; give one.")
    }
    let other =
      (method == .ras || method == .gras) && cellError != nil
      ? "--cell-error"
      : method != .crossEntropy && coefficients
        ? "--coefficients"
        : method != .crossEntropy && support != nil
          ? "--support" : method != .leastSquares && keepSigns ? "--keep-signs" : nil
    if let other {
      throw ValidationError("\(other) does not go with --method \(method.rawValue).")
    }
    if let report, report == output.output {
      throw ValidationError("--report and --output name the same file.")
    }
  }

  func run() throws {
    for path in [report, output.output].compactMap(\.self) {
      try OutputFile.requireAbsent(path, unless: output.force)
    }
    let table = try load()
    var problem = BalancingProblem(prior: table, reconciliation: reconcile)
    if let totals {
      problem.controls += try TotalsTable.read(try SourceFile(given: totals), for: table)
    }
    let held = problem.controls.map(\.id)
    problem.balancedAccounts = table.sharedCodes.filter {
      !held.contains("row total of \($0)") || !held.contains("column total of \($0)")
    }
    if let controls {
      problem.controls += try ControlTable.read(try SourceFile(given: controls), for: table)
    }
    if let errors {
      problem = try ReliabilityTable.apply(try SourceFile(given: errors), to: problem)
    }
    if coefficients { problem.defaultReliability = .shareOfColumn }
    if let cellError { problem.defaultReliability = .relative(cellError) }

    try GivenFiles.requireUse()
    let balance = try balanced(problem)
    for note in balance.notes { complain("sam: note: \(note)") }
    if let report {
      try OutputFile.write(
        Report(command: "balance", facts: [], tables: [balance.controlsTable])
          .rendered(as: .csv), to: report, replacing: output.force)
    }
    try output.write(balance.report)
  }

  private func load() throws -> LabelledTable {
    if totals != nil, let path = matrix.sam, try !matrix.isBuiltIn(),
      let table = try RectangularTable.read(try SourceFile(given: path))
    {
      return table
    }
    return try BalancingProblem(try matrix.load()).prior
  }

  private var chosenMethod: any BalancingMethod {
    switch method {
    case .ras: RAS()
    case .gras: GRAS()
    case .leastSquares: LeastSquares(keepsSigns: keepSigns)
    case .crossEntropy: CrossEntropy(controlErrors: support?.support ?? .normal)
    }
  }

  private func balanced(_ problem: BalancingProblem) throws(Diagnostic) -> Balance {
    do { return try chosenMethod.balance(problem) } catch {
      var diagnostic = error.diagnostic
      // Totals that disagree stand in the file that gives them, not in the table.
      if case .totalsDisagree = error { diagnostic.location = totals ?? controls }
      diagnostic.location = diagnostic.location ?? matrix.sam
      throw diagnostic
    }
  }
}

extension Reconciliation: ExpressibleByArgument {}
