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
    self = try DeskFailure.reading { () throws(WrittenFaults) in
      try WrittenFile(text, named: name, as: kind)
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
    return try DeskFailure.reading(unfit) { () throws(WrittenFaults) in
      try text(of: bytes, named: name, as: kind)
    }
  }
}
