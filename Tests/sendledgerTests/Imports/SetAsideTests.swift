import TestSupport
import Testing

/// Rows that a person has set aside, when their file comes again.
struct SetAsideTests {
  @Test
  func `a row that was set aside and is worded anew in a corrected file is asked about again`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let first = [
      "05/11/2026,FPO,BRIGHTSTEPS TUTORS,5.00,,95.00", "06/11/2026,DEB,UNKNOWN SHOP,7.00,,88.00",
    ]
    let batch = try await ledger.statement(first[0], first[1])
    #expect(await ledger.heldRows() == 1)
    let settled = await ledger.type(
      "import settle \(batch) --row 3 --set-aside --reason Private")
    try settled.require()
    #expect(await ledger.heldRows() == 0)
    let anew = [first[0], first[1].replacing("UNKNOWN SHOP", with: "UNKNOWN SHOP LTD")]
    let (answer, second) = try await ledger.preview(
      text: BankStatement.text(anew), named: "anew.csv",
      BankStatement.options + " --corrects \(batch)")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
    #expect(answer.out.contains("changed") && !answer.out.contains("gone"), "\(answer)")
    await ledger.type("import commit \(second)")
    #expect(await ledger.heldRows() == 1)
  }
}
