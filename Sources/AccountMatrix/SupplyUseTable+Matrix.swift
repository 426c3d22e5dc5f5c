internal import LinearAlgebra

extension SupplyUseTable {
  /// The production block of a social accounting matrix.
  ///
  /// Activities receive from the commodities that they make; commodities from
  /// activities and final uses; value added from activities and final uses; imports, margins
  /// and taxes from commodities. Items of the same name are one account. The
  /// activities and commodities balance; the others are for the rest of the
  /// matrix to balance.
  ///
  /// Reference: United Nations 2018 (F.74 Rev.1), chapter 20; Pyatt & Round 1985.
  ///
  /// - Parameter prefixes: put before codes that products and activities share.
  /// - Throws: `Failure.matrix` if an item has the code of a product or an activity.
  package func productionBlock(
    prefixes: (activity: String, commodity: String) = ("a-", "c-")
  ) throws(Failure) -> SocialAccountingMatrix {
    let areShared = !Set(products).isDisjoint(with: activities)
    let activityCodes = activities.map { areShared ? prefixes.activity + $0 : $0 }
    let commodityCodes = products.map { areShared ? prefixes.commodity + $0 : $0 }
    var builder = BlockBuilder(
      accounts: zip(activityCodes, activities).map { Account(code: $0, name: $1, kind: .activity) }
        + zip(commodityCodes, products).map { Account(code: $0, name: $1, kind: .commodity) })
    builder.primaryInputs = Set(otherSupply.items)
    for (p, commodity) in commodityCodes.enumerated() {
      for (j, activity) in activityCodes.enumerated() {
        builder.add(supply[p, j], row: activity, column: commodity)
        builder.add(use[p, j], row: commodity, column: activity)
      }
      for (k, item) in otherSupply.items.enumerated() {
        builder.add(otherSupply.values[p, k], row: item, column: commodity)
      }
      for (k, item) in finalUses.items.enumerated() {
        builder.add(finalUses.values[p, k], row: commodity, column: item)
      }
    }
    for (k, item) in valueAdded.items.enumerated() {
      for (j, activity) in activityCodes.enumerated() {
        builder.add(valueAdded.values[k, j], row: item, column: activity)
      }
      for (f, use) in finalUses.items.enumerated() {
        builder.add(finalUseInputs[k, f], row: item, column: use)
      }
    }
    return try builder.matrix(unit: unit, title: "Production block of a supply-use table")
  }
}

extension SymmetricTable {
  /// The table as a matrix: sectors, then value added as rows and final uses as columns.
  ///
  /// - Throws: `SupplyUseTable.Failure.matrix` if an item has the code of a sector.
  public func matrix() throws(SupplyUseTable.Failure) -> SocialAccountingMatrix {
    // Each product of a table by products has one homogeneous branch that makes it, so that output
    // and intermediate consumption are told (Miller & Blair 2009, chapter 5).
    var builder = BlockBuilder(accounts: codes.map { Account(code: $0, kind: .activity) })
    for (i, row) in codes.enumerated() {
      for (j, column) in codes.enumerated() {
        builder.add(flows[i][j], row: row, column: column)
      }
      for (item, values) in finalUses { builder.add(values[i], row: row, column: item) }
      for (item, values) in valueAdded { builder.add(values[i], row: item, column: row) }
    }
    for (added, values) in zip(valueAdded, finalUseInputs) {
      for (use, value) in zip(finalUses, values) {
        builder.add(value, row: added.item, column: use.item)
      }
    }
    return try builder.matrix(
      unit: unit,
      title: "Symmetric table, model \(transformation.letter) (\(transformation.rawValue))")
  }
}

/// Gathers cells of a matrix whose last accounts are known by their first mention.
private struct BlockBuilder {
  private var accounts: [Account]
  private var positions: [String: Int] = [:]
  private var cells: [(row: Int, column: Int, value: Double)] = []
  /// What products are supplied with from elsewhere, none of which is value added.
  var primaryInputs: Set<String> = []

  init(accounts: [Account]) {
    self.accounts = accounts
    for (index, account) in accounts.enumerated() { positions[account.code] = index }
  }

  private mutating func position(of code: String) -> Int {
    if let position = positions[code] { return position }
    positions[code] = accounts.count
    accounts.append(Account(code: code))
    return accounts.count - 1
  }

  /// What is beside production has one side, which says its kind; what has both is for the rest of
  /// the matrix to say.
  private func kind(of position: Int) -> Account.Kind {
    let receives = cells.contains { $0.row == position && $0.value != 0 }
    let pays = cells.contains { $0.column == position && $0.value != 0 }
    if receives == pays { return .other }
    let code = accounts[position].code
    if primaryInputs.contains(code) { return .primaryInput }
    return pays ? .finalUse : Account.Kind(ofInput: code)
  }

  mutating func add(_ value: Double, row: String, column: String) {
    let cell = (row: position(of: row), column: position(of: column), value: value)
    if value != 0 { cells.append(cell) }
  }

  func matrix(
    unit: CurrencyUnit, title: String
  ) throws(SupplyUseTable.Failure) -> SocialAccountingMatrix {
    var flows = accounts.map { _ in [Double](repeating: 0, count: accounts.count) }
    for cell in cells { flows[cell.row][cell.column] += cell.value }
    var described = self.accounts
    for k in described.indices where described[k].kind == nil { described[k].kind = kind(of: k) }
    do {
      return try SocialAccountingMatrix(
        accounts: described, flows: flows, unit: unit, title: title)
    } catch {
      throw .matrix(error)
    }
  }
}
