import Testing

@testable import Multipliers

@Suite("The heap of the path search")
struct MaximumHeapTests {
  @Test func `elements come out by priority, equals in the order they went in`() {
    var heap = MaximumHeap<String>()
    for (element, priority) in [("c", 1.0), ("a", 3), ("d", 1), ("b", 2), ("e", 0.5), ("f", 1)] {
      heap.insert(element, priority: priority)
    }
    var order = ""
    while let next = heap.popMaximum() { order += next }
    #expect(order == "abcdfe")
  }
}
