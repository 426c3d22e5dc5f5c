public import AccountMatrix
public import GeneralEquilibrium
internal import SAMFiles

extension Country {
  /// The regimes, from the most slack to the least; those of the library for a country without own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func regimes() throws(Diagnostic) -> [Regime] {
    let path = "regimes/regimes.csv"
    return tables.has(path) ? try RegimeTable.read(try tables.file(path)) : Regime.standard
  }

  /// Elasticities of the country's commodities with their ranges and sources; the assumed defaults
  /// of the library for a country without own.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public func elasticities() throws(Diagnostic) -> Elasticities {
    let path = "regimes/elasticities.csv"
    return tables.has(path)
      ? try EquilibriumElasticityTable.read(try tables.file(path)) : .standard
  }
}
