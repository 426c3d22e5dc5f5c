package import AccountMatrix
internal import SAMFiles

/// The account of one social protection scheme in a matrix, and whom it covers.
///
/// Contributions + budget = cash benefits + benefits in kind + administration +
/// surplus, which is the balance of its account.
package struct SocialScheme: Sendable, Equatable {
  /// People or families that a scheme covers, as printed.
  package struct Coverage: Sendable, Equatable {
    /// How many, where known.
    package let number: Double?
    /// What is counted.
    package let unit: String
    /// The year, or years, of the count.
    package let year: String
    /// The benefit, where known.
    package let benefit: Double?
    /// The unit of the benefit.
    package let benefitUnit: String
    /// How well it is known.
    package let evidence: String
  }

  /// The account.
  package let account: Account
  /// What households and enterprises pay in.
  package let contributions: Double
  /// What government pays in.
  package let budget: Double
  /// Cash paid to households.
  package let cashBenefits: Double
  /// Goods and services bought for members.
  package let benefitsInKind: Double
  /// Services of administration and finance bought.
  package let administration: Double
  /// What goes to saving: a surplus, members' savings, or a capital transfer.
  package let surplus: Double
  /// Whom it covers, where known.
  package let coverage: Coverage?

  /// Income less uses, zero in a balanced matrix.
  package var difference: Double {
    contributions + budget - cashBenefits - benefitsInKind - administration - surplus
  }
}

extension Country {
  /// The schemes of a matrix with a social-protection block, with their coverage.
  ///
  /// - Throws: `Diagnostic` if the matrix has no such block or the tables of schemes cannot be read.
  package func schemes(
    of sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> [SocialScheme] {
    let schemes = sam.indices(of: .socialProtection)
    guard !schemes.isEmpty else {
      throw Diagnostic(
        "the matrix has no social-protection block", at: sam.title,
        remedy: "Matrices with one: " + (try matricesWithSchemes()).joined(separator: ", "))
    }
    let coverage = try coverage()
    let administration = try administrationCodes()
    let service = sam.accounts.indices.filter { administration.contains(sam.accounts[$0].code) }
    let purchases = sam.indices(of: .commodity).filter { !service.contains($0) }
    let payers = sam.indices { $0 == .household || $0 == .enterprise }
    return schemes.map { k in
      SocialScheme(
        account: sam.accounts[k], contributions: sam.flow(from: payers, to: [k]),
        budget: sam.flow(from: sam.indices(of: .government), to: [k]),
        cashBenefits: sam.flow(from: [k], to: sam.indices(of: .household)),
        benefitsInKind: sam.flow(from: [k], to: purchases),
        administration: sam.flow(from: [k], to: service),
        surplus: sam.flow(from: [k], to: sam.indices(of: .savings)),
        coverage: coverage[sam.accounts[k].code])
    }
  }

  private func matricesWithSchemes() throws(Diagnostic) -> [String] {
    var ids: [String] = []
    for listing in try matrices() {
      let accounts = try accounts(of: listing)
      if accounts.contains(where: { $0.kind == .socialProtection }) { ids.append(listing.id) }
    }
    return ids
  }

  /// The commodities through which schemes buy their administration.
  private func administrationCodes() throws(Diagnostic) -> Set<String> {
    guard let file = try tables.fileIfPresent("schemes/administration.csv") else { return [] }
    let table = try RecordTable(file, required: ["account"])
    var codes: Set<String> = []
    for record in table.records { codes.insert(try table.requiredText(record, "account")) }
    return codes
  }

  /// Whom the schemes cover, by account; nobody where the country has no such table.
  private func coverage() throws(Diagnostic) -> [String: SocialScheme.Coverage] {
    guard let file = try tables.fileIfPresent("schemes/coverage.csv") else { return [:] }
    let table = try RecordTable(
      file,
      required: ["scheme", "year", "number", "unit", "benefit", "benefit_unit", "evidence"])
    var coverage: [String: SocialScheme.Coverage] = [:]
    for record in table.records {
      coverage[try table.requiredText(record, "scheme")] = SocialScheme.Coverage(
        number: try table.number(record, "number"), unit: try table.text(record, "unit"),
        year: try table.text(record, "year"), benefit: try table.number(record, "benefit"),
        benefitUnit: try table.text(record, "benefit_unit"),
        evidence: try table.text(record, "evidence"))
    }
    return coverage
  }
}
