// swift-tools-version: 6.2

import Foundation
import PackageDescription

let products: [Target.Dependency] = [
  "SocialAccounting", "RwandaSAM", "Reporting", "Workbooks",
].map { .product(name: $0, package: "social-accounting") }

/// The examples, here as a user's programs: what they use is public.
let examples = try FileManager.default.contentsOfDirectory(
  atPath: Context.packageDirectory + "/Examples"
).filter { !$0.hasPrefix(".") }.sorted()

// A user of the library, as one would write it: without the command line, and so without any other
// package.
let package = Package(
  name: "import-test",
  dependencies: [.package(name: "social-accounting", path: "../..", traits: [])],
  targets: [.executableTarget(name: "ImportTest", dependencies: products)]
    + examples.map {
      .executableTarget(name: $0, dependencies: products, path: "Examples/\($0)")
    }
)
