public import AccountMatrix
internal import SAMFiles
public import SpendingPolicy

/// The programmes that belong to a matrix: the one rule, for every question that is asked of it.
///
/// A matrix of the country has the country's programmes, which those of a file replace and follow.
/// On any other matrix only the programmes of the file count, and without one the archetypes.
public struct ProgrammeSelection: Sendable {
  /// Whose programmes they are.
  public enum Origin: Sendable, Equatable {
    /// The country's, on a matrix of its own.
    case country
    /// Those that were given, on a matrix of another country.
    case given
    /// None's: archetypes, on a matrix of another country.
    case archetypes
  }

  /// Whose programmes they are.
  public let origin: Origin
  /// The programmes.
  public let programmes: [Programme]
  /// What a reader must know of the choice.
  public let notes: [String]
}

extension Country {
  /// Whether a matrix is one of the country: its money, and all accounts of one of its matrices.
  ///
  /// A changed copy of a matrix of the country is one; a matrix that only shares codes is not.
  ///
  /// - Throws: `Diagnostic` if the tables cannot be read.
  public func isHome(of sam: SocialAccountingMatrix) throws(Diagnostic) -> Bool {
    for listing in try matrices() where listing.unit.currency == sam.unit.currency {
      if try accounts(of: listing).allSatisfy({ sam.contains($0.code) }) { return true }
    }
    return false
  }

  /// The programmes that belong to a matrix.
  ///
  /// - Parameter given: programmes of somebody's own for this matrix.
  /// - Throws: `Diagnostic` if the tables cannot be read, or no programme can be made for it.
  public func programmes(
    belongingTo sam: SocialAccountingMatrix, given: [Programme] = []
  ) throws(Diagnostic) -> ProgrammeSelection {
    guard try isHome(of: sam) else {
      return given.isEmpty
        ? try Self.archetypes(for: sam)
        : ProgrammeSelection(
          origin: .given, programmes: given,
          notes: [
            "The programmes are those given: the built-in ones are of another country and stand "
              + "apart from this matrix."
          ])
    }
    let known = try programmes(for: sam)
    var all = known.filter { (try? $0.requireFit(to: sam)) != nil }
    let left = known.count - all.count
    for programme in given {
      if let position = all.firstIndex(where: { $0.id == programme.id }) {
        all[position] = programme
      } else {
        all.append(programme)
      }
    }
    return ProgrammeSelection(
      origin: .country, programmes: all,
      notes: left == 0
        ? []
        : [
          "Left out: \(left) built-in programmes, as accounts of their codes are of another kind in "
            + "this matrix."
        ])
  }

  private static func archetypes(
    for sam: SocialAccountingMatrix
  ) throws(Diagnostic) -> ProgrammeSelection {
    let archetypes = Archetypes(for: sam)
    guard !sam.hasKinds || !archetypes.programmes.isEmpty else {
      throw Diagnostic(
        "no programme is known for this matrix, and it lacks the accounts of all archetypes",
        remedy: .programmesTemplate)
    }
    return ProgrammeSelection(
      origin: .archetypes, programmes: archetypes.programmes,
      notes: [
        "The programmes are archetypes, stylised spending on the accounts of this matrix and nobody's "
          + "programme: no outlay, no average, no order of families, no evidence. Describe the "
          + "programmes of the country to compare them."
      ]
        + (archetypes.missing.isEmpty
          ? []
          : [
            "Archetypes left out: "
              + archetypes.missing.map { "\($0.name) (needs \($0.needs))" }.joined(separator: "; ")
              + "."
          ]))
  }
}
