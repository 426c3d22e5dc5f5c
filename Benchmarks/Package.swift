// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "social-accounting", path: "..")],
  targets: [
    .executableTarget(
      name: "BalancingBenchmark",
      dependencies: [.product(name: "SocialAccounting", package: "social-accounting")],
      path: "Sources/Balancing"),
    .executableTarget(
      name: "EquilibriumBenchmark",
      dependencies: [
        .product(name: "SocialAccounting", package: "social-accounting"),
        .product(name: "RwandaSAM", package: "social-accounting"),
      ],
      path: "Sources/Equilibrium"),
  ]
)
