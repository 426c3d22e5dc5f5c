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
  public let womenPerBillion: Double?
  /// Those of them that are informal, where the survey tells.
  public let informalPerBillion: Double?
  /// Jobs per billion with the output of agriculture fixed; `nil` without such a group.
  public let perBillionFixedAgriculture: Double?
}

extension Comparison {
  /// The jobs of every programme of the comparison, net of those that its financing takes away.
  ///
  /// - Throws: `Failure.jobs` if jobs do not fit the matrix; `Failure.model` if the model with
  ///   agriculture fixed has no solution.
  public func jobs(_ employment: Employment) throws(Failure) -> [ProgrammeJobs] {
    let perBillion = 1e9 / model.sam.unit.scale.factor
    let fixedModel = try modelWithAgricultureFixed()
    func values(
      _ group: Employment.Group, in model: MultiplierModel
    ) throws(Failure) -> [Double]? {
      let weights: [Double]
      do {
        guard let satellite = try employment.satellite(of: group) else { return nil }
        weights = try model.weights(of: satellite).carried
      } catch { throw .jobs(error) }
      let multipliers = model.multipliers(ofWeights: [weights])[0]
      return injections.map { injection in
        zip(multipliers, injection).reduce(0) { $0 + $1.0 * $1.1 } * perBillion
      }
    }
    let all = try values(.all, in: model) ?? []
    let women = try values(.women, in: model)
    let informal = try values(.informal, in: model)
    let fixed: [Double]?
    if let fixedModel { fixed = try values(.all, in: fixedModel) } else { fixed = nil }
    return all.indices.map { p in
      ProgrammeJobs(
        perBillion: all[p], womenPerBillion: women?[p], informalPerBillion: informal?[p],
        perBillionFixedAgriculture: fixed?[p])
    }
  }

  /// The model with agriculture fixed, or `nil` for a matrix without activities of that group.
  private func modelWithAgricultureFixed() throws(Failure) -> MultiplierModel? {
    guard !model.sam.activities(inGroup: AccountSelector.agriculture).isEmpty else { return nil }
    return try model.agriculture(responding: 0)
  }
}
