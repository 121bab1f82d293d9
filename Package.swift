// swift-tools-version: 6.1
import PackageDescription

// For what examples and tools are told on their command lines.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// The targets, and what each may use: see docs/Architecture.md.
let package = Package(
  name: "blox",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Blox", targets: ["Blox"]),
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Metrics", targets: ["Metrics"]),
    .library(name: "Data", targets: ["Data"]),
    .library(name: "Images", targets: ["Images"]),
    .library(name: "Logs", targets: ["Logs"]),
    .library(name: "Checkpoints", targets: ["Checkpoints"]),
    .library(name: "PJRT", targets: ["PJRT"]),
    .library(name: "StableHLO", targets: ["StableHLO"]),
    // `swift run blox setup` in any package that depends on this one.
    .executable(name: "blox", targets: ["BloxCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    .target(name: "CPJRT", exclude: ["README.md"]),
    .target(name: "PJRT", dependencies: ["CPJRT"], exclude: ["README.md"]),
    .target(name: "StableHLO", exclude: ["README.md"]),
    .target(name: "CFiles", exclude: ["README.md"]),
    .target(name: "DurableFiles", dependencies: ["CFiles"], exclude: ["README.md"]),
    .target(name: "CMPI", exclude: ["README.md"]),
    .target(name: "CKernels", exclude: ["README.md"]),
    .target(name: "Coordination", exclude: ["README.md"]),
    // The tensor library, floor by floor: each uses those below it.
    .target(
      name: "TensorCore",
      dependencies: [
        "StableHLO", "PJRT", "DurableFiles", "CKernels",
        .product(name: "Numerics", package: "swift-numerics"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "TensorPrimitives", dependencies: ["TensorCore", "StableHLO", "PJRT", "CKernels"],
      exclude: ["README.md"]),
    .target(
      name: "TensorTransformations", dependencies: ["TensorCore", "TensorPrimitives", "PJRT"],
      exclude: ["README.md"]),
    .target(
      name: "TensorFunctions",
      dependencies: [
        "TensorCore", "TensorPrimitives", "TensorTransformations", "StableHLO",
        .product(name: "Numerics", package: "swift-numerics"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "TensorDistributed",
      dependencies: [
        "TensorCore", "TensorPrimitives", "TensorTransformations", "StableHLO", "PJRT", "CMPI",
        "Coordination",
      ],
      exclude: ["README.md"]),
    // All of it, for users.
    .target(
      name: "Tensors",
      dependencies: [
        "TensorCore", "TensorPrimitives", "TensorTransformations", "TensorFunctions", "TensorDistributed",
      ],
      exclude: ["README.md"]),
    .target(name: "Blox", dependencies: ["Tensors", "PJRT", "DurableFiles"], exclude: ["README.md"]),
    .target(name: "Optimizers", dependencies: ["Tensors", "Blox"], exclude: ["README.md"]),
    .target(name: "Metrics", dependencies: ["Tensors"], exclude: ["README.md"]),
    .target(name: "Data", dependencies: ["Tensors", "DurableFiles"], exclude: ["README.md"]),
    .target(name: "Images", dependencies: ["Tensors"], exclude: ["README.md"]),
    .target(name: "Logs", exclude: ["README.md"]),
    .target(name: "Checkpoints", dependencies: ["Tensors", "Blox", "DurableFiles"], exclude: ["README.md"]),
    .executableTarget(name: "BloxCommand", dependencies: ["Tensors", "PJRT"], exclude: ["README.md"]),
    .executableTarget(
      name: "digits",
      dependencies: [
        "Blox", "Checkpoints", "Logs", argumentParser,
      ],
      path: "Examples/Digits", exclude: ["README.md"]),
    .executableTarget(
      name: "digits-in-processes",
      dependencies: [
        "Blox", "Checkpoints", "Logs", argumentParser,
      ],
      path: "Examples/DigitsInProcesses", exclude: ["README.md"]),
    .executableTarget(
      name: "resnet",
      dependencies: [
        "Blox", "Data", "Images", "Logs", "Metrics", "Optimizers",
        argumentParser,
      ],
      path: "Examples/ResNet", exclude: ["README.md"]),
    .executableTarget(
      name: "character-gpt",
      dependencies: [
        "Blox", "Checkpoints", "Data", "Logs", "Metrics", "Optimizers",
        argumentParser,
      ],
      path: "Examples/CharacterGPT", exclude: ["README.md"]),
    .executableTarget(
      name: "vae",
      dependencies: [
        "Blox", "Data", "Images", "Logs", "Metrics", "Optimizers",
        argumentParser,
      ],
      path: "Examples/VAE", exclude: ["README.md"]),
    .executableTarget(
      name: "cartpole",
      dependencies: [
        "Blox", "Logs", "Metrics", "Optimizers",
        argumentParser,
      ],
      path: "Examples/CartPole", exclude: ["README.md"]),
    .executableTarget(
      name: "scaling", dependencies: ["Blox"], path: "Examples/Scaling", exclude: ["README.md"]),
    .executableTarget(
      name: "embeddings", dependencies: ["Blox", "Checkpoints"], path: "Examples/Embeddings",
      exclude: ["README.md"]),
    .target(
      name: "GoldenCases", dependencies: ["Blox", "Checkpoints", "Optimizers"],
      path: "Utilities/GoldenCases", exclude: ["README.md"]),
    .executableTarget(
      name: "golden",
      dependencies: [
        "GoldenCases", "Blox", argumentParser,
      ],
      path: "Utilities/golden"),
    .testTarget(name: "PJRTTests", dependencies: ["PJRT", "CPJRT"]),
    // Says how many virtual devices a test process has: see there.
    .target(name: "VirtualDevices", path: "Tests/VirtualDevices"),
    .testTarget(
      name: "ShardingTests",
      dependencies: [
        "Blox", "Checkpoints", "DurableFiles", "Optimizers", "scaling", "PJRT", "VirtualDevices",
      ]),
    // What the tests of several processes start.
    .executableTarget(
      name: "processes",
      dependencies: ["Blox", "Checkpoints", "Metrics", "Optimizers", "Coordination", "PJRT"],
      path: "Tests/ProcessProgram"),
    // One generator for all tests and trials that draw at random.
    .target(name: "SeededRandom", path: "Tests/SeededRandom"),
    // What `make fuzz` and `make soak` start.
    .executableTarget(
      name: "fuzz",
      dependencies: ["Blox", "Checkpoints", "Optimizers", "PJRT", "RandomPrograms", "SeededRandom"],
      path: "Tests/Fuzz"),
    // Random compositions of operations with a plain reference, for `fuzz` and the tests.
    .target(name: "RandomPrograms", dependencies: ["Tensors", "SeededRandom"], path: "Tests/RandomPrograms"),
    .executableTarget(
      name: "soak", dependencies: ["Blox", "Checkpoints", "Data", "Optimizers"], path: "Tests/Soak"),
    .executableTarget(
      name: "kills",
      dependencies: ["Blox", "Checkpoints", "Data", "DurableFiles", "Optimizers", "SeededRandom"],
      path: "Tests/Kills"),
    .testTarget(
      name: "ProcessTests",
      dependencies: [
        "Coordination", "Checkpoints", "PJRT", "processes", "digits", "digits-in-processes", "scaling",
        "embeddings", "resnet", "character-gpt", "vae", "cartpole", "kills", "fuzz", "soak",
      ]),
    // These need no plugin.
    .testTarget(name: "DurableFilesTests", dependencies: ["DurableFiles"]),
    .testTarget(name: "CKernelsTests", dependencies: ["CKernels"]),
    .testTarget(name: "StableHLOTests", dependencies: ["StableHLO"]),
    .testTarget(name: "CoordinationTests", dependencies: ["Coordination"]),
    .testTarget(name: "TensorDistributedTests", dependencies: ["Tensors", "Coordination", "PJRT"]),
    .testTarget(name: "TensorCoreTests", dependencies: ["Tensors", "StableHLO", "PJRT", "VirtualDevices"]),
    .testTarget(
      name: "TensorPrimitivesTests", dependencies: ["Tensors", "RandomPrograms", "VirtualDevices"],
      exclude: ["SpecialValues.txt"]),
    .testTarget(name: "TensorTransformationsTests", dependencies: ["Tensors", "VirtualDevices"]),
    .testTarget(name: "TensorFunctionsTests", dependencies: ["Tensors", "VirtualDevices"]),
    .testTarget(
      name: "BloxTests",
      dependencies: ["Blox", "Optimizers", "Checkpoints", "PJRT", "VirtualDevices"]),
    .testTarget(
      name: "OptimizersTests", dependencies: ["Optimizers", "Checkpoints", "VirtualDevices"],
      exclude: ["OptaxValues.json"]),
    .testTarget(
      name: "MetricsTests", dependencies: ["Metrics", "VirtualDevices"], exclude: ["ScikitLearnValues.json"]),
    .testTarget(
      name: "DataTests", dependencies: ["Data", "Checkpoints", "Optimizers", "VirtualDevices"],
      exclude: ["DataFiles.json"]),
    .testTarget(
      name: "ImagesTests", dependencies: ["Images", "VirtualDevices"], exclude: ["ImageValues.json"]),
    .testTarget(name: "LogsTests", dependencies: ["Logs"], exclude: ["EventFile.json"]),
    .testTarget(
      name: "CheckpointsTests", dependencies: ["Checkpoints", "Metrics", "SeededRandom", "VirtualDevices"]),
    .testTarget(name: "GoldenTests", dependencies: ["GoldenCases", "Checkpoints", "VirtualDevices"]),
  ],
  swiftLanguageModes: [.v6]
)

// Imports are the architecture: what a module's declarations show of another is imported publicly, and each file imports
// the modules whose members it uses.
for target in package.targets where target.type != .plugin {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// The plugin that makes the documentation: for `make docs` alone, so that users of the package do not fetch it.
if Context.environment["BLOX_DOCS"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
