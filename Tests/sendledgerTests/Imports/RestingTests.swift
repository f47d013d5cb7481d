import TestSupport
import Testing

/// What rests on a record keeps it from being taken back from under it.
struct RestingTests {
  private func batch(_ kind: String, in ledger: TestLedger) async -> String {
    CommaSeparated(await ledger.type("import list --format csv").out).rows
      .last { $0["kind"] == kind }?["import"] ?? ""
  }

  @Test func `an import of plan lines is not taken back once a year's opening has committed them`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let packages = await batch("packages", in: ledger)
    let next = ledger.on("2027-04-01")
    try await next.type("year open 2027-28").require()
    let head = await ledger.head()
    let answer = await next.type("import undo \(packages) --reason mistake")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error later-record-rests-on-it"))
    #expect(await ledger.head() == head)
  }

  @Test func `an entry that closed a year is not reversed alone`() async throws {
    let ledger = try await TestLedger.october().on("2027-04-20")
    try await ledger.on("2027-04-20", by: "j.osei").type("period prepare 2027-03 --carry Late")
      .require()
    try await ledger.type("year close 2026-27").require()
    let closing = CommaSeparated(await ledger.type("audit log --last 40 --format csv").out).rows
      .filter { ["year-closed", "deficit-carried", "year-unused-released"].contains($0["what"]) }
    #expect(!closing.isEmpty)
    let head = await ledger.head()
    for record in closing.compactMap({ $0["record"] }) {
      let answer = await ledger.type("event reverse \(record) --reason mistake")
      #expect(answer.status == 3, "\(record)")
      #expect(!answer.err.isEmpty)
    }
    #expect(await ledger.head() == head)
  }

  @Test func `a decision is not approved on another request under the same reference`() async throws
  {
    let made = try await DecisionLedger.made()
    try await made.record("D-2026-0403").require()
    let requests = await batch("requests", in: made.ledger)
    try await made.ledger.on("2026-11-21").type("import undo \(requests) --reason Wrong").require()
    let text = try Project.text("imports/example/decisions/requests.csv")
    let other = text.replacing(
      "SPB-004711,1,tutoring at home", with: "SPB-004711,1,lessons at home")
    #expect(other != text)
    try await made.ledger.on("2026-11-21").bring(other, named: "requests-2.csv", "--as requests")
    let answer = await made.approve("D-2026-0403")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error figures-have-moved"))
  }
}
