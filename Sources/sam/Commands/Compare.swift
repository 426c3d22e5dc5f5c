internal import AccountMatrix
public import ArgumentParser
internal import Multipliers
public import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam compare`: a franc of each programme, side by side.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what a franc of each spending programme does to the economy.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var employment: EmploymentOptions
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
    let comparison = try Comparison(of: try allProgrammes(for: sam), in: model)
    let remarks = try matrix.isBuiltIn() ? [] : [Self.foreignVectors]
    let additions = try additions(to: comparison)
    try output.write(comparison.report(per: per, adding: additions, remarks: remarks))
  }

  /// Jobs beside the effects, where they are known for the matrix.
  private func additions(to comparison: Comparison) throws -> ComparisonAdditions {
    var additions = ComparisonAdditions()
    let sam = comparison.model.sam
    guard let jobs = try employment.load(for: sam, matrix: matrix) else { return additions }
    do {
      additions.jobs = try comparison.jobs(jobs)
      additions.notes = ComparisonAdditions.notes(on: jobs)
    } catch let failure as Satellite.Failure {
      guard employment.employment == nil else { throw employment.located(failure) }
      additions.notes.append("Jobs are left out: \(failure.diagnostic.problem).")
    }
    return additions
  }

  private static let foreignVectors =
    "The built-in programmes are Rwanda's of 2022: their vectors and outlays are applied to this "
    + "matrix account by account, and say nothing about programmes of its own country."

  /// The built-in programmes, replaced and followed by those of the user's file.
  private func allProgrammes(for sam: SocialAccountingMatrix) throws -> [Programme] {
    var all = try Rwanda.programmes(from: matrix.source)
    guard let programmes else { return all }
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
      if let position = all.firstIndex(where: { $0.id == programme.id }) {
        all[position] = programme
      } else {
        all.append(programme)
      }
    }
    return all
  }
}

extension InjectedAmount: ExpressibleByArgument {}
