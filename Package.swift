// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "send-ledger",
  products: [
    .executable(name: "sendledger", targets: ["sendledger"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CLibXlsxWriter", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "Bookkeeping", swiftSettings: strict),
    .target(name: "Funding", dependencies: ["Bookkeeping"], swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "Bookkeeping", "Disaggregation", "Funding",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "StorageSQLite",
      dependencies: [
        "Bookkeeping", "CLibSQLite", "Funding", "Storage",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("Schema")],
      swiftSettings: strict),
    .target(
      name: "Importing",
      dependencies: [
        "Bookkeeping", "CLibCSV", "Funding", "Modelling", "Storage",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Disaggregation", dependencies: ["Bookkeeping", "Funding"], swiftSettings: strict),
    .target(name: "Modelling", dependencies: ["Bookkeeping", "Funding"], swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["Bookkeeping", "Disaggregation", "Funding", "Modelling"],
      swiftSettings: strict),
    .target(
      name: "Rendering", dependencies: ["Bookkeeping", "Funding", "Reporting"],
      swiftSettings: strict),
    .target(
      name: "Workbooks",
      dependencies: ["Bookkeeping", "CLibXlsxWriter", "Funding", "Modelling", "Reporting"],
      swiftSettings: strict),
    .target(
      name: "Desks",
      dependencies: [
        "Bookkeeping", "Disaggregation", "Funding", "Importing", "Modelling", "Reporting",
        "Storage",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sendledger",
      dependencies: [
        "Bookkeeping", "Desks", "Disaggregation", "Funding", "Importing", "Modelling", "Rendering",
        "Reporting", "Storage", "StorageSQLite", "Workbooks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Messages/Pages")],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Bookkeeping", "Funding", "Storage"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "Recalculation", dependencies: ["Bookkeeping", "Workbooks"],
      path: "Tests/Recalculation", swiftSettings: strict),
    .target(
      name: "AuditModel",
      dependencies: [
        "Bookkeeping", "Desks", "Disaggregation", "Funding", "Importing", "Rendering", "Reporting",
        "Storage",
      ], path: "Tests/Audit/Model", swiftSettings: strict),
    .target(
      name: "WritingCommands",
      dependencies: ["TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Tests/Crash/Commands", swiftSettings: strict),
    .executableTarget(
      name: "audit-trial",
      dependencies: [
        "AuditModel", "Storage", "StorageSQLite", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Audit/Trial", swiftSettings: strict),
    .testTarget(
      name: "AuditTests", dependencies: ["AuditModel", "Storage", "StorageSQLite", "TestSupport"],
      path: "Tests/Audit/Tests", swiftSettings: strict),
    .executableTarget(
      name: "byte-trial", dependencies: ["TestSupport"], path: "Tests/Crash/ByteTrial",
      swiftSettings: strict),
    .executableTarget(
      name: "crash-trial", dependencies: ["TestSupport", "WritingCommands"],
      path: "Tests/Crash/CrashTrial", swiftSettings: strict),
    .executableTarget(
      name: "line-trial", dependencies: ["TestSupport", "WritingCommands"],
      path: "Tests/Crash/LineTrial", swiftSettings: strict),
    .executableTarget(
      name: "meeting-trial", dependencies: ["TestSupport"], path: "Tests/Crash/MeetingTrial",
      swiftSettings: strict),
    .executableTarget(
      name: "power-trial", dependencies: ["TestSupport", "WritingCommands"],
      path: "Tests/Crash/PowerTrial", exclude: ["writes.c"], swiftSettings: strict),
    .executableTarget(
      name: "reading-trial",
      dependencies: [
        "Bookkeeping", "Desks", "Funding", "Importing", "Rendering", "Reporting", "Storage",
        "StorageSQLite", "TestSupport",
      ], path: "Tests/Crash/ReadingTrial", swiftSettings: strict),
    .executableTarget(
      name: "reader-fuzz",
      dependencies: [
        "Bookkeeping", "Desks", "Funding", "Importing", "Modelling", "Storage", "TestSupport",
      ],
      path: "Tests/Fuzz", exclude: ["README.md", "corpus.txt", "run"], swiftSettings: strict),
    .executableTarget(
      name: "simulation-trial", dependencies: ["Bookkeeping", "Modelling"],
      path: "Tests/Simulation/Trial", swiftSettings: strict),
    .testTarget(
      name: "BookkeepingTests", dependencies: ["Bookkeeping", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContractTests",
      dependencies: [
        "AuditModel", "Bookkeeping", "Funding", "Storage", "StorageSQLite", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], path: "Tests/Contract", swiftSettings: strict),
    .testTarget(
      name: "DisaggregationTests",
      dependencies: [
        "Bookkeeping", "Disaggregation", "Funding", "Importing", "Storage", "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "FundingTests", dependencies: ["Bookkeeping", "Funding", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["Bookkeeping", "Funding", "Importing", "Modelling", "Storage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ModellingTests", dependencies: ["Bookkeeping", "Funding", "Modelling", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Bookkeeping", "Rendering", "Reporting", "TestSupport"],
      path: "Tests/Rendering", swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "AuditModel", "Bookkeeping", "Disaggregation", "Funding", "Modelling", "Rendering",
        "Reporting", "Storage", "TestSupport",
      ], path: "Tests/Reporting", swiftSettings: strict),
    .testTarget(
      name: "SecondFrontTests",
      dependencies: [
        "Bookkeeping", "Desks", "Disaggregation", "Funding", "Importing", "Rendering", "Reporting",
        "Storage", "StorageSQLite", "TestSupport",
      ], path: "Tests/SecondFront", swiftSettings: strict),
    .testTarget(
      name: "sendledgerTests",
      dependencies: [
        "Bookkeeping", "CLibSQLite", "Desks", "Disaggregation", "Funding", "Importing", "Modelling",
        "Recalculation", "Reporting", "Storage", "StorageSQLite", "sendledger", "TestSupport",
        "Workbooks", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "WorkedMonth/figures.csv", "WorkedMonth/postings.csv", "WorkedMonth/head.txt",
      ], swiftSettings: strict),
    .testTarget(
      name: "WorkbooksTests",
      dependencies: [
        "Bookkeeping", "Funding", "Modelling", "Recalculation", "Reporting", "TestSupport",
        "Workbooks",
      ],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
