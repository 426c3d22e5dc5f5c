internal import AccountMatrix
internal import ArgumentParser
internal import RwandaSAM
internal import SocialAccounting

/// The programmes of a question: those that belong to its matrix, by one rule for every command.
struct ProgrammeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "CSV of programmes: programme,name,family,account,share,role,evidence.",
      discussion: """
        Beside a matrix of the country they follow the built-in ones, and replace those of their \
        identifiers; beside any other matrix they are the only ones. Without them it has archetypes.
        """))
  var programmes: String?

  /// The programmes that belong to a matrix, and what a reader must know of them.
  ///
  /// - Throws: `Diagnostic` if the file cannot be read, or spends on an account that is not there.
  func selection(
    for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> ProgrammeSelection {
    let given = try programmes.map { path throws(Diagnostic) in
      try ProgrammeTable.read(try SourceFile(given: path), unit: sam.unit, fitting: sam)
    }
    return try source.programmes(belongingTo: sam, given: given ?? [])
  }

  /// One of them.
  ///
  /// - Throws: `Diagnostic` for one that is not among them, with what is known.
  func programme(
    _ id: String, for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> Programme {
    let all = try selection(for: sam, from: source)
    guard let chosen = all.programmes.first(where: { $0.id == id }) else {
      let ids = all.programmes.map { $0.id }
      let nearest = nearestCodes(to: id, among: ids)
      let known = all.origin == .country ? [] : ids
      throw Diagnostic(
        all.origin == .country
          ? "there is no programme '\(id)'"
          : "there is no programme '\(id)' for this matrix; the built-in ones are of another country",
        remedy: !known.isEmpty
          ? "Known are \(list(known, first: 20)); describe others with \(.writeProgrammes)"
          : programmeSuggestion(nearest))
    }
    return chosen
  }
}

/// Who bears social contributions.
struct ContributorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "CSV of who bears social contributions: account,share,evidence.",
      discussion: "Default: the built-in rule, for a matrix of its country alone."))
  var contributors: String?

  /// The rule of a file, or the country's for a matrix of its own; `nil` where nobody says.
  func rule(
    for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> ContributionRule? {
    if let contributors {
      return try ContributionTables.bearers(try SourceFile(given: contributors), in: sam)
    }
    return try source.isHome(of: sam) ? try source.contributionRule() : nil
  }
}
