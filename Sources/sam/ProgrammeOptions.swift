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
    for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> Int {
    try source.programmes().count { (try? $0.requireFit(to: sam)) == nil }
  }

  /// All programmes for a matrix, or only those of the file; built-in ones that do not fit its kinds are left out.
  ///
  /// - Throws: `Diagnostic` if the file cannot be read, or spends on an account that is not there.
  func all(
    for sam: SocialAccountingMatrix, builtIn usesBuiltIn: Bool = true, from source: Country
  ) throws(Diagnostic) -> [Programme] {
    let builtIn = usesBuiltIn ? try source.programmes(for: sam) : []
    var all = builtIn.filter { (try? $0.requireFit(to: sam)) != nil }
    guard let programmes else { return all }
    let added = try ProgrammeTable.read(
      try SourceFile(given: programmes), unit: sam.unit, fitting: sam)
    for programme in added {
      if let position = all.firstIndex(where: { $0.id == programme.id }) {
        all[position] = programme
      } else {
        all.append(programme)
      }
    }
    return all
  }
}
