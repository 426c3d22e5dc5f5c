internal import AccountMatrix
internal import ArgumentParser
internal import RwandaSAM
internal import SocialAccounting

/// Who pays, and what workers give up.
struct FinancingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who pays: grant, borrowing, borrowing:crowding-out, direct-tax, indirect-tax, "
        + "contributions or programme:ID.",
      discussion: "Effects are then net of what the money would have done where it came from."))
  var financing: String?

  @Option(
    name: .customLong("displaced-earnings"),
    help: "The part, 0 to 1, of wages that programmes pay themselves that replaces other earnings.")
  var displacedEarnings: Double = 0

  @OptionGroup var contributions: ContributorOptions

  func validate() throws {
    _ = try chosen
    if contributions.contributors != nil, try chosen != .contributions {
      throw ValidationError("--contributors goes with --financing contributions.")
    }
    guard displacedEarnings >= 0, displacedEarnings <= 1 else {
      throw Financing.Failure.displacedEarnings(displacedEarnings).asWrongUsage
    }
  }

  var chosen: Financing {
    get throws {
      guard let financing else { return .grant }
      do { return try Financing(parsing: financing) } catch { throw error.asWrongUsage }
    }
  }

  /// The comparison of programmes that are paid for so.
  func comparison(
    of programmes: [Programme], in model: MultiplierModel, from source: Country
  ) throws -> Comparison {
    let chosen = try chosen
    return try Comparison(
      of: programmes, in: model, financing: chosen,
      rule: chosen == .contributions ? try contributions.rule(for: model.sam, from: source) : nil,
      displacedEarnings: displacedEarnings)
  }
}
