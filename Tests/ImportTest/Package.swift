// swift-tools-version: 6.2

import PackageDescription

// A user of the library, as one would write it: without the command line, and so without
// any other package.
let package = Package(
  name: "import-test",
  dependencies: [.package(name: "social-accounting", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "ImportTest",
      dependencies: [
        .product(name: "SocialAccounting", package: "social-accounting"),
        .product(name: "RwandaSAM", package: "social-accounting"),
      ])
  ]
)
