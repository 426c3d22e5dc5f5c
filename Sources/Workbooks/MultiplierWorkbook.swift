package import Multipliers
package import Reporting
internal import AccountMatrix
internal import LinearAlgebra
internal import SAMFiles

/// A workbook that computes multipliers before the reader's eyes, by live formulas.
///
/// The steps are those of the exercises in Breisinger, Thomas & Thurlow 2009:
/// the matrix, coefficients, identity, identity less coefficients, inverse
/// (`MINVERSE`), shock, effect (`MMULT`), leakages. Every formula carries the
/// value that this library computed.
package enum MultiplierWorkbook {
  /// The bytes of the workbook.
  ///
  /// - Parameters:
  ///   - model: the model, with its matrix, closure and response shares.
  ///   - injection: the shock; its cells may be changed in the workbook.
  ///   - report: tables to be put before the steps, with their notes.
  ///   - storesValues: whether formulas carry values; without them a spreadsheet
  ///     program must compute, which the tests make LibreOffice do.
  /// - Throws: `MultiplierModel.Failure` as `response(to:)`.
  package static func bytes(
    of model: MultiplierModel, injection: Injection, report: Report? = nil, version: String = "",
    storesValues: Bool = true
  ) throws(MultiplierModel.Failure) -> [UInt8] {
    let response = try model.response(to: injection)
    let steps = MultiplierSteps(model: model, response: response)
    let sheets = [
      steps.matrix, steps.coefficients, steps.identity, steps.system, steps.inverse, steps.shock,
      steps.effect, steps.leakageRates, steps.leakages, steps.explanation,
    ]
    var workbook =
      report?.spreadsheet(version: version, reservedNames: sheets.map(\.name)) ?? Spreadsheet()
    workbook.sheets += sheets
    workbook.storesValues = storesValues
    return workbook.bytes()
  }
}

/// The sheets of the steps, each formula beside the value that the model gives it.
struct MultiplierSteps {
  let model: MultiplierModel
  let response: Response

  private var count: Int { model.endogenous.count }

  /// The first cell of a sheet's numbers stands in B2, below the codes.
  private func cell(_ row: Int, _ column: Int, in sheet: String? = nil) -> String {
    let name = cellName(column: column + 1, row: row + 2)
    return (sheet.map { "'\($0)'!" } ?? "") + name
  }

  private func range(_ sheet: String, rows: Int, columns: Int, from column: Int = 0) -> String {
    cell(0, column, in: sheet) + ":" + cell(rows - 1, column + columns - 1)
  }

