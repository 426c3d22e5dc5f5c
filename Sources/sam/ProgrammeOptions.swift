internal import AccountMatrix
internal import ArgumentParser
internal import RwandaSAM
internal import SocialAccounting

/// The programmes: the built-in ones, replaced and followed by those of a file.
struct ProgrammeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "CSV of programmes to add: programme,name,family,account,share,role,evidence.",
      discussion: "A programme with the identifier of a built-in one replaces it."))
  var programmes: String?

  /// How many built-in programmes the matrix has other kinds of accounts for.
  func misfits(
    for sam: SocialAccountingMatrix, from source: RwandaData
  ) throws(Diagnostic) -> Int {
    try Rwanda.programmes(from: source).count { (try? $0.requireFit(to: sam)) == nil }
  }

  /// All programmes for a matrix; built-in ones that do not fit its kinds are left out.
  ///
  /// - Throws: `Diagnostic` if the file cannot be read, or spends on an account that is not there.
  func all(
    for sam: SocialAccountingMatrix, from source: RwandaData
  ) throws(Diagnostic) -> [Programme] {
    var all = try Rwanda.programmes(from: source).filter { (try? $0.requireFit(to: sam)) != nil }
    guard let programmes else { return all }
    let added = try ProgrammeTable.read(
      try SourceFile(path: programmes), unit: sam.unit,
      defaultRole: { code in
        (try? sam.account(code)).map { Programme.defaultRole(for: $0.kind) }
      })
    for programme in added {
      for share in programme.shares where !sam.contains(share.account) {
        throw Diagnostic(
          "the programme '\(programme.id)' spends on '\(share.account)', which is no account of "
            + "the matrix", at: programmes,
          remedy: suggestion(
            nearestCodes(to: share.account, among: sam.accounts.map(\.code))))
      }
      do { try programme.requireFit(to: sam) } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = programmes
        throw diagnostic
      }
      if let position = all.firstIndex(where: { $0.id == programme.id }) {
        all[position] = programme
      } else {
        all.append(programme)
      }
    }
    return all
  }
}
