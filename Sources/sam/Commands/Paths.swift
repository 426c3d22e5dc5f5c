internal import AccountMatrix
internal import ArgumentParser
internal import Multipliers
internal import Reporting
internal import SocialAccounting

/// `sam paths`: along which payments one account reaches another.
struct Paths: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The largest paths of spending from one account to another.")

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var modelOptions: ModelOptions
  @OptionGroup var spending: SpendingOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The account where the money starts.")
  var from: String

  @Option(help: "The account where it arrives.")
  var to: String

  @Option(help: "The largest number of payments in a path.")
  var longest = 5

  @Option(help: "The largest number of paths.")
  var top = 10

  @Option(help: "The smallest share of the global influence of a path shown, from 0 to 1.")
  var threshold = 0.01

  @Option(help: "Codes, groups or @kinds that paths may pass between their ends; no others.")
  var only: String?

  @Option(help: "Codes, groups or @kinds that paths may not pass between their ends.")
  var excluding: String?

  func validate() throws {
    if longest < 1 {
      throw ValidationError("--longest is \(longest); expected 1 payment or more.")
    }
    if top < 1 { throw ValidationError("--top is \(top); expected 1 path or more.") }
    if !(0...1).contains(threshold) {
      throw ValidationError("--threshold is \(threshold); expected a share from 0 to 1.")
    }
    for list in [only, excluding].compactMap({ $0 }) { _ = try AccountSelector.list(given: list) }
    if spending.ownConsumption == .household {
      throw ValidationError(
        "paths follow payments, and value added that goes back to households is none; leave "
          + "--own-consumption own-household out.")
    }
    try modelOptions.requireOwnProduce(for: "paths", unlike: [.ownHousehold])
    try spending.requireSense(isLimited: !modelOptions.supply.isFree, modelOptions)
    try output.requireTable(among: ["paths"])
  }

  func run() throws {
    let model = try spending.model(
      of: try matrix.load(), by: modelOptions, from: matrix.source,
      tolerance: matrix.tolerance)
    var query = StructuralPaths.Query()
    query.longest = longest
    query.top = top
    query.threshold = threshold
    query.only = try codes(of: only, option: "--only", in: model.sam)
    query.excluding = try codes(of: excluding, option: "--excluding", in: model.sam) ?? []
    try output.write(try StructuralPaths(model).report(from: from, to: to, query))
  }

  private func codes(
    of list: String?, option: String, in sam: SocialAccountingMatrix
  ) throws -> Set<String>? {
    guard let list else { return nil }
    var codes: Set<String> = []
    for selector in try AccountSelector.list(given: list) {
      codes.formUnion(try selector.accounts(in: sam, of: option))
    }
    return codes
  }
}
