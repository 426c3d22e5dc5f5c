internal import SpendingPolicy

extension Table.Column {
  /// Columns of what is left once somebody has paid, as every table of financing and of reforms
  /// prints them.
  static func net(of columns: [EffectColumn], decimals: Int) -> [Table.Column] {
    columns.compactMap { column -> Table.Column? in
      let words: (id: String, heading: String)? =
        switch column {
        case .gdpFactorCost: (id: "gdp_net", heading: "GDP\nnet")
        case .gdpFactorCostFixedAgriculture:
          (id: "gdp_net_fixed_agriculture", heading: "net,\nagric.\nfixed")
        case .income: (id: "income_net", heading: "income\nnet")
        case .incomeBeyondTransfer:
          (id: "income_beyond_transfer_net", heading: "beyond\ntransfer")
        case .incomeBottom40: (id: "income_bottom40_net", heading: "poorest\n40% net")
        case .taxReturn: (id: "tax_return_net", heading: "tax\nback")
        default: nil
        }
      return words.map { Table.Column($0.id, heading: $0.heading, decimals: decimals) }
    }
  }

  /// What is given and taken, of which the first column of `net` is the difference.
  static func gross(decimals: Int) -> [Table.Column] {
    [
      Table.Column("gdp_gross", heading: "GDP\ngiven", decimals: decimals),
      Table.Column("gdp_taken", heading: "GDP\ntaken", decimals: decimals),
    ]
  }
}
