package import Bookkeeping

/// Where a desk says how far a long piece of work has come, and what whoever waits should know besides.
package struct ProgressBoard: Sendable {
  private let start: @Sendable (_ work: String, _ whole: Int) -> any ProgressMeter
  /// Told of what is wrong beside the work itself, each time that it is noticed.
  let warn: @Sendable (Diagnostic) -> Void

  package init(
    warn: @escaping @Sendable (Diagnostic) -> Void = { _ in },
    _ start: @escaping @Sendable (_ work: String, _ whole: Int) -> any ProgressMeter
  ) {
    self.warn = warn
    self.start = start
  }

  /// Nobody looks on.
  package static let none = ProgressBoard { _, _ in NoMeter() }

  /// Begins a piece of work of that many parts.
  package func begin(_ work: String, of whole: Int) -> any ProgressMeter { start(work, whole) }
}

/// One piece of work as it goes on.
package protocol ProgressMeter: Sendable {
  func show(_ done: Int)
  func end()
}

/// A meter that nobody looks at.
private struct NoMeter: ProgressMeter {
  func show(_ done: Int) {}
  func end() {}
}
