import Foundation
import TestSupport

/// The files of the project that are checked, each read once.
enum ProjectFiles {
  static let sources = swift(in: "Sources")
  static let tests = swift(in: "Tests")

  /// The pages, by their paths.
  static let pages: [(path: String, text: String)] = {
    let top = ["README.md"].filter { FileManager.default.fileExists(atPath: Project.path($0)) }
    return (paths(in: "docs") + top).filter { $0.hasSuffix(".md") }.map { ($0, text($0)) }
  }()

  /// Every file in a folder, in order.
  static func paths(in folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: Project.path(folder))
    return (found?.compactMap { $0 as? String } ?? []).map { folder + "/" + $0 }.sorted()
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Project.path(path))
  }

  private static func swift(in folder: String) -> [SwiftText] {
    paths(in: folder).filter { $0.hasSuffix(".swift") }.map { SwiftText($0, text($0)) }
  }

  private static func text(_ path: String) -> String {
    do {
      return try Project.text(path)
    } catch {
      preconditionFailure("\(path) was listed and cannot be read")
    }
  }
}
