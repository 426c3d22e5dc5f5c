public import AccountMatrix
public import GeneralEquilibrium
internal import SAMFiles

extension Rwanda {
  /// The regimes, from the most slack to the least.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func regimes(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> [Regime] {
    try RegimeTable.read(try data.file("regimes/regimes.csv"))
  }

  /// Elasticities of the Rwandan commodities, with defaults by group, their ranges and sources.
  ///
  /// - Throws: `Diagnostic` if the table cannot be read.
  public static func elasticities(
    from data: RwandaData = .embedded
  ) throws(Diagnostic) -> Elasticities {
    try EquilibriumElasticityTable.read(try data.file("regimes/elasticities.csv"))
  }
}
