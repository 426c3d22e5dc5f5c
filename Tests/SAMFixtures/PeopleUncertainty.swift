public import SocialAccounting

/// Inputs for the tests of uncertainty.
public enum PeopleUncertainty {
  /// Grades by name, the same for every account.
  public static func grades(
    _ error: Double, programmes: Double = 0
  ) throws -> SourceGrades {
    try SourceGrades(
      relativeErrors: [
        "all": error, "published": programmes, "derived": programmes, "assumed": programmes,
      ],
      entries: Account.Kind.allCases.map { SourceGrades.Entry(.kind($0), "all") })
  }

  /// Three programmes on the farm, two of them ranked with outlays.
  public static func programmes() throws -> [Programme] {
    func programme(
      _ id: String, _ family: Programme.Family, _ evidence: Programme.Evidence,
      _ shares: [(String, Double, Programme.Role)]
    ) throws -> Programme {
      try Programme(
        id: id, name: id, family: family,
        shares: shares.map { Programme.Share($0.1, to: $0.0, as: $0.2, evidence: evidence) },
        outlay: Programme.Outlay(5, unit: .rwfBillion, year: "2022", evidence: evidence))
    }
    return [
      try programme(
        "cash", .socialProtection, .derived,
        [("poor", 0.9, .transfer), ("cserv", 0.1, .purchase)]),
      try programme("service", .otherPublicSpending, .published, [("cserv", 1, .purchase)]),
      try programme(
        "guess", .otherPublicSpending, .assumed,
        [("cserv", 0.5, .purchase), ("cfood", 0.3, .purchase), ("rich", 0.2, .transfer)]),
    ]
  }

  /// Choices of structure on the farm.
  public static func scenarios() throws -> [StructuralScenario] {
    [
      .standard,
      StructuralScenario(
        id: "fixed", response: try SupplyResponse(["agriculture": 0])),
      StructuralScenario(id: "market", ownProduce: .market),
      StructuralScenario(id: "saver", exogenous: ["rich"]),
    ]
  }
}
