import TestSupport
import Testing

/// What each year was spent and the children it was for, as the ledger knows or knew it.
struct PoolCostsTests {
  @Test func `spending by line is that of the block position, and adds again`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let spent = await made.tables("pool costs --as-of 2026-10-31 --fund high-needs")["spent"] ?? []
    #expect(spent.rows(["line": "1.2.2"]).first?["spent_gbp"] == "12493.15")
    let position = await made.ledger.type("block position --as-of 2026-10-31 --format csv")
    let lines = CommaSeparated(position.out).rows
    for row in spent.rows(["is_total": "0"]) {
      let actual = lines.first { ($0["line"] ?? "") == row["line"] }
      if let actual { #expect(actual["actual_gbp"] == row["spent_gbp"], "\(row)") }
    }
    let trace = await made.ledger.type("trace costs/2026-10-31/high-needs/1.2.2/2026-27")
    #expect(trace.status == 0)
    #expect(trace.out.contains("Printed      12,493.15"))
    #expect(trace.out.contains("Agrees       Yes"))
    let health = await made.ledger.type("trace costs/2026-10-31/health-ICB/none/2026-27")
    #expect(health.out.contains("Agrees       Yes"))
  }

  @Test func `a total is that of expenditure in the trial balance`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let spent = await made.tables("pool costs --as-of 2026-10-31 --fund health-ICB")["spent"] ?? []
    let balance = await made.tables("trial-balance --as-of 2026-10-31")["agent-funds"] ?? []
    let row = balance.rows(["account": "Expenditure"]).first
    #expect(row?["debit_gbp"] == spent.rows(["is_total": "1"]).first?["spent_gbp"])
  }

  @Test func `children are counted once, and their lines by how they are held`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let tables = await made.tables("pool costs --as-of 2026-10-31")
    let children = tables["children"] ?? []
    #expect(children.rows(["held": "direct-payment"]).map { $0["line"] } == ["1.2.11", "3.4.1"])
    let total = try #require(children.rows(["is_total": "1"]).first)
    #expect(total["children"] == "1")
    #expect(total["plan_lines"] == "4")
    let unit = try #require(tables["unit-costs"]?.first)
    #expect(unit["children"] == "1")
    #expect(unit["spent_gbp"] == unit["per_child_gbp"])
  }

  @Test func `before anything was recorded there is no point to read at`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let early = await made.ledger.type("pool costs --as-of 2026-10-31 --as-known-at 2026-03-31")
    #expect(early.status == 4)
    #expect(early.err.contains("nothing had been recorded yet at “2026-03-31”"))
    let april = await made.tables("pool costs --as-of 2026-10-31 --as-known-at 2026-04-30")
    let now = await made.tables("pool costs --as-of 2026-10-31")
    #expect(april["spent"]?.rows(["is_total": "1"]) != now["spent"]?.rows(["is_total": "1"]))
  }
}
