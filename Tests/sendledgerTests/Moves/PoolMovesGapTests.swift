import TestSupport
import Testing

/// A census and a ledger that do not have the same children, and files that are broken.
@Suite struct PoolMovesGapTests {
  /// Five children of one setting and need: each is awkward in its own way.
  private static let world: MovesWorld = {
    var world = MovesWorld()
    for child in 1...5 {
      world.lines.append(
        MovesWorld.Line(child: child, setting: "special", rate: 1_000, from: "2025-04-01"))
      world.payments.append(MovesWorld.Payment(child: child, day: "2029-03-01", pounds: 1_000))
      for year in MovesWorld.years {
        world.entries.append(
          MovesWorld.Entry(child: child, year: year, group: year - 2020, need: "ASD"))
      }
    }
    // The fifth joins before the first academic year that there is.
    world.lines[4].from = "2026-09-01"
    world.entries.removeAll { $0.child == 5 && $0.year == 2026 }
    return world
  }()

  /// The world's census with something changed.
  private func census(_ change: (inout [MovesWorld.Entry]) -> Void) -> String {
    var entries = PoolMovesGapTests.world.entries
    change(&entries)
    return MovesLedger.census(entries)
  }

  @Test func `what one side does not have is left out, counted, and listed by reference`()
    async throws
  {
    let made = try await MovesLedger.made(PoolMovesGapTests.world)
    let text = census { entries in
      entries.removeAll { $0.child == 1 && $0.year == 2027 }
      for index in entries.indices {
        if entries[index].child == 2, entries[index].year == 2029 { entries[index].need = "" }
        if entries[index].child == 3, entries[index].year == 2029 { entries[index].group = 8 }
        if entries[index].child == 5 { entries[index].group = entries[index].year - 2031 }
      }
      entries.append(MovesWorld.Entry(child: 999_999, year: 2028, group: 3, need: "ASD"))
    }
    let answer = try await made.moves(text, "--format", "csv")
    #expect(answer.status == 2)
    #expect(answer.err.contains("warning census-year-groups-not-next: the child goes from"))
    // Five children and three pairs, less two, one, one, and one that joined too young.
    #expect(made.file("transitions.csv").count == 1 + 15 - 5)
    #expect(made.file("costs.csv").dropFirst() == ["ASD,special,1000.00"])
    let rows = CommaSeparated(answer.out).rows
    let left = rows.filter { $0["table"] == "left-out" }
      .map { "\($0["child"] ?? "") \($0["year"] ?? "") \($0["what"] ?? "") \($0["why"] ?? "")" }
    #expect(
      left == [
        "SPB-000001 2027 census no-row", "SPB-000002 2029 census no-need",
        "SPB-999999 2028 file no-plan-line", "SPB-000001 2026 move no-row",
        "SPB-000001 2027 move no-row", "SPB-000002 2028 move no-need",
        "SPB-000003 2028 move years-not-next", "SPB-000005 2026 move before-the-first-year",
      ])
    let paid = rows.filter { $0["table"] == "state-costs" }
    #expect(paid.first { $0["setting"] == "No need in the file" }?["paid_gbp"] == "1000.00")
    #expect(paid.first { $0["setting"] == "special" }?["paid_gbp"] == "4000.00")
    let page = try await made.moves(text, "--force")
    let words = page.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The file does not have 1 child with a plan line in force at a census"))
    #expect(
      words.contains("No plan line is in force at the census for 1 row of the file, of 1 child."))
    #expect(!page.out.contains("SPB-"))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: String
    var testDescription: String { "\(code): \(new)" }
  }

  static let faults = [
    Fault(old: "need\n", new: "needs\n", code: "columns-not-found"),
    Fault(old: "SPB-000001,2026", new: "Sam Taylor,2026", code: "census-reference-unreadable"),
    Fault(old: "SPB-000001,2026", new: "SPB-1,2026", code: "census-reference-unreadable"),
    Fault(old: "2026,6,ASD", new: "2026,21,ASD", code: "transitions-year-group-unknown"),
    Fault(old: "2026,6,ASD", new: "2026,six,ASD", code: "code-not-known"),
    Fault(old: "2026,6,ASD", new: "2026,6,Sam’s need", code: "census-need-not-code"),
    Fault(old: "2026,6,ASD", new: "2026,6,NONSEND", code: "census-need-not-code"),
    Fault(old: "1,2027,7,ASD", new: "1,2026,6,ASD", code: "transitions-row-twice"),
    Fault(old: "1,2027,7,ASD", new: "1,2025,5,ASD", code: "census-year-not-reached"),
    Fault(old: "1,2027,7,ASD", new: "1,2030,10,ASD", code: "census-year-not-reached"),
    Fault(old: "2026,6,ASD", new: "2026,6", code: "cells-differ"),
    Fault(old: "SPB-", new: "SPB-9", code: "census-reference-unreadable"),
  ]

  @Test func `each fault is told with its place and remedy, and nothing is written`() async throws {
    let made = try await MovesLedger.made(PoolMovesGapTests.world)
    for fault in PoolMovesGapTests.faults {
      let text = census { _ in }.replacing(fault.old, with: fault.new)
      let answer = try await made.moves(text)
      #expect(answer.status == 65, "\(fault.testDescription) \(answer.err)")
      #expect(answer.err.contains("error \(fault.code):"), "\(fault.testDescription) \(answer.err)")
      #expect(answer.err.contains("census.csv:") && answer.err.contains("  next    "))
      #expect(!answer.err.contains("Sam"))
      #expect(made.file("transitions.csv").isEmpty && made.file("costs.csv").isEmpty)
    }
  }

  @Test func `a year that is closed cost what it cost before`() async throws {
    var world = PoolMovesGapTests.world
    world.payments = (1...5).map {
      MovesWorld.Payment(child: $0, day: "2027-03-01", pounds: 1_000)
    }
    world.entries.removeAll { $0.year > 2027 }
    let made = try await MovesLedger.made(world)
    let before = try await made.moves(nil, "--as-of", "2027-03-31", "--format", "csv")
    let ledger = made.ledger.on("2029-04-30")
    for (month, year) in [("2026-03", "2025-26"), ("2027-03", "2026-27")] {
      try await ledger.type("period prepare \(month) --carry Late").require()
      let closed = await ledger.on("2029-04-30", by: "j.osei").type("year close \(year)")
      #expect(closed.status == 0, "\(closed.err)")
    }
    let after = try await made.moves(
      nil, "--as-of", "2027-03-31", "--format", "csv", "--force")
    #expect(after.status == 0 && after.out == before.out)
    #expect(before.out.contains("state-costs,0,special,ASD"))
    #expect(before.out.contains(",5000.00,"))
  }

  @Test func `too few censuses, and children of another ledger, are refused`() async throws {
    let made = try await MovesLedger.made(PoolMovesGapTests.world)
    let early = try await made.moves(nil, "--as-of", "2027-01-14")
    #expect(early.status == 65)
    #expect(early.err.contains("error census-too-few"))
    let other = try await made.moves(census { $0.removeAll { $0.child < 9 } })
    #expect(other.err.contains("error census-without-children"))
    let day = try await made.moves(nil, "--census", "02-29")
    #expect(day.status == 64)
    let later = try await made.moves(nil, "--census", "03-31", "--fund", "high-needs")
    #expect(later.status == 0, "\(later.err)")
  }
}
