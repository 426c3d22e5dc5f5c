internal import AccountMatrix
public import ArgumentParser
public import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam compare`: a franc of each programme, side by side.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what a franc of each spending programme does to the economy.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "CSV of programmes to add: programme,name,family,account,share,role,evidence.",
      discussion: "A programme with the identifier of a built-in one replaces it."))
  var programmes: String?

  @Option(help: "What is spent on each: franc, billion or percent-of-gdp.")
  var per: InjectedAmount = .franc

  func validate() throws {
    try output.requireTable(among: ["compare", "weights"])
  }

  func run() throws {
    let sam = try matrix.load()
    let model = try modelOptions.model(of: sam, tolerance: matrix.tolerance)
    let (all, misfits) = try Self.programmes(for: sam, adding: programmes, from: matrix.source)
    let comparison = try Comparison(of: all, in: model)
    var remarks =
      try matrix.isBuiltIn() ? (sam.year == 2022 ? [] : [Self.otherYear]) : [Self.foreignVectors]
    if misfits > 0 {
      remarks.append(
        "Left out: \(misfits) built-in programmes, as accounts of their codes are of another kind "
          + "in this matrix.")
    }
    try output.write(comparison.report(per: per, remarks: remarks))
  }

  static let otherYear =
    "The vectors were made on the accounts of the 2022 matrix, and are applied to this one account "
    + "by account."

  private static let foreignVectors =
    "The built-in programmes are Rwanda's of 2022: their vectors and outlays are applied to this "
    + "matrix account by account, and say nothing about programmes of its own country."

  /// The built-in programmes, replaced and followed by those of the user's file, and how many
  /// built-in ones do not fit the matrix.
  static func programmes(
    for sam: SocialAccountingMatrix, adding programmes: String?, builtIn usesBuiltIn: Bool = true,
    from source: RwandaData
  ) throws -> (programmes: [Programme], misfits: Int) {
    let builtIn = usesBuiltIn ? try Rwanda.programmes(from: source) : []
    var all = builtIn.filter { (try? $0.requireFit(to: sam)) != nil }
    let misfits = builtIn.count - all.count
    guard let programmes else { return (all, misfits) }
    let added = try ProgrammeTable.read(
      try SourceFile(path: programmes), unit: sam.unit,
      defaultRole: { code in
        (try? sam.account(code)).map { Programme.defaultRole(for: $0.kind) }
      })
    for programme in added {
      for share in programme.shares where !sam.contains(share.account) {
        throw Diagnostic(
          "the programme '\(programme.id)' spends on '\(share.account)', which is no account of "
            + "the matrix", at: programmes,
          remedy: suggestion(
            nearestCodes(to: share.account, among: sam.accounts.map(\.code))))
      }
      do { try programme.requireFit(to: sam) } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = programmes
        throw diagnostic
      }
      if let position = all.firstIndex(where: { $0.id == programme.id }) {
        all[position] = programme
      } else {
        all.append(programme)
      }
    }
    return (all, misfits)
  }
}

extension InjectedAmount: ExpressibleByArgument {}
