/// The matrix of controls by variables, G, column after column without its zeros.
struct SparseColumns: Sendable {
  /// The weight of a variable in a control.
  struct Entry: Sendable {
    var control: Int
    var weight: Double
  }

  /// All entries, those of one column side by side.
  private(set) var entries: [Entry] = []
  /// Where the entries of each column begin, and after the last column their number.
  private var starts: [Int] = [0]

  /// A matrix without columns.
  init() {}

  /// Room for the columns that have these numbers of entries, of weight zero.
  init(lengths: [Int]) {
    starts.reserveCapacity(lengths.count + 1)
    var end = 0
    for length in lengths {
      end += length
      starts.append(end)
    }
    entries = [Entry](repeating: Entry(control: 0, weight: 0), count: end)
  }

  /// Number of columns.
  var count: Int { starts.count - 1 }

  /// The places of a column's entries in `entries`.
  @inline(__always)
  func places(of column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

  /// The entries of one column.
  subscript(column: Int) -> ArraySlice<Entry> { entries[places(of: column)] }

  /// Puts an entry where `places` has room for it.
  mutating func set(_ entry: Entry, at place: Int) { entries[place] = entry }

  /// Adds a column behind the others.
  mutating func append(_ column: some Sequence<Entry>) {
    entries.append(contentsOf: column)
    starts.append(entries.count)
  }

  /// The inner product of a column and the multipliers of the controls.
  @inline(__always)
  func product(_ column: Int, _ multipliers: [Double]) -> Double {
    var sum = 0.0
    for p in places(of: column) { sum += entries[p].weight * multipliers[entries[p].control] }
    return sum
  }

  /// Adds Σ slope · g gᵀ of the columns g to the lower triangle of a square row-major buffer.
  ///
  /// - Parameter place: the position of a control in the buffer, below zero where it has none.
  /// - Complexity: the squared number of entries of each column, summed.
  func addGram(
    to buffer: inout [Double], order: Int, place: [Int], slope: (_ column: Int) -> Double
  ) {
    for k in 0..<count {
      let slope = slope(k)
      if slope == 0 { continue }
      for p in places(of: k) {
        let row = place[entries[p].control]
        if row < 0 { continue }
        let scaled = entries[p].weight * slope
        for q in places(of: k) {
          let column = place[entries[q].control]
          if column >= 0, column <= row {
            buffer[row * order + column] += scaled * entries[q].weight
          }
        }
      }
    }
  }

  /// The matrix with some of its rows, renumbered; a control that goes has a place below zero.
  func keeping(places: [Int]) -> SparseColumns {
    var kept = SparseColumns()
    kept.entries.reserveCapacity(entries.count)
    kept.starts.reserveCapacity(starts.count)
    for k in 0..<count {
      for p in self.places(of: k) where places[entries[p].control] >= 0 {
        kept.entries.append(Entry(control: places[entries[p].control], weight: entries[p].weight))
      }
      kept.starts.append(kept.entries.count)
    }
    return kept
  }
}
