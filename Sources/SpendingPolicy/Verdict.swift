internal import AccountMatrix

/// Whether one programme does more than another, and under which condition: from numbers alone.
public enum Verdict: Sendable, Equatable {
  /// One is larger in every case.
  case always(more: Bool)
  /// The first is larger only where a driver lies above this value.
  case above(Double)
  /// The first is larger only where a driver lies below this value.
  case below(Double)
  /// Larger in some cases and not in others, without one value that decides.
  case depends(on: [String], exceptions: [String])
  /// Less than the margin apart in every case.
  case indistinguishable

  /// What counts as a difference: five per cent of the larger value.
  public static let margin = 0.05

  /// The margin in words, for every page with a verdict.
  package static let marginSentence =
    "Verdicts call two values different from 5 per cent apart; what is closer counts as neither "
    + "more nor less. Where an order turns is where both are equal."

  /// The order of two values, or `nil` where they are less than the margin apart.
  public static func order(_ first: Double, _ second: Double) -> Bool? {
    abs(first - second) < margin * max(abs(first), abs(second)) || first == second
      ? nil : first > second
  }

  /// The verdict on named cases; `nil` without any, since nothing was compared.
  package init?(cases: [(name: String, first: Double, second: Double)]) {
    guard !cases.isEmpty else { return nil }
    let orders = cases.map { (name: $0.name, order: Self.order($0.first, $0.second)) }
    let decided = orders.filter { $0.order != nil }
    guard let one = decided.first?.order ?? nil else {
      self = .indistinguishable
      return
    }
    if decided.count == cases.count, decided.allSatisfy({ $0.order == one }) {
      self = .always(more: one)
    } else {
      self = .depends(
        on: orders.filter { $0.order == true }.map { $0.name },
        exceptions: orders.filter { $0.order != true }.map { $0.name })
    }
  }

  /// The verdict in words.
  ///
  /// - Parameters:
  ///   - first: the name of the first programme.
  ///   - second: the name of what it is compared with.
  ///   - driver: what the value of `above` or `below` is, for example `agriculture meets`.
  public func sentence(
    _ first: String, _ second: String, measure: String, driver: String = "agriculture meets"
  ) -> String {
    let sentence = words(first, second, measure, driver)
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private func words(
    _ first: String, _ second: String, _ measure: String, _ driver: String
  ) -> String {
    let claim = "\(first) does more for \(measure) than \(second)"
    return switch self {
    case .always(true): "\(claim): holds under every scenario computed."
    case .always(false):
      "\(second) does more for \(measure) than \(first): holds under every scenario computed."
    case .above(let value):
      "\(claim) only if \(driver) more than \((100 * value).fixed(0)) per cent of the demand."
    case .below(let value):
      "\(claim) only if \(driver) less than \((100 * value).fixed(0)) per cent of the demand."
    case .depends(let names, let exceptions) where names.isEmpty:
      "\(first) does not do more for \(measure) than \(second) in any of the "
        + "\(exceptions.count) scenarios computed; in some the two are not distinguishable."
    case .depends(let names, let exceptions) where exceptions.count < names.count:
      "\(claim) in \(names.count) of \(names.count + exceptions.count) scenarios; not under "
        + exceptions.joined(separator: "; ") + "."
    case .depends(let names, let exceptions):
      "\(claim) in \(names.count) of \(names.count + exceptions.count) scenarios: only under "
        + names.joined(separator: "; ") + "."
    case .indistinguishable:
      "\(first) and \(second) are not distinguishable by \(measure)."
    }
  }
}
