public import AccountMatrix
public import Balancing
internal import SAMFiles

/// A matrix built from its sources, with all that was done to every cell.
public struct BuiltMatrix: Sendable {
  /// The matrix.
  public let sam: SocialAccountingMatrix
  /// The balance: controls with their residuals, and changes against the prior.
  public let balance: Balance
  /// Official balances beside those of the matrix; none where the matrix lists none.
  package let officialBalances: [OfficialBalance]
  /// The sources that its controls name.
  package let sources: [MatrixSource]
  let prior: RecipePrior
  let controls: RecipeControls
}

extension Country {
  /// Builds a matrix from its sources by its recipe (`SAM/README.md`): the prior
  /// is laid out on the accounts, scaled, some cells are set, and the whole is
  /// balanced under controls by cross-entropy with errors.
  ///
  /// - Parameter id: the name of a built matrix.
  /// - Throws: `Diagnostic` if the matrix is published and not built, a table is
  ///   faulty, the controls cannot be met, or an official balance is missed for no stated reason.
  public func build(_ id: String) throws(Diagnostic) -> BuiltMatrix {
    try build(id, step: nil)
  }

  /// - Parameter step: a file of controls that replaces families and controls, for a matrix
  ///   between the prior and the one named.
  func build(
    _ id: String, step: String?
  ) throws(Diagnostic) -> BuiltMatrix {
    let listing = try listing(of: id)
    guard let priorID = listing.prior else { throw try notBuilt(listing) }
    let isPublished = try self.listing(of: priorID).prior == nil
    let priorSAM =
      isPublished
      ? try polished(try sam(priorID)) : try build(priorID).sam
    return try MatrixRecipe(listing: listing, tables: tables, step: step).build(from: priorSAM)
  }

  /// What is said of a published matrix that should be built.
  func notBuilt(_ listing: Listing) throws(Diagnostic) -> Diagnostic {
    let built = try matrices().filter { $0.prior != nil }.map { $0.id }
    return Diagnostic(
      "the matrix '\(listing.id)' is as published: it is read, not built",
      remedy: "Built are " + built.joined(separator: ", "))
  }

  /// A published matrix without the rounding of its print: balanced, with no other control.
  private func polished(
    _ sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> SocialAccountingMatrix {
    do {
      let problem = try BalancingProblem(sam, defaultReliability: .root(1))
      return try problem.balanced(by: CrossEntropy()).matrix(from: sam)
    } catch let failure as any DiagnosticConvertible {
      throw failure.diagnostic
    } catch {
      throw Diagnostic("the published matrix cannot be balanced", at: sam.title)
    }
  }
}

/// The tables of one built matrix, and the steps that make it.
private struct MatrixRecipe {
  let listing: Country.Listing
  let tables: CountryTables
  let step: String?

  func build(from priorSAM: SocialAccountingMatrix) throws(Diagnostic) -> BuiltMatrix {
    let accounts = try Country(tables: tables).accounts(of: listing)
    let sources = try RecipeSources(try tables.file("\(listing.folder)/sources.csv"))
    var controls = RecipeControls(sources: sources)
    let maps = listing.maps == nil ? nil : try maps()
    let selection = RecipeAccounts(accounts: accounts, sets: maps.map { groups(of: $0) } ?? [:])

    var prior = RecipePrior(priorSAM, on: accounts)
    if let file = try table("scaling.csv") { try prior.scale(by: file, selection: selection) }
    if let file = try table("cells.csv") {
      try prior.set(by: file, selection: selection, seeding: step == nil)
    }

    if step == nil, let maps {
      let supplyUse = try figures("supply-use.csv", sources: sources)
      let production = try figures("production-account.csv", sources: sources)
      try maps.products.requireCoverage(
        of: supplyUse, accounts: accounts.filter { $0.kind == .commodity }.map { $0.code })
      try maps.activities.requireCoverage(
        of: production, accounts: accounts.filter { $0.kind == .activity }.map { $0.code })
      try controls.addFamilies(
        try tables.file("\(listing.maps ?? listing.folder)/families.csv"),
        tables: [
          "supply-use": (map: maps.products, figures: supplyUse),
          "production-account": (map: maps.activities, figures: production),
        ], adjustments: try tables.file("\(listing.folder)/adjustments.csv"), selection: selection)
    }
    try controls.add(
      try tables.file("\(listing.folder)/\(step ?? "controls.csv")"), selection: selection)
    let (balance, sam) = try balanced(prior, controls)
    var balances: [OfficialBalance] = []
    if step == nil, let file = try table("balances.csv") {
      balances = try OfficialBalance.read(file, selection: selection, sources: sources, of: sam)
    }
    return BuiltMatrix(
      sam: sam, balance: balance, officialBalances: balances, sources: sources.sources,
      prior: prior, controls: controls)
  }

  private func balanced(
    _ prior: RecipePrior, _ controls: RecipeControls
  ) throws(Diagnostic) -> (balance: Balance, sam: SocialAccountingMatrix) {
    do {
      let balance = try prior.problem(controls: controls.controls).balanced(by: CrossEntropy())
      let sam = try SocialAccountingMatrix(
        accounts: prior.accounts, matrix: balance.table.cells, unit: listing.unit,
        year: listing.year, title: listing.title, source: listing.source)
      return (balance: balance, sam: sam)
    } catch {
      var diagnostic =
        (error as? any DiagnosticConvertible)?.diagnostic
        ?? Diagnostic("the matrix cannot be built")
      // A failure names the control; the reader wants the line that asks for it.
      let named = controls.controls.firstIndex { diagnostic.problem.contains("'\($0.id)'") }
      diagnostic.location =
        named.map { controls.origins[$0].place } ?? tables.location(of: listing.folder)
      throw diagnostic
    }
  }

  /// The accounts of each group of each map; a group that only the other map has is empty.
  private func groups(
    of maps: (products: SourceMap, activities: SourceMap)
  ) -> [String: [String]] {
    var groups: [String: [String]] = [:]
    for group in maps.products.groups + maps.activities.groups {
      groups["products/\(group)"] = maps.products.accounts[group] ?? []
      groups["activities/\(group)"] = maps.activities.accounts[group] ?? []
    }
    return groups
  }

  private func maps() throws(Diagnostic) -> (products: SourceMap, activities: SourceMap) {
    (products: try map("products"), activities: try map("activities"))
  }

  private func map(_ name: String) throws(Diagnostic) -> SourceMap {
    try SourceMap(try tables.file("\(listing.maps ?? listing.folder)/\(name).csv"))
  }

  private func figures(
    _ name: String, sources: RecipeSources
  ) throws(Diagnostic) -> PrintedFigures {
    try PrintedFigures(try tables.file("\(listing.folder)/\(name)"), sources: sources)
  }

  /// A table of the matrix, or `nil` where the recipe needs none.
  private func table(_ name: String) throws(Diagnostic) -> SourceFile? {
    try tables.fileIfPresent("\(listing.folder)/\(name)")
  }
}
