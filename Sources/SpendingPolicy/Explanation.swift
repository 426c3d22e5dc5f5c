internal import AccountMatrix
internal import LinearAlgebra
internal import Multipliers

/// A column of the comparison taken apart, so that a reader can follow it.
public struct Explanation: Sendable, Equatable {
  /// What one share of the franc contributes.
  public struct Part: Sendable, Equatable {
    /// The account that is paid.
    public let account: String
    /// Its name.
    public let name: String
    /// How it is paid.
    public let role: Programme.Role
    /// The share of the franc.
    public let share: Double
    /// What a franc into the account does to the column.
    public let perFranc: Double
    /// How well the share is known.
    public let evidence: Programme.Evidence

    /// The share times what a franc does.
    public var contribution: Double { share * perFranc }
  }

  /// A round of spending.
  package struct Round: Sendable, Equatable {
    /// The number of the round; zero is the money injected.
    package let number: Int
    /// What the round adds to the column.
    package let added: Double
    /// The sum of the rounds so far.
    package let sum: Double
  }

  /// The programme.
  public let programme: Programme
  /// The column.
  public let column: EffectColumn
  /// The value that is explained.
  public let value: Double
  /// By share; the contributions add to the value.
  public let parts: [Part]
  /// By round, until the rest is below a thousandth of the value.
  package let rounds: [Round]

  /// What part of the value a share contributes, per cent; `nil` of a value that is zero.
  public func percent(of part: Part) -> Double? {
    value == 0 ? nil : 100 * part.contribution / value
  }
}

extension Comparison {
  /// Takes a column of a programme apart: by share of the franc, and by round of spending.
  ///
  /// What a franc into an account does is what the comparison says of a programme that consists of
  /// it alone, so shares times effects add to the column. Rounds are those of the power series
  /// y = S x + S A S x + ..., for columns that are weights on receipts.
  ///
  /// - Throws: `Failure.unknownProgramme`; `Failure.notAnAmount` if the column is a share, or the
  ///   matrix cannot tell it; `Failure.model`.
  public func explain(
    _ id: String, _ column: EffectColumn
  ) throws(Failure) -> Explanation {
    let row = try self[id]
    guard column.isAmount, let value = row.gross[column] else { throw .notAnAmount(column) }
    let programme = row.programme
    var singles: [Programme] = []
    for (i, share) in programme.shares.enumerated() {
      var whole = share
      whole.fraction = 1
      do {
        singles.append(
          try Programme(
            id: "\(i)", name: share.account, family: programme.family, shares: [whole],
            isRanked: false))
      } catch { throw .programme(error) }
    }
    let effects = try Comparison(
      of: singles, in: model, displacedEarnings: displacedEarnings
    ).rows
    let parts = zip(programme.shares, effects).map { share, effect in
      Explanation.Part(
        account: share.account, name: (try? model.sam.account(share.account).name) ?? share.account,
        role: share.role, share: share.fraction,
        perFranc: effect.effect[column] ?? .nan, evidence: share.evidence)
    }
    return Explanation(
      programme: programme, column: column, value: value, parts: parts,
      rounds: rounds(of: programme, column))
  }

  /// The rounds of spending behind a column that is a weight on receipts; none for others.
  private func rounds(of programme: Programme, _ column: EffectColumn) -> [Explanation.Round] {
    guard column.hasRounds, programme.family != .tax || column != .income,
      let weights = column.weights?(EffectWeights(model))
    else { return [] }
    let vector = programme.vector(
      in: model, positions: AccountPositions(model), displacedEarnings: displacedEarnings)
    var receipts = zip(model.shares, vector.spent).map { $0 * $1 }
    var rounds: [Explanation.Round] = []
    var sum = 0.0
    for number in 0..<60 {
      let added = weights.dot(receipts)
      sum += added
      rounds.append(Explanation.Round(number: number, added: added, sum: sum))
      if number > 4, abs(added) < 1e-3 * abs(sum) { break }
      receipts = model.metPropensities * receipts
    }
    return rounds
  }
}
