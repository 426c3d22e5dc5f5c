internal import AccountMatrix
public import Multipliers

/// Jobs that one billion spent on a programme supports, at average productivity.
///
/// Job-equivalents: output that rises, times the jobs per unit of marketed output
/// of the base year. Workers whom a programme hires itself are not among them.
public struct ProgrammeJobs: Sendable, Equatable {
  /// Jobs per billion of the currency.
  public let perBillion: Double
  /// Those of them held by women, where the survey tells.
  public let women: Double?
  /// Those of them that are informal, where the survey tells.
  public let informal: Double?
  /// Jobs per billion with the output of agriculture fixed; `nil` without such a group.
  public let perBillionFixedAgriculture: Double?
}

extension Comparison {
  /// The jobs of every programme of the comparison.
  ///
  /// - Throws: `Satellite.Failure` if jobs do not fit the matrix; `MultiplierModel.Failure` if the
  ///   model with agriculture fixed has no solution.
  public func jobs(_ employment: Employment) throws -> [ProgrammeJobs] {
    let perBillion = 1e9 / model.sam.unit.scale.factor
    let fixedModel = try modelWithAgricultureFixed()
    func values(
      _ group: Employment.Group, in model: MultiplierModel
    ) throws(Satellite.Failure) -> [Double]? {
      guard let satellite = try employment.satellite(of: group) else { return nil }
      let weights = try model.weights(of: satellite).carried
      let multipliers = model.multipliers(ofWeights: [weights])[0]
      let positions = AccountPositions(model)
      return rows.map { row in
        zip(multipliers, positions.endogenousShares(row.programme))
          .reduce(0) { $0 + $1.0 * $1.1 } * perBillion
      }
    }
    let all = try values(.all, in: model) ?? []
    let women = try values(.women, in: model)
    let informal = try values(.informal, in: model)
    let fixed = try fixedModel.flatMap { try values(.all, in: $0) }
    return all.indices.map { p in
      ProgrammeJobs(
        perBillion: all[p], women: women?[p], informal: informal?[p],
        perBillionFixedAgriculture: fixed?[p])
    }
  }

  /// The model with agriculture fixed, or `nil` for a matrix without activities of that group.
  private func modelWithAgricultureFixed() throws -> MultiplierModel? {
    let group = model.sam.activities(inGroup: Self.agriculture)
    guard !group.isEmpty else { return nil }
    let codes = Set(group.map { model.sam.accounts[$0].code })
    // An activity named by its code would go before the group.
    let others = try SupplyResponse(
      model.response.entries.filter { !codes.contains($0.selector) })
    return try MultiplierModel(
      model.sam, closure: model.closure, response: others.setting(Self.agriculture, to: 0),
      ownConsumption: model.ownConsumption, tolerance: .infinity)
  }
}
