import Bookkeeping
import Desks
import Foundation
import Synchronization

/// A bar on standard error, for work that takes longer than a second and a terminal to see it on.
final class Progress: ProgressMeter {
  private let what: String
  private let whole: Int
  private let began = ContinuousClock.now
  private let surroundings = Surroundings.current
  private let isHidden: Bool
  /// When the bar was last drawn, if it was.
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  private static let width = 30

  init(_ what: String, of whole: Int) {
    self.what = what
    self.whole = max(whole, 1)
    isHidden = !surroundings.errIsTerminal || Console.current.hidesProgress
  }

  func show(_ done: Int) {
    let now = ContinuousClock.now
    guard !isHidden, now - began > .seconds(1) else { return }
    let isDue = shown.withLock { last in
      if let last, now - last < .milliseconds(200) { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let filled = min(done * Progress.width / whole, Progress.width)
    let bar =
      String(repeating: "=", count: filled)
      + String(repeating: " ", count: Progress.width - filled)
    surroundings.err("\r\(what) [\(bar)] \(min(done * 100 / whole, 100))%")
  }

  /// Takes the bar away.
  func end() {
    guard shown.withLock({ $0 != nil }) else { return }
    surroundings.err("\r\u{1B}[K")
  }
}

extension ProgressBoard {
  /// Bars on standard error, and warnings, each once.
  static var bars: ProgressBoard {
    let said = Mutex<Set<Diagnostic>>([])
    return ProgressBoard { warning in
      let isNew = said.withLock { $0.insert(warning).inserted }
      if isNew { Console.current.report([warning]) }
      if warning.severity == .error { Console.doubt.say() }
    } _: {
      Progress($0, of: $1)
    }
  }
}

/// Whether something was said by which every figure is in doubt.
final class Doubt: Sendable {
  private let said = Mutex(false)

  var isThere: Bool { said.withLock { $0 } }

  func say() { said.withLock { $0 = true } }
}
