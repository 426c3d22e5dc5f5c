internal import ArgumentParser
internal import CountryReports
internal import PublishedCases
internal import Reporting
internal import SocialAccounting

/// `sam validate`: published results, computed again.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute published results again, and say how far they lie away.",
    discussion: """
      Worked examples of the literature: multipliers, balancing, supply-use tables, prices. Tables: \
      validate, one row a case; figures, one row a figure. The exit status is 1 where a figure does \
      not round to the published one.
      """)

  @OptionGroup var output: OutputOptions

  func validate() throws { try output.requireTable(among: ["validate", "figures"]) }

  func run() throws {
    let cases = try PublishedCase.all()
    try output.write(.validation(cases))
    guard let wrong = cases.first(where: { !$0.agrees }) else { return }
    throw Diagnostic(
      "\(cases.count { !$0.agrees }) of \(cases.count) cases do not agree with their sources, "
        + "'\(wrong.id)' the first",
      remedy: "See sam validate --table figures; this is a fault of the program or of its build")
  }
}
