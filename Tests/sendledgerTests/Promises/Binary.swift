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
    let ending = try Program("/usr/bin/env", environment: environment)
      .run(["-C", folder, Self.path] + words)
    return Answer(status: ending.status ?? -1, out: ending.outBytes, err: ending.errBytes)
  }
}
