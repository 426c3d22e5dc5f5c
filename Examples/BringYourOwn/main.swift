// What does my own matrix say? Reads any file given on the command line (CSV, tidy list, JSON,
// GAMS, XLSX), checks it, describes it and multiplies it. Without a file it takes Rwanda's.

import Glibc
import Reporting
import RwandaSAM
import SocialAccounting
import Workbooks

do {
  let path = CommandLine.arguments.dropFirst().first
  let sam =
    try path.map { try SocialAccountingMatrix(contentsOf: $0) } ?? Country.rwanda.sam()

  // Check: who receives other than he pays?
  let balances = sam.balances()
  let widest = balances.max { abs($0.gap) < abs($1.gap) }
  print("\(sam.title.isEmpty ? sam.source : sam.title), in \(sam.unit)")
  print("\(sam.accounts.count) accounts, \(balances.count { !$0.isBalanced }) out of balance")
  if let widest { print("widest gap: \(widest)") }
  if let file = path.flatMap({ HouseholdPopulation.pathBeside($0) }) {
    let people = try HouseholdPopulation(contentsOf: file)
    print("populations beside the file: \(people.peopleByAccount.count) household groups")
  }

  // Describe: what are the accounts, and what is GDP?
  let kinds = Account.Kind.allCases.map { ($0, sam.indices(of: $0).count) }.filter { $0.1 > 0 }
  print(kinds.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", "))
  if let gdp = try? sam.grossDomesticProduct() {
    print("GDP at market prices by income: \(Int(gdp.byIncome.rounded()))")
  }

  // Multiply: what does one unit into each account do?
  guard sam.hasKinds else {
    throw SocialAccountingMatrix.Failure.kindsMissing(
      accounts: sam.accounts.filter { $0.kind == nil }.map(\.code))
  }
  let model = try MultiplierModel(sam)
  var report = try model.multipliersReport()
  let households = report.tables[0].rows.indices.filter { model.endogenous[$0].kind == .household }
  report.tables[0].sections = [Table.Section("Households", rows: households)]
  print("\n" + report.rendered(as: .table))
} catch {
  print((error as? any DiagnosticConvertible)?.diagnostic.description ?? "\(error)")
  exit(1)
}
