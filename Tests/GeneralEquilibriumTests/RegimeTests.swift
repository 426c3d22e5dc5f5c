import RwandaSAM
import SocialAccounting
import Testing

/// Regimes as data: files, names, contradictions.
struct RegimeTests {
  private static func read(_ lines: [String]) throws -> [Regime] {
    let text = (["regime,rule,accounts,activities,value,supply,reward"] + lines)
      .joined(separator: "\n")
    return try RegimeTable.read(SourceFile(name: "own.csv", bytes: Array(text.utf8)))
  }

  @Test func `the file of regimes and the library say the same`() throws {
    #expect(try Country.rwanda.regimes() == Regime.standard)
  }

  @Test func `every elasticity of the data has a range that holds it, and a source`() throws {
    let table = try Country.rwanda.elasticities()
    #expect(table.entries.count > 80)
    #expect(table.entries.allSatisfy { $0.range?.contains($0.value) == true && !$0.source.isEmpty })
    // Each commodity of the published matrix has its own.
    let sam = try Country.rwanda.sam("rwanda-2022-ifpri")
    for account in sam.accounts where account.kind == .commodity {
      #expect(table.entries.contains { $0.accounts == .named(account.code) }, "\(account.code)")
    }
  }

  @Test func `a regime of one's own is read with all its rules`() throws {
    let regimes = try Self.read([
      "own,summary,,,My own,,", "own,factor,*,*,mobile,0,", "own,factor,lab,a-brd,specific,0.5,",
      "own,factor,lab,a-mlk,mobile,inf,nominal", "own,government,,,direct-tax,,",
      "own,investment,,,value-shares,,", "own,numeraire,,,wage:cap,,", "own,armington,*,,3,,",
      "own,switch,,,marketed-prices-only,,",
    ])
    let own = try #require(regimes.first)
    #expect(regimes.count == 1 && own.summary == "My own" && own.factors.count == 3)
    #expect(own.factors[1].supplyElasticity == 0.5 && own.factors[1].scope == .specific)
    #expect(own.factors[2].supplyElasticity == .infinity && own.factors[2].reward == .nominal)
    #expect(own.government == .directTax && own.investment == .valueShares)
    #expect(own.numeraire == .reward("cap") && own.elasticities.first?.value == 3)
    #expect(own.variant.marketedPricesOnly && !own.variant.fixedTransfers)
  }

  @Test(arguments: [
    (["x,summary,,,S,,", "x,factr,*,*,mobile,0,"], "'factr' is no rule"),
    (["x,summary,,,S,,", "x,factor,*,*,moving,0,"], "'moving' is not a known value"),
    (["x,summary,,,S,,", "x,factor,*,*,mobile,0,real"], "only an idle factor"),
    (["x,factor,*,*,mobile,0,"], "no summary rule"),
    (["x,summary,,,S,,"], "no factor rule"),
    (["x,summary,,,S,,", "x,summary,,,T,,", "x,factor,*,*,mobile,0,"], "stands twice"),
    (["x,summary,,,S,2,", "x,factor,*,*,mobile,0,"], "does not use the field 'supply'"),
    (["x,summary,,,S,,", "x,factor,*,*,mobile,zero,"], "not a finite decimal number"),
    (["x,summary,,,S,,", "x,factor,*,*,mobile,0,", "x,numeraire,,,gold,,"], "no numeraire"),
  ]) func `a faulty file is refused with its line`(lines: [String], words: String) {
    do {
      _ = try Self.read(lines)
      Issue.record("read: \(lines)")
    } catch {
      #expect("\(error)".contains(words) && "\(error)".contains("own.csv"), "\(error)")
    }
  }
}
