internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers
internal import SocialAccounting

extension PublishedCase {
  /// Names for the cells of a table: `row from column`.
  static func named(
    _ cells: [[Double]], rows: [String], columns: [String], prefix: String = ""
  ) -> Computed {
    zip(rows, cells).flatMap { row, values in
      zip(columns, values).map { (name: "\(prefix)\(row) from \($0)", value: $1) }
    }
  }

  /// Names for a list of figures: `what, item`.
  static func named(_ values: [Double], _ what: String, of items: [String]) -> Computed {
    zip(items, values).map { (name: "\(what), \($0)", value: $1) }
  }

  static func millerBlair() throws -> Computed {
    let model = try MultiplierModel(
      Published.millerBlair(), closure: Closure(parsing: "hh,rest"))
    let codes = ["s1", "s2"]
    let system = try ProductionSystem(model)
    let linkages = Linkages(system).linkages
    let demand = try model.response(to: Injection([("s1", 600), ("s2", 1500)]))
    let prices = try PriceModel(model).priceChanges([.init(of: "s1", percent: 9)])
    var figures =
      named(model.multiplierMatrix(), rows: codes, columns: codes, prefix: "inverse ")
      + named(demand.changes, "output after new final demand", of: codes)
      + named(try model.multipliers(on: .output), "output multiplier", of: codes)
      + named(linkages.map { $0.backwardIndex }, "backward index", of: codes)
      + named(linkages.map { $0.forwardIndex }, "forward index", of: codes)
      + named(prices.map { 1 + $0 / 100 }, "price after dearer value added", of: codes)
    let variants: [(name: String, variant: HypotheticalExtraction.Variant)] = [
      ("column", .column), ("row", .row), ("both", .both), ("both but own", .bothKeepOwn),
      ("sector", .remove),
    ]
    for (name, variant) in variants {
      let losses = HypotheticalExtraction(system, variant: variant).losses
      figures += named(losses.map { $0.output }, "output lost without the \(name)", of: codes)
    }
    return figures
  }

  static func millerBlairHouseholds() throws -> Computed {
    let sam = try Published.millerBlair()
    let open = try MultiplierModel(sam, closure: Closure(parsing: "hh,rest")).multiplierMatrix()
    let closed = try MultiplierModel(sam, closure: Closure(parsing: "rest")).multiplierMatrix()
    let (codes, pay) = (["s1", "s2", "hh"], [0.3, 0.25])
    let one = [0, 1].map { j in (pay[0] * open[0][j] + pay[1] * open[1][j]) / pay[j] }
    let two = [0, 1].map { j in closed[2][j] / pay[j] }
    return named(closed, rows: codes, columns: codes, prefix: "inverse ")
      + named(one, "income multiplier of type I", of: codes)
      + named(two, "income multiplier of type II", of: codes)
  }

  static func kitzes() throws -> Computed {
    let model = try MultiplierModel(Published.kitzes(), closure: Closure(parsing: "va,fd"))
    let codes = ["s1", "s2"]
    let intensity = zip(Published.kitzesEmissions, [16.0, 12]).map { $0 / $1 }
    func emissions(_ injection: Injection) throws -> [Double] {
      zip(intensity, try model.response(to: injection).changes).map { $0 * $1 }
    }
    let final = Published.kitzesFinalDemand
    let byProducer = try emissions(Injection([("s1", final[0]), ("s2", final[1])]))
    let byDemand = try zip(codes, final).map { code, value in
      try emissions(Injection(value, into: code)).reduce(0, +)
    }
    return named(model.multiplierMatrix(), rows: codes, columns: codes, prefix: "inverse ")
      + named(byProducer, "emissions by producer", of: codes)
      + named(byDemand, "emissions by final demand", of: codes)
  }

  static func germany() throws -> Computed {
    let model = try MultiplierModel(Published.germany(), closure: Closure(parsing: "va,in,fd"))
    let inverse = model.multiplierMatrix()
    let intensity = zip(Published.germanEmployment, Published.germanOutput).map { $0 / $1 }
    let jobs = inverse.indices.map { j in
      zip(intensity, inverse).reduce(0) { $0 + $1.0 * $1.1[j] }
    }
    let forward = Linkages(try ProductionSystem(model)).linkages.map { $0.forwardGhosh }
    let names = [
      "agriculture", "manufacturing", "construction", "trade", "business services",
      "other services",
    ]
    return named(try model.multipliers(on: .output), "output multiplier", of: names)
      + named(try model.multipliers(on: .gdpFactorCost), "value-added multiplier", of: names)
      + named(jobs, "employment multiplier", of: names)
      + named((0..<3).map { inverse[$0][$0] }, "diagonal of the inverse", of: names)
      // The figure of manufacturing is a misprint of the source; see the note of the case.
      + named(forward, "forward linkage", of: names).filter { !$0.name.hasSuffix("manufacturing") }
  }

  static func transformations() throws -> Computed {
    let table = try Published.pySUT()
    let products = (1...5).map(String.init)
    return try SupplyUseTable.Transformation.allCases.flatMap { transformation in
      let words = transformation.rawValue.replacing("-", with: " ")
      return try named(
        table.symmetric(by: transformation).coefficients, rows: products, columns: products,
        prefix: "\(words): ")
    }
  }

  static func ghana() throws -> Computed {
    let sam = try SocialAccountingMatrix(
      contentsOf: try CaseFiles.file("matrix-ghana-2007.csv"), unit: nil, tolerance: 1)
    let model = try MultiplierModel(sam, closure: Closure(parsing: "gov,s-i,row"), tolerance: 1)
    return try multipliers(
      of: model,
      at: [
        ("com", "com"), ("act", "com"), ("lab", "com"), ("cap", "com"), ("hhd", "com"),
        ("hhd", "hhd"),
      ])
  }

  /// The tutorial divides columns by what they pay, whatever their accounts receive.
  static func lewieLite() throws -> Computed {
    let sam = try SocialAccountingMatrix(
      contentsOf: try CaseFiles.file("matrix-lewie-lite.csv"), unit: nil,
      tolerance: .greatestFiniteMagnitude)
    let model = try MultiplierModel(
      sam, closure: Closure(parsing: "G,ROW"), tolerance: .greatestFiniteMagnitude)
    let codes = model.endogenous.map { $0.code }
    return named(model.multiplierMatrix(), rows: codes, columns: codes)
  }

  private static func multipliers(
    of model: MultiplierModel, at cells: [(row: String, column: String)]
  ) throws -> Computed {
    try cells.map { row, column in
      let response = try model.response(to: Injection(1, into: column))
      return ("\(row) from \(column)", try response.change(of: row))
    }
  }
}
