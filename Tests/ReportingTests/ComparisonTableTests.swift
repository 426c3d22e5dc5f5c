import Reporting
import RwandaSAM
import SocialAccounting
import Testing

/// The comparison as it is printed.
struct ComparisonTableTests {
  private func report(_ amount: InjectedAmount = .franc) throws -> Report {
    let model = try MultiplierModel(try Country.rwanda.sam("rwanda-2022-ifpri"))
    return try Comparison(of: try Country.rwanda.programmes(), in: model).report(per: amount)
  }

  @Test func `the columns are those of the contract`() throws {
    let header = try report().tables[0].csv.prefix { $0 != "\n" }
    let contract = [
      "programme,name,family,evidence,ranked,outlay,outlay_year,gdp_factor_cost",
      "gdp_factor_cost_fixed_agriculture,turning_response,gdp_direct_wages,gdp_market_prices",
      "output,income,income_beyond_transfer,income_bottom40,income_rural,tax_return",
      "import_leakage,saving_leakage,other_leakage,leakage_total,gdp_own,gdp_beyond",
      "gdp_with_pay,turning",
    ]
    #expect(header == contract.joined(separator: ","))
  }

  @Test func `supply free and agriculture fixed stand side by side at any width`() throws {
    for width in [60, 80, 100] {
      let text = try report().tables[0].text(width: width)
      #expect(text.contains("supply") && text.contains("fixed") && text.contains("turns"))
    }
  }

  @Test func `the sentence on the order names both cases`() throws {
    let order = try #require(try report().tables[0].notes.first)
    #expect(order.contains("social protection") && order.contains("other public spending"))
    #expect(order.contains("agriculture fixed"))
  }

  @Test func `amounts scale with the money spent and shares of demand do not`() throws {
    let franc = try report().tables[0]
    let share = try report(.percentOfGDP).tables[0]
    let gdp = try Country.rwanda.sam("rwanda-2022-ifpri").grossDomesticProduct().byIncome / 100
    let column = try #require(franc.columns.firstIndex { $0.id == "gdp_factor_cost" })
    let turning = try #require(franc.columns.firstIndex { $0.id == "turning_response" })
    for (one, many) in zip(franc.rows, share.rows) {
      guard case .number(let small) = one[column], case .number(let large) = many[column] else {
        Issue.record("a programme without GDP")
        continue
      }
      #expect(abs(large - gdp * small) < 1e-9)
      #expect(one[turning] == many[turning])
    }
  }

  @Test func `weights of each family add to one`() throws {
    let weights = try report().selecting("weights").tables[0]
    var sums: [String: Double] = [:]
    for row in weights.rows {
      guard case .text(let family) = row[0], case .number(let weight) = row[5] else { continue }
      sums[family, default: 0] += weight
    }
    #expect(sums.count == 2)
    #expect(sums.values.allSatisfy { abs($0 - 1) < 1e-12 })
  }
}
