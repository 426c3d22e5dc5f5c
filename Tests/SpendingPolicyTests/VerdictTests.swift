import SocialAccounting
import Testing

struct VerdictTests {
  @Test func `what holds under every case holds for either side`() throws {
    #expect(Verdict(cases: [("a", 1.2, 1), ("b", 2, 1)]) == .always(more: true))
    let against = try #require(Verdict(cases: [("a", 1, 1.2), ("b", 1, 2)]))
    #expect(against == .always(more: false))
    #expect(
      against.sentence("social protection", "roads", measure: "GDP")
        == "Roads does more for GDP than social protection: holds under every scenario computed.")
  }

  @Test func `less than five per cent apart is no difference`() throws {
    let verdict = try #require(Verdict(cases: [("a", 1, 1.04), ("b", 1.04, 1)]))
    #expect(verdict == .indistinguishable)
    #expect(verdict.sentence("A", "B", measure: "GDP") == "A and B are not distinguishable by GDP.")
    #expect(Verdict.order(1, 1.04) == nil && Verdict.order(0, 0) == nil)
    #expect(Verdict.order(1, 1.06) == false && Verdict.order(0.1, 0) == true)
  }

  @Test func `where nothing was compared there is no verdict`() {
    #expect(Verdict(cases: []) == nil)
  }

  @Test func `mixed cases are named, whichever are fewer`() throws {
    let one = try #require(Verdict(cases: [("free", 2, 1), ("half", 1, 2), ("fixed", 1, 3)]))
    #expect(one == .depends(on: ["free"], exceptions: ["half", "fixed"]))
    #expect(one.sentence("A", "B", measure: "GDP").contains("1 of 3 scenarios: only under free."))
    let most = try #require(Verdict(cases: [("free", 2, 1), ("half", 2, 1), ("fixed", 1, 3)]))
    #expect(most.sentence("A", "B", measure: "GDP").contains("2 of 3 scenarios; not under fixed."))
    let none = try #require(Verdict(cases: [("free", 1, 1), ("fixed", 1, 3)]))
    #expect(none.sentence("A", "B", measure: "GDP").hasPrefix("A does not do more"))
  }

  @Test func `a turning value is a per cent of demand`() {
    #expect(
      Verdict.above(0.624).sentence("A", "B", measure: "GDP")
        == "A does more for GDP than B only if agriculture meets more than 62 per cent of the "
        + "demand.")
    #expect(Verdict.below(0.3).sentence("A", "B", measure: "GDP").contains("less than 30 per cent"))
  }
}
