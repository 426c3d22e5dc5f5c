package import AccountMatrix
internal import LinearAlgebra

/// The taxes on products that stand inside the prices of what buyers pay for.
///
/// With A the payments of production accounts to each other and t their rates of product tax,
/// per unit of what each sells, the tax inside a unit sold by j is the j-th element of
/// t' (I - A)⁻¹: the tax on the product itself, and that on everything used to make it.
///
/// Reference: Miller & Blair 2009, section 2.6 (cost-push form); United Nations 2018, Handbook on
/// Supply and Use Tables, chapter 20.
package struct EmbeddedTax: Sendable {
  /// The accounts that sell: activities, commodities and margins.
  package let sellers: [Account]
  /// The tax inside one unit of what each sells, net of subsidies.
  package let rates: [Double]

  private let sam: SocialAccountingMatrix
  private let positions: [Int]

  /// The embedded taxes of a matrix.
  ///
  /// - Throws: `Financing.Failure.noProductTax` if the matrix has no account of kind
  ///   `product-tax`, or production pays itself without end.
  package init(of sam: SocialAccountingMatrix) throws(Financing.Failure) {
    let taxes = sam.indices(of: .productTax)
    let payments = sam.payments
    let production = sam.indices(where: { $0.isProduction }).filter { payments[$0] != 0 }
    guard !taxes.isEmpty, !production.isEmpty else { throw .noProductTax }
    var system = Matrix(rows: production.count, columns: production.count)
    for (j, column) in production.enumerated() {
      for (i, row) in production.enumerated() {
        system[i, j] = (i == j ? 1 : 0) - sam[row, column] / payments[column]
      }
    }
    let direct = production.map { column in
      taxes.reduce(0) { $0 + sam[$1, column] } / payments[column]
    }
    do { rates = try LU(system).solveTransposed(direct) } catch { throw .noProductTax }
    self.sam = sam
    positions = production
    sellers = production.map { sam.accounts[$0] }
  }

  /// The tax inside the purchases of each household in the year of the matrix, in its unit.
  ///
  /// What a household takes from activities directly is its own produce, which is exempt.
  package var paidByHouseholds: [(account: Account, tax: Double)] {
    sam.indices(of: .household).map { buyer in
      var tax = 0.0
      for (k, seller) in positions.enumerated() where sam.accounts[seller].kind != .activity {
        tax += rates[k] * sam[seller, buyer]
      }
      return (sam.accounts[buyer], tax)
    }
  }
}
