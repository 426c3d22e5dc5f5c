internal import SAMFiles
internal import AccountMatrix

extension Chart {
  /// The macro matrix as ribbons from those who pay to those who receive.
  static func flowDiagram(_ sam: SocialAccountingMatrix, words: Words) -> Chart? {
    guard sam.hasKinds else { return nil }
    let macro = MacroFlows(sam, words: words)
    let total = macro.flows.total
    guard total > 0 else { return nil }
    let body = 430.0
    func places(_ sizes: [Double]) -> (tops: [Double], bottom: Double) {
      var y = 40.0
      let tops = sizes.map { size in
        // Two lines of label stand beside each box, however thin it is.
        let height = size / total * body
        let top = y + max(0, 28 - height) / 2
        y += max(height, 28) + 6
        return top
      }
      return (tops, y)
    }
    let payers = places(macro.paid)
    let receivers = places(macro.received)
    let (left, right) = (112.0, 316.0)
    var drawing = Drawing(height: max(payers.bottom, receivers.bottom) + 8)
    drawing.text(words(.pays), left + 12, 22, size: 13, .end, bold: true)
    drawing.text(words(.receives), right, 22, size: 13, bold: true)

    var leaving = payers.tops
    var arriving = receivers.tops
    for i in macro.labels.indices {
      for j in macro.labels.indices {
        let value = macro.flows.values[j][i]
        guard value > 0 else { continue }
        let width = value / total * body
        let colour = Colour.steps[i % 4]
        drawing.ribbon(
          from: .init(x: left + 12, y: leaving[i]), to: .init(x: right, y: arriving[j]),
          width: width, colour, opacity: 0.35)
        if width >= 12 {
          drawing.text(
            value.grouped, left + 18, leaving[i] + width / 2 + 4, size: 10.5)
        }
        leaving[i] += width
        arriving[j] += width
      }
    }
    for (i, label) in macro.labels.enumerated() {
      for (value, top, x, isPayer) in [
        (macro.paid[i], payers.tops[i], left, true),
        (macro.received[i], receivers.tops[i], right, false),
      ] where value > 0 {
        let height = value / total * body
        drawing.box(x, top, 12, max(height, 0.75), fill: Colour.steps[i % 4])
        let middle = top + height / 2
        let at = isPayer ? left - 5 : right + 17
        drawing.text(label, at, middle - 2, size: 12, isPayer ? .end : .start, bold: true)
        drawing.text(value.grouped, at, middle + 11, size: 11, isPayer ? .end : .start, .faint)
      }
    }
    return Chart(
      name: "flows", title: words(.flowsTitle, ["unit": sam.unit.description]),
      alternative: words(
        Passage.flowsAlternative,
        [
          "unit": sam.unit.description,
          "rows": zip(macro.labels, macro.received).map { "\($0) \($1.grouped)" }
            .joined(separator: ", "),
        ]),
      data: macro.table(sam, words), drawing: drawing,
      encoding: [
        ("mark", .string("rect")),
        (
          "encoding",
          .object([
            ("y", Channel.category("receiver")), ("x", Channel.category("payer")),
            ("color", Channel.quantity("value")),
          ])
        ),
      ])
  }
}

/// The matrix added up by kinds, rows the receivers; a negative payment goes the other way.
struct MacroFlows {
  let labels: [String]
  let flows: BlockFlows
  var paid: [Double] { flows.paid }
  var received: [Double] { flows.received }

  init(_ sam: SocialAccountingMatrix, words: Words) {
    let blocks: [(Phrase, Set<Account.Kind>)] = [
      (.activities, [.activity]), (.products, [.commodity, .margin]),
      (.factors, [.labour, .land, .capital, .factor]), (.enterprises, [.enterprise]),
      (.households, [.household]), (.government, [.government]),
      (.taxes, [.directTax, .importTax, .exportTax, .productTax, .activityTax, .factorTax]),
      (.schemes, [.socialProtection]), (.savingInvestment, [.savings, .stocks]),
      (.restOfWorld, [.restOfWorld]), (.nonProfits, [.nonProfit]), (.otherBlock, [.other]),
    ]
    let present = blocks.map { (words($0.0), sam.indices(where: $0.1.contains)) }
      .filter { !$0.1.isEmpty }
    labels = present.map { $0.0 }
    flows = BlockFlows(sam, between: present.map { $0.1 }).turnedPositive
  }

  func table(_ sam: SocialAccountingMatrix, _ words: Words) -> Table {
    var rows: [[Table.Cell]] = []
    for (i, payer) in labels.enumerated() {
      for (j, receiver) in labels.enumerated() where flows.values[j][i] != 0 {
        rows.append([.text(payer), .text(receiver), .number(flows.values[j][i])])
      }
    }
    return Table(
      name: "flows", title: words(.flowsTitle, ["unit": sam.unit.description]),
      columns: [
        Table.Column("payer", heading: words(.pays)),
        Table.Column("receiver", heading: words(.receives)),
        Table.Column("value", heading: sam.unit.description, decimals: 1),
      ], rows: rows)
  }
}

extension Double {
  /// The number without decimals, in groups of three digits; small ones keep one decimal.
  var grouped: String {
    if abs(self) < 100 { return fixed(1) }
    var digits = Array(fixed(0))
    var position = digits.count - 3
    while position > (digits.first == "-" ? 1 : 0) {
      digits.insert(",", at: position)
      position -= 3
    }
    return String(digits)
  }
}
