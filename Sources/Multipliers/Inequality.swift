internal import Glibc

/// Inequality between groups of people; inside a group everybody has its mean.
///
/// Reference: Cowell 2011, Measuring Inequality, chapter 3.
public enum Inequality {
  /// The Gini coefficient between groups: half the mean difference over the mean,
  /// G = Σ_g Σ_h p_g p_h |m_g - m_h| / (2 m), with population shares p and means m.
  ///
  /// - Parameters:
  ///   - incomes: the income of each group, none negative.
  ///   - populations: the people in each group, all positive.
  public static func gini(incomes: [Double], populations: [Double]) -> Double {
    let (means, shares, mean) = perHead(incomes, populations)
    var sum = 0.0
    for g in means.indices {
      for h in means.indices { sum += shares[g] * shares[h] * abs(means[g] - means[h]) }
    }
    return sum / (2 * mean)
  }

  /// The Theil index between groups, T = Σ_g p_g (m_g / m) ln(m_g / m).
  ///
  /// - Parameters:
  ///   - incomes: the income of each group, none negative.
  ///   - populations: the people in each group, all positive.
  public static func theil(incomes: [Double], populations: [Double]) -> Double {
    let (means, shares, mean) = perHead(incomes, populations)
    return means.indices.reduce(0) { sum, g in
      means[g] > 0 ? sum + shares[g] * means[g] / mean * log(means[g] / mean) : sum
    }
  }

  private static func perHead(
    _ incomes: [Double], _ populations: [Double]
  ) -> (means: [Double], shares: [Double], mean: Double) {
    precondition(incomes.count == populations.count, "each group has an income and people")
    let people = populations.reduce(0, +)
    return (
      zip(incomes, populations).map { $0 / $1 }, populations.map { $0 / people },
      incomes.reduce(0, +) / people
    )
  }
}
