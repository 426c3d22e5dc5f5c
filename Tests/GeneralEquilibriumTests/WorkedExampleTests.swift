import PublishedCases
import Testing

/// Worked examples of the price model: levels after five shocks under three kinds of factor market,
/// the limit, the published matrix of Rwanda, and the textbook's tariffs.
struct WorkedExampleTests {
  @Test(arguments: [
    ("prices-two-sector", 400), ("prices-rwanda-2022", 396), ("hosoe-tariffs", 13),
  ])
  func `every figure of a worked example is met to its last digit`(
    id: String, count: Int
  ) throws {
    let example = try PublishedCase.named(id)
    #expect(example.figures.count == count)
    for figure in example.figures {
      #expect(figure.agrees, "\(figure.name): \(figure.computed), not \(figure.published)")
    }
  }
}
