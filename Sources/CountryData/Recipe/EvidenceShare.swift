internal import AccountMatrix
internal import Balancing

/// How much of what a recipe aims at rests on one kind of evidence.
package struct EvidenceShare: Sendable, Equatable {
  /// The evidence: published, derived or assumed.
  package let evidence: String
  /// How many controls on institutions rest on it.
  package let controls: Int
  /// What they control, in the unit of the matrix.
  package let value: Double
}

extension BuiltMatrix {
  /// Controls on institutions by evidence: all but the lines and totals of official tables.
  ///
  /// The value of a control is its target; of a proportion, whose target is zero, half of what its
  /// cells hold: the size of one side.
  package var institutionalEvidence: [EvidenceShare] {
    var counts: [String: Int] = [:]
    var values: [String: Double] = [:]
    for (k, control) in controls.controls.enumerated() {
      let origin = controls.origins[k]
      if origin.isOfTable { continue }
      counts[origin.evidence, default: 0] += 1
      values[origin.evidence, default: 0] +=
        control.target != 0 ? abs(control.target) : halfOfCells(control)
    }
    return counts.keys.sorted().map {
      EvidenceShare(evidence: $0, controls: counts[$0] ?? 0, value: values[$0] ?? 0)
    }
  }

  private func halfOfCells(_ control: Control) -> Double {
    control.terms.reduce(0) { sum, term in
      guard case .account(let row) = term.row, case .account(let column) = term.column,
        let cell = try? sam[row, column]
      else { return sum }
      return sum + abs(term.weight * cell) / 2
    }
  }

  /// The sources, notes and evidence of the controls, in the order of the balance.
  package var controlNotes: [(id: String, source: String, evidence: String, note: String)] {
    controls.controls.indices.map {
      (
        id: controls.controls[$0].id, source: controls.controls[$0].source,
        evidence: controls.origins[$0].evidence, note: controls.origins[$0].note
      )
    }
  }
}
