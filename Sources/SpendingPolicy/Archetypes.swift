public import AccountMatrix

/// Spending that every country has, on the accounts of a matrix: for a first look at a country for
/// which nobody has described programmes.
///
/// An archetype is no programme of the country: it has no outlay, is in no average and carries no
/// grade of evidence. Transfers treat quintiles alike, since each holds a fifth of the people, and
/// areas within a quintile by what they receive; products are found by their codes and names.
public struct Archetypes: Sendable {
  /// The archetypes for which the matrix has accounts.
  public let programmes: [Programme]
  /// The others, and what they need.
  public let missing: [(name: String, needs: String)]

  /// The archetypes of a matrix whose accounts have kinds.
  public init(for sam: SocialAccountingMatrix) {
    var programmes: [Programme] = []
    var missing: [(name: String, needs: String)] = []
    for template in Template.all {
      let parts = template.parts(in: sam).filter { $0.weight > 0 }
      let total = parts.reduce(0) { $0 + $1.weight }
      // Weights are above zero and add to one, so that the programme is always made.
      guard total > 0,
        let programme = try? Programme(
          id: "archetype-" + template.id, name: template.name, family: template.family,
          shares: parts.map {
            Programme.Share(
              $0.weight / total, to: sam.accounts[$0.account].code, as: template.role,
              evidence: .archetype, note: template.rule)
          }, isRanked: false)
      else {
        missing.append((name: template.name, needs: template.needs))
        continue
      }
      programmes.append(programme)
    }
    self.programmes = programmes
    self.missing = missing
  }
}

extension Archetypes {
  /// A part of an archetype: the position of an account, and its weight.
  fileprivate typealias Part = (account: Int, weight: Double)

  /// How an archetype is read off a matrix.
  fileprivate struct Template: Sendable {
    let id: String
    let name: String
    let family: Programme.Family
    let role: Programme.Role
    /// How the franc is shared out.
    let rule: String
    /// What the matrix must have.
    let needs: String
    let parts: @Sendable (SocialAccountingMatrix) -> [Part]

    func parts(in sam: SocialAccountingMatrix) -> [Part] { parts(sam) }

    static let all = transfers + services + [construction, farmInputs, energy]
  }
}

extension Archetypes.Template {
  private static let transfers: [Self] = [
    transfer(
      "poorest-rural-fifth", "Transfer to the poorest rural fifth",
      rule: "by receipts inside the poorest rural quintile",
      needs: "households with areas and quintiles"
    ) { sam in
      guard sam.knowsAreas, sam.knowsQuintiles else { return [] }
      let rural = sam.indices(of: .household).filter { sam.accounts[$0].area == .rural }
      let poorest = rural.compactMap { sam.accounts[$0].quintile }.min()
      return byReceipts(rural.filter { sam.accounts[$0].quintile == poorest }, in: sam)
    },
    transfer(
      "poorest-40", "Transfer to the poorest 40 per cent",
      rule: "the same for both quintiles, by receipts inside each",
      needs: "households with quintiles"
    ) { sam in
      guard sam.knowsQuintiles else { return [] }
      return (1...2).flatMap { alike(quintile: $0, in: sam) }
    },
    transfer(
      "all-households", "Transfer to all households",
      rule: "the same for every quintile, by receipts inside each; by receipts where quintiles are "
        + "not known", needs: "households"
    ) { sam in
      sam.knowsQuintiles
        ? (1...5).flatMap { alike(quintile: $0, in: sam) }
        : byReceipts(sam.indices(of: .household), in: sam)
    },
    transfer(
      "pension", "Pension by factor income", rule: "by what households receive from factors",
      needs: "households that are paid by factors"
    ) { sam in
      let factors = sam.indices(where: { $0.isFactor })
      return sam.indices(of: .household).map { h in
        (account: h, weight: sam.flow(from: factors, to: [h]))
      }
    },
  ]

  private static let services: [Self] = [
    purchase(
      "education", "Education, recurrent", of: "an education service", codes: ["educ", "edu"],
      words: ["education"]),
    purchase(
      "health", "Health, recurrent", of: "a health service", codes: ["heal", "hlth"],
      words: ["health"]),
    purchase(
      "administration", "Administration, recurrent", of: "public administration",
      codes: ["padm", "pubadm", "adm"],
      words: ["public admin", "government service", "general government"]),
  ]

  private static let construction = purchase(
    "construction", "Construction", of: "construction", codes: ["cons", "constr"],
    words: ["construction"])

  private static let farmInputs = Self(
    id: "agriculture-support", name: "Agriculture support: farm inputs",
    family: .otherPublicSpending, role: .purchase,
    rule: "what activities of the group agriculture buy, in their shares",
    needs: "activities of the group agriculture that buy products"
  ) { sam in
    let farms = sam.indices(of: .activity).filter {
      sam.accounts[$0].group == Comparison.agriculture
    }
    return sam.indices(of: .commodity).map {
      (account: $0, weight: sam.flow(from: farms, to: [$0]))
    }
  }

  private static let energy = purchase(
    "energy", "Energy", of: "electricity", codes: ["elec", "ely"], words: ["electric"])

  private static func transfer(
    _ id: String, _ name: String, rule: String, needs: String,
    parts: @escaping @Sendable (SocialAccountingMatrix) -> [Archetypes.Part]
  ) -> Self {
    Self(
      id: id, name: name, family: .socialProtection, role: .transfer, rule: rule, needs: needs,
      parts: parts)
  }

  /// The commodities of a code, after its letter, or a name; by what government buys, else by sales.
  private static func purchase(
    _ id: String, _ name: String, of product: String, codes: [String], words: [String]
  ) -> Self {
    Self(
      id: id, name: name, family: .otherPublicSpending, role: .purchase,
      rule: "by what government buys of them, or else by sales",
      needs: "a commodity whose code or name says \(product)"
    ) { sam in
      let found = sam.indices(of: .commodity).filter { c in
        let code = sam.accounts[c].code.lowercased()
        let stem = code.drop { $0 == "c" || $0 == "-" || $0 == "_" }
        let bare = code.hasPrefix("cc") ? code.dropFirst() : stem
        let name = sam.accounts[c].name.lowercased()
        return codes.contains { $0 == stem || $0 == bare } || words.contains { name.contains($0) }
      }
      let government = sam.indices(of: .government)
      let bought = found.map { (account: $0, weight: sam.flow(from: government, to: [$0])) }
      return bought.contains { $0.weight > 0 } ? bought : byReceipts(found, in: sam)
    }
  }

  /// Accounts by what they receive.
  private static func byReceipts(
    _ members: [Int], in sam: SocialAccountingMatrix
  ) -> [Archetypes.Part] {
    let receipts = sam.receipts
    return members.map { (account: $0, weight: max(0, receipts[$0])) }
  }

  /// One unit for a quintile, by receipts inside it.
  private static func alike(
    quintile: Int, in sam: SocialAccountingMatrix
  ) -> [Archetypes.Part] {
    let parts = byReceipts(
      sam.indices(of: .household).filter { sam.accounts[$0].quintile == quintile }, in: sam)
    let total = parts.reduce(0) { $0 + $1.weight }
    return total > 0 ? parts.map { (account: $0.account, weight: $0.weight / total) } : []
  }
}
