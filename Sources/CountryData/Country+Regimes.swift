public import AccountMatrix
public import GeneralEquilibrium
internal import SAMFiles

extension Country {
  /// The regimes, from the most slack to the least; those of the library for a country without own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func regimes() throws(Diagnostic) -> [Regime] {
    guard let file = try tables.fileIfPresent("regimes/regimes.csv") else { return Regime.standard }
    return try RegimeTable.read(file)
  }

  /// Elasticities of the country's commodities with their ranges and sources; the assumed defaults
  /// of the library for a country without own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func elasticities() throws(Diagnostic) -> Elasticities {
    guard let file = try tables.fileIfPresent("regimes/elasticities.csv") else { return .standard }
    return try EquilibriumElasticityTable.read(file)
  }
}
