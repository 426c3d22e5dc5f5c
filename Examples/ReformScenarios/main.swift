// What does a reform do while its reserves build up, and when it is mature? The pension
// contribution from 6 to 12 per cent of pay, with reserves idle and invested.

import Reporting
import RwandaSAM
import SocialAccounting

let scenario = try Country.rwanda.scenario("pension-reform")
let sam = try Country.rwanda.sam(scenario.matrices.first)
let programmes = try Country.rwanda.programmes(for: sam)
let rule = try Country.rwanda.contributionRule()

// As the file has it.
let model = try MultiplierModel(sam)
let context = QuestionContext(model, programmes: programmes, rule: rule)
print(try await scenario.report(on: context).rendered(as: .table))

// The same by hand, for every part that may be paid out.
if case .reform(let question) = scenario.question,
  let pensions = programmes.first(where: { $0.id == question.benefit })
{
  let reform = try Reform(
    benefit: pensions, paidBy: .contributions, rule: rule, among: programmes, in: model)
  let raised = question.raised[0].amount
  let rows: [[Table.Cell]] = [0, 0.25, 0.5, 0.75, 1].map { paidOut in
    let cases = Reform.Reserves.allCases.map {
      reform.effect(raising: raised, payingOut: paidOut, reserves: $0)
    }
    return [.number(100 * paidOut), .number(cases[0].reserve)]
      + cases.map { .number($0.gdpFactorCost) }
  }
  let table = Table(
    name: "phases", title: "GDP in billions, by the part of contributions that is paid out",
    columns: [
      Table.Column("paid out, %", decimals: 0), Table.Column("reserve", decimals: 1),
      Table.Column("GDP, idle", decimals: 1), Table.Column("GDP, invested", decimals: 1),
    ], rows: rows,
    notes: ["Idle reserves leak: what lasts only while they build up is no finding."])
  print(table.text())
}
