package import AccountMatrix
internal import Multipliers
internal import SAMFiles
package import SpendingPolicy

/// The GDP multiplier of each programme on an earlier version of a matrix, as recorded in its
/// `revisions.csv` when that version was made.
package struct MatrixRevision: Sendable, Equatable {
  /// The name of the change.
  package let name: String
  /// What was changed.
  package let note: String
  /// GDP at factor cost per unit of spending after it, by programme.
  package let multipliers: [String: Double]
}

/// How far the GDP multiplier of each programme moves from the prior of a built matrix to the
/// matrix itself, step by step, and what it is on the other built matrices.
///
/// The steps stand in `steps.csv` of the matrix: each is the recipe with another file of controls,
/// the last the recipe itself. The move is GDP at factor cost per unit of spending.
package struct MultiplierMoves: Sendable, Equatable {
  /// The moves of one programme.
  package struct Move: Sendable, Equatable {
    /// The programme.
    package let programme: Programme
    /// The multiplier on each of the other matrices.
    package let others: [Double]
    /// The multiplier on the prior.
    package let prior: Double
    /// What each step adds.
    package let steps: [Double]
    /// The multiplier on the matrix.
    package let matrix: Double
  }

  /// The matrix.
  package let matrix: String
  /// The matrix that it is built from.
  package let prior: String
  /// The other built matrices, oldest first.
  package let others: [String]
  /// The names of the steps.
  package let steps: [String]
  /// What each step is.
  package let notes: [String]
  /// One for each ranked programme.
  package let moves: [Move]
  /// The versions of the matrix on the way to this one, oldest first.
  package let revisions: [MatrixRevision]

  /// How a programme's multiplier came from the oldest version to the matrix; `nil` where a version
  /// did not know the programme.
  package func revisionPath(
    of move: Move
  ) -> (first: Double?, steps: [Double?], since: Double?) {
    let values = revisions.map { $0.multipliers[move.programme.id] }
    func rise(_ from: Double?, _ to: Double?) -> Double? {
      from.flatMap { from in to.map { $0 - from } }
    }
    return (
      first: values.first ?? nil,
      steps: zip(values, values.dropFirst()).map { rise($0, $1) },
      since: rise(values.last ?? nil, move.matrix)
    )
  }
}

extension Country {
  /// How far the GDP multiplier of every ranked programme moves up to a built matrix.
  ///
  /// - Parameter id: the matrix; without a name the newest.
  /// - Throws: `Diagnostic` if a matrix is not built by a recipe with steps, or cannot be built.
  package func multiplierMoves(to id: String? = nil) throws(Diagnostic) -> MultiplierMoves {
    let listing = try listing(of: id)
    guard let prior = listing.prior else { throw try notBuilt(listing) }
    let programmes = try programmes().filter { $0.isRanked }
    var steps: [String] = []
    var notes: [String] = []
    var values = [try multipliers(of: programmes, on: prior)]
    for step in try recipeSteps(of: listing) {
      steps.append(step.name)
      notes.append(step.note)
      values.append(try multipliers(of: programmes, on: listing.id, step: step.controls))
    }
    var others: [String] = []
    var onOthers: [[Double]] = []
    for other in try matrices().reversed()
    where other.prior != nil && other.id != prior && other.id != listing.id {
      others.append(other.id)
      onOthers.append(try multipliers(of: programmes, on: other.id))
    }
    return MultiplierMoves(
      matrix: listing.id, prior: prior, others: others, steps: steps, notes: notes,
      moves: programmes.indices.map { p in
        MultiplierMoves.Move(
          programme: programmes[p], others: onOthers.map { $0[p] }, prior: values[0][p],
          steps: steps.indices.map { values[$0 + 1][p] - values[$0][p] },
          matrix: values[steps.count][p])
      }, revisions: try revisions(of: listing))
  }

  /// The steps of a recipe, the last of which is the recipe itself.
  private func recipeSteps(
    of listing: Listing
  ) throws(Diagnostic) -> [(name: String, note: String, controls: String?)] {
    guard let file = try tables.fileIfPresent("\(listing.folder)/steps.csv") else {
      return [(name: "recipe", note: "", controls: nil)]
    }
    let table = try RecordTable(file, required: ["step", "controls", "note"])
    var steps: [(name: String, note: String, controls: String?)] = []
    for record in table.records {
      steps.append(
        (
          name: try table.requiredText(record, "step"), note: try table.text(record, "note"),
          controls: try table.nonEmptyText(record, "controls")
        ))
    }
    guard let last = steps.last, last.controls == nil else {
      throw Diagnostic(
        "the last step is not the recipe itself", at: file.name,
        remedy: "End with a step that names no controls")
    }
    return steps
  }

  private func revisions(of listing: Listing) throws(Diagnostic) -> [MatrixRevision] {
    guard let file = try tables.fileIfPresent("\(listing.folder)/revisions.csv") else { return [] }
    let table = try RecordTable(
      file, required: ["revision", "programme", "gdp_factor_cost", "note"])
    var names: [String] = []
    var notes: [String: String] = [:]
    var values: [String: [String: Double]] = [:]
    for record in table.records {
      let name = try table.requiredText(record, "revision")
      if values[name] == nil {
        names.append(name)
        notes[name] = try table.text(record, "note")
      }
      values[name, default: [:]][try table.requiredText(record, "programme")] =
        try table.requiredNumber(record, "gdp_factor_cost")
    }
    return names.map {
      MatrixRevision(name: $0, note: notes[$0] ?? "", multipliers: values[$0] ?? [:])
    }
  }

  private func multipliers(
    of programmes: [Programme], on id: String, step: String? = nil
  ) throws(Diagnostic) -> [Double] {
    let sam = try listing(of: id).prior == nil ? sam(id) : build(id, step: step).sam
    do {
      let comparison = try Comparison(of: programmes, in: try MultiplierModel(sam))
      return comparison.rows.map { $0.effect.gdpFactorCost }
    } catch {
      throw (error as? any DiagnosticConvertible)?.diagnostic
        ?? Diagnostic("the multipliers cannot be computed", at: id)
    }
  }
}
