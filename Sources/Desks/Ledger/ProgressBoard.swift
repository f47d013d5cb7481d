/// Where a desk says how far a long piece of work has come.
package struct ProgressBoard: Sendable {
  private let start: @Sendable (_ work: String, _ whole: Int) -> any ProgressMeter

  package init(_ start: @escaping @Sendable (_ work: String, _ whole: Int) -> any ProgressMeter) {
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
