import Foundation
import TestSupport

/// The program as it was built, run as a person's machine would run it.
struct Binary {
  /// It stands beside the tests.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = Bundle.main.bundlePath + "/sendledger"
    let near = (own as NSString).deletingLastPathComponent + "/sendledger"
    return FileManager.default.fileExists(atPath: near) ? near : beside
  }()

  let environment: [String: String]

  struct Answer {
    let status: Int32
    let out: [UInt8]
    let err: [UInt8]
  }

  /// Types a command in a folder, with nothing in its surroundings but what is given.
  func type(_ words: [String], in folder: String = Project.folder) throws -> Answer {
    let scratch = try Scratch()
    let files = try ["out", "err"].map { try scratch.write("", to: $0) }
    let handles = try files.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let said = try files.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    return Answer(status: process.terminationStatus, out: said[0], err: said[1])
  }
}
