internal import AccountMatrix
internal import Multipliers
internal import SpendingPolicy

/// The lines of a scenario as values; a line that makes none is refused at its place.
struct ScenarioSettings {
  let id: String
  let lines: [Scenario.Line]

  /// The lines of a name.
  func all(_ name: String) -> [Scenario.Line] { lines.filter { $0.name == name } }

  /// The lines whose name begins so, with the rest of the name.
  func all(under prefix: String) -> [(key: String, line: Scenario.Line)] {
    lines.filter { $0.name.hasPrefix(prefix + ":") }
      .map { (key: String($0.name.dropFirst(prefix.count + 1)), line: $0) }
  }

  /// The values of a name, as they are written.
  func values(_ name: String) -> [String] { all(name).map { $0.value } }

  /// The value of the only line of a name.
  func single(_ name: String, orElse failure: Diagnostic) throws(Diagnostic) -> String {
    let found = all(name)
    guard found.count == 1 else { throw failure }
    return found[0].value
  }

  /// The number of a line.
  func number(
    _ line: Scenario.Line, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double {
    guard let value = Double(plainDecimal: line.value), range.contains(value) else {
      throw Diagnostic(
        "'\(line.value)' is no value of '\(line.name)'", at: line.place,
        remedy: "Expected a number from \(range.lowerBound.shortest) to "
          + (range.upperBound >= 1e15 ? "any" : range.upperBound.shortest))
    }
    return value
  }

  /// The number of the only line of a name; `nil` if there is none.
  func number(
    _ name: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double? {
    let found = all(name)
    guard let line = found.first else { return nil }
    guard found.count == 1 else {
      throw Diagnostic("'\(name)' is set twice", at: found[1].place, remedy: "Set it once")
    }
    return try number(line, in: range)
  }

  /// The whole number of the only line of a name; `nil` if there is none.
  func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws(Diagnostic) -> Int? {
    let value = try number(name, in: Double(range.lowerBound)...Double(range.upperBound))
    guard let value else { return nil }
    guard let whole = Int(whole: value, in: range) else {
      throw Diagnostic(
        "'\(value.shortest)' is no value of '\(name)'", at: all(name).first?.place,
        remedy: "Expected a whole number")
    }
    return whole
  }

  /// The number of the only line of a name.
  func requiredNumber(
    _ name: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double {
    guard let value = try number(name, in: range) else {
      throw Diagnostic(
        "the scenario '\(id)' sets no '\(name)'", remedy: "Add a line '\(name),VALUE'")
    }
    return value
  }

  /// The numbers of all lines of a name.
  func numbers(
    _ name: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> [Double] {
    var result: [Double] = []
    for line in all(name) { result.append(try number(line, in: range)) }
    return result
  }

  /// The part of wages that replaces other earnings, 0 where nothing is said.
  func displacedEarnings() throws(Diagnostic) -> Double {
    try number("displaced_earnings", in: 0...1) ?? 0
  }

  /// The ways of paying.
  func financings() throws(Diagnostic) -> [Financing] {
    var result: [Financing] = []
    for line in all("financing") {
      do { result.append(try Financing(parsing: line.value)) } catch {
        throw error.diagnostic.located(at: line.place)
      }
    }
    return result
  }

  /// The supplies, each with its text; `free` is no restriction.
  func supplies() throws(Diagnostic) -> [NamedSupply] {
    var result: [NamedSupply] = []
    for line in all("response") {
      guard line.value != "free" else {
        result.append(.free)
        continue
      }
      do { result.append(NamedSupply(line.value, try SupplyResponse(parsing: line.value))) } catch {
        throw error.diagnostic.located(at: line.place)
      }
    }
    return result
  }

  /// What becomes of a further franc.
  func margin() throws(Diagnostic) -> MarginRules {
    MarginRules(
      ownProduce: try choice("own_produce"), exports: try choice("exports"),
      spending: try choice("spending"))
  }

  /// The only word of a name among those there are; `nil` if it is not set.
  private func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(Diagnostic) -> Word? where Word.RawValue == String {
    let found = all(name)
    guard let line = found.first else { return nil }
    guard found.count == 1 else {
      throw Diagnostic("'\(name)' is set twice", at: found[1].place, remedy: "Set it once")
    }
    guard let word = Word(rawValue: line.value) else {
      throw Diagnostic(
        "'\(line.value)' is no value of '\(name)'", at: line.place,
        remedy: "Expected one of " + Word.allCases.map { $0.rawValue }.joined(separator: ", "))
    }
    return word
  }

  /// The rules by which money is handed out.
  func targeting() throws(Diagnostic) -> [Targeting] {
    var result: [Targeting] = []
    for line in all("targeting") {
      guard let rule = Targeting(line.value) else {
        throw Diagnostic(
          "'\(line.value)' is no targeting", at: line.place,
          remedy: "Expected survey, poorest-20, poorest-40, poorest-60, poorest-80 or everybody")
      }
      result.append(rule)
    }
    return result
  }

  /// Accounts that are made exogenous, by name.
  func closures() throws(Diagnostic) -> [SensitivityQuestion.NamedClosure] {
    var result: [SensitivityQuestion.NamedClosure] = []
    for (name, line) in all(under: "exogenous") {
      do {
        result.append(
          SensitivityQuestion.NamedClosure(name, try AccountSelector.list(parsing: line.value)))
      } catch { throw error.diagnostic.located(at: line.place) }
    }
    return result
  }

  /// Records `PREFIX:NAME:FIELD` by name, in order of first mention.
  func records(
    under prefix: String, fields: [String]
  ) throws(Diagnostic) -> [ScenarioRecord] {
    var records: [ScenarioRecord] = []
    for (key, line) in all(under: prefix) {
      let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, fields.contains(parts[1]) else {
        throw Diagnostic(
          "'\(line.name)' is no figure of a \(prefix)", at: line.place,
          remedy: "Expected \(prefix):NAME:FIELD with " + fields.joined(separator: ", "))
      }
      let position: Int
      if let known = records.firstIndex(where: { $0.name == parts[0] }) {
        position = known
      } else {
        position = records.count
        records.append(ScenarioRecord(prefix: prefix, name: parts[0], settings: self))
      }
      guard records[position].fields.updateValue(line, forKey: parts[1]) == nil else {
        throw Diagnostic("'\(line.name)' is set twice", at: line.place)
      }
    }
    return records
  }
}

/// What a scenario says of one scheme, group or guarantee.
struct ScenarioRecord {
  let prefix: String
  let name: String
  let settings: ScenarioSettings
  var fields: [String: Scenario.Line] = [:]

  /// The number of a field; `nil` where it is not set.
  func number(
    _ field: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double? {
    guard let line = fields[field] else { return nil }
    return try settings.number(line, in: range)
  }

  /// The number of a field that must be set.
  func requiredNumber(_ field: String) throws(Diagnostic) -> Double {
    guard let value = try number(field) else {
      throw Diagnostic(
        "the \(prefix) '\(name)' has no '\(field)'",
        remedy: "Add a line \(prefix):\(name):\(field)")
    }
    return value
  }
}

extension Diagnostic {
  /// The same at a place.
  func located(at place: String) -> Diagnostic {
    var located = self
    located.location = place
    return located
  }
}
