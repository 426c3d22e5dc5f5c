internal import AccountMatrix

/// The rule of all readers: every number that a reader looked at is in the matrix, in a total that
/// was checked, or passed over by a note that counts and names it; what went in comes out.
struct NumberLedger {
  /// Numbers, how many and how much.
  struct Tally: Equatable {
    var count = 0
    var sum = 0.0
    var size = 0.0

    mutating func add(_ value: Double) {
      count += 1
      sum += value
      size += abs(value)
    }

    static func + (one: Tally, other: Tally) -> Tally {
      var result = one
      result.count += other.count
      result.sum += other.sum
      result.size += other.size
      return result
    }
  }

  /// All numbers that were looked at.
  private(set) var found = Tally()
  /// Those in the matrix.
  private(set) var placed = Tally()
  /// Those in totals that were checked.
  private(set) var checked = Tally()
  /// Those that are codes, years or numbers of lines: heads, not amounts.
  private(set) var heads = Tally()
  /// Those that a note counts, by what the note calls them, in the order of the file.
  private(set) var passedOver: [(what: String, tally: Tally)] = []
  private var places: [String: Int] = [:]

  /// Counts a number that was found.
  mutating func find(_ value: Double) { found.add(value) }
  /// Counts a number that a cell of the matrix holds.
  mutating func place(_ value: Double) { placed.add(value) }
  /// Counts a number in a total.
  mutating func check(_ value: Double) { checked.add(value) }
  /// Counts a number that is a head.
  mutating func head(_ value: Double) { heads.add(value) }

  /// Counts a number that is passed over with a note.
  mutating func passOver(_ value: Double, as what: String) {
    if let place = places[what] {
      passedOver[place].tally.add(value)
    } else {
      var tally = Tally()
      tally.add(value)
      places[what] = passedOver.count
      passedOver.append((what, tally))
    }
  }

  /// The note on the numbers that were passed over, or `nil` where there are none.
  var note: String? {
    guard !passedOver.isEmpty else { return nil }
    let total = passedOver.reduce(0) { $0 + $1.tally.count }
    let parts = passedOver.map { "\($0.what) (\($0.tally.count), sum \($0.tally.sum.sixDigits))" }
    return "\(AccountMatrix.count(total, "number")) outside the matrix "
      + (total == 1 ? "is" : "are") + " passed over: " + list(parts)
  }

  /// Compares what went in with what came out, and with the sum of the matrix itself.
  ///
  /// - Throws: `Diagnostic` where they differ: the reader has a fault.
  ///
  /// - Parameter counted: how many numbers the text holds, counted apart from the reader.
  func requireClosed(
    matrixSum: Double, at name: String, counted: Int? = nil
  ) throws(Diagnostic) {
    if let counted, counted != found.count {
      throw Self.fault(
        "the text holds \(counted) numbers, and \(found.count) were looked at", name)
    }
    let out = passedOver.reduce(placed + checked + heads) { $0 + $1.tally }
    let allowed = 1e-9 * max(found.size, placed.size)
    if out.count != found.count || abs(out.sum - found.sum) > allowed {
      throw Self.fault(
        "\(found.count) numbers with the sum \(found.sum.shortest) went in and \(out.count) with "
          + "the sum \(out.sum.shortest) came out", name)
    }
    if abs(placed.sum - matrixSum) > allowed {
      throw Self.fault(
        "cells with the sum \(placed.sum.shortest) make a matrix with the sum "
          + matrixSum.shortest, name)
    }
  }

  private static func fault(_ what: String, _ name: String) -> Diagnostic {
    Diagnostic(
      "the file was not read whole: \(what)", at: name,
      remedy: "This is a fault of the reader; please report it with the file")
  }
}
