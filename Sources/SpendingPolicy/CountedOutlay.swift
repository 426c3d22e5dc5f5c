internal import AccountMatrix

/// The outlay of a programme less that of the programmes inside it, so that a franc counts once.
///
/// What a franc counted so does is what the whole outlay does less what the outlays inside it do:
/// averages, budgets and draws all take it from here.
struct CountedOutlay {
  /// The programme among those given.
  let position: Int
  /// What counts of its outlay, in units of the currency.
  let francs: Double
  /// Outlays whose effects add to that of the counted francs: its own, and below zero those inside.
  let terms: [(position: Int, francs: Double)]

  /// The effect of the counted francs; `nil` where a term has no value.
  ///
  /// - Parameter value: what a franc of a programme does, by its position.
  func total(_ value: (Int) -> Double?) -> Double? {
    var total = 0.0
    for term in terms {
      guard let value = value(term.position) else { return nil }
      total += term.francs * value
    }
    return total
  }

  /// Ranked programmes with an outlay that is not spent inside them altogether.
  ///
  /// - Parameter francs: outlays by programme in units of the currency; by default their own.
  static func all(of programmes: [Programme], francs: [Double?]? = nil) -> [CountedOutlay] {
    let outlays = francs ?? programmes.map { $0.isRanked && $0.outlay != nil ? $0.francs : nil }
    /// Ranked programmes directly inside another; a part whose own outlay does not count passes on
    /// those inside it.
    func inside(_ id: String, _ seen: Set<String>) -> [(position: Int, francs: Double)] {
      programmes.indices.flatMap { p -> [(position: Int, francs: Double)] in
        let part = programmes[p]
        guard part.partOf == id, !seen.contains(part.id) else { return [] }
        return outlays[p].map { [(position: p, francs: $0)] }
          ?? inside(part.id, seen.union([part.id]))
      }
    }
    return programmes.indices.compactMap { p in
      guard let whole = outlays[p] else { return nil }
      let parts = inside(programmes[p].id, [programmes[p].id])
      let counted = whole - parts.reduce(0) { $0 + $1.francs }
      guard counted > 0 else { return nil }
      return CountedOutlay(
        position: p, francs: counted,
        terms: [(position: p, francs: whole)]
          + parts.map { (position: $0.position, francs: -$0.francs) })
    }
  }

  /// What a franc of a family's average is made of.
  struct Weights {
    /// The programmes that have an outlay.
    let members: [CountedOutlay]
    /// All that counts of their outlays.
    let francs: Double
    /// Parts by programme, which add to one.
    let parts: [(position: Int, part: Double)]

    init?(_ members: [CountedOutlay]) {
      let total = members.reduce(0) { $0 + $1.francs }
      guard total > 0 else { return nil }
      self.members = members
      francs = total
      var parts: [(position: Int, part: Double)] = []
      for term in members.flatMap({ $0.terms }) {
        if let known = parts.firstIndex(where: { $0.position == term.position }) {
          parts[known].part += term.francs / total
        } else {
          parts.append((position: term.position, part: term.francs / total))
        }
      }
      self.parts = parts.filter { $0.part != 0 }
    }

    /// The mean of a value by position; `nil` where a part has none.
    func mean(_ value: (Int) -> Double?) -> Double? {
      var mean = 0.0
      for part in parts {
        guard let value = value(part.position) else { return nil }
        mean += part.part * value
      }
      return mean
    }
  }

  /// The weights of each family that has ranked programmes with outlays.
  ///
  /// - Parameter francs: outlays by programme in units of the currency; by default their own.
  static func weights(
    of programmes: [Programme], francs: [Double?]? = nil
  ) -> [Programme.Family: Weights] {
    let counted = all(of: programmes, francs: francs)
    var weights: [Programme.Family: Weights] = [:]
    for family in Programme.Family.allCases {
      weights[family] = Weights(counted.filter { programmes[$0.position].family == family })
    }
    return weights
  }
}
