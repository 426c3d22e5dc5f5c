internal import AccountMatrix
internal import Multipliers

/// What households receive in kind of a franc of a programme: care, lessons, meals.
///
/// Adjusted disposable income counts it as income of those who receive it (System of National
/// Accounts 2008, 8.33); who they are is an incidence key, which is data with evidence.
package struct BenefitInKind: Sendable, Equatable {
  /// What one group receives.
  package struct Share: Sendable, Equatable {
    /// The household account.
    package let account: String
    /// The part of the franc.
    package let fraction: Double
    /// How well it is known.
    package let evidence: Programme.Evidence

    /// A share from its parts.
    package init(_ fraction: Double, to account: String, evidence: Programme.Evidence) {
      self.account = account
      self.fraction = fraction
      self.evidence = evidence
    }
  }

  /// The programme.
  package let programme: String
  /// By group; empty for a programme that gives nothing in kind.
  package let shares: [Share]

  /// A benefit from its parts.
  package init(programme: String, shares: [Share]) {
    self.programme = programme
    self.shares = shares
  }
}

/// What a worker whom a programme hires itself is paid, and for how much of a year.
package struct HiredWorkers: Sendable, Equatable {
  /// The programme.
  package let programme: String
  /// Pay of one of them in a year, in units of the currency.
  package let pay: Double
  /// The part of a working year that is paid so.
  package let personYears: Double

  /// Workers from their parts.
  package init(programme: String, pay: Double, personYears: Double) {
    self.programme = programme
    self.pay = pay
    self.personYears = personYears
  }
}

/// Income of households with benefits in kind, per franc of a programme.
package struct IncomeWithKind: Sendable, Equatable {
  /// Of all households.
  package let all: Double
  /// Of those in the two poorest quintiles; `nil` where quintiles are not known.
  package let poor: Double?

  /// The same for another amount in place of one franc.
  package func times(_ amount: Double) -> IncomeWithKind {
    IncomeWithKind(all: amount * all, poor: poor.map { amount * $0 })
  }
}

extension Comparison {
  /// Income of households with benefits in kind, and that of the two poorest quintiles, by programme;
  /// `nil` for a programme of which nothing says what it gives in kind.
  ///
  /// - Throws: `Failure.benefitInKind` for a key that names no household of the matrix.
  package func incomeWithKind(
    _ benefits: [BenefitInKind]
  ) throws(Failure) -> [IncomeWithKind?] {
    var found: [IncomeWithKind?] = []
    for row in rows {
      // Who pays less tax receives money, and nothing in kind.
      let benefit =
        benefits.first { $0.programme == row.programme.id }
        ?? (row.programme.family == .tax
          ? BenefitInKind(programme: row.programme.id, shares: []) : nil)
      guard let benefit else {
        found.append(nil)
        continue
      }
      var (all, poor) = (0.0, 0.0)
      for share in benefit.shares {
        guard let account = try? model.sam.account(share.account), account.kind == .household else {
          throw .benefitInKind(programme: benefit.programme, account: share.account)
        }
        all += share.fraction
        if account.isPoorHousehold { poor += share.fraction }
      }
      found.append(
        IncomeWithKind(
          all: row.effect.income + all, poor: row.effect.incomeBottom40.map { $0 + poor }))
    }
    return found
  }

  /// Person-years of those whom one billion spent on a programme pays itself, by programme; `nil`
  /// where nobody says what they are paid, zero for one that hires nobody.
  package func directJobsPerBillion(_ workers: [HiredWorkers]) -> [Double?] {
    rows.map { row in
      let paid = row.effect.gdpDirectWages
      guard row.gross.gdpDirectWages != 0 else { return 0 }
      return workers.first { $0.programme == row.programme.id }.map {
        1e9 * paid / $0.pay * $0.personYears
      }
    }
  }
}
