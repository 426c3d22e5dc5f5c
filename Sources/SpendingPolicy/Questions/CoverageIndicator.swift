/// SDG indicator 1.3.1: the part of the population covered by social protection, by function, as it
/// is published for one country, with the counts that say how many people are meant.
///
/// The nine functions and their definitions are those of the metadata of the indicator
/// (International Labour Organization, custodian). No cell is computed here: what is not published
/// stays without a number.
package struct CoverageIndicator: Sendable, Equatable {
  /// A function of the indicator and its fraction in words.
  package struct Function: Sendable, Equatable {
    /// Its name in tables.
    package let id: String
    /// Its name in words.
    package let name: String
    /// Who is counted.
    package let numerator: String
    /// Out of whom.
    package let denominator: String
    /// The code of the series of the United Nations.
    package let unSeries: String
    /// The code of ILOSTAT; empty where it was not confirmed.
    package let ilostat: String
    /// What a reader must know.
    package let note: String

    /// A function from its words.
    package init(
      id: String, name: String, numerator: String, denominator: String, unSeries: String,
      ilostat: String, note: String
    ) {
      self.id = id
      self.name = name
      self.numerator = numerator
      self.denominator = denominator
      self.unSeries = unSeries
      self.ilostat = ilostat
      self.note = note
    }
  }

  /// One figure of a series, or the statement that there is none.
  package struct Cell: Sendable, Equatable {
    /// The series: the indicator itself, or another whose definition differs.
    package let series: String
    /// The function, or what another series counts.
    package let function: String
    /// The country.
    package let country: String
    /// The people that it is of.
    package let group: String
    /// `both`, `male` or `female`.
    package let sex: String
    /// `total`, `urban` or `rural`.
    package let area: String
    /// The year as printed.
    package let year: String
    /// The figure; `nil` where none is published.
    package let value: Double?
    /// Its unit.
    package let unit: String
    /// How it is known.
    package let status: String
    /// The source.
    package let source: String
    /// Where it stands there.
    package let locator: String
    /// What a reader must know.
    package let note: String

    /// A cell from its fields.
    package init(
      series: String, function: String, country: String, group: String, sex: String, area: String,
      year: String, value: Double?, unit: String, status: String, source: String, locator: String,
      note: String
    ) {
      self.series = series
      self.function = function
      self.country = country
      self.group = group
      self.sex = sex
      self.area = area
      self.year = year
      self.value = value
      self.unit = unit
      self.status = status
      self.source = source
      self.locator = locator
      self.note = note
    }
  }

  /// A count of people: whom a scheme reaches, or of how many a function is.
  package struct Count: Sendable, Equatable {
    /// What the people are to a scheme.
    package enum Role: String, Sendable, CaseIterable {
      case contributor, beneficiary, denominator
    }

    /// How a count stands in the sum over schemes.
    package enum Standing: String, Sendable, CaseIterable {
      /// Added.
      case yes
      /// Of people who are in another count already.
      case inside
      /// Of a scheme that nobody must join: added apart.
      case voluntary
    }

    /// Its name in tables.
    package let scheme: String
    /// Its name in words.
    package let name: String
    /// The function that it belongs to.
    package let function: String
    /// What the people are.
    package let role: Role
    /// Their sex.
    package let sex: String
    /// The year as printed.
    package let year: String
    /// How many; `nil` where nobody counts them.
    package let value: Double?
    /// Persons who live on each benefit.
    package let membersEach: Double
    /// How it stands in a sum; `nil` for a denominator.
    package let standing: Standing?
    /// The programme by which a gap would be closed; `nil` where there is none.
    package let programme: String?
    /// How it is known.
    package let status: String
    /// The source.
    package let source: String
    /// What a reader must know.
    package let note: String

    /// A count from its fields.
    package init(
      scheme: String, name: String, function: String, role: Role, sex: String, year: String,
      value: Double?, membersEach: Double, standing: Standing?, programme: String?,
      status: String, source: String, note: String
    ) {
      self.scheme = scheme
      self.name = name
      self.function = function
      self.role = role
      self.sex = sex
      self.year = year
      self.value = value
      self.membersEach = membersEach
      self.standing = standing
      self.programme = programme
      self.status = status
      self.source = source
      self.note = note
    }
  }

  /// The series of the indicator itself.
  package static let series = "sdg-1.3.1"
  /// The function that stands for the whole population.
  package static let atLeastOne = "at-least-one"

  /// The functions in their order.
  package let functions: [Function]
  /// The figures of the country, of this series and others.
  package let cells: [Cell]
  /// The counts of people.
  package let counts: [Count]

  /// The indicator of one country.
  package init(functions: [Function], cells: [Cell], counts: [Count]) {
    self.functions = functions
    self.cells = cells
    self.counts = counts
  }
}

extension CoverageIndicator {
  /// One function with what is published of it and how many people it is about.
  package struct Entry: Sendable, Equatable {
    /// The function.
    package let function: Function
    /// The last published cell of both sexes; else the statement that there is none.
    package let cell: Cell?
    /// Whether a cell of one sex is published.
    package let isSplitBySex: Bool
    /// The people that the function is about.
    package let denominator: Count?

    /// The part that is not covered; `nil` where nothing is published.
    package var uncovered: Double? { cell?.value.map { 1 - $0 / 100 } }
  }

  /// A line for each function.
  package var entries: [Entry] {
    functions.map { function in
      let mine = cells.filter { $0.series == Self.series && $0.function == function.id }
      let both = mine.filter { $0.sex == "both" && $0.area == "total" }
      return Entry(
        function: function, cell: both.last { $0.value != nil } ?? both.last,
        isSplitBySex: mine.contains { $0.sex != "both" && $0.value != nil },
        denominator: counts.first { $0.role == .denominator && $0.function == function.id })
    }
  }

  /// How many have at least one benefit, as far as counts of single schemes can tell.
  ///
  /// Nobody knows who is in two schemes: the largest alone is the least, the sum the most.
  package struct Breadth: Sendable, Equatable {
    /// A way to count, and the people that it gives.
    package struct Bound: Sendable, Equatable {
      /// Its name in tables.
      package let id: String
      /// The people.
      package let persons: Double
      /// The same in per cent of the population.
      package let percent: Double
    }

    /// The population.
    package let population: Double
    /// The scheme that reaches most.
    package let largest: Count
    /// The largest scheme; the sum of persons insured or paid; with all members of the households
    /// paid; with voluntary savers too.
    package let bounds: [Bound]
    /// What is published.
    package let published: Cell?
  }

  /// The range of at least one benefit; `nil` without a population or a count.
  package var breadth: Breadth? {
    let added = counts.filter { $0.standing == .yes && $0.value != nil }
    guard let entry = entries.first(where: { $0.function.id == Self.atLeastOne }),
      let population = entry.denominator?.value, population > 0,
      let largest = added.max(by: { ($0.value ?? 0) < ($1.value ?? 0) })
    else { return nil }
    func bound(_ id: String, _ persons: Double) -> Breadth.Bound {
      Breadth.Bound(id: id, persons: persons, percent: 100 * persons / population)
    }
    let persons = added.reduce(0) { $0 + ($1.value ?? 0) }
    let members = added.reduce(0) { $0 + ($1.value ?? 0) * $1.membersEach }
    let voluntary = counts.filter { $0.standing == .voluntary }.reduce(0) { $0 + ($1.value ?? 0) }
    return Breadth(
      population: population, largest: largest,
      bounds: [
        bound("largest", largest.value ?? 0), bound("persons", persons),
        bound("members", members), bound("voluntary", members + voluntary),
      ], published: entry.cell)
  }
}
