import TestSupport
import Testing

/// Contracts, requests, evidence and cases go the way of every import.
struct ContractImportTests {
  private static let files: [(kind: String, text: String)] = [
    ("contracts", ContractFile.text(ContractFile.contract)),
    ("requests", ContractFile.text(ContractFile.request)),
    ("evidence", ContractFile.text(ContractFile.evidence)),
  ]

  private static let cases = CaseFileTests.text(
    "\"contract_sum\": 216000, \"capacity_hours\": 2400, \"child_hours\": 18,\n"
      + "    \"market_hour\": \"95.00\", \"dp_overhead\": 120")

  private func name(_ kind: String) -> String { kind == "cases" ? "cases.json" : kind + ".csv" }

  @Test func `what is imported is known again, taken back, and imported again`() async throws {
    let ledger = try await TestLedger.make()
    for (kind, text) in Self.files + [("cases", Self.cases)] {
      let options = "--as \(kind)"
      let head = await ledger.head()
      let (first, batch) = try await ledger.preview(text: text, named: name(kind), options)
      #expect(first.status == 0, "\(first.err)")
      #expect(first.rows("New")?.rows == 1)
      #expect(await ledger.head() == head)
      try await ledger.type("import commit \(batch)").require()
      let committed = await ledger.head()
      #expect(committed != head)

      let (again, same) = try await ledger.preview(text: text, named: name(kind), options)
      #expect(again.rows("Known: imported before")?.rows == 1)
      try await ledger.type("import commit \(same)").require()
      #expect(await ledger.head() == committed)

      try await ledger.type("import undo \(batch) --reason Wrong").require()
      let (anew, last) = try await ledger.preview(text: text, named: name(kind), options)
      #expect(anew.rows("New")?.rows == 1, "\(anew.err)")
      try await ledger.type("import commit \(last)").require()
    }
  }

  @Test func `a case is followed back to its row, and no title stands in the ledger`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(Self.cases, named: "cases.json", "--as cases")
    let log = await ledger.type("audit log --last 8 --format csv").out
    for what in ["contract: CASE-K1", "budget-request: D-CASE-K1", "evidence: D-CASE-K1"] {
      #expect(log.contains(what), "\(log)")
    }
    #expect(log.contains("row 1"))
    #expect(!log.contains("Speech"))
  }

  @Test func `a contract with instalments is committed in them`() async throws {
    let ledger = try await TestLedger.make()
    let text = ContractFile.text(ContractFile.contract, ["Instalments": "monthly"])
    try await ledger.bring(text, named: "contracts.csv", "--as contracts")
    let log = await ledger.type("audit log --last 14 --format csv").out
    #expect(log.split(whereSeparator: \.isNewline).count { $0.contains("commitment-made") } == 12)
  }
}
