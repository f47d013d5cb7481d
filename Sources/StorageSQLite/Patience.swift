import Foundation

/// How long a run waits for its turn while another writes.
public struct Patience: Sendable {
  private let seconds: Int
  private let word: @Sendable () -> Void

  /// How often a second it looks whether the other is done.
  private static let looks = 50

  /// Waits for so many seconds; after the first, `word` is called once.
  public init(seconds: Int, word: @escaping @Sendable () -> Void) {
    self.seconds = seconds
    self.word = word
  }

  /// A second, and nothing is said.
  public static let short = Patience(seconds: 1) {}

  /// Waits a little, unless it has waited for long enough.
  func waits(after looks: Int) -> Bool {
    guard looks < seconds * Patience.looks else { return false }
    if looks == Patience.looks { word() }
    usleep(UInt32(1_000_000 / Patience.looks))
    return true
  }
}
