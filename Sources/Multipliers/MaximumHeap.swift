/// A binary heap that gives the element of highest priority first; of equals, the earliest.
struct MaximumHeap<Element> {
  private var nodes: [(priority: Double, order: Int, element: Element)] = []
  private var inserted = 0

  /// Adds an element.
  mutating func insert(_ element: Element, priority: Double) {
    nodes.append((priority, inserted, element))
    inserted += 1
    var child = nodes.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !precedes(child, parent) { break }
      nodes.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the element of highest priority.
  mutating func popMaximum() -> Element? {
    guard let top = nodes.first else { return nil }
    let last = nodes.removeLast()
    if !nodes.isEmpty {
      nodes[0] = last
      var parent = 0
      while true {
        var best = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < nodes.count && precedes(child, best) {
          best = child
        }
        if best == parent { break }
        nodes.swapAt(best, parent)
        parent = best
      }
    }
    return top.element
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    nodes[left].priority != nodes[right].priority
      ? nodes[left].priority > nodes[right].priority : nodes[left].order < nodes[right].order
  }
}
