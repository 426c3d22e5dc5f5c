internal import AccountMatrix
internal import Multipliers
package import SpendingPolicy

extension Brief {
  /// Adds what is left of every programme when it is paid for in each of some ways.
  ///
  /// A way of paying for which the matrix has no payers is named in the brief as not computed.
  ///
  /// - Parameters:
  ///   - financings: who pays; those that charge nobody are the comparison itself.
  ///   - rule: who bears social contributions.
  /// - Throws: `Comparison.Failure` if a model refuses the matrix.
  package mutating func pay(
    by financings: [Financing], rule: ContributionRule? = nil
  ) throws(Comparison.Failure) {
    let programmes = comparison.rows.map { $0.programme }
    for financing in financings where !financing.isFree {
      do {
        payments.append(
          try Comparison(
            of: programmes, in: comparison.model, financing: financing, rule: rule))
      } catch {
        guard case .financing = error else { throw error }
        unpaid.append(financing)
      }
    }
  }

  /// What is left of the multipliers once somebody has paid, and who gains and loses.
  func financingBlocks(_ words: Words) throws(Comparison.Failure) -> [Document.Block] {
    var blocks: [Document.Block] = [.paragraph(words(.financingNone))]
    if !payments.isEmpty {
      blocks += netSentences(words).map(Document.Block.paragraph)
      blocks.append(.paragraph(words(.financingTableIntroduction)))
      blocks.append(.table(financingTable(words)))
      if let winners = try winnersTable(words) {
        blocks += [.paragraph(words(.winnersIntroduction)), .table(winners)]
      }
      blocks.append(.subheading(words(.payersAssumed)))
      blocks.append(
        .definitions(
          ([comparison] + payments).map {
            (name(of: $0.financing, words), assumption(of: $0.financing, words))
          }))
    }
    if !unpaid.isEmpty {
      blocks.append(
        .paragraph(
          words(.notPaid, ["financings": words.list(unpaid.map { name(of: $0, words) })])))
    }
    let back = Self.families.compactMap { comparison.average(of: $0, .taxReturn)?.fixed(2) }
    if back.count == 2 {
      blocks.append(
        .paragraph(words(.financingNote, ["protection": back[0], "others": back[1]])))
    }
    return blocks
  }

  private static let families: [Programme.Family] = [.socialProtection, .otherPublicSpending]

  /// Who pays, in a few words.
  private func name(of financing: Financing, _ words: Words) -> String {
    switch financing {
    case .grant, .borrowing(0): words(.payNobody)
    case .borrowing(1): words(.payInvestment)
    case .borrowing(let part):
      words(.payPartOfInvestment, ["percent": (100 * part).fixed(0)])
    case .directTax: words(.payDirectTax)
    case .indirectTax: words(.payIndirectTax)
    case .contributions: words(.payContributions)
    case .programme(let id):
      words(
        .payCut,
        ["programme": comparison.rows.first { $0.programme.id == id }?.programme.name ?? id])
    }
  }

  /// What a way of paying assumes, and of a cut why that programme is cut.
  private func assumption(of financing: Financing, _ words: Words) -> String {
    guard case .programme(let id) = financing else { return words(financing.passage) }
    let largest = comparison.largest(of: .otherPublicSpending)
    let choice: Passage =
      largest?.id != id ? .cutExample : largest?.outlay == nil ? .cutFirst : .cutLargest
    return words(financing.passage) + " " + words(choice)
  }

  /// For each supply, where the average of social protection adds more than paying for it takes
  /// away; a difference within the margin is called none.
  private func netSentences(_ words: Words) -> [String] {
    let supplies: [(EffectColumn, Passage)] = [
      (.gdpFactorCost, .netAsGiven), (.gdpFactorCostFixedAgriculture, .netFixed),
    ]
    return supplies.compactMap { column, opening in
      let orders = payments.compactMap { payment in
        comparison.givesMore(.socialProtection, on: column, paidAs: payment).map {
          (name: name(of: payment.financing, words), order: $0)
        }
      }
      let parts: [(order: Comparison.NetOrder, passage: Passage)] = [
        (.more, .netMore), (.less, .netLess), (.same, .netSame),
      ]
      let sentences = parts.compactMap { order, passage -> String? in
        let names = orders.filter { $0.order == order }.map { $0.name }
        return names.isEmpty
          ? nil : words(passage, ["financings": names.joined(separator: "; ")])
      }
      return sentences.isEmpty ? nil : words(opening) + " " + sentences.joined(separator: " ")
    } + (payments.contains { $0.financing.crowdsOut } ? [words(.netLostCapital)] : [])
  }

  private func financingTable(_ words: Words) -> Table {
    let columns = [EffectColumn.gdpFactorCost, .gdpFactorCostFixedAgriculture].filter { column in
      comparison.rows.contains { $0.effect[column] != nil }
    }
    let families = Self.families.filter { comparison.average(of: $0, .gdpFactorCost) != nil }
    let given: Phrase = comparison.model.settings.supply.isFree ? .supplyFree : .supplyGiven
    func supply(_ column: EffectColumn) -> String {
      words(column == .gdpFactorCost ? given : .agricultureFixedShort)
    }
    func row(_ name: String, _ payment: Comparison) -> [Table.Cell] {
      [.text(name)]
        + columns.map { .number(payment.financingEffect?[$0] ?? 0) }
        + families.flatMap { family in
          columns.map { .optional(payment.average(of: family, $0)) }
        }
    }
    return Table(
      name: "financing", title: words(.financingTable),
      columns: [Table.Column("financing", heading: words(.paidBy))]
        + columns.map {
          Table.Column(
            "taken_\($0.rawValue)", heading: words(.taken, ["supply": supply($0)]), decimals: 2)
        }
        + families.flatMap { family in
          columns.map {
            Table.Column(
              "\(family.rawValue)_\($0.rawValue)",
              heading: words(
                .leftOver, ["family": words(family.phrase), "supply": supply($0)]), decimals: 2)
          }
        },
      rows: [row(words(.payNobody), comparison)]
        + payments.map { row(name(of: $0.financing, words), $0) },
      notes: [words(.financingTableNote)])
  }

  /// Net income of every group of households, for the average of social protection.
  private func winnersTable(_ words: Words) throws(Comparison.Failure) -> Table? {
    let all = [comparison] + payments
    var nets: [[(account: Account, net: Double)]] = []
    for payment in all { nets.append(try payment.netIncome(of: .socialProtection)) }
    let groups = (nets.last ?? []).map { $0.account }
    guard !groups.isEmpty else { return nil }
    return Table(
      name: "winners", title: words(.winnersTable),
      columns: [Table.Column("group", heading: words(.householdGroup))]
        + all.map {
          Table.Column(
            $0.financing.id, heading: name(of: $0.financing, words), decimals: 3)
        },
      rows: groups.indices.map { g in
        [.text(groups[g].name)] + nets.map { .number($0[g].net) }
      }, notes: [words(.winnersNote)])
  }
}

extension Financing {
  /// What the way of paying assumes, as the brief says it.
  fileprivate var passage: Passage {
    switch self {
    case .grant, .borrowing(0): .assumedGrant
    case .borrowing: .assumedInvestment
    case .directTax: .assumedDirectTax
    case .indirectTax: .assumedIndirectTax
    case .contributions: .assumedContributions
    case .programme: .assumedCut
    }
  }
}

extension Financing {
  /// Whether investment falls.
  fileprivate var crowdsOut: Bool {
    if case .borrowing(let part) = self { part > 0 } else { false }
  }
}
