public import AccountMatrix
public import Balancing
public import GeneralEquilibrium
public import Multipliers
public import SpendingPolicy

// What each table holds, and its columns, is said where the table is read.

extension Account: TableRecord {
  /// Descriptions of accounts: `code,name,kind[,area,quintile,group]`.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [Account] {
    try AccountTable.read(file)
  }
}

extension SocialAccountingMatrix {
  /// The matrix with the descriptions of a file laid over its own.
  ///
  /// - Throws: `Diagnostic` with the line of a code that is not in the matrix, or where the kinds
  ///   say that the matrix is transposed.
  public func describing(contentsOf file: SourceFile) throws(Diagnostic) -> SocialAccountingMatrix {
    let described = try AccountTable.describe(self, by: file)
    try described.requireReceiptsInRows(of: file)
    return described
  }
}

extension AccountMap: FileReadable {
  /// Reads a map for aggregation: `code,group[,name,kind]`, each account once.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try AccountMapTable.read(file)
  }
}

extension AccountBlocks {
  /// Reads groups of a model's accounts for a decomposition: `code,group`, each account once.
  package init(contentsOf file: SourceFile, for model: MultiplierModel) throws(Diagnostic) {
    self = try BlockTable.read(file, for: model)
  }
}

extension Programme: TableRecord {
  /// Programmes, one share a line: `programme,name,family,account,share,role,evidence[,...]`.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [Programme] {
    try ProgrammeTable.read(file)
  }
}

extension [Programme] {
  /// Reads programmes in the order of first mention.
  ///
  /// - Parameters:
  ///   - file: the shares.
  ///   - outlays: outlays by programme, where they stand in a file of their own.
  ///   - year: the year whose outlays count, where the file has several.
  ///   - unit: the unit of outlays that name none.
  ///   - sam: the matrix whose accounts every share must name and fit.
  /// - Throws: `Diagnostic` with the line of a vector that does not sum to one, lacks evidence,
  ///   contradicts itself, or does not fit the matrix.
  public init(
    contentsOf file: SourceFile, outlays: SourceFile? = nil, in year: Int? = nil,
    unit: CurrencyUnit, fitting sam: SocialAccountingMatrix? = nil
  ) throws(Diagnostic) {
    self = try ProgrammeTable.read(
      file, outlays: outlays, in: year, unit: unit, fitting: sam)
  }
}

extension Satellite: TableRecord {
  /// Satellites, one amount a line: `satellite,account,amount[,unit]`.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [Satellite] {
    try SatelliteTable.read(file)
  }
}

extension PublishedFigure: TableRecord {
  /// Published figures that results are read against.
  package static func records(in file: SourceFile) throws(Diagnostic) -> [PublishedFigure] {
    try EvidenceTable.read(file)
  }
}

extension PovertyModel.Group: TableRecord {
  /// People by household group: `account,population[,gini]`, or a Nexus file of populations.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [PovertyModel.Group] {
    try PovertyTables.readGroups(file)
  }
}

extension PovertyModel.Line: TableRecord {
  /// Poverty lines: `line,headcount,value`, one of the two filled in.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [PovertyModel.Line] {
    try PovertyTables.readLines(file)
  }
}

extension PovertyModel.Beneficiaries: TableRecord {
  /// Beneficiaries: `programme,households,household_size,amount`.
  public static func records(
    in file: SourceFile
  ) throws(Diagnostic) -> [PovertyModel.Beneficiaries] {
    try PovertyTables.readBeneficiaries(file)
  }
}

extension HouseholdPopulation: FileReadable {
  /// Reads a Nexus file of populations.
  public init(contentsOf file: SourceFile) throws(Diagnostic) { try self.init(file) }
}

extension Employment: FileReadable {
  /// Reads jobs by account: `account,sex,area,formality,jobs[,hours]`.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try EmploymentTable.read(file)
  }
}

extension EmploymentMap: FileReadable {
  /// Reads the map from branches to activities: `branch,account`.
  package init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try EmploymentTable.readMap(file)
  }
}

extension IncomeElasticities: FileReadable {
  /// Reads income elasticities: `household,commodity,elasticity`.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try ElasticityTable.read(file)
  }
}

extension Elasticities: FileReadable {
  /// Reads the elasticities of a model of general equilibrium.
  public init(contentsOf file: SourceFile) throws(Diagnostic) {
    self = try EquilibriumElasticityTable.read(file)
  }
}

extension Regime: TableRecord {
  /// Regimes, a rule a line: `regime,rule,accounts,activities,value,supply,reward`.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [Regime] {
    try RegimeTable.read(file)
  }
}

extension StructuralScenario: TableRecord {
  /// Structural scenarios: `scenario,name,exogenous,endogenous,response,own_consumption`.
  public static func records(in file: SourceFile) throws(Diagnostic) -> [StructuralScenario] {
    try UncertaintyTables.readScenarios(file)
  }
}

extension SourceGrades {
  /// Reads grades, `grade,relative_error`, and who has them, `accounts,grade`.
  public init(contentsOf file: SourceFile, columns: SourceFile) throws(Diagnostic) {
    self = try UncertaintyTables.readGrades(file, columns: columns)
  }
}

extension UncertaintyResult: FileReadable {
  /// Reads a part of a run of draws.
  public init(contentsOf file: SourceFile) throws(Diagnostic) { self = try ShardTable.read(file) }
}

extension Scenario {
  /// Reads a scenario, a setting a line: `setting,value[,evidence,source,note]`.
  public init(
    contentsOf file: SourceFile, id: String, sources: SourceFile? = nil
  ) throws(Diagnostic) {
    self = try ScenarioTable.read(file, id: id, sources: sources)
  }
}

extension [Control] {
  /// Reads the controls that a table is to meet.
  public init(contentsOf file: SourceFile, for table: LabelledTable) throws(Diagnostic) {
    self = try ControlTable.read(file, for: table)
  }

  /// Reads totals that a table is to meet: `code,row_total,column_total`.
  public init(totalsIn file: SourceFile, for table: LabelledTable) throws(Diagnostic) {
    self = try TotalsTable.read(file, for: table)
  }
}

extension BalancingProblem {
  /// The problem with what a file says of single cells: `row,column,value,standard_error`.
  package func applying(contentsOf file: SourceFile) throws(Diagnostic) -> BalancingProblem {
    try ReliabilityTable.apply(file, to: self)
  }
}

extension SupplyUseTable {
  /// Reads a supply-use table from two files; `readingNotes` says what labels were taken for.
  public init(
    supply: SourceFile, use: SourceFile, unit: CurrencyUnit = .unstated, tolerance: Double? = nil
  ) throws(Diagnostic) {
    self = try SupplyUseFile.read(supply: supply, use: use, unit: unit, tolerance: tolerance)
  }
}
