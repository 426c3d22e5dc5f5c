internal import AccountMatrix
internal import LinearAlgebra

extension PovertyModel {
  /// Headcount, gap and squared gap of the people of a group, or of all.
  public struct Measures: Sendable, Equatable {
    /// The part of the people below the line.
    public var headcount: Double
    /// The mean distance to the line, as a part of the line; zero above it.
    public var gap: Double
    /// The mean square of that distance.
    package var severity: Double

    static let none = Measures(headcount: 0, gap: 0, severity: 0)

    mutating func add(
      _ weight: Double, _ other: (headcount: Double, gap: Double, severity: Double)
    ) {
      headcount += weight * other.headcount
      gap += weight * other.gap
      severity += weight * other.severity
    }
  }

  /// Poverty of one group, or of all people, below one line.
  public struct Row: Sendable, Equatable {
    /// The name of the line.
    public let line: String
    /// The account of the group; `nil` for all people.
    public let group: String?
    /// The people.
    public let population: Double
    /// Those of them who live in a household that is paid.
    public let beneficiaries: Double
    /// In the base year.
    public let base: Measures
    /// With the injection.
    public let after: Measures
    /// How many people the injection lifts above the line.
    public var personsOut: Double { population * (base.headcount - after.headcount) }
  }

  /// The beneficiaries that an amount pays: as many households as its transfers are enough for, each
  /// with the same benefit.
  ///
  /// - Parameter injection: all that is spent on their programme, in the unit of the matrix.
  /// - Throws: `Failure.model`.
  public func beneficiaries(
    _ beneficiaries: Beneficiaries, paidBy injection: Injection
  ) throws(Failure) -> Beneficiaries {
    let amounts: [Double]
    do { amounts = try model.amounts(of: injection, exogenousReceivers: true).inside } catch {
      throw .model(error)
    }
    let paid = positions.reduce(0) { $0 + amounts[$1] } * model.sam.unit.scale.factor
    var scaled = beneficiaries
    if beneficiaries.total > 0 { scaled.households *= paid / beneficiaries.total }
    return scaled
  }

  /// Poverty with and without an injection.
  ///
  /// - Parameters:
  ///   - injection: what is spent, in the unit of the matrix.
  ///   - beneficiaries: who is paid; the injection is then scaled so that they are paid in full. For
  ///     those that an amount pays see `beneficiaries(_:paidBy:)`.
  /// - Throws: `Failure.beneficiariesUnknown` if households are paid and nobody says how many;
  ///   `.tooManyBeneficiaries`; `.model`.
  public func effect(
    of injection: Injection, paying beneficiaries: Beneficiaries? = nil
  ) throws(Failure) -> [Row] {
    let response: Response
    let amounts: [Double]
    do {
      response = try model.response(to: injection, exogenousReceivers: true)
      amounts = try model.amounts(of: injection, exogenousReceivers: true).inside
    } catch { throw .model(error) }
    let paid = positions.map { amounts[$0] }
    let total = paid.reduce(0, +)
    guard total == 0 || beneficiaries != nil else { throw .beneficiariesUnknown }
    let francs = model.sam.unit.scale.factor
    let scale = total > 0 ? (beneficiaries?.total ?? 0) / francs / total : 1
    let persons = paid.map { total > 0 ? $0 / total * (beneficiaries?.persons ?? 0) : 0 }
    let benefit = beneficiaries.map { $0.persons > 0 ? $0.total / $0.persons : 0 } ?? 0
    for (group, people) in zip(groups, persons) where people > group.population {
      throw .tooManyBeneficiaries(
        group: group.account, beneficiaries: people, population: group.population)
    }
    let receipts = model.sam.receipts
    let raised = positions.indices.map { g in
      let income = receipts[model.partition.endogenous[positions[g]]]
      let beyond = scale * (response.changes[positions[g]] - paid[g])
      return distributions[g].scaled(by: 1 + beyond / income)
    }
    let people = groups.reduce(0) { $0 + $1.population }
    return lines.flatMap { line -> [Row] in
      var all = (base: Measures.none, after: Measures.none)
      var rows: [Row] = []
      for (g, group) in groups.enumerated() {
        let part = persons[g] / group.population
        var base = Measures.none
        base.add(1, distributions[g].poverty(below: line.value))
        var after = Measures.none
        after.add(1 - part, raised[g].poverty(below: line.value))
        after.add(part, raised[g].poverty(below: line.value, receiving: benefit))
        let weight = group.population / people
        all.base.add(weight, (base.headcount, base.gap, base.severity))
        all.after.add(weight, (after.headcount, after.gap, after.severity))
        rows.append(
          Row(
            line: line.name, group: group.account, population: group.population,
            beneficiaries: persons[g], base: base, after: after))
      }
      return rows + [
        Row(
          line: line.name, group: nil, population: people,
          beneficiaries: persons.reduce(0, +), base: all.base, after: all.after)
      ]
    }
  }
}
