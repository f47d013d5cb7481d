import Bookkeeping
import Foundation
import Importing

extension WrittenFile {
  /// Opens a file that somebody wrote.
  ///
  /// `missing` is the problem and the way on where there is none.
  init(
    at path: String, named name: String, as kind: WrittenKind,
    missing: (problem: String, next: Remedy)
  ) throws(DeskFailure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeskFailure(
        .cannotOpen,
        Diagnostic.error("file-not-found", missing.problem, next: missing.next))
    }
    do {
      try self.init(data, named: name, as: kind)
    } catch {
      throw DeskFailure(.badInput, error.list)
    }
  }
}
