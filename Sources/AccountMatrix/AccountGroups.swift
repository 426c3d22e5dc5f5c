extension SocialAccountingMatrix {
  /// The name under which tables by group show what is in no group.
  package static let noGroup = "none"

  /// Accounts by their groups, in order of first mention, and last those in no group, so that the
  /// parts of a table by group add to the whole; empty where none of them has a group.
  package func groups(of positions: [Int]) -> [(name: String, members: [Int])] {
    var groups: [(name: String, members: [Int])] = []
    var outside: [Int] = []
    for position in positions {
      guard let name = accounts[position].group else {
        outside.append(position)
        continue
      }
      if let known = groups.firstIndex(where: { $0.name == name }) {
        groups[known].members.append(position)
      } else {
        groups.append((name, [position]))
      }
    }
    if !groups.isEmpty, !outside.isEmpty { groups.append((Self.noGroup, outside)) }
    return groups
  }

  /// The activities in no group, where others have one: a group named then may miss some of its own.
  package var ungroupedActivities: [Int] {
    let activities = indices(of: .activity)
    let outside = activities.filter { accounts[$0].group == nil }
    return outside.count == activities.count ? [] : outside
  }

  /// The positions of the activities of a group; none where other activities are in no group, for
  /// then the group may not be whole.
  package func activities(inGroup group: String) -> [Int] {
    guard ungroupedActivities.isEmpty else { return [] }
    return indices(of: .activity).filter { accounts[$0].group == group }
  }

  /// A sentence on the activities in no group, where others have one.
  package var openGroupsNote: String? {
    let outside = ungroupedActivities
    if outside.isEmpty { return nil }
    let codes = outside.prefix(5).map { "'\(accounts[$0].code)'" }.joined(separator: ", ")
    return "\(outside.count) of \(indices(of: .activity).count) activities "
      + "\(outside.count == 1 ? "is" : "are") in no group (\(codes)"
      + "\(outside.count > 5 ? ", ..." : "")): tables by group show "
      + "\(outside.count == 1 ? "it" : "them") apart, and results for a group of activities, "
      + "such as agriculture fixed, are left out"
  }
}
