internal import SAMFiles
internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

extension Chart {
  /// The multiplier matrix as a heat map: what a unit into the column adds to the row.
  static func heatMap(_ model: MultiplierModel, words: Words) -> Chart {
    let map = MultiplierBlocks(model, words: words)
    let labels = map.labels
    let labelWidth = min(
      165, 12 + (labels.map { Drawing.width(of: "88 " + $0, size: 11) }.max() ?? 0))
    let cell = (Drawing.width - labelWidth - 8) / Double(max(1, labels.count))
    let bounds = [0.02, 0.1, 0.25, 0.5, 1]
    func shade(_ value: Double) -> Colour {
      Colour.shade(Double(bounds.count { value >= $0 }) / Double(bounds.count))
    }
    var drawing = Drawing()
    var y = drawing.paragraph(words(.heatMapReading), 8, 14, size: 12, within: 424) + 8
    for column in labels.indices {
      drawing.text(
        "\(column + 1)", labelWidth + (Double(column) + 0.5) * cell,
        y + (cell < 18 && column % 2 == 1 ? 11 : 0), size: 10.5, .middle)
    }
    y += cell < 18 ? 16 : 5
    for (i, label) in labels.enumerated() {
      drawing.text(
        Drawing.fitting("\(i + 1) \(label)", size: 11, within: labelWidth - 12), 8,
        y + cell * 0.5 + 4, size: 11)
      for j in labels.indices {
        drawing.box(
          labelWidth + Double(j) * cell, y, cell, cell, fill: shade(map.values[i][j]),
          edge: .white)
      }
      y += cell
    }
    y += 12
    let names =
      ["< \(bounds[0].shortest)"]
      + zip(bounds, bounds.dropFirst()).map { "\($0.shortest)–\($1.shortest)" }
      + ["≥ \(bounds[bounds.count - 1].shortest)"]
    for (step, name) in names.enumerated() {
      let x = 8 + Double(step) * 71
      drawing.box(
        x, y, 67, 18, fill: Colour.shade(Double(step) / Double(bounds.count)), edge: .rule)
      drawing.text(
        name, x + 33.5, y + 13, size: 11, .middle,
        Colour.shade(Double(step) / Double(bounds.count)).legible)
    }
    drawing.height = y + 28
    return Chart(
      name: "multipliers", title: words(.heatMapTitle),
      alternative: words(
        Passage.heatMapAlternative,
        ["count": String(labels.count), "largest": map.largest(words)]),
      data: Table(
        name: "multipliers", title: words(.heatMapTitle),
        columns: [Table.Column("receiver", heading: words(.receiver))]
          + labels.map { Table.Column($0, decimals: 2) },
        rows: zip(labels, map.values).map { [.text($0)] + $1.map(Table.Cell.number) }),
      drawing: drawing,
      encoding: [
        (
          "transform",
          .array([
            .object([
              ("fold", .array(labels.map(JSONText.string))),
              ("as", .array([.string("payer"), .string("multiplier")])),
            ])
          ])
        ),
        ("mark", .string("rect")),
        (
          "encoding",
          .object([
            ("y", Channel.category("receiver")), ("x", Channel.category("payer")),
            ("color", Channel.quantity("multiplier")),
          ])
        ),
      ])
  }
}

/// The multiplier matrix by groups of accounts: rows added up, columns averaged by receipts.
/// Accounts stand alone where there are at most 24 of them.
struct MultiplierBlocks {
  private(set) var labels: [String] = []
  private(set) var values: [[Double]] = []

  init(_ model: MultiplierModel, words: Words) {
    let accounts = model.endogenous
    var members: [[Int]] = []
    for (i, account) in accounts.enumerated() {
      let label = accounts.count <= 24 ? account.name : words.group(of: account)
      if let known = labels.firstIndex(of: label) {
        members[known].append(i)
      } else {
        labels.append(label)
        members.append([i])
      }
    }
    values = model.multiplierMatrix(between: members)
  }

  /// The largest value off the diagonal, in words.
  func largest(_ words: Words) -> String {
    let cells = labels.indices.flatMap { i in
      labels.indices.filter { $0 != i }.map { j in (i: i, j: j, value: values[i][j]) }
    }
    guard let top = cells.max(by: { $0.value < $1.value }) else { return "" }
    return words(
      .heatMapLargest,
      [
        "payer": labels[top.j], "receiver": labels[top.i], "value": top.value.fixed(2),
      ])
  }
}

extension Words {
  /// The group that an account is shown in where there are too many to show each.
  func group(of account: Account) -> String {
    switch account.kind {
    case .activity: self(.activitiesIn, ["group": account.group ?? self(.otherBlock)])
    case .commodity: self(.productsOf, ["group": account.group ?? self(.otherBlock)])
    case .household where account.area != nil && account.quintile != nil:
      self(
        account.area == .rural ? .ruralFifth : .urbanFifth,
        ["quintile": "\(account.quintile ?? 0)"])
    case .labour: self(.labour)
    case .land: self(.land)
    case .capital: self(.capital)
    default: account.name
    }
  }
}
