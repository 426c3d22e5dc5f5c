internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers
internal import SAMFiles
internal import SocialAccounting

extension PublishedCase {
  /// Supply Q = s0 + s1 P, demand D = d0 - d1 P + d2 Y, income Y = 2 ΣQ, after the intercept of the
  /// first supply falls by a fifth: two prices that clear two markets.
  static func multiMarket() throws -> Computed {
    let (base, income) = ([200.0, 100], 600.0)
    let slope = base.map { 0.5 * $0 }
    var intercept = zip(base, slope).map { $0 - $1 }
    intercept[0] *= 0.8
    let ownPrice = base.map { 2 * $0 }
    let byIncome = base.map { 0.75 * $0 / income }
    let constant = base.indices.map { base[$0] + ownPrice[$0] - byIncome[$0] * income }
    // s0 + s1 P = d0 - d1 P + 2 d2 Σ(s0 + s1 P), solved for P.
    var system = Matrix(rows: 2, columns: 2)
    var right = [0.0, 0]
    for i in base.indices {
      for j in base.indices { system[i, j] = -2 * byIncome[i] * slope[j] }
      system[i, i] += slope[i] + ownPrice[i]
      right[i] = constant[i] - intercept[i] + 2 * byIncome[i] * intercept.reduce(0, +)
    }
    let prices = try LU(system).solve(right)
    let quantities = base.indices.map { intercept[$0] + slope[$0] * prices[$0] }
    let goods = ["agriculture", "other goods"]
    return named(prices, "price", of: goods) + named(quantities, "quantity", of: goods)
      + [("income", 2 * quantities.reduce(0, +))]
  }

  /// The matrix is not public: the printed factors alone are multiplied.
  static func pathIdentity() throws -> Computed {
    [
      ("first path", 0.2017 * 2.0513), ("second path", 0.1974 * 1.8825),
      ("third path", 0.0470 * 2.3196),
    ]
  }

  static func negativeTax() throws -> Computed {
    let kinds: [String: Account.Kind] = [
      "AGR": .activity, "OIL": .activity, "IND": .activity, "SER": .activity, "LAB": .labour,
      "CAP": .capital, "LAND": .land, "NTR": .factor, "DTX": .directTax, "IDT": .activityTax,
      "ACT": .activityTax, "HOH": .household, "GOV": .government, "INV": .savings,
      "EXT": .restOfWorld,
    ]
    let read = try SocialAccountingMatrix(
      contentsOf: try CaseFiles.file("matrix-negative-tax.csv"))
    let sam = try SocialAccountingMatrix(
      accounts: read.accounts.map { Account(code: $0.code, kind: kinds[$0.code]) },
      flows: read.accounts.indices.map { i in read.accounts.indices.map { read[i, $0] } },
      unit: .unstated)
    let gdp = try sam.grossDomesticProduct()
    return [
      ("receipts of oil", sam.receipts[try sam.index(of: "OIL")]),
      ("GDP at factor cost", gdp.factorCost), ("GDP at market prices by income", gdp.byIncome),
      ("GDP at market prices by production", gdp.byProduction),
      ("GDP at market prices by expenditure", gdp.byExpenditure),
    ]
  }
}
