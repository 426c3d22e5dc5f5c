import Testing

/// A module imports only modules listed above it; only `LinearAlgebra` knows BLAS and LAPACK.
struct ImportRuleTests {
  /// The modules in the order of the layout.
  private static let layout = [
    "COpenBLAS", "CLAPACKE", "CZlib", "CRwandaSAM", "CPublishedCases", "CInterrupts", "COneThread",
    "PlainText", "LinearAlgebra", "AccountMatrix",
    "Balancing", "Multipliers", "GeneralEquilibrium", "SpendingPolicy", "SAMFiles",
    "SocialAccounting", "CountryData", "RwandaSAM", "PublishedCases", "Reporting",
    "CountryReports", "Workbooks", "sam",
  ]
  /// What may come from outside, by module; Glibc and its kin anywhere in Swift code.
  private static let outside: [String: Set<String>] = [
    "sam": ["ArgumentParser"]
  ]
  private static let system: Set<String> = [
    "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
  ]

  /// The modules that a line of Swift imports.
  static func imported(_ line: String) -> String? {
    var words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    while let first = words.first,
      first.hasPrefix("@")
        || ["public", "package", "internal", "fileprivate", "private"].contains(first)
    { words.removeFirst() }
    guard words.first == "import", words.count > 1 else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) ? words.dropFirst(2).first : words[1]
    return name?.split(separator: ".").first.map(String.init)
  }

  /// Why a module may not import another, or `nil` if it may.
  static func breach(_ module: String, imports other: String) -> String? {
    if system.contains(other) || outside[module]?.contains(other) == true { return nil }
    guard let own = layout.firstIndex(of: module) else { return "\(module) is not in the layout" }
    guard let place = layout.firstIndex(of: other) else { return "\(other) is not in the layout" }
    if place >= own { return "\(other) does not stand above \(module)" }
    if other == "COpenBLAS" || other == "CLAPACKE", module != "LinearAlgebra" {
      return "only LinearAlgebra may use \(other)"
    }
    if other == "CZlib", module != "Workbooks" { return "only Workbooks may use \(other)" }
    return nil
  }

  @Test func `a module imports only modules listed above it`() throws {
    let paths = try SourceTree.paths(below: ["Sources"], suffixes: [".swift"])
    #expect(paths.count > 30)
    for path in paths {
      let module = String(path.split(separator: "/")[1])
      for line in try SourceTree.lines(path) {
        guard let other = Self.imported(line) else { continue }
        let breach = Self.breach(module, imports: other)
        #expect(breach == nil, "\(path): \(line)")
        // One file knows BLAS and LAPACK, so that another backend is one file.
        if other == "COpenBLAS" || other == "CLAPACKE" {
          #expect(path.hasSuffix("LinearAlgebra/Backend.swift"), "\(path): \(line)")
        }
      }
    }
  }

  @Test func `every folder of Sources is a module of the layout`() throws {
    let paths = try SourceTree.paths(below: ["Sources"], suffixes: [".swift", ".c", ".modulemap"])
    let modules = Set(paths.map { String($0.split(separator: "/")[1]) })
    #expect(modules.isSubset(of: Self.layout), "\(modules.subtracting(Self.layout))")
  }

  @Test func `the rule itself tells a breach`() {
    #expect(Self.imported("public import AccountMatrix") == "AccountMatrix")
    #expect(Self.imported("@_exported public import Multipliers") == "Multipliers")
    #expect(Self.imported("internal import struct Glibc.stat") == "Glibc")
    #expect(Self.imported("let important = 1") == nil)
    #expect(Self.imported("// import Foundation") == nil)
    #expect(Self.breach("AccountMatrix", imports: "SAMFiles") != nil)
    #expect(Self.breach("Multipliers", imports: "Foundation") != nil)
    #expect(Self.breach("SpendingPolicy", imports: "COpenBLAS") != nil)
    #expect(Self.breach("AccountMatrix", imports: "ArgumentParser") != nil)
    #expect(Self.breach("LinearAlgebra", imports: "CLAPACKE") == nil)
    #expect(Self.breach("sam", imports: "ArgumentParser") == nil)
  }
}
