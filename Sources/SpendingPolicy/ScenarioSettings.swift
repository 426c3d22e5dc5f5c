public import AccountMatrix
public import Multipliers

extension Scenario {
  /// The number of a setting.
  ///
  /// - Throws: `Diagnostic` with its line if it is none, or outside the range.
  public func number(
    _ setting: Setting, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double {
    guard let value = Double(plainDecimal: setting.value), range.contains(value) else {
      throw Diagnostic(
        "'\(setting.value)' is no value of '\(setting.name)'", at: setting.place,
        remedy: "Expected a number from \(range.lowerBound.shortest) to "
          + (range.upperBound >= 1e15 ? "any" : range.upperBound.shortest))
    }
    return value
  }

  /// The number of the only setting of a name; `nil` if there is none.
  public func number(
    _ name: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double? {
    let found = all(name)
    guard let setting = found.first else { return nil }
    guard found.count == 1 else {
      throw Diagnostic("'\(name)' is set twice", at: found[1].place, remedy: "Set it once")
    }
    return try number(setting, in: range)
  }

  /// The whole number of the only setting of a name; `nil` if there is none.
  package func wholeNumber(
    _ name: String, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int? {
    let value = try number(name, in: Double(range.lowerBound)...Double(range.upperBound))
    guard let value else { return nil }
    guard let whole = Int(whole: value, in: range) else {
      throw Diagnostic(
        "'\(value.shortest)' is no value of '\(name)'", at: all(name).first?.place,
        remedy: "Expected a whole number")
    }
    return whole
  }

  /// The number of the only setting of a name.
  public func requiredNumber(
    _ name: String, in range: ClosedRange<Double> = 0...1e15
  ) throws(Diagnostic) -> Double {
    guard let value = try number(name, in: range) else {
      throw Diagnostic(
        "the scenario '\(id)' sets no '\(name)'", remedy: "Add a line '\(name),VALUE'")
    }
    return value
  }

  /// The ways of paying.
  public func financings() throws(Diagnostic) -> [Financing] {
    var result: [Financing] = []
    for setting in all("financing") {
      do { result.append(try Financing(parsing: setting.value)) } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = setting.place
        throw diagnostic
      }
    }
    return result
  }

  /// The response shares, each with its text; `free` is no restriction.
  public func responses() throws(Diagnostic) -> [(name: String, response: SupplyResponse)] {
    var result: [(name: String, response: SupplyResponse)] = []
    for setting in all("response") {
      guard setting.value != "free" else {
        result.append(("all demand met", .free))
        continue
      }
      do {
        result.append(
          (setting.value, try SupplyResponse(parsing: setting.value)))
      } catch {
        var diagnostic = error.diagnostic
        diagnostic.location = setting.place
        throw diagnostic
      }
    }
    return result
  }

  /// The programmes named, or all if none is.
  ///
  /// - Parameter name: the setting that names them.
  public func programmes(
    among known: [Programme], named name: String = "programme"
  ) throws(Diagnostic) -> [Programme] {
    let named = all(name)
    if named.isEmpty { return known }
    var result: [Programme] = []
    for setting in named {
      guard let programme = known.first(where: { $0.id == setting.value }) else {
        throw Diagnostic(
          "there is no programme '\(setting.value)'", at: setting.place,
          remedy: Self.remedy(nearestCodes(to: setting.value, among: known.map(\.id))))
      }
      result.append(programme)
    }
    return result
  }

  private static func remedy(_ nearest: [String]) -> Remedy {
    nearest.isEmpty
      ? """
      \(.listProgrammes) has the built-in ones, which may lack accounts in this matrix or be left \
      out beside programmes of one's own; write yours with \(.writeProgrammes) and name them here
      """
      : suggestion(nearest)
  }

  /// Lines for a footnote: every figure that is assumed, has a note, or names no evidence.
  public var assumptions: [String] {
    func isFigure(_ setting: Setting) -> Bool {
      Double(plainDecimal: setting.value) != nil && setting.name != "draws"
    }
    return settings.filter {
      $0.evidence == .assumed || !$0.note.isEmpty || ($0.evidence == nil && isFigure($0))
    }.map { setting in
      setting.name == "note"
        ? setting.note
        : "\(setting.name) = \(setting.value)"
          + (setting.evidence.map { " (\($0.rawValue))" }
            ?? (isFigure(setting) ? " (no evidence given)" : ""))
          + (setting.note.isEmpty ? "." : ": \(setting.note).")
    }
  }

  /// A line for a footnote: where the figures are from; empty if no source is named.
  public var sourceNotes: [String] {
    let named = settings.map(\.source).filter { !$0.isEmpty && $0 != "none" }.uniqued
    return named.isEmpty
      ? []
      : [
        "Sources of the figures: "
          + named.map { id in citations[id].map { "\(id): \($0)" } ?? id }.joined(separator: "; ")
          + "."
      ]
  }
}
