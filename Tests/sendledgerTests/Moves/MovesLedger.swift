import Foundation
import TestSupport

/// A ledger of four years with the plan lines and the payments of a world, and its census as a file.
struct MovesLedger {
  let ledger: TestLedger
  let world: MovesWorld

  /// Each year's lines are recorded at its beginning, and what was paid at its end.
  static func made(_ world: MovesWorld) async throws -> MovesLedger {
    let ledger = try await TestLedger.make(year: "2025-26", today: "2025-04-01")
    for start in 2025...2028 {
      let (first, last) = ("\(start)-04-01", "\(start + 1)-03-31")
      if start > 2025 {
        try await ledger.on(first).type("year open \(start)-\(start - 1999)").require()
      }
      let lines = world.lines.filter { first <= $0.from && $0.from <= last }
      if !lines.isEmpty {
        try await ledger.on(first).bring(
          packages(lines), named: "packages-\(start).csv", "--as packages")
      }
      let payments = world.payments.filter { first <= $0.day && $0.day <= last }
      if !payments.isEmpty {
        try await ledger.on(last).bring(
          events(payments), named: "events-\(start).csv", "--as events")
      }
    }
    return MovesLedger(ledger: ledger.on("2029-03-31"), world: world)
  }

  private static func packages(_ lines: [MovesWorld.Line]) -> String {
    "Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,"
      + "Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on\n"
      + lines.map { line in
        "\(MovesWorld.reference(line.child)),\(line.number),Place,F,High needs,1.2.2,"
          + "\(line.setting),education,3,\(line.held),,\(line.rate).00,,,year,days,monthly,"
          + "\(line.from),\(line.to ?? ""),D-1,Panel,2025-03-01\n"
      }.joined()
  }

  private static func events(_ payments: [MovesWorld.Payment]) -> String {
    "event,day,amount,child,plan line\n"
      + payments.map {
        "payment-made,\($0.day),\($0.pounds).00,\(MovesWorld.reference($0.child)),\($0.number)\n"
      }.joined()
  }

  /// The census of a world, as a council would draw it.
  static func census(_ entries: [MovesWorld.Entry]) -> String {
    "child,calendar-year,academic-year,need\n"
      + entries.map {
        "\(MovesWorld.reference($0.child)),\($0.year),\($0.group),\($0.need)\n"
      }.joined()
  }

  var folder: String { ledger.terminal.scratch.path + "/moves" }

  /// Types the command with a census, the world’s own where no other is given.
  func moves(_ census: String? = nil, _ more: String...) async throws -> Terminal.Answer {
    let file = try ledger.terminal.scratch.write(
      census ?? MovesLedger.census(world.entries), to: "census.csv")
    let day = more.contains("--as-of") ? [] : ["--as-of", "2029-03-31"]
    return await ledger.type(
      ["pool", "moves", "--children", file, "--output-folder", folder] + day + more)
  }

  /// The lines of a file that was written, the heading first; none where there is no file.
  func file(_ name: String) -> [String] {
    let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
    return text.split(separator: "\r\n").map(String.init)
  }
}
