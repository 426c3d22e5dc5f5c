internal import AccountMatrix

/// Formats in which matrices and tables are kept and that this library does not read, each with the
/// way out of it.
enum ForeignFormat: String, Sendable, CaseIterable {
  case gdx, har, parquet, feather, rda, ods, xls, xlsb, dta, sas7bdat, sav, hdf5, sqlite, numbers
  case pdf, html, gzip, xml, px, mat, npy, rtf, odt

  /// Refuses a file in one of these formats.
  ///
  /// - Throws: `Diagnostic` that names the format and what to do.
  static func refuse(_ file: SourceFile) throws(Diagnostic) {
    guard let format = recognised(file) else { return }
    throw Diagnostic(
      "the file is \(format.description), which is not read", at: file.name, remedy: format.wayOut)
  }

  /// The format of a file by its first bytes, else by the ending of its name where it is no text.
  static func recognised(_ file: SourceFile) -> ForeignFormat? {
    let bytes = file.bytes
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    func holds(_ text: String, within count: Int = .max) -> Bool {
      bytes.prefix(count).contains(Array(text.utf8))
    }
    if begins("PK\u{3}\u{4}") {
      if holds("application/vnd.oasis.opendocument.text", within: 200) { return .odt }
      if holds("application/vnd.oasis.opendocument", within: 200) { return .ods }
      if holds("xl/workbook.bin") { return .xlsb }
      return holds("Index/Document.iwa") ? .numbers : nil
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .xls }
    if holds("GAMSGDX", within: 64) { return .gdx }
    if begins("PAR1") { return .parquet }
    if begins("ARROW1") || begins("FEA1") { return .feather }
    if ["RDX2\n", "RDX3\n", "RDA2\n", "RDA3\n", "RDB2\n", "RDB3\n"].contains(where: begins) {
      return .rda
    }
    if begins("<stata_dta>") { return .dta }
    if bytes.count > 4, (0x66...0x76).contains(bytes[0]), [1, 2].contains(bytes[1]),
      bytes[2] == 1, bytes[3] == 0
    {
      return .dta
    }
    if bytes.starts(with: [0x89, 0x48, 0x44, 0x46]) { return .hdf5 }
    if begins("SQLite format 3\0") { return .sqlite }
    if begins("$FL2") || begins("$FL3") { return .sav }
    if begins("%PDF") { return .pdf }
    if begins("{\\rtf") { return .rtf }
    if begins("MATLAB 5.0 MAT-file") { return .mat }
    if bytes.starts(with: [0x93]) && holds("NUMPY", within: 6) { return .npy }
    // A PC-Axis file begins with keywords and their values in quotes.
    if ["CHARSET=\"", "AXIS-VERSION=\""].contains(where: begins) { return .px }
    let ending = ending(of: file.name)
    let isPacked =
      bytes.starts(with: [0x1F, 0x8B]) || begins("BZh")
      || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
    if isPacked { return ["rda", "rdata", "rds"].contains(ending) ? .rda : .gzip }
    if isHeaderArray(bytes) { return .har }
    let head = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(20), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return .html }
    if head.hasPrefix("<?xml") || head.hasPrefix("<workbook") { return .xml }
    guard bytes.prefix(4_096).contains(where: { $0 < 9 }) else { return nil }
    switch ending {
    case "rdata", "rds": return .rda
    case "h5", "hdf": return .hdf5
    case "db": return .sqlite
    case "xlsb": return .xlsb
    default: return ForeignFormat(rawValue: ending)
    }
  }

  /// A Fortran record of four letters, with which GEMPACK begins a header array file.
  private static func isHeaderArray(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 12 else { return false }
    let (first, last) = (Array(bytes[..<4]), Array(bytes[8..<12]))
    return first == last && (first == [4, 0, 0, 0] || first == [0, 0, 0, 4])
      && bytes[4..<8].allSatisfy { (0x20...0x7E).contains($0) }
  }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The format in words.
  private var description: String {
    switch self {
    case .gdx: "a GAMS data exchange file (GDX)"
    case .har: "a GEMPACK header array file (HAR)"
    case .parquet: "an Apache Parquet file"
    case .feather: "an Apache Arrow file"
    case .rda: "a file of R objects"
    case .ods: "an OpenDocument spreadsheet (ODS)"
    case .xls: "an old or an encrypted Excel workbook (XLS)"
    case .xlsb: "a binary Excel workbook (XLSB)"
    case .dta: "a Stata file (DTA)"
    case .sas7bdat: "a SAS file"
    case .sav: "an SPSS file (SAV)"
    case .hdf5: "an HDF5 file"
    case .sqlite: "an SQLite database"
    case .numbers: "a Numbers document"
    case .pdf: "a PDF document"
    case .html: "a web page"
    case .gzip: "a packed file"
    case .xml: "an XML document, such as an Excel workbook of 2003 or SDMX"
    case .px: "a PC-Axis file (PX)"
    case .mat: "a MATLAB file (MAT)"
    case .npy: "an array of numpy (NPY)"
    case .rtf, .odt: "a document of a text program"
    }
  }

  /// How to get from the format to one that is read.
  private var wayOut: String {
    switch self {
    case .gdx: "Write the symbol as a list: gdxdump FILE.gdx symb=SAM format=csv > sam.csv"
    case .har: "Export the header as CSV from ViewHAR, or by GEMPACK's program har2csv"
    case .parquet, .feather, .hdf5:
      "Write it as CSV, in Python by pandas (DataFrame.to_csv), in R by write.csv"
    case .rda: "In R, load it and write the matrix: write.csv(sam, \"sam.csv\")"
    case .ods, .numbers, .xlsb: "Save it as an XLSX workbook, or the sheet as CSV"
    case .xls: "Save it as an XLSX workbook without a password"
    case .dta: "In Stata: export delimited using sam.csv"
    case .sas7bdat: "In SAS: proc export data=sam outfile='sam.csv' dbms=csv"
    case .sav: "Save it as CSV in SPSS, or in R by haven::read_sav and write.csv"
    case .sqlite: "Write the table as CSV: sqlite3 -header -csv FILE 'select * from sam'"
    case .pdf: "Copy the table into a spreadsheet and save it as XLSX or CSV"
    case .html: "Download the file that the page links to, or save its table as CSV"
    case .gzip: "Unpack it first"
    case .px: "Save it as XLSX or CSV in PX-Win, or in R by pxR::read.px and write.csv"
    case .mat: "In MATLAB: writetable or writematrix, with the codes in the first row and column"
    case .npy: "In Python: write it by pandas (DataFrame.to_csv), codes as index and columns"
    case .rtf, .odt: "Copy the table into a spreadsheet and save it as XLSX or CSV"
    case .xml: "Open it in a spreadsheet program and save it as XLSX or CSV"
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in these, one after the other.
  fileprivate func contains(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, count >= bytes.count else { return bytes.isEmpty }
    var position = startIndex
    while let found = self[position...].firstIndex(of: first), found + bytes.count <= endIndex {
      if self[found..<(found + bytes.count)].elementsEqual(bytes) { return true }
      position = found + 1
    }
    return false
  }
}
