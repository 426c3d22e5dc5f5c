package import AccountMatrix

/// Which activities of a matrix a branch of a labour force survey stands for.
///
/// The jobs of a branch with several activities are split by what each pays to
/// labour, times the marketed part of its output: a job of the branch then costs
/// the same in each, and produce that households keep employs nobody.
package struct EmploymentMap: Sendable, Equatable {
  /// A branch and one of its activities.
  package struct Entry: Sendable, Equatable {
    /// The branch's code.
    package let branch: String
    /// The activity's code.
    package let account: String

    /// An entry from its parts.
    package init(branch: String, account: String) {
      self.branch = branch
      self.account = account
    }
  }

  /// The entries; an activity may stand for parts of several branches.
  package let entries: [Entry]

  /// A map from its entries.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// The activities that jobs are mapped to.
  package var accounts: [String] { entries.map { $0.account }.uniqued }
}

extension Employment {
  /// The employment of branches, brought to the activities of a matrix.
  ///
  /// - Throws: `Failure.unmapped` or `Failure.activitiesMissing`.
  package func mapped(
    by map: EmploymentMap, to sam: SocialAccountingMatrix
  ) throws(Failure) -> Employment {
    let missing = map.accounts.filter { !sam.contains($0) }
    guard missing.isEmpty else { throw .activitiesMissing(missing) }
    let branches = Set(accounts)
    for branch in map.entries.map({ $0.branch }) where !branches.contains(branch) {
      throw .unmapped(branch: branch)
    }
    let labourCost = Self.marketedLabourCost(of: sam)
    var sums: [String: [Entry]] = [:]
    for (branch, own) in entries.byAccount {
      let activities = map.entries.filter { $0.branch == branch }.map { $0.account }
      let costs = activities.map { labourCost[$0] ?? 0 }
      let total = costs.reduce(0, +)
      guard !activities.isEmpty else { throw .unmapped(branch: branch) }
      for (activity, cost) in zip(activities, costs) {
        let part = total > 0 ? cost / total : 1 / Double(activities.count)
        for entry in own { sums[activity, default: []].add(entry, part: part, to: activity) }
      }
    }
    return try Employment(map.accounts.flatMap { sums[$0] ?? [] }, source: source, year: year)
  }

  /// What each activity pays to labour, times the part of its output that it sells on markets.
  private static func marketedLabourCost(of sam: SocialAccountingMatrix) -> [String: Double] {
    let labour = sam.indices { $0 == .labour }
    let paid = labour.isEmpty ? sam.indices(where: { $0.isFactor }) : labour
    let receipts = sam.receipts
    var result: [String: Double] = [:]
    for i in sam.indices(of: .activity) where receipts[i] > 0 {
      let own = sam.flow(from: sam.ownConsumers, to: [i])
      result[sam.accounts[i].code] =
        max(0, sam.flow(from: [i], to: paid)) * max(0, 1 - own / receipts[i])
    }
    return result
  }
}

extension [Employment.Entry] {
  /// Adds a part of an entry to the one of the same group of people; hours are weighted by jobs.
  fileprivate mutating func add(_ entry: Employment.Entry, part: Double, to account: String) {
    let jobs = part * entry.jobs
    let same = firstIndex {
      $0.sex == entry.sex && $0.area == entry.area && $0.formality == entry.formality
    }
    guard let same else {
      append(
        Employment.Entry(
          account: account, sex: entry.sex, area: entry.area, formality: entry.formality,
          jobs: jobs, hours: entry.hours))
      return
    }
    let sum = self[same].jobs + jobs
    if let old = self[same].hours, let new = entry.hours, sum > 0 {
      self[same].hours = (self[same].jobs * old + jobs * new) / sum
    } else if sum > 0 {
      self[same].hours = nil
    }
    self[same].jobs = sum
  }
}
