// How do I make a brief on programmes of my own, and what does it say?
// Two programmes on Rwanda's matrix: the finding in words, and what else the brief holds.

import Reporting
import RwandaSAM
import SocialAccounting

let billion = CurrencyUnit.rwfBillion
let grant = try Programme(
  id: "grant", name: "A grant for the rural poor", family: .socialProtection,
  shares: [
    Programme.Share(0.6, to: "hhd-r1", as: .transfer, evidence: .assumed),
    Programme.Share(0.3, to: "hhd-r2", as: .transfer, evidence: .assumed),
    Programme.Share(0.1, to: "cpadm", as: .purchase, evidence: .assumed),
  ], outlay: Programme.Outlay(10, unit: billion, year: "2024", evidence: .assumed))
let clinic = try Programme(
  id: "clinic", name: "Rural clinics", family: .otherPublicSpending,
  shares: [
    Programme.Share(0.7, to: "cheal", as: .purchase, evidence: .assumed),
    Programme.Share(0.3, to: "ccons", as: .purchase, evidence: .assumed),
  ], outlay: Programme.Outlay(10, unit: billion, year: "2024", evidence: .assumed))

// The comparison, and the conditions under which the finding must hold to be one: supply free,
// half and fixed, enterprises that keep what they earn, and the matrix of 2022.
let comparison = try Comparison(
  of: [grant, clinic], in: try MultiplierModel(try Country.rwanda.sam()))
var brief = try Brief(comparison)
brief.conditions += try Comparison.Condition.other(
  try Country.rwanda.sam("rwanda-2022"), named: "2022", than: comparison)
brief.subject = "A grant and clinics"

// One document, which is HTML, Markdown, LaTeX or, with Workbooks, XLSX.
let document = try brief.document()
for section in document.sections.prefix(1) {
  print(section.title)
  for block in section.blocks {
    switch block {
    case .lead(let words), .paragraph(let words): print("\n" + words)
    case .table(let table): print("\n" + table.text(width: 100))
    default: break
    }
  }
}
print("The whole brief: \(document.html.utf8.count / 1024) KiB of HTML, with the charts")
for chart in document.charts { print("  \(chart.name): \(chart.title)") }
