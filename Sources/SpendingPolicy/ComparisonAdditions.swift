package import Multipliers

/// What stands beside the effects of a comparison, by row: jobs, bands of GDP at factor cost, and what
/// is given in kind.
///
/// What is not known stays empty, so that a file always has the same columns.
public struct ComparisonAdditions: Sendable {
  /// Jobs by programme, in the order of the comparison; `nil` without employment.
  public var jobs: [ProgrammeJobs]?
  /// Bands of GDP at factor cost per franc, of the programmes that were drawn.
  public var bands: [ProgrammeBand]
  /// Income with benefits in kind by programme; `nil` where nothing says what is given in kind.
  package var incomeWithKind: [IncomeWithKind?]?
  /// Person-years of those whom a programme hires itself, per billion.
  package var directJobsPerBillion: [Double?]?
  /// What a reader must know about them.
  public var notes: [String]

  /// Additions from their parts.
  public init(
    jobs: [ProgrammeJobs]? = nil, bands: [ProgrammeBand] = [], notes: [String] = []
  ) {
    self.jobs = jobs
    self.bands = bands
    self.notes = notes
  }
}

extension Comparison {
  /// What is known beside the effects, without bands.
  ///
  /// - Parameters:
  ///   - employment: jobs by activity of the matrix.
  ///   - benefits: what programmes give in kind, and to whom.
  ///   - workers: what those are paid whom programmes hire themselves.
  /// - Throws: `Failure.jobs` for jobs that do not fit the matrix, `.benefitInKind` for a key that
  ///   names no household.
  package func additions(
    employment: Employment?, benefitsInKind benefits: [BenefitInKind]? = nil,
    hiredWorkers workers: [HiredWorkers]? = nil
  ) throws(Failure) -> ComparisonAdditions {
    var additions = ComparisonAdditions()
    if let benefits { additions.incomeWithKind = try incomeWithKind(benefits) }
    additions.directJobsPerBillion = workers.map { directJobsPerBillion($0) }
    if let employment { additions.jobs = try jobs(employment) }
    return additions
  }
}
