import Foundation

/// How long each of many readings took, by what they were, in microseconds.
struct Waits: Codable {
  private(set) var taken: [String: [Int]] = [:]

  mutating func add(_ time: Duration, to name: String) {
    let (seconds, attoseconds) = time.components
    let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    taken[name, default: []].append(microseconds)
  }

  mutating func merge(_ other: Waits) { taken.merge(other.taken, uniquingKeysWith: +) }

  func count(_ name: String) -> Int { taken[name]?.count ?? 0 }

  func longest(_ name: String) -> Int { taken[name]?.max() ?? 0 }

  func median(_ name: String) -> Int {
    let sorted = (taken[name] ?? []).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// A line of a table: how many, the middle one and the longest.
  func line(_ name: String, as title: String? = nil) -> String {
    Waits.cells(
      title ?? name, "\(count(name))", Waits.text(median(name)), Waits.text(longest(name)))
  }

  static let heading = cells("", "read", "median", "longest")

  private static func cells(_ title: String, _ numbers: String...) -> String {
    title.padding(toLength: 24, withPad: " ", startingAt: 0)
      + numbers.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }

  static func text(_ microseconds: Int) -> String {
    String(format: "%.1f ms", Double(microseconds) / 1_000)
  }
}
