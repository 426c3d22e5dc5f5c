internal import AccountMatrix

extension Financing {
  /// Who pays, in a word or two, for a column.
  package func label(among programmes: [Programme]) -> String {
    switch self {
    case .grant: "a grant"
    case .borrowing(0): "borrowing"
    case .borrowing(1): "borrowing, crowding out"
    case .borrowing(let share): "borrowing, \((100 * share).fixed(0))% crowding out"
    case .directTax: "direct tax"
    case .indirectTax: "indirect tax"
    case .contributions: "contributions"
    case .programme(let id):
      "a cut: \(programmes.first { $0.id == id }?.markedName ?? id)"
    }
  }

  /// Who pays, in words.
  public var inWords: String {
    switch self {
    case .grant: "a grant from abroad"
    case .borrowing(0): "borrowing that crowds nothing out"
    case .borrowing(1): "borrowing that takes the place of investment, franc for franc"
    case .borrowing(let share):
      "borrowing of which \((100 * share).fixed(0)) per cent takes the place of investment"
    case .directTax: "a lump sum in proportion to direct taxes paid"
    case .indirectTax: "product taxes, in proportion to those inside what households buy"
    case .contributions: "social contributions on formal wages"
    case .programme(let id): "a cut of the programme '\(id)'"
    }
  }

  /// What the way of paying assumes.
  package var assumption: String {
    switch self {
    case .grant, .borrowing(0):
      "nobody in the country gives anything up in the year; repayment is not counted"
    case .borrowing:
      "investment falls by its composition in the matrix; repayment is not counted"
    case .directTax:
      "households and enterprises pay in proportion to what they pay in the matrix, and cut "
        + "spending and saving in proportion to what is left after direct tax"
    case .indirectTax:
      "households pay in proportion to the product tax inside what they buy, that on inputs "
        + "included; own produce is exempt; prices before tax and quantities asked by others do "
        + "not move"
    case .contributions:
      "the legal split is that of SAM/financing; employers' halves are taken out of wages as "
        + "stated there; formal wages by household are those of members of the medical scheme"
    case .programme: "its whole franc, administration included, is not spent"
    }
  }
}

extension Programme {
  /// The name, with a mark where the vector is assumed.
  package var markedName: String { name + (evidence == .assumed ? " *" : "") }
}
