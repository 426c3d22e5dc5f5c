import Foundation
import Testing

/// Files as people make them, through the command line: read whole with notes, or refused.
struct ReadingCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `an input-output table is converted, described and multiplied`() throws {
    try place.write(
      """
      sector,agr,ind,srv,Total,Households,Exports,Output
      agr,22,31,9,62,70,18,150
      ind,14,85,41,140,110,60,310
      srv,6,42,55,103,140,27,270
      Total,42,158,105,305,,,
      Value added,108,152,165,425,,,
      Output,150,310,270,730,,,

      """, "io.csv")
    let run = try place.sam("multipliers", "io.csv", "--format", "csv")
    for (sector, expected) in [("agr", 1.457418), ("ind", 1.891724), ("srv", 1.677570)] {
      #expect(abs(run.value("output", sector) - expected) < 1e-6)
    }
    #expect(run.errors.contains("input-output table") && run.errors.contains("Exports"))
    #expect(try place.sam("linkages", "io.csv", "--format", "csv").csv.count == 4)
    #expect(try place.sam("describe", "io.csv", "--format", "csv").status == 0)
    #expect(try place.sam("convert", "io.csv", "--output", "o.json").status == 0)
    let back = try place.sam("multipliers", "o.json", "--format", "csv")
    #expect(back.output == run.output)
    let cut = try place.sam(
      "multipliers", "io.csv", "--tolerance", "1000", "--exogenous", "srv", "--matrix")
    #expect(cut.status == 1 && cut.output.isEmpty)
  }

  @Test func `stocks that are drawn down are exogenous as other accounts are`() throws {
    try place.write(
      """
      ,aprod,cgood,flab-n,hhd,gov,s-i,dstk,row
      aprod,,260,,,,,,
      cgood,100,,,140,30,30,-4,24
      flab-n,160,,,,,,,
      hhd,,,160,,,,,
      gov,,,,20,,,,10
      s-i,,,,,,,,26
      dstk,,,,,,-4,,
      row,,60,,,,,,

      """, "stocks.csv")
    let exogenous = ["--exogenous", "gov,s-i,dstk,row", "--matrix", "--format", "csv"]
    let run = try place.sam(["multipliers", "stocks.csv"] + exogenous)
    #expect(abs(run.value("hhd", "flab-n") - 1.75) < 1e-12)
    #expect(abs(run.value("cgood", "aprod") - 3.25) < 1e-12)
    #expect(run.errors.contains("receipts are read in rows"))
  }

  @Test func `in whole numbers an account that receives 1 and pays 0 is exogenous with a note`()
    throws
  {
    try place.write(",a,m,c,w\na,,,9,6\nm,,,1,\nc,4,,,6\nw,11,,,\n", "whole.csv")
    let run = try place.sam("multipliers", "whole.csv", "--exogenous", "w", "--format", "csv")
    #expect(run.column("account") == ["a", "c"])
    #expect(run.errors.contains("'m' receives 1 and pays 0") && run.errors.contains("exogenous"))
    #expect(run.header.contains("leak:m"))
  }

  @Test func `the options say what a file leaves open`() throws {
    try place.write(",a,b\na,,\"26,500\"\nb,\"26,500\",\n", "doubt.csv")
    let refused = try place.sam("convert", "doubt.csv", "--output", "o.csv")
    #expect(refused.status == 1 && refused.errors.contains("--decimal-mark point or"))
    for (mark, receipts) in [("comma", "26.5"), (",", "26.5"), ("point", "26500")] {
      let run = try place.sam("check", "doubt.csv", "--decimal-mark", mark, "--format", "csv")
      #expect(run.column("receipts") == [receipts, receipts])
    }
    try place.write(",a,b\na,:,2\nb,2,:\n", "marks.csv")
    #expect(try place.sam("check", "marks.csv").errors.contains("':' (2)"))
    #expect(try place.sam("check", "marks.csv").errors.contains("--empty ':'"))
    let marks = try place.sam("check", "marks.csv", "--empty", ":", "--format", "csv")
    #expect(marks.column("receipts") == ["2", "2"])
    #expect(marks.errors.contains("2 cells with a mark of missing data are read as empty"))
    try place.write(
      "row,column,year,value\na,b,2019,1\nb,a,2019,1\na,b,2020,2\nb,a,2020,2\n", "years.csv")
    #expect(try place.sam("check", "years.csv").errors.contains("--where 'year=2019'"))
    let years = try place.sam("check", "years.csv", "--where", "year=2020", "--format", "csv")
    #expect(years.column("receipts") == ["2", "2"])
    #expect(try place.sam("check", "years.csv", "--where", "2020").status == 64)
    #expect(try place.sam("check", "rwanda-2022", "--where", "year=2020").status == 64)
    #expect(try place.sam("check", "rwanda-2022", "--decimal-mark", "comma").status == 64)
    try place.write(
      ",a,b\na,,5\nb,5,\n\n,a,b\na,,0.5\nb,0.5,\n", "two.csv")
    let first = try place.sam("check", "two.csv", "--format", "csv")
    #expect(first.column("receipts") == ["5", "5"])
    #expect(first.errors.contains("another stands in A5:C7. Choose with --range."))
    let second = try place.sam("check", "two.csv", "--range", "A5:C7", "--format", "csv")
    #expect(second.column("receipts") == ["0.5", "0.5"])
  }

  @Test func `a transposed matrix with kinds is refused, and notes stand in check too`() throws {
    try place.write(",p,f,h\np,,,10\nf,10,,\nh,,10,\n", "right.csv")
    try place.write(",p,f,h\np,,10,\nf,,,10\nh,10,,\n", "wrong.csv")
    try place.write("code,kind\np,activity\nf,labour\nh,household\n", "kinds.csv")
    #expect(
      try place.sam("check", "right.csv", "--accounts", "kinds.csv", "--exogenous", "h").status == 0
    )
    let wrong = try place.sam("check", "wrong.csv", "--accounts", "kinds.csv")
    #expect(wrong.status == 1 && wrong.errors.contains("Transpose"))
    try place.write(",p,f,h,,note\np,,,10,,7\nf,10,,,,\nh,,10,,,\n", "noted.csv")
    let noted = try place.sam(
      "check", "noted.csv", "--accounts", "kinds.csv", "--exogenous", "h", "--table", "warnings",
      "--format", "csv")
    #expect(noted.column("warning").contains { $0.contains("column 'note' (1, sum 7)") })
  }

  @Test func `an accepted gap stands in the caption of every table`() throws {
    try place.write(",a,b,w\na,,6,3\nb,6,,2\nw,2,3,\n", "gap.csv")
    #expect(try place.sam("check", "gap.csv").status == 0)
    try place.write(",a,b,w\na,,15.25,3\nb,6,,2\nw,2,3,\n", "wide.csv")
    #expect(try place.sam("multipliers", "wide.csv", "--exogenous", "w").status == 1)
    for format in ["table", "markdown", "html"] {
      let run = try place.sam(
        "multipliers", "wide.csv", "--exogenous", "w", "--tolerance", "11", "--format", format)
      #expect(run.output.replacing("\n  ", with: " ").contains("out of balance by up to 10.25"))
    }
  }
}
