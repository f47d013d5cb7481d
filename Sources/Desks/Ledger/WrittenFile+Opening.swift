import Bookkeeping
import Importing

extension WrittenFile {
  /// Opens a file that somebody wrote.
  ///
  /// `missing` is the problem and the way on where there is none.
  init(
    at path: String, named name: String, as kind: WrittenKind,
    missing: (problem: String, next: Remedy)
  ) throws(DeskFailure) {
    let missing = Diagnostic.error("file-not-found", missing.problem, next: missing.next)
    let text = try WrittenFile.text(
      at: path, named: name, as: kind, else: missing, unfit: .badInput)
    do {
      try self.init(text, named: name, as: kind)
    } catch {
      throw DeskFailure(.badInput, error.list)
    }
  }

  /// The text of a file, read no further than one of its kind goes.
  ///
  /// `missing` is what is to be said where there is none, and `unfit` what it is to hold something else.
  static func text(
    at path: String, named name: String, as kind: WrittenKind, else missing: Diagnostic,
    unfit: DeskFailure.Kind = .configuration
  ) throws(DeskFailure) -> String {
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.bytes(path, upTo: kind.mostBytes)
    } catch {
      throw error == .notFound
        ? DeskFailure(.cannotOpen, missing) : DeskFailure(unfit, error.diagnostic(path))
    }
    do {
      return try text(of: bytes, named: name, as: kind)
    } catch {
      throw DeskFailure(unfit, error.list)
    }
  }
}
