import RwandaSAM
import SocialAccounting
import Testing

/// The tables of programmes as they stand in SAM/programmes, read without the library's readers.
struct ProgrammeFilesTests {
  private let ids: Set<String>
  private let shares: [[String: String]]
  private let outlays: [[String: String]]

  init() throws {
    ids = Set(try Country.rwanda.programmes().map(\.id))
    shares = try TableRecords.of("programmes/programmes.csv")
    outlays = try TableRecords.of("programmes/outlays.csv")
  }

  @Test func `the shares of each programme add to one`() throws {
    var sums: [String: Double] = [:]
    for record in shares {
      let share = try #require(Double(record["share"] ?? ""))
      #expect(share > 0)
      sums[record["programme"] ?? "", default: 0] += share
    }
    // The published list has 41; variants of this project come on top.
    #expect(sums.count >= 41)
    #expect(Set(sums.keys) == ids)
    for (id, sum) in sums { #expect(abs(sum - 1) < 5e-6, "\(id) adds to \(sum)") }
  }

  @Test func `every account exists and takes the role`() throws {
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    for record in shares { #expect(sam.contains(record["account"] ?? ""), "\(record)") }
    // A role that does not fit its account is refused here.
    let comparison = try Comparison(of: try Country.rwanda.programmes(), in: MultiplierModel(sam))
    #expect(comparison.rows.count == ids.count)
  }

  @Test func `identifiers are unique: lines of a programme stand together, outlays in its order`() {
    var order: [String] = []
    for record in shares where order.last != record["programme"] {
      order.append(record["programme"] ?? "")
    }
    #expect(Set(order).count == order.count)
    var listed: [String] = []
    for record in outlays where listed.last != record["programme"] {
      listed.append(record["programme"] ?? "")
    }
    #expect(listed == order)
  }

  @Test func `a part is inside a programme that exists, and never in a circle`() {
    let parent = Dictionary(
      outlays.map { ($0["programme"] ?? "", $0["part_of"] ?? "") }, uniquingKeysWith: { $1 })
    for id in parent.keys {
      var place = id
      var steps = 0
      while let next = parent[place], !next.isEmpty {
        #expect(ids.contains(next), "\(place) is part of \(next)")
        place = next
        steps += 1
        if steps > ids.count {
          Issue.record("\(id) is inside itself")
          break
        }
      }
    }
  }

  @Test func `every source named stands in the list of sources`() throws {
    let known = Set(try TableRecords.of("programmes/sources.csv").compactMap { $0["id"] })
    for record in shares + outlays {
      let source = record["source"] ?? ""
      #expect(source.isEmpty || known.contains(source), "\(record)")
    }
    #expect(shares.allSatisfy { $0["source"]?.isEmpty == false })
    let flows = try TableRecords.of("rwanda-2022-ifpri/flows.csv")
    let sources = Set(try TableRecords.of("rwanda-2022-ifpri/sources.csv").compactMap { $0["id"] })
    #expect(Set(flows.compactMap { $0["source"] }).isSubset(of: sources))
  }

  @Test func `regular staff is bought through a service, and only works pay wages themselves`() {
    let payers = Set(shares.filter { $0["role"] == "wages" }.compactMap { $0["programme"] })
    #expect(!payers.contains("defence") && !payers.contains("environment"))
    #expect(payers.contains("vup-classic-public-works"))
  }

  @Test func `parts, hypothetical variants, savings and interest are not ranked`() {
    let ranked = Dictionary(
      outlays.map { ($0["programme"] ?? "", $0["ranked"] == "yes") }, uniquingKeysWith: { $1 })
    for id in [
      "vup-direct-support-benefits", "universal-pension", "ejoheza-match", "domestic-interest",
      "ejoheza-savings", "maternity-informal", "education-pay", "health-pay",
      "rssb-pensions-2025",
      // Cows change hands, premiums are what care is paid from, houses are capital formation.
      "girinka", "cbhi-premium-subsidy", "survivors-shelter",
    ] { #expect(ranked[id] == false, "\(id)") }
    #expect(ranked["vup-direct-support"] == true && ranked["roads"] == true)
  }
}
