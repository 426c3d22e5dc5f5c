internal import AccountMatrix

extension Employment {
  /// Whose jobs are counted.
  public enum Group: String, Sendable, CaseIterable {
    /// All jobs.
    case all
    /// Jobs of men.
    case men
    /// Jobs of women.
    case women
    /// Jobs in the countryside.
    case rural
    /// Jobs in towns.
    case urban
    /// Formal jobs.
    case formal
    /// Informal jobs.
    case informal
    /// All jobs times their hours, over those of a full week.
    case fullTime = "full_time"
  }

  /// The accounts that have entries, in the order of first mention.
  public var accounts: [String] { entries.map { $0.account }.uniqued }

  /// The jobs of a group of people in an account, or `nil` where its entries do not tell them.
  ///
  /// - Throws: `Failure.unknownAccount` for an account without entries.
  public func jobs(of group: Group = .all, in account: String) throws(Failure) -> Double? {
    let own = entries.filter { $0.account == account }
    guard !own.isEmpty else {
      throw .unknownAccount(account, nearest: nearestCodes(to: account, among: accounts))
    }
    return Self.jobs(of: group, among: own)
  }

  /// By account, the jobs of groups of people, or `nil` where its entries do not tell them.
  package func jobsByAccount(of groups: [Group]) -> [(account: String, jobs: [Double?])] {
    entries.byAccount.map { account, own in
      (account: account, jobs: groups.map { Self.jobs(of: $0, among: own) })
    }
  }

  /// All jobs of a group, or `nil` where some account does not tell them.
  public func total(of group: Group = .all) -> Double? {
    var total = 0.0
    for (_, own) in entries.byAccount {
      guard let jobs = Self.jobs(of: group, among: own) else { return nil }
      total += jobs
    }
    return total
  }

  /// The jobs of a group as a satellite counted per unit of marketed output, or `nil` where some
  /// account does not tell them.
  ///
  /// - Throws: `Satellite.Failure.repeated` never, as entries are grouped by account.
  public func satellite(of group: Group = .all) throws(Satellite.Failure) -> Satellite? {
    var amounts: [Satellite.Entry] = []
    for (account, own) in entries.byAccount {
      guard let jobs = Self.jobs(of: group, among: own) else { return nil }
      amounts.append(Satellite.Entry(account: account, amount: jobs))
    }
    return try Satellite(
      name: group == .all ? "jobs" : "jobs, \(group.rawValue)", unit: "jobs",
      basis: .marketedOutput, entries: amounts)
  }

  /// Sums the coarsest breakdown that tells a group apart.
  private static func jobs(of group: Group, among own: [Entry]) -> Double? {
    let needed: Breakdown =
      switch group {
      case .all, .fullTime: []
      case .men, .women: .sex
      case .rural, .urban: .area
      case .formal, .informal: .formality
      }
    let breakdowns = Set(own.map { $0.breakdown }).filter { $0.isSuperset(of: needed) }
      .sorted {
        ($0.rawValue.nonzeroBitCount, $0.rawValue) < ($1.rawValue.nonzeroBitCount, $1.rawValue)
      }
    for breakdown in breakdowns {
      let part = own.filter { $0.breakdown == breakdown }
      if group != .fullTime {
        return part.filter { $0.belongs(to: group) }.reduce(0) { $0 + $1.jobs }
      }
      let hours = part.compactMap { entry in entry.hours.map { entry.jobs * $0 } }
      if hours.count == part.count { return hours.reduce(0, +) / fullTimeHours }
    }
    return nil
  }
}

extension Employment.Entry {
  fileprivate func belongs(to group: Employment.Group) -> Bool {
    switch group {
    case .all, .fullTime: true
    case .men: sex == .male
    case .women: sex == .female
    case .rural: area == .rural
    case .urban: area == .urban
    case .formal: formality == .formal
    case .informal: formality == .informal
    }
  }
}
