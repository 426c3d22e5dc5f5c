import RwandaSAM
import SocialAccounting
import Testing

/// The tables of programmes as they stand in SAM/programmes, read without the library's readers.
struct ProgrammeFilesTests {
  /// The records of an embedded table by column name; quotes as in RFC 4180, no line breaks inside.
  private static func records(_ path: String) throws -> [[String: String]] {
    let text = String(decoding: try Country.rwanda.tables.file(path).bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").map(fields)
    let header = try #require(lines.first)
    return try lines.dropFirst().map { fields in
      try #require(fields.count == header.count)
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  private let ids: Set<String>
  private let shares: [[String: String]]
  private let outlays: [[String: String]]

  init() throws {
    ids = Set(try Country.rwanda.programmes().map(\.id))
    shares = try Self.records("programmes/programmes.csv")
    outlays = try Self.records("programmes/outlays.csv")
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

  @Test func `identifiers are unique: the lines of a programme stand together, its outlay once`() {
    var order: [String] = []
    for record in shares where order.last != record["programme"] {
      order.append(record["programme"] ?? "")
    }
    #expect(Set(order).count == order.count)
    #expect(outlays.map { $0["programme"] } == order)
  }

  @Test func `a part is inside a programme that exists, and never in a circle`() {
    let parent = Dictionary(
      uniqueKeysWithValues: outlays.map { ($0["programme"] ?? "", $0["part_of"] ?? "") })
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
    let known = Set(try Self.records("programmes/sources.csv").compactMap { $0["id"] })
    for record in shares + outlays {
      let source = record["source"] ?? ""
      #expect(source.isEmpty || known.contains(source), "\(record)")
    }
    #expect(shares.allSatisfy { $0["source"]?.isEmpty == false })
    let flows = try Self.records("rwanda-2022-ifpri/flows.csv")
    let sources = Set(try Self.records("rwanda-2022-ifpri/sources.csv").compactMap { $0["id"] })
    #expect(Set(flows.compactMap { $0["source"] }).isSubset(of: sources))
  }

  @Test func `regular staff is bought through a service, and only works pay wages themselves`() {
    let payers = Set(shares.filter { $0["role"] == "wages" }.compactMap { $0["programme"] })
    #expect(!payers.contains("defence") && !payers.contains("environment"))
    #expect(payers.contains("vup-classic-public-works"))
  }

  @Test func `parts, hypothetical variants, savings and interest are not ranked`() {
    let ranked = Dictionary(
      uniqueKeysWithValues: outlays.map { ($0["programme"] ?? "", $0["ranked"] == "yes") })
    for id in [
      "vup-direct-support-benefits", "universal-pension", "ejoheza-match", "domestic-interest",
      "ejoheza-savings", "maternity-informal", "education-pay", "health-pay",
    ] { #expect(ranked[id] == false, "\(id)") }
    #expect(ranked["vup-direct-support"] == true && ranked["roads"] == true)
  }
}
