internal import AccountMatrix
public import Multipliers

extension MultiplierDecomposition {
  /// The effects of an injection, taken apart by groups of accounts.
  ///
  /// - Parameters:
  ///   - injection: what is injected.
  ///   - name: the injection in words.
  ///   - multiplicative: M₁, M₂ and M₃ instead of the effects that add up.
  ///   - exogenousReceivers: whether parts on exogenous accounts are allowed; they leak at once.
  /// - Throws: `MultiplierModel.Failure` for an account that does not respond.
  public func report(
    of injection: Injection, named name: String, multiplicative: Bool = false,
    exogenousReceivers: Bool = false
  ) throws(MultiplierModel.Failure) -> Report {
    let inside = exogenousReceivers ? model.endogenousPart(of: injection) : injection
    var table =
      multiplicative
      ? try multiplicativeTable(inside, name) : try additiveTable(inside, name)
    let leaking = exogenousReceivers ? model.leakingAtOnce(of: injection) : 0
    if leaking != 0 {
      table.notes.append(
        "\(leaking.fixed(3)) of the injection is paid to exogenous accounts and leaks at once.")
    }
    table.notes += [
      "Groups: "
        + blocks.blocks.map { "\($0.name) (\(count($0.accounts.count, "account")))" }
        .joined(separator: ", ") + "."
    ]
    table.notes += model.standingNotes + [model.caveat]
    return Report(
      command: "decompose", facts: model.facts + [Report.Fact("injection", name)],
      tables: [table], supplements: [groupsTable])
  }

  private func additiveTable(
    _ injection: Injection, _ name: String
  ) throws(MultiplierModel.Failure) -> Table {
    let effects = try additive(injection)
    return Table(
      name: "decompose", title: "Why it multiplies: \(name)",
      columns: Self.columns(
        ["initial", "transfer", "open", "closed", "total"],
        headings: ["initial\nI", "transfer\nT", "open\nO", "closed\nC", "total\nM"]),
      rows: effects.map {
        Self.row(
          $0.account, [$0.initial, $0.transfer, $0.openLoop, $0.closedLoop, $0.total])
      },
      notes: [
        "M = I + T + O + C: what is injected, transfers inside its group (M1 - I), effects on the "
          + "other groups (M2 - I) M1, and what comes back round the circle (M3 - I) M2 M1 "
          + "(Stone 1985)."
      ])
  }

  private func multiplicativeTable(
    _ injection: Injection, _ name: String
  ) throws(MultiplierModel.Failure) -> Table {
    let factors = try multiplicative(injection)
    return Table(
      name: "decompose", title: "Why it multiplies: \(name)",
      columns: Self.columns(
        ["m1", "m2", "m3", "total"],
        headings: ["transfer\nM1", "open\nM2", "closed\nM3", "total\nM3 M2 M1"]),
      rows: factors.map {
        Self.row($0.account, [$0.transfer, $0.openLoop, $0.closedLoop, $0.total])
      },
      notes: [
        "M1 = (I - A0)^-1 inside groups, A* = M1 (A - A0), M2 = I + A* + ... + A*^(k-1) across the "
          + "k groups, M3 = (I - A*^k)^-1 round the circle; M = M3 M2 M1 (Pyatt & Round 1979). Each "
          + "matrix is applied to the injection."
      ])
  }

  private static func columns(_ names: [String], headings: [String]) -> [Table.Column] {
    [Table.Column("account"), Table.Column("name", importance: .displayOnly)]
      + zip(names, headings).map { Table.Column($0, heading: $1) }
  }

  private static func row(_ account: Account, _ values: [Double]) -> [Table.Cell] {
    [.text(account.code), .text(account.name)] + values.map(Table.Cell.number)
  }

  private var groupsTable: Table {
    Table(
      name: "groups", title: "Groups of accounts",
      columns: [Table.Column("code"), Table.Column("group")],
      rows: blocks.blocks.flatMap { block in
        block.accounts.map { [.text($0), .text(block.name)] }
      })
  }
}
