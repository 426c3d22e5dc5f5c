package import AccountMatrix

/// A number given to a name, `NAME=NUMBER`: what response shares, shocks, costs and payers are
/// written as.
package struct Assignment: Sendable, Equatable {
  /// What stands before the sign.
  package let name: String
  /// The number behind it.
  package let value: Double
  /// The two as they are written.
  package let text: String

  /// A part of a list that is no assignment, or the whole list where it is empty.
  package struct Malformed: Error, Equatable {
    /// The part.
    package let part: String
  }

  /// The assignments of a list such as `cmaiz=10,hhd-r1=5`, at least one.
  package static func list(
    parsing list: String, separator: Character = ","
  ) throws(Malformed) -> [Assignment] {
    var result: [Assignment] = []
    for part in list.split(separator: separator) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      let name = sides[0].trimming(" ")
      guard sides.count == 2, !name.isEmpty,
        let value = Double(plainDecimal: sides[1].trimming(" "))
      else { throw Malformed(part: String(part)) }
      result.append(Assignment(name: name, value: value, text: String(part)))
    }
    if result.isEmpty { throw Malformed(part: list) }
    return result
  }

  /// The same, with a failure in the words of what is assigned.
  ///
  /// - Parameters:
  ///   - what: what each part should be, for example `a shock`.
  ///   - form: how it is written, with an example.
  package static func list(
    parsing list: String, separator: Character = ",", what: String, form: String
  ) throws(Diagnostic) -> [Assignment] {
    do { return try Self.list(parsing: list, separator: separator) } catch {
      throw Diagnostic(
        error.part.isEmpty
          ? "the list is empty, where \(what) is expected" : "'\(error.part)' is not \(what)",
        remedy: Remedy(form))
    }
  }
}
