import Bookkeeping
import Desks

/// Something that may not come about, however many read and write.
struct Breach: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Two texts that should be one, and where they first part.
  init(_ what: String, read: String, again: String) {
    let lines = zip(Breach.lines(read), Breach.lines(again)).first { $0 != $1 }
    self.init(
      "\(what) was read twice, and not the same"
        + (lines.map { "\n  once   \($0)\n  again  \($1)" } ?? ", which has other lines"))
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What was thrown, as a person should read it.
  static func words(of error: any Error) -> String {
    DeskFailure(anything: error)?.diagnostics.map(\.description).joined(separator: "\n")
      ?? "\(error)"
  }
}
