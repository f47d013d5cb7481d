import Foundation
import TestSupport
import Testing

/// `pool moves` on a ledger of four Januaries, against a second reckoning of the test's own.
@Suite struct PoolMovesTests {
  @Test(arguments: [1, 20_290_115] as [UInt64])
  func `moves and costs are those of the second reckoning`(seed: UInt64) async throws {
    let made = try await MovesLedger.made(MovesWorld.made(seed: seed))
    let answer = try await made.moves()
    #expect(answer.status == 0, "\(answer.err)")
    let moves = made.file("transitions.csv")
    #expect(
      moves.first
        == "calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2")
    #expect(moves.dropFirst().sorted() == made.world.moves().sorted())
    #expect(moves.count > 60)
    let costs = made.file("costs.csv")
    #expect(costs.first == "need,setting,cost")
    let found = costs.dropFirst().reduce(into: [String: Int]()) { costs, row in
      let cells = row.split(separator: ",").map(String.init)
      costs["\(cells[1]),\(cells[0])"] = Int(cells[2].replacing(".", with: ""))
    }
    #expect(found == made.world.costs(of: 2028))
    #expect(!moves.joined().contains("SPB") && !costs.joined().contains("SPB"))
  }

  @Test func `by how a line is held the states are others, and the moves as many`() async throws {
    let made = try await MovesLedger.made(MovesWorld.made(seed: 3))
    #expect((try await made.moves(nil, "--by", "held")).status == 0)
    let moves = made.file("transitions.csv").dropFirst()
    #expect(moves.sorted() == made.world.moves(by: "held").sorted())
    #expect(moves.contains { $0.contains("organised-arrangement") })
  }

  @Test func `the order of the file says nothing of which child`() async throws {
    let made = try await MovesLedger.made(MovesWorld.made(seed: 4))
    _ = try await made.moves()
    let first = made.file("transitions.csv")
    let turned = MovesLedger.census(made.world.entries.reversed())
    #expect((try await made.moves(turned)).status == 73)
    #expect((try await made.moves(turned, "--force")).status == 0)
    #expect(made.file("transitions.csv") == first)
    // By year, academic year and states, and so not by child.
    let keys = first.dropFirst().map { row -> String in
      let cells = row.split(separator: ",").map(String.init)
      let group = String(Int(cells[3]).map { $0 + 2_000 } ?? 0)
      return [cells[0], group, cells[1] + "-" + cells[2], cells[4] + "-" + cells[5]]
        .joined(separator: "|")
    }
    #expect(keys == keys.sorted())
  }

  @Test func `what is written is projected by scenario children, from the children it counts`()
    async throws
  {
    let made = try await MovesLedger.made(MovesWorld.made(seed: 5))
    #expect((try await made.moves()).status == 0)
    let people = (2026...2034).flatMap { year in (-4...20).map { "\(year),\($0),500" } }
    let population = try made.ledger.terminal.scratch.write(
      (["calendar-year,academic-year,population"] + people).joined(separator: "\n"),
      to: "population.csv")
    let answer = await made.ledger.terminal.type([
      "scenario", "children", "--transitions", made.folder + "/transitions.csv", "--population",
      population, "--costs", made.folder + "/costs.csv", "--runs", "100", "--count-without-cost",
      "--format", "csv",
    ])
    #expect(answer.status == 0, "\(answer.err)")
    let known = CommaSeparated(answer.out).rows.filter {
      $0["year"] == "2029" && $0["percentile"] == "expected" && $0["setting"] == ""
    }
    let states = Set(made.world.lines.map(\.child)).compactMap { made.world.state($0, 2029) }
    let costs = made.world.costs(of: 2028)
    let pence = states.map { costs[$0] ?? 0 }.reduce(0, +)
    #expect(known.first { $0["measure"] == "children" }?["value"] == "\(states.count).000")
    #expect(
      known.first { $0["measure"] == "cost" }?["value"]?.replacing(".", with: "") == "\(pence)")
  }

  @Test func `everything paid for named children is in the table, and each part can be followed`()
    async throws
  {
    let made = try await MovesLedger.made(MovesWorld.made(seed: 6))
    let answer = try await made.moves(nil, "--format", "csv")
    let rows = CommaSeparated(answer.out).rows
    let costs = rows.filter { $0["table"] == "state-costs" }
    func pence(_ rows: [[String: String]]) -> Int {
      rows.compactMap { Int(($0["paid_gbp"] ?? "").replacing(".", with: "")) }.reduce(0, +)
    }
    let all = made.world.payments.filter { $0.day == "2029-03-01" }.map(\.pounds).reduce(0, +)
    #expect(pence(costs.filter { $0["is_total"] == "1" }) == all * 100)
    #expect(pence(costs.filter { $0["is_total"] == "0" }) == all * 100)
    let parts = rows.filter { $0["table"] == "paid" }
    #expect(pence(parts) == all * 100)
    for part in parts.prefix(3) {
      let trace = await made.ledger.type(["trace", part["address"] ?? ""])
      #expect(trace.status == 0, "\(trace.err)")
      #expect(trace.out.contains("Agrees       Yes") && trace.out.contains("events-2028.csv"))
    }
  }

  @Test func `what was recorded later is not known then`() async throws {
    let made = try await MovesLedger.made(MovesWorld.made(seed: 7))
    var then = made.world
    then.lines = then.lines.filter { $0.from < "2027-04-01" }
    let answer = try await made.moves(nil, "--as-known-at", "2027-04-30")
    var known = then
    known.lines = made.world.lines.filter { $0.from < "2028-04-01" }
    #expect(answer.status == 0, "\(answer.err)")
    #expect(made.file("transitions.csv").dropFirst().sorted() == known.moves().sorted())
    #expect(made.file("costs.csv").dropFirst().allSatisfy { $0.hasSuffix(",0.00") })
    #expect((try await made.moves(nil, "--as-known-at", "2027-03-31", "--force")).status == 0)
    #expect(made.file("transitions.csv").dropFirst().sorted() == then.moves().sorted())
  }
}
