public import SocialAccounting

/// Small inputs for the tests of jobs, distribution and uncertainty.
public enum PeopleExamples {
  /// A branch that grows food, part of which its household keeps, and one of services.
  ///
  /// Of the output of `food`, 100, the household takes 40 past the market.
  public static func farm() throws -> SocialAccountingMatrix {
    let kinds: [(String, Account.Kind)] = [
      ("food", .activity), ("serv", .activity), ("cfood", .commodity), ("cserv", .commodity),
      ("lab", .labour), ("cap", .capital), ("poor", .household), ("rich", .household),
      ("s-i", .savings), ("row", .restOfWorld),
    ]
    let cells: [(String, String, Double)] = [
      ("food", "poor", 40), ("food", "cfood", 60), ("serv", "cserv", 100), ("cfood", "poor", 20),
      ("cfood", "rich", 30), ("cfood", "serv", 10), ("cserv", "food", 10), ("cserv", "poor", 15),
      ("cserv", "rich", 35), ("cserv", "s-i", 25), ("cserv", "row", 20), ("lab", "food", 60),
      ("lab", "serv", 30), ("cap", "food", 30), ("cap", "serv", 60), ("poor", "lab", 80),
      ("rich", "lab", 10), ("rich", "cap", 90), ("s-i", "poor", 5), ("s-i", "rich", 35),
      ("row", "cserv", 5), ("s-i", "row", -15),
    ]
    let codes = kinds.map(\.0)
    var flows = codes.map { _ in [Double](repeating: 0, count: codes.count) }
    for (row, column, value) in cells {
      guard let i = codes.firstIndex(of: row), let j = codes.firstIndex(of: column) else {
        continue
      }
      flows[i][j] = value
    }
    return try SocialAccountingMatrix(
      accounts: kinds.map {
        Account(
          code: $0.0, kind: $0.1, area: $0.0 == "poor" ? .rural : $0.0 == "rich" ? .urban : nil,
          quintile: $0.0 == "poor" ? 1 : $0.0 == "rich" ? 5 : nil,
          group: $0.0 == "food" ? "agriculture" : $0.0 == "serv" ? "services" : nil)
      }, flows: flows, unit: .rwfBillion, year: 2022, title: "Farm")
  }

  /// The farm's jobs, with all breakdowns that a survey may have.
  public static func farmJobs() throws -> Employment {
    try Employment(
      [
        Employment.Entry(account: "food", sex: .female, area: .rural, jobs: 500, hours: 30),
        Employment.Entry(account: "food", sex: .male, area: .rural, jobs: 100, hours: 40),
        Employment.Entry(account: "serv", sex: .female, area: .rural, jobs: 50, hours: 40),
        Employment.Entry(account: "serv", sex: .male, area: .urban, jobs: 150, hours: 44),
      ], source: "example", year: 2022)
  }
}
