internal import AccountMatrix
internal import Multipliers
internal import LinearAlgebra

/// The base flows of a commodity: where it comes from, and what stands on its way to its buyers.
struct CommodityBase: Sendable {
  /// An account and its base flow.
  typealias Part = (account: Int, value: Double)

  /// Activities that supply it.
  var suppliers: [Part] = []
  /// Exports from own output, at basic prices.
  var exportVolume = 0.0
  /// The same at the prices that the world pays.
  var exportValue = 0.0
  /// Exports drawn from the composite, at purchasers' prices.
  var reExports = 0.0
  /// Margins and taxes on exports from own output.
  var exportMargins: [Part] = []
  var exportTaxes: [Part] = []
  /// Imports as the world is paid for them, and duties on them.
  var imports = 0.0
  var duties: [Part] = []
  /// Margins inside the prices of domestic sales and of imports.
  var domesticMargins: [Part] = []
  var importMargins: [Part] = []
  /// Margins and taxes on the composite.
  var margins: [Part] = []
  var taxes: [Part] = []

  var output: Double { suppliers.reduce(0) { $0 + $1.value } }
  /// Domestic sales of domestic output, at basic prices.
  var domesticSales: Double {
    let sales = output - exportVolume
    return sales > 1e-9 * output ? sales : 0
  }
  /// Imports with duties.
  var importVolume: Double { imports + duties.reduce(0) { $0 + $1.value } }
  /// Domestic sales and imports as buyers choose between them, with the margins inside.
  var domesticAtBuyer: Double { domesticMargins.reduce(domesticSales) { $0 + $1.value } }
  var importsAtBuyer: Double { importMargins.reduce(importVolume) { $0 + $1.value } }
  /// The composite at purchasers' prices.
  var composite: Double {
    let sum =
      domesticAtBuyer + importsAtBuyer + margins.reduce(0) { $0 + $1.value }
      + taxes.reduce(0) { $0 + $1.value }
    return domesticSales == 0 && importVolume == 0 ? 0 : sum
  }

  init(
    _ c: Int, in matrix: PreparedMatrix, regime: Regime
  ) throws(EquilibriumModel.Failure) {
    let flows = matrix.flows
    let exports = regime.exports
    var onlyOnExports: [Part] = []
    let column = matrix.total(c)
    let exported = flows[c, matrix.world]
    imports = flows[matrix.world, c]
    for i in matrix.payees(of: c) where i != matrix.world {
      let part: Part = (i, flows[i, c])
      switch matrix.kind(i) {
      case .activity: suppliers.append(part)
      case .margin:
        switch regime.variant.margins.last(where: { $0.account == matrix.code(i) })?.flow {
        case nil: margins.append(part)
        case .domestic: domesticMargins.append(part)
        case .imports: importMargins.append(part)
        case .exports: onlyOnExports.append(part)
        }
      case .importTax: duties.append(part)
      case .exportTax where exports == .ownOutput: exportTaxes.append(part)
      default: taxes.append(part)
      }
    }
    if imports == 0, !duties.isEmpty { throw .dutyWithoutImports(commodity: matrix.code(c)) }
    if output == 0, imports == 0 { throw .noSupply(commodity: matrix.code(c)) }
    if imports == 0, let margin = importMargins.first {
      throw .marginWithoutFlow(margin: matrix.code(margin.account), commodity: matrix.code(c))
    }
    if exported == 0 || exports == .composite, let margin = onlyOnExports.first {
      throw .marginWithoutFlow(margin: matrix.code(margin.account), commodity: matrix.code(c))
    }
    guard exports == .ownOutput, exported > 0, output > 0 else {
      reExports = exported
      // Without output, a tax on exports stands on the composite from which they are drawn.
      taxes += exportTaxes
      exportTaxes = []
      margins += onlyOnExports
      return
    }
    let proportional = margins.map { (account: $0.account, value: $0.value * exported / column) }
    let onExports = proportional + onlyOnExports
    let charges =
      onExports.reduce(0) { $0 + $1.value } + exportTaxes.reduce(0) { $0 + $1.value }
    let basic = exported - charges
    guard basic > 0 else {
      throw .exportsBelowCharges(
        commodity: matrix.code(c), exports: exported, charges: charges)
    }
    // What is exported beyond output is a re-export, and bears its part of margin and tax there.
    let part = basic > output * (1 + 1e-12) ? output / basic : 1
    exportVolume = part * basic
    exportValue = part * exported
    reExports = part == 1 ? 0 : exported - exportValue
    exportMargins = onExports.map { ($0.account, part * $0.value) }
    margins = zip(margins, exportMargins).map { ($0.account, $0.value - $1.value) }
    if domesticSales == 0, let margin = domesticMargins.first {
      throw .marginWithoutFlow(margin: matrix.code(margin.account), commodity: matrix.code(c))
    }
    if part < 1 {
      margins += onlyOnExports.map { ($0.account, (1 - part) * $0.value) }
      taxes += exportTaxes.map { ($0.account, (1 - part) * $0.value) }
      exportTaxes = exportTaxes.map { ($0.account, part * $0.value) }
    }
  }
}
