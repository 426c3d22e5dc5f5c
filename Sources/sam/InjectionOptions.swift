internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import RwandaSAM
internal import SocialAccounting

/// What is injected: a unit into one account, amounts, or one unit of a programme.
struct InjectionOptions: ParsableArguments {
  @Option(help: "One unit into this account.")
  var from: String?

  @Option(help: "Amounts by account, for example hhd-r1=10,ccons=5.")
  var shock: String?

  @Option(help: "One unit spent on this programme (sam list).")
  var programme: String?

  @OptionGroup var known: ProgrammeOptions

  func validate() throws {
    let given = [from, shock, programme].compactMap(\.self)
    if given.count > 1 {
      throw ValidationError("--from, --shock and --programme each name an injection; give one.")
    }
    _ = try parsedShock
  }

  /// Refuses a command line without an injection.
  func requireInjection() throws {
    if !isGiven {
      throw ValidationError("nothing is injected; give --from CODE, --shock or --programme ID.")
    }
  }

  /// Whether an injection is named.
  var isGiven: Bool { from != nil || shock != nil || programme != nil }

  private var parsedShock: Injection? {
    get throws {
      do { return try shock.map { text throws(Diagnostic) in try Injection(parsing: text) } } catch
      { throw error.asWrongUsage }
    }
  }

  /// The injection, and what it is called.
  ///
  /// - Throws: `Diagnostic` for an unknown programme or one with accounts that the matrix lacks.
  func injection(
    in model: MultiplierModel, from source: Country
  ) throws -> (name: String, injection: Injection) {
    if let programme {
      let chosen = try self.programme(programme, for: model.sam, from: source)
      let missing = chosen.shares.map(\.account).filter { !model.sam.contains($0) }
      guard missing.isEmpty else {
        throw Diagnostic(
          "the programme '\(chosen.id)' spends on accounts that the matrix lacks: \(list(missing))",
          remedy: "Describe a programme on its accounts with --programmes FILE")
      }
      return (chosen.name, chosen.injection())
    }
    if let parsed = try parsedShock {
      let words = parsed.amounts.map { "\($0.value.shortest) into \($0.account)" }
      return (words.joined(separator: ", "), parsed)
    }
    let account = from ?? ""
    return ("one unit into \(account)", Injection(into: account))
  }

  private func programme(
    _ id: String, for sam: SocialAccountingMatrix, from source: Country
  ) throws(Diagnostic) -> Programme {
    // A cut is a lump sum on which no tax is due, which an injection of receipts would be taxed on.
    if let cut = Programme.taxCuts(in: sam).first(where: { $0.id == id }) {
      throw Diagnostic(
        "'\(cut.name)' is a lump sum on which its payers owe no tax, and no injection of receipts",
        remedy: "'sam compare' has its effects")
    }
    return try known.programme(id, for: sam, from: source)
  }
}
