import Foundation

/// A bar on standard error, for work that takes longer than a second and a terminal to see it on.
final class Progress {
  private let what: String
  private let whole: Int
  private let began = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var isShown = false

  private static let width = 30

  init(_ what: String, of whole: Int) {
    self.what = what
    self.whole = max(whole, 1)
  }

  func show(_ done: Int) {
    let surroundings = Surroundings.current
    guard surroundings.errIsTerminal, !Console.current.hidesProgress else { return }
    let now = ContinuousClock.now
    guard now - began > .seconds(1), !isShown || now - lastShown > .milliseconds(200) else {
      return
    }
    lastShown = now
    isShown = true
    let filled = min(done * Progress.width / whole, Progress.width)
    let bar =
      String(repeating: "=", count: filled)
      + String(repeating: " ", count: Progress.width - filled)
    surroundings.err("\r\(what) [\(bar)] \(min(done * 100 / whole, 100))%")
  }

  /// Takes the bar away.
  func end() {
    guard isShown else { return }
    Surroundings.current.err("\r\u{1B}[K")
  }
}
