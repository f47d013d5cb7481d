import TestSupport
import Testing

/// Rows that an earlier file had otherwise, in ways that no number tells.
struct AlmostKnownTests {
  private static let heading =
    "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount\n"
  private static let options = "--as payments --mapping anyshire"

  private func row(_ number: Int, _ amount: Int, _ reference: String = "") -> String {
    "SUPPLIER \(number),1,03/11/2026,\(reference),Ed,x,HN122,\(amount).00\n"
  }

  /// What is said of a second file once the first is committed.
  private func said(
    _ first: [String], then second: [String]
  ) async throws -> Terminal.Answer {
    let ledger = try await TestLedger.october()
    if first.isEmpty {
      return try await ledger.preview(
        text: Self.heading + second.joined(), named: "b.csv", Self.options
      ).answer
    }
    _ = try await ledger.bring(Self.heading + first.joined(), named: "a.csv", Self.options)
    return try await ledger.preview(
      text: Self.heading + second.joined(), named: "b.csv", Self.options
    ).answer
  }

  @Test func `a list without numbers that has a row otherwise, or no more, is told`() async throws {
    let rows = (1...20).map { row($0, 100 + $0) }
    var changed = rows
    changed[7] = row(8, 171)
    for second in [changed, Array(rows.dropLast()), Array(rows.dropLast()) + [row(77, 5)]] {
      let answer = try await said(rows, then: second)
      #expect(answer.status == 2, "\(answer)")
      #expect(answer.err.contains("warning may-correct-another: 1 row of "), "\(answer)")
    }
    let same = try await said(rows, then: rows.reversed() + [row(77, 5)])
    #expect(same.status == 0 && same.rows("New")?.rows == 1, "\(same)")
  }

  @Test(arguments: ["901", ""])
  func `of rows that are equal one that is gone is told`(reference: String) async throws {
    let rows = (1...20).map { row($0, 100 + $0, reference.isEmpty ? "" : "9\($0)") }
    let answer = try await said(rows + [rows[3]], then: rows)
    #expect(answer.err.contains("warning may-correct-another: 1 row of "), "\(answer)")
  }

  @Test(arguments: ["--line SPB-004655/2", "--set-aside --reason Ours"])
  func `a row that was settled by hand is asked about when its file is mended`(how: String)
    async throws
  {
    let ledger = try await TestLedger.october()
    func file(_ payee: String) -> String {
      Self.heading + "\(payee),1,10/11/2026,53,E,T,HN213,33.00\n"
    }
    let (_, batch) = try await ledger.preview(text: file(""), named: "a.csv", Self.options)
    _ = await ledger.type("import commit \(batch)")
    let settled = await ledger.type("import settle \(batch) --row 2 \(how)")
    #expect(settled.status != 3, "\(settled)")
    let (answer, _) = try await ledger.preview(
      text: file("BRIGHTTALK"), named: "b.csv", Self.options)
    #expect(answer.rows("New") == nil, "\(answer)")
    #expect(answer.rows("Possible twins")?.rows == 1, "\(answer)")
    #expect(answer.status == 2)
  }

  @Test(arguments: [
    "Page total", "OVERALL TOTAL", "Brought forward", "HN122 Total", "Total for B LTD",
    "B LTD Total", "Sub-total for Ash", "c/f",
  ])
  func `a sum that stands where a payee should is no payment`(words: String) async throws {
    let answer = try await said(
      [], then: [row(1, 10, "901"), "\(words),,03/11/2026,,,,HN122,55.00\n", row(2, 20, "902")])
    #expect(answer.rows("New")?.amount == "30.00", "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error row-may-be-total: by its Supplier name"), "\(answer)")
    #expect(!answer.err.contains("B LTD"))
    // A supplier of such a name is paid under a number.
    let supplier = try await said([], then: ["\(words),1,03/11/2026,903,,,HN122,55.00\n"])
    #expect(supplier.rows("New")?.amount == "55.00", "\(supplier)")
  }

  @Test func `an amount where the code should stand is refused`() async throws {
    let answer = try await said(
      [], then: [row(1, 10, "901"), "OAK,180513,28/10/2026,51900000,Education,Top-up,7158.03,1\n"])
    #expect(answer.rows("New")?.amount == "10.00" && answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("Outside this ledger") == nil)
  }

  @Test func `an equal payment of the same day that leaves another balance is told`() async throws {
    let ledger = try await TestLedger.october()
    func row(_ balance: Int) -> String { "03/11/2026,DEB,SEALS SWIM CLUB,10.00,,\(balance).00" }
    _ = try await ledger.bring(
      BankStatement.text([row(134)]), named: "a.csv", BankStatement.options)
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text([row(124)]), named: "b.csv", BankStatement.options)
    #expect(answer.status == 2, "\(answer)")
    #expect(answer.err.contains("warning known-row-leaves-another-balance: "), "\(answer)")
    // With the whole day in one file it is one more; with the balance of the first it is that.
    let (whole, _) = try await ledger.preview(
      text: BankStatement.text([row(134), row(124)]), named: "c.csv", BankStatement.options)
    #expect(whole.rows("Possible twins")?.rows == 1, "\(whole)")
    let (same, _) = try await ledger.preview(
      text: BankStatement.text([row(134), "04/11/2026,DEB,OTHER,1.00,,133.00"]), named: "d.csv",
      BankStatement.options)
    #expect(!same.err.contains("another-balance"), "\(same)")
  }
}