  private func square(
    _ name: String, rows: [Account], columns: [Account],
    _ content: (Int, Int) -> Spreadsheet.Content?
  ) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet(name)
    sheet.append([.text(name)] + columns.map { .text($0.code) }, style: .heading)
    for (i, account) in rows.enumerated() {
      var row = [Spreadsheet.Cell(column: 0, content: .text(account.code), style: .strong)]
      for j in columns.indices {
        if let value = content(i, j) {
          row.append(Spreadsheet.Cell(column: j + 1, content: value, style: .decimals(4)))
        }
      }
      sheet.rows.append(row)
    }
    sheet.frozen = (1, 1)
    sheet.widths = [14]
    return sheet
  }

  /// The matrix as it is, totals by formula.
  var matrix: Spreadsheet.Sheet {
    let sam = model.sam
    let size = sam.accounts.count
    var sheet = square("SAM", rows: sam.accounts, columns: sam.accounts) { i, j in
      sam[i, j] == 0 ? nil : .number(sam[i, j])
    }
    let (receipts, payments) = (sam.receipts, sam.payments)
    sheet.rows[0].append(
      Spreadsheet.Cell(column: size + 1, content: .text("total"), style: .heading))
    for i in sam.accounts.indices {
      let sum = "SUM(\(cell(i, 0)):\(cell(i, size - 1)))"
      sheet.rows[i + 1].append(
        Spreadsheet.Cell(
          column: size + 1, content: .formula(sum, receipts[i]), style: .decimals(4)))
    }
    sheet.rows.append(
      [Spreadsheet.Cell(column: 0, content: .text("total"), style: .strong)]
        + sam.accounts.indices.map { j in
          Spreadsheet.Cell(
            column: j + 1,
            content: .formula("SUM(\(cell(0, j)):\(cell(size - 1, j)))", payments[j]),
            style: .decimals(4))
        })
    return sheet
  }

  /// A rate: a cell of the matrix over the total of its column.
  private func rate(_ row: Int, _ column: Int, _ value: Double) -> Spreadsheet.Content? {
    guard value != 0 else { return .number(0) }
    let flow = cell(row, column, in: "SAM")
    let total = cell(model.sam.accounts.count, column, in: "SAM")
    return .formula("\(flow)/\(total)", value)
  }

  /// A: the endogenous accounts' payments to each other, per unit paid.
  var coefficients: Spreadsheet.Sheet {
    let positions = model.partition.endogenous
    return square("Coefficients", rows: model.endogenous, columns: model.endogenous) { i, j in
      rate(positions[i], positions[j], model.propensities[i, j])
    }
  }

  /// I.
  var identity: Spreadsheet.Sheet {
    square("Identity", rows: model.endogenous, columns: model.endogenous) { i, j in
      .number(i == j ? 1 : 0)
    }
  }

  private var systemMatrix: Matrix {
    var system = model.propensities
    for i in 0..<count {
      for j in 0..<count { system[i, j] = (i == j ? 1 : 0) - model.shares[i] * system[i, j] }
    }
    return system
  }

  /// I - S A.
  var system: Spreadsheet.Sheet {
    let system = systemMatrix
    return square("I - SA", rows: model.endogenous, columns: model.endogenous) { i, j in
      let share = "Shock!$D$\(i + 2)"
      let formula =
        "\(cell(i, j, in: "Identity"))-\(share)*\(cell(i, j, in: "Coefficients"))"
      return .formula(formula, system[i, j])
    }
  }

  /// The inverse of I - S A.
  var inverse: Spreadsheet.Sheet {
    let inverse = model.factors.inverse
    let source = range("I - SA", rows: count, columns: count)
    let target = "\(cell(0, 0)):\(cell(count - 1, count - 1))"
    return square("Inverse", rows: model.endogenous, columns: model.endogenous) { i, j in
      i == 0 && j == 0
        ? .array("MINVERSE(\(source))", range: target, inverse[i, j]) : .arrayPart(inverse[i, j])
    }
  }

  /// x, the response shares, and what of the shock is met.
  var shock: Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Shock")
    sheet.append(
      ["account", "name", "shock", "response share", "met"].map { .text($0) }, style: .heading)
    for (i, account) in model.endogenous.enumerated() {
      let amount = response.injection.amounts.first { $0.account == account.code }?.value ?? 0
      sheet.append([
        .text(account.code), .text(account.name), .number(amount), .number(model.shares[i]),
        .formula("C\(i + 2)*D\(i + 2)", amount * model.shares[i]),
      ])
    }
    sheet.append([
      .text("total"), nil,
      .formula("SUM(C2:C\(count + 1))", response.injection.total),
    ])
    sheet.frozen = (1, 1)
    sheet.widths = [12, 36]
    return sheet
  }

  /// y = inverse x.
  var effect: Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Effect")
    sheet.append(
      ["account", "name", "base", "change", "percent"].map { .text($0) }, style: .heading)
    let source =
      "MMULT(\(range("Inverse", rows: count, columns: count)),Shock!E2:E\(count + 1))"
    let receipts = model.sam.receipts
    for (i, account) in model.endogenous.enumerated() {
      let position = model.partition.endogenous[i]
      let base = cell(position, model.sam.accounts.count, in: "SAM")
      let change = response.changes[i]
      sheet.append([
        .text(account.code), .text(account.name), .formula(base, receipts[position]),
        i == 0 ? .array(source, range: "D2:D\(count + 1)", change) : .arrayPart(change),
        receipts[position] == 0
          ? nil : .formula("100*D\(i + 2)/C\(i + 2)", 100 * change / receipts[position]),
      ])
    }
    sheet.frozen = (1, 1)
    sheet.widths = [12, 36]
    return sheet
  }

  /// L: what endogenous accounts pay to exogenous ones, per unit paid.
  var leakageRates: Spreadsheet.Sheet {
    let (rows, columns) = (model.partition.exogenous, model.partition.endogenous)
    return square("Leakage rates", rows: model.exogenous, columns: model.endogenous) { i, j in
      rate(rows[i], columns[j], model.leakageRates[i, j])
    }
  }

  /// L y, demand that is not met, and their sum, which is the shock.
  var leakages: Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Leakages")
    sheet.append([.text("account"), .text("name"), .text("leakage")], style: .heading)
    let changes = "Effect!$D$2:$D$\(count + 1)"
    for (i, account) in model.exogenous.enumerated() {
      let rates =
        "\(cell(i, 0, in: "Leakage rates")):\(cell(i, count - 1))"
      sheet.append([
        .text(account.code), .text(account.name),
        .formula("MMULT(\(rates),\(changes))", response.leakages[i].amount),
      ])
    }
    let unmet = response.leakages.first { $0.account == Response.Leakage.supply }?.amount ?? 0
    let coefficients = range("Coefficients", rows: count, columns: count)
    let last = count + 1
    let demand = "MMULT(\(coefficients),\(changes))+Shock!C2:C\(last)"
    let unmetRow = sheet.rows.count + 1
    sheet.append([
      .text(Response.Leakage.supply), .text("Demand not met"),
      .array(
        "SUMPRODUCT(1-Shock!D2:D\(last),\(demand))", range: "C\(unmetRow)", unmet),
    ])
    sheet.append([
      .text("total"), .text("equals the shock"),
      .formula("SUM(C2:C\(unmetRow))", response.totalLeakage),
    ])
    sheet.frozen = (1, 1)
    sheet.widths = [12, 36]
    return sheet
  }

  /// What each sheet does, in words.
  var explanation: Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet("Steps")
    let steps = [
      ("SAM", "\(model.sam.caption); receipts are rows, payments are columns"),
      ("Closure", model.closureSentence),
      ("Coefficients", "A: each cell of the endogenous accounts over the total of its column"),
      ("Identity", "I: one on the diagonal"),
      ("I - SA", "identity less coefficients; S are the response shares of the sheet Shock"),
      ("Inverse", "MINVERSE of I - SA: the multipliers"),
      ("Shock", "type other amounts into column C, in \(model.sam.unit)"),
      ("Effect", "MMULT of the inverse and the shock that is met"),
      ("Leakages", "leakage rates times effect; with demand not met they add to the shock"),
      (
        "Reference",
        "Breisinger, Thomas & Thurlow 2009, Social Accounting Matrices and "
          + "Multiplier Analysis, IFPRI"
      ),
    ]
    for (name, text) in steps { sheet.append([.text(name), .text(text)]) }
    sheet.widths = [14, 110]
    return sheet
  }
}
