import Foundation
import TestSupport

/// Children with plan lines, payments and a census, all of them invented, and what follows from
/// them in the plainest way there is.
///
/// It is a second reckoning beside the one that is tested: days are texts, and every one is looked at.
struct MovesWorld: Sendable {
  var lines: [Line] = []
  var payments: [Payment] = []
  var entries: [Entry] = []

  /// A version of a plan line, as its row says it.
  struct Line: Sendable {
    var child: Int
    var number = 1
    var setting: String
    var held = "paid-to-setting"
    /// Pounds a year.
    var rate: Int
    var from: String
    var to: String?
  }

  struct Payment: Sendable {
    var child: Int
    var number = 1
    var day: String
    var pounds: Int
  }

  struct Entry: Sendable {
    var child: Int
    var year: Int
    var group: Int
    var need: String
  }

  static let years = [2026, 2027, 2028, 2029]

  static func reference(_ child: Int) -> String {
    "SPB-" + String(String(1_000_000 + child).dropFirst())
  }

  /// Thirty children by chance, and some that are awkward in a way each.
  static func made(seed: UInt64) -> MovesWorld {
    var chance = Seeded(seed: seed)
    var world = MovesWorld()
    for child in 1...30 { world.add(child, &chance) }
    // Two lines alike in their sums: the lower number decides.
    world.lines.append(Line(child: 31, setting: "special", rate: 9_000, from: "2025-04-01"))
    world.lines.append(
      Line(child: 31, number: 2, setting: "primary", rate: 9_000, from: "2025-04-01"))
    // The larger line ends, and then begins another setting under the same number.
    world.lines.append(
      Line(child: 32, setting: "primary", rate: 5_000, from: "2025-09-01", to: "2026-12-31"))
    world.lines.append(Line(child: 32, setting: "secondary", rate: 6_000, from: "2027-01-01"))
    world.lines.append(
      Line(child: 32, number: 2, setting: "special", rate: 5_500, from: "2026-01-15"))
    // The last day is the census day.
    world.lines.append(
      Line(child: 33, setting: "special", rate: 7_000, from: "2026-01-16", to: "2028-01-15"))
    for child in 31...33 { world.count(child, group: 5, need: "MLD") }
    for line in world.lines {
      for start in 2025...2028 where line.overlaps("\(start)-04-01", "\(start + 1)-03-31") {
        world.payments.append(
          Payment(
            child: line.child, number: line.number, day: "\(start + 1)-03-01",
            pounds: Int.random(in: 100...15_000, using: &chance)))
      }
    }
    return world
  }

  private mutating func add(_ child: Int, _ chance: inout Seeded) {
    let settings = ["primary", "secondary", "special"]
    let held = ["paid-to-setting", "organised-arrangement"]
    for number in 1...Int.random(in: 1...2, using: &chance) {
      let first = Int.random(in: 2025...2027, using: &chance)
      let month = ["04", "06", "09", "11"].randomElement(using: &chance) ?? "04"
      let last = Int.random(in: first + 1...2030, using: &chance)
      lines.append(
        Line(
          child: child, number: number, setting: settings.randomElement(using: &chance) ?? "",
          held: held.randomElement(using: &chance) ?? "",
          rate: Int.random(in: 10...300, using: &chance) * 100, from: "\(first)-\(month)-01",
          to: last > 2029 ? nil : "\(last)-02-28"))
    }
    count(
      child, group: Int.random(in: -1...15, using: &chance),
      need: ["ASD", "SEMH"].randomElement(using: &chance) ?? "")
  }

  /// Enters a child in each census at which it has a plan line.
  private mutating func count(_ child: Int, group: Int, need: String) {
    for year in MovesWorld.years where line(of: child, on: "\(year)-01-15") != nil {
      entries.append(Entry(child: child, year: year, group: group + year - 2026, need: need))
    }
  }
}

extension MovesWorld.Line {
  func overlaps(_ first: String, _ last: String) -> Bool {
    from <= last && (to.map { $0 >= first } ?? true)
  }
}

extension MovesWorld {
  /// The lines of a child in force on a day: of each number the version that began last.
  func linesInForce(_ child: Int, on day: String) -> [Line] {
    let begun = lines.filter { $0.child == child && $0.from <= day }
    return Set(begun.map(\.number)).sorted().compactMap { number in
      let last = begun.filter { $0.number == number }.max { $0.from < $1.from }
      return last.flatMap { $0.to.map { day <= $0 } ?? true ? $0 : nil }
    }
  }

  func line(of child: Int, on day: String) -> Line? {
    var best: Line?
    for line in linesInForce(child, on: day) where line.rate > best?.rate ?? 0 { best = line }
    return best
  }

  /// The child's state at a census, such as `special,ASD`; none where it is outside.
  func state(_ child: Int, _ year: Int, by placing: String = "setting") -> String? {
    guard let line = line(of: child, on: "\(year)-01-15") else { return nil }
    let need = entries.first { $0.child == child && $0.year == year }?.need ?? "?"
    return (placing == "held" ? line.held : line.setting) + "," + need
  }

  /// The rows of the file of moves, as nobody sorted them.
  func moves(by placing: String = "setting") -> [String] {
    var rows: [String] = []
    for child in Set(lines.map(\.child)) {
      for year in MovesWorld.years.dropLast() {
        let first = state(child, year, by: placing)
        let second = state(child, year + 1, by: placing)
        if first == nil && second == nil { continue }
        let now = entries.first { $0.child == child && $0.year == year }?.group
        let next = entries.first { $0.child == child && $0.year == year + 1 }?.group
        let group = now ?? (next ?? 0) - 1
        rows.append(
          "\(year),\(first ?? "NONSEND,NONSEND"),\(group),\(second ?? "NONSEND,NONSEND"),\(group + 1)"
        )
      }
    }
    return rows
  }

  /// What a child costs in each state, in pence: every day of the financial year is looked at.
  func costs(of start: Int) -> [String: Int] {
    let days = MovesWorld.days(from: "\(start)-04-01", through: "\(start + 1)-03-31")
    var paid: [String: Int] = [:]
    var held: [String: Int] = [:]
    for child in Set(lines.map(\.child)) {
      guard let state = state(child, start + 1) else { continue }
      paid[state, default: 0] += self.paid(child, start)
      held[state, default: 0] += days.count { !linesInForce(child, on: $0).isEmpty }
    }
    return paid.reduce(into: [:]) { costs, cost in
      let days = (held[cost.key] ?? 1, days.count)
      costs[cost.key] = (2 * cost.value * 100 * days.1 + days.0) / (2 * days.0)
    }
  }

  /// What was paid for a child in a financial year, in pounds.
  func paid(_ child: Int, _ start: Int) -> Int {
    payments.filter {
      $0.child == child && $0.day >= "\(start)-04-01" && $0.day <= "\(start + 1)-03-31"
    }.map(\.pounds).reduce(0, +)
  }

  private static func days(from first: String, through last: String) -> [String] {
    let format = DateFormatter()
    format.dateFormat = "yyyy-MM-dd"
    format.timeZone = TimeZone(identifier: "UTC")
    format.locale = Locale(identifier: "en_GB_POSIX")
    guard var day = format.date(from: first) else { return [] }
    var days: [String] = []
    while format.string(from: day) <= last {
      days.append(format.string(from: day))
      day += 86_400
    }
    return days
  }
}
