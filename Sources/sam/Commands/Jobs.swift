internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import RwandaSAM
internal import SocialAccounting

/// `sam jobs`: employment multipliers.
struct Jobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Jobs that a unit into each account supports: direct, indirect, induced.",
    discussion: """
      Tables: jobs; groups (by sex, area, formality and full-time equivalents); base (the jobs of \
      the survey by activity).
      """)

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var employment: EmploymentOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["jobs", "groups", "base"]) }

  func run() throws {
    let sam = try matrix.load()
    let model = try modelOptions.model(of: sam, from: matrix.source, tolerance: matrix.tolerance)
    guard let jobs = try employment.load(for: sam, matrix: matrix) else {
      throw Diagnostic(
        "no jobs are known for this matrix",
        remedy: "Give them with --employment FILE (columns account,sex,area,formality,jobs)")
    }
    do { try output.write(try model.employmentReport(jobs)) } catch let failure as Satellite.Failure
    {
      throw employment.located(failure)
    }
  }
}

/// Where jobs are read from.
struct EmploymentOptions: ParsableArguments {
  @Option(
    help: "CSV of jobs: account,sex,area,formality,jobs[,hours]. Default: the survey of 2022.")
  var employment: String?

  /// The jobs of the file, or those of the survey for a built-in matrix; `nil` for another.
  func load(
    for sam: SocialAccountingMatrix, matrix: MatrixOptions
  ) throws(Diagnostic) -> Employment? {
    if let employment { return try EmploymentTable.read(try SourceFile(given: employment)) }
    guard try matrix.isBuiltIn() else { return nil }
    return try matrix.source.employment(for: sam)
  }

  /// A failure with the file as its place.
  func located(_ failure: Satellite.Failure) -> Diagnostic {
    var diagnostic = failure.diagnostic
    diagnostic.location = employment
    return diagnostic
  }
}
