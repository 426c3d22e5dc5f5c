public import AccountMatrix
public import Multipliers
package import SAMFiles
public import SpendingPolicy

extension Country {
  /// How well the columns of the matrix and the shares of programmes are known: assumed grades.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func grades() throws(Diagnostic) -> SourceGrades {
    try grades(common: try commonErrors())
  }

  /// The same on a matrix. Errors that all columns share are estimated from the matrices of the
  /// country, and say nothing of another: there they are left out.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func grades(for sam: SocialAccountingMatrix) throws(Diagnostic) -> SourceGrades {
    try grades(common: try isHome(of: sam) ? commonErrors() : nil)
  }

  private func grades(common: SourceFile?) throws(Diagnostic) -> SourceGrades {
    try UncertaintyTables.readGrades(
      try tables.file("uncertainty/grades.csv"),
      columns: try tables.file("uncertainty/columns.csv"), common: common)
  }

  /// The files that the grades of a matrix are read from.
  ///
  /// - Throws: `Diagnostic` if a file cannot be read.
  package func gradeFiles(
    for sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> [SourceFile] {
    [try tables.file("uncertainty/grades.csv"), try tables.file("uncertainty/columns.csv")]
      + [try isHome(of: sam) ? commonErrors() : nil].compactMap { $0 }
  }

  /// The table of errors that columns share, where the country has one.
  private func commonErrors() throws(Diagnostic) -> SourceFile? {
    tables.files(in: "uncertainty").contains("common.csv")
      ? try tables.file("uncertainty/common.csv") : nil
  }

  /// The structural choices that have bands of their own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func structuralScenarios() throws(Diagnostic) -> [StructuralScenario] {
    try UncertaintyTables.readScenarios(
      try tables.file("uncertainty/scenarios.csv"),
      savingRates: { name throws(Diagnostic) in SavingRates(of: try sam(name)) },
      elasticities: try expenditureElasticities())
  }

  /// How households change what they spend with their income; `nil` for a country without figures.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  package func expenditureElasticities() throws(Diagnostic) -> ExpenditureElasticities? {
    guard let file = try tables.fileIfPresent("spending/elasticities.csv") else { return nil }
    return try ExpenditureTable.read(file)
  }

  /// The same for a matrix of the country; `nil` for another country's, of which they say nothing.
  ///
  /// - Throws: `Diagnostic` if a table cannot be read.
  package func expenditureElasticities(
    for sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> ExpenditureElasticities? {
    guard let known = try expenditureElasticities(), known.fits(sam), try isHome(of: sam) else {
      return nil
    }
    return known
  }

  /// The structural choices that change something on a matrix, the first among them: without those
  /// that name what it has no account of, or what is another country's.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func structuralScenarios(
    of model: MultiplierModel
  ) throws(Diagnostic) -> [StructuralScenario] {
    let isHome = try isHome(of: model.sam)
    var chosen: [StructuralScenario] = []
    for scenario in try structuralScenarios() where isHome || !scenario.isOfOneCountry {
      // One that does not fit is refused where it is asked, with its reason.
      let changed = try? scenario.model(from: model)
      if chosen.isEmpty || changed != model { chosen.append(scenario) }
    }
    return chosen
  }

  /// Refuses a structural choice that is made of another matrix of the country on a matrix that is
  /// not the country's.
  ///
  /// - Throws: `Diagnostic` if it is, or a table cannot be read.
  public func requireFit(
    of scenario: StructuralScenario, to sam: SocialAccountingMatrix
  ) throws(Diagnostic) {
    guard scenario.isOfOneCountry, try !isHome(of: sam) else { return }
    throw Diagnostic(
      "the scenario '\(scenario.id)' takes "
        + (scenario.savingRates == nil
          ? "expenditure elasticities of households" : "saving rates of a matrix")
        + " of another country",
      remedy: "Choose another scenario")
  }
}

extension StructuralScenario {
  /// Whether the choice is made of figures of one country.
  fileprivate var isOfOneCountry: Bool { savingRates != nil || elasticities != nil }
}
