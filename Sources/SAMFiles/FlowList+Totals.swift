internal import AccountMatrix

extension FlowList {
  /// The codes that are no accounts but totals of the others, whatever they are called: on each
  /// side on which they have cells these add up.
  ///
  /// Three accounts are too few to tell.
  ///
  /// - Parameter named: the totals that are known by their names, which are no part of a sum.
  /// - Throws: `Diagnostic` for a total that two thirds of its numbers tell, on both sides, and that
  ///   another number contradicts; as an account it would double every flow.
  func foundTotals(beside named: Set<Int>) throws(Diagnostic) -> Set<Int> {
    let counted = cells.filter {
      $0.number.value != 0 && !named.contains($0.row) && !named.contains($0.column)
    }
    guard Set(counted.map { $0.row } + counted.map { $0.column }).count > 4 else { return [] }
    let rows = sides(counted.map { Entry(line: $0.row, across: $0.column, number: $0.number) })
    let columns = sides(counted.map { Entry(line: $0.column, across: $0.row, number: $0.number) })
    var totals: Set<Int> = []
    for position in codes.indices {
      switch (rows[position], columns[position]) {
      case (let side?, nil), (nil, let side?):
        guard side.agreeing > 2, side.agreeing * 3 >= side.wanted * 2 else { continue }
        if let misfit = side.misfit {
          throw refusal(
            of: position, misfit, side: rows[position] == nil ? "row" : "column", isBoth: false)
        }
        totals.insert(position)
      case (let row?, let column?):
        guard row.isLikely, column.isLikely else { continue }
        if let misfit = row.misfit { throw refusal(of: position, misfit, side: "column") }
        if let misfit = column.misfit { throw refusal(of: position, misfit, side: "row") }
        totals.insert(position)
      default: continue
      }
    }
    return totals
  }

  private struct Entry {
    let line: Int
    let across: Int
    let number: PrintedNumber
  }

  /// How the numbers of a line compare with the sums of the other lines.
  private struct Side {
    var agreeing = 0
    var wanted = 0
    var misfit: LineSums.Misfit?
    var isLikely: Bool { agreeing > 1 && agreeing * 3 >= wanted * 2 }
  }

  /// By line, how it compares, or `nil` for a line without cells.
  private func sides(_ entries: [Entry]) -> [Side?] {
    var sums = [Double](repeating: 0, count: codes.count)
    var rounding = sums
    var crossed = sums
    for entry in entries {
      sums[entry.across] += entry.number.value
      rounding[entry.across] += entry.number.rounding
      crossed[entry.across] += 1
    }
    let wanted = crossed.count { $0 > 0 }
    var sides = [Side?](repeating: nil, count: codes.count)
    for entry in entries {
      var side = sides[entry.line] ?? Side(wanted: wanted - (crossed[entry.line] > 0 ? 1 : 0))
      if entry.across != entry.line {
        let sum = sums[entry.across] - entry.number.value
        let allowed = max(1e-4 * abs(sum), rounding[entry.across])
        if abs(entry.number.value - sum) > allowed {
          side.misfit =
            side.misfit
            ?? LineSums.Misfit(across: entry.across, printed: entry.number.value, sum: sum)
        } else if sum != 0 {
          side.agreeing += 1
        }
      }
      sides[entry.line] = side
    }
    return sides
  }

  private func refusal(
    of position: Int, _ misfit: LineSums.Misfit, side: String, isBoth: Bool = true
  ) -> Diagnostic {
    let (printed, sum) = Double.distinct(misfit.printed, misfit.sum)
    let whole = isBoth ? "rows and of the columns" : "\(side)s"
    return Diagnostic(
      "'\(codes[position])' seems to be the total of the \(whole), but the \(side) "
        + "total of the account '\(codes[misfit.across])' is given as \(printed), and its cells add "
        + "to \(sum)", at: name, remedy: "Correct the total or the cells, or remove the totals")
  }

  /// Accounts whose codes differ by case alone, which may be one account.
  func caseNotes(_ accounts: [Int]) -> [Diagnostic] {
    var first: [String: String] = [:]
    var notes: [Diagnostic] = []
    for position in accounts {
      let code = codes[position]
      if let other = first.updateValue(code, forKey: code.lowercased()) {
        notes.append(
          Diagnostic(
            "'\(other)' and '\(code)' differ by case only and are read as two accounts", at: name))
      }
    }
    return notes
  }
}
