// swift-tools-version: 6.2

import PackageDescription

// Warnings are errors only where the continuous integration asks for it,
// so that a newer compiler never breaks a newcomer's build.
let strict = Context.environment["SAM_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A library module of this package.
func module(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Small programs, each of which answers one question a researcher asks.
let examples = [
  "CompareSpending",
  "BuildTheMatrix",
  "BalanceYourTable",
  "WhyItMultiplies",
  "WhenSupplyIsFixed",
  "WhenPricesAdjust",
  "KeySectors",
  "KnowYourSAM",
  "WhoGains",
  "JobsPerBillion",
  "HowSureAreWe",
  "MakeABrief",
  "BringYourOwn",
  "FinancingSocialProtection",
  "ReformScenarios",
]

/// The tests of one module; fixtures that several need are in `SAMFixtures`.
func tests(of name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["SAMFixtures"], swiftSettings: settings)
}

/// The modules whose tests are built: all, or those that `SAM_TESTS=Balancing,Multipliers` names,
/// so that one module is tested without building the programs.
let tested = Context.environment["SAM_TESTS"].map { names in
  Set(names.split(separator: ",").map { "\($0)Tests" })
}

let package = Package(
  name: "social-accounting",
  products: [
    .library(name: "SocialAccounting", targets: ["SocialAccounting"]),
    .library(name: "CountryData", targets: ["CountryData"]),
    .library(name: "RwandaSAM", targets: ["RwandaSAM"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .executable(name: "sam", targets: ["sam"]),
  ],
  // A package that depends on the libraries alone turns this off, `traits: []`, and resolves no
  // argument parser.
  traits: [
    .trait(name: "CommandLine", description: "The program sam, which reads options."),
    .default(enabledTraits: ["CommandLine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRwandaSAM"),
    .target(name: "CPublishedCases"),
    .target(name: "CInterrupts"),
    .target(name: "COneThread"),

    module("PlainText", uses: []),
    module("LinearAlgebra", uses: ["COpenBLAS", "CLAPACKE"]),
    module("AccountMatrix", uses: ["PlainText", "LinearAlgebra"]),
    module("Balancing", uses: ["LinearAlgebra", "AccountMatrix"]),
    module("Multipliers", uses: ["LinearAlgebra", "AccountMatrix"]),
    module("GeneralEquilibrium", uses: ["LinearAlgebra", "AccountMatrix", "Multipliers"]),
    module(
      "SpendingPolicy",
      uses: ["LinearAlgebra", "AccountMatrix", "Multipliers", "GeneralEquilibrium"]),
    module(
      "SAMFiles",
      uses: [
        "CInterrupts", "LinearAlgebra", "AccountMatrix", "Balancing", "GeneralEquilibrium",
        "SpendingPolicy",
      ]),
    module(
      "SocialAccounting",
      uses: [
        "AccountMatrix", "Balancing", "Multipliers", "GeneralEquilibrium", "SpendingPolicy",
        "SAMFiles",
      ]),
    module(
      "CountryData",
      uses: [
        "LinearAlgebra", "AccountMatrix", "Balancing", "Multipliers", "GeneralEquilibrium",
        "SpendingPolicy", "SAMFiles",
      ]),
    module("RwandaSAM", uses: ["CRwandaSAM", "CountryData"]),
    module(
      "PublishedCases",
      uses: [
        "CPublishedCases", "LinearAlgebra", "AccountMatrix", "Balancing", "Multipliers",
        "GeneralEquilibrium", "SAMFiles", "SocialAccounting", "CountryData", "RwandaSAM",
      ]),
    module(
      "Reporting",
      uses: [
        "AccountMatrix", "Balancing", "Multipliers", "GeneralEquilibrium", "SpendingPolicy",
        "SAMFiles",
      ]),
    module(
      "CountryReports",
      uses: [
        "AccountMatrix", "Balancing", "SpendingPolicy", "SAMFiles", "CountryData",
        "PublishedCases", "Reporting",
      ]),
    module(
      "Workbooks",
      uses: ["CZlib", "LinearAlgebra", "AccountMatrix", "Multipliers", "SAMFiles", "Reporting"]),
    .executableTarget(
      name: "sam",
      dependencies: [
        "CInterrupts", "COneThread", "LinearAlgebra", "Balancing", "GeneralEquilibrium",
        "SocialAccounting", "CountryData", "RwandaSAM", "PublishedCases", "Reporting",
        "CountryReports", "Workbooks",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["CommandLine"])),
      ],
      swiftSettings: settings),

    .target(
      name: "SAMFixtures",
      dependencies: ["LinearAlgebra", "SocialAccounting", "RwandaSAM", "PublishedCases"],
      path: "Tests/SAMFixtures", swiftSettings: settings),
    tests(of: "LinearAlgebra", uses: ["LinearAlgebra"]),
    tests(of: "AccountMatrix", uses: ["AccountMatrix", "LinearAlgebra"]),
    tests(of: "Balancing", uses: ["Balancing", "AccountMatrix", "LinearAlgebra"]),
    tests(
      of: "Multipliers", uses: ["LinearAlgebra", "Multipliers", "SocialAccounting", "RwandaSAM"]),
    tests(
      of: "GeneralEquilibrium",
      uses: ["LinearAlgebra", "GeneralEquilibrium", "SocialAccounting", "RwandaSAM"]),
    tests(of: "SpendingPolicy", uses: ["LinearAlgebra", "SocialAccounting", "RwandaSAM"]),
    tests(of: "SAMFiles", uses: ["CInterrupts", "SocialAccounting", "Balancing", "RwandaSAM"]),
    tests(of: "CountryData", uses: ["SocialAccounting", "CountryData"]),
    tests(
      of: "RwandaSAM",
      uses: ["SocialAccounting", "CountryData", "RwandaSAM", "Reporting", "CountryReports"]),
    tests(of: "PublishedCases", uses: ["PublishedCases", "SocialAccounting"]),
    tests(of: "Reporting", uses: ["Reporting", "SocialAccounting", "RwandaSAM"]),
    tests(of: "Workbooks", uses: ["Workbooks", "Reporting", "SocialAccounting", "RwandaSAM"]),
    tests(of: "sam", uses: ["sam", "Workbooks"] + examples.map { .target(name: $0) }),
    tests(of: "Project", uses: []),
  ]
    + examples.map { name in
      .executableTarget(
        name: name, dependencies: ["SocialAccounting", "RwandaSAM", "Reporting", "Workbooks"],
        path: "Examples/\(name)", swiftSettings: settings)
    },
  cLanguageStandard: .gnu2x
)

if let tested {
  package.targets.removeAll { $0.type == .test && !tested.contains($0.name) }
  if !tested.contains("samTests") {
    package.targets.removeAll { $0.type == .executable }
    package.products.removeAll { $0.name == "sam" }
    package.dependencies = []
  }
}

// `SAM_TESTS_ONLY=1` builds what those tests need and nothing else.
if let tested, Context.environment["SAM_TESTS_ONLY"] == "1" {
  var needed = tested
  var waiting = Array(tested)
  while let name = waiting.popLast() {
    for target in package.targets where target.name == name {
      for dependency in target.dependencies {
        guard case .byNameItem(let other, _) = dependency else { continue }
        if needed.insert(other).inserted { waiting.append(other) }
      }
    }
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products.removeAll()
  package.dependencies.removeAll()
}
