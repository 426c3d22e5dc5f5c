import SocialAccounting
import Testing

@testable import SAMFiles

/// The title, the year and the unit of a square table, among cells that are none of them.
struct TableHeadingTests {
  private let body = "x,Farms,a,,5,3\n,Homes,b,6,,2\n,World,w,2,3,\n"

  private func read(_ text: String) throws -> SocialAccountingMatrix {
    try SquareTable.read(file(text, name: "sam.csv"))
  }

  @Test(arguments: [
    "ann,2019 SAM for Utopia,Code,a,b,w\n", "2026-06-18,2019 SAM for Utopia,Code,a,b,w\n",
    "18 June 2026,2019 SAM for Utopia,,a,b,w\n", "x y,Account name,2019 SAM for Utopia,a,b,w\n",
    "draft of May,,,,,7\n,2019 SAM for Utopia\n\n,,,a,b,w\n",
    ",2019 SAM for Utopia\nann,,,a,b,w\n",
    "2026-06-18,,,9\n,2019 SAM for Utopia,\n3,name,code,a,b,w\n",
    "2019 SAM for Utopia,,\nann,Long name,Code,a,b,w\n", ",,,2019 SAM for Utopia\n,,,a,b,w\n",
  ])
  func `the title is the corner's, or stands above the names or the codes`(header: String) throws {
    let lines = header.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let width = 6
    let padded = lines.map { line in
      line + String(repeating: ",", count: width - line.count { $0 == "," } - 1) + "\n"
    }
    let sam = try read(padded.joined() + body)
    #expect(sam.title == "2019 SAM for Utopia" && sam.year == 2019)
  }

  @Test(arguments: [
    "ann,,,a,b,w\n", "ann,name,code,a,b,w\n", "2026-06-18,,,a,b,w\n", "7,18-Jun-26,Code,a,b,w\n",
    "draft of May,,,,,7\nann,Account name,Row code,a,b,w\n", ",,#REF!,a,b,w\n",
  ])
  func `a note, a date, a number or a column title is no title`(header: String) throws {
    #expect(try read(header + body).title == "")
  }

  @Test func `a word is a title in the corner, and not over notes that only some rows have`() throws
  {
    #expect(try read("Utopia,a,b\na,,5\nb,5,\n").title == "Utopia")
    #expect(try read("Utopia,Code,a,b\nFarms,a,,5\nHomes,b,5,\n").title == "Utopia")
    #expect(try read("ann,Code,a,b\nx,a,,5\n,b,5,\n").title == "")
  }

  @Test(arguments: [
    ("Utopia SAM 2020, KSh billion", "KSh billion"),
    ("Utopia SAM 2020 (millions of shillings)", "shillings million"),
    ("Utopia SAM 2020; in RWF bn", "RWF billion"),
  ])
  func `a unit behind the title is the matrix's`(title: String, unit: String) throws {
    for text in [
      "\"\(title)\",Code,a,b\nFarms,a,,5\nHomes,b,5,\n",
      ",\"\(title)\",,\n,,a,b\nFarms,a,,5\nHomes,b,5,\n",
    ] {
      let sam = try read(text)
      #expect(sam.title == "Utopia SAM 2020" && sam.year == 2020 && sam.unit == CurrencyUnit(unit))
    }
    let other = try read("\"Maize, beans and 2 million hills\",a,b\na,,5\nb,5,\n")
    #expect(other.title == "Maize, beans and 2 million hills" && other.unit == .unstated)
  }
}
