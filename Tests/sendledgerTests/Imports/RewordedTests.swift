import Foundation
import TestSupport
import Testing

/// A bank may word a row anew when it is booked: the row is asked about, and not posted once more.
struct RewordedTests {
  private static let booked = [
    "04/11/2026,DEB,SEALS SWIM CLUB,5.00,,900.00",
    "04/11/2026,DEB,A NEW SHOP,12.50,,887.50",
  ]

  @Test(arguments: [
    "04/11/2026,DEB,SWIMMING SEALS LTD,5.00,,900.00", "04/11/2026,FPO,S S C,5.00,,",
  ])
  func `a row of that day and amount in other words may be a twin`(worded: String) async throws {
    let ledger = try await TestLedger.october()
    let first = try await ledger.statement(RewordedTests.booked[0], RewordedTests.booked[1])
    let (answer, batch) = try await ledger.preview(
      text: BankStatement.text([worded, RewordedTests.booked[1]]), named: "again.csv",
      BankStatement.options)
    #expect(answer.rows("Possible twins")?.rows == 1, "\(answer)")
    #expect(answer.rows("New")?.rows ?? 0 == 0, "\(answer)")
    let twins = await ledger.type("import twins \(batch)")
    #expect(twins.out.contains("twin-other-words: an earlier"), "\(twins)")
    #expect(twins.out.contains("\(first) row 2 of 2026-11-04"), "\(twins)")
    try await ledger.type("import twins \(batch) --row 2 twin --reason Reworded").require()
    let spent = await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out
    let committed = await ledger.type("import commit \(batch)")
    #expect(committed.out.contains(": 0 rows posted"), "\(committed)")
    #expect(await ledger.type("trial-balance --as-of 2026-11-30 --format csv").out == spent)
  }

  @Test(arguments: [
    // Each of two equal amounts stands in both files.
    [booked[0], booked[1], "04/11/2026,DEB,ANOTHER CLUB,5.00,,"],
    // Neither the day nor the amount is another's.
    [
      booked[1], "05/11/2026,DEB,SWIMMING SEALS LTD,5.00,,", "04/11/2026,DEB,SWIMMING SEALS,5.01,,",
    ],
    [booked[1], "04/11/2026,BGC,SEALS SWIM CLUB,,5.00,"],
  ])
  func `what is beside a row, or on another day, is new`(rows: [String]) async throws {
    let ledger = try await TestLedger.october()
    _ = try await ledger.statement(RewordedTests.booked[0], RewordedTests.booked[1])
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text(rows), named: "again.csv", BankStatement.options)
    #expect(answer.rows("Possible twins") == nil, "\(answer)")
  }

  @Test func `a statement is one, be it brought as that of a bank or of a card`() async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      BankStatement.text(["05/11/2026,DEB,SEALS SWIM CLUB,20.00,,124.00"]), named: "s.csv",
      BankStatement.options)
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text(["05/11/2026,DEB,SEALS SWIM CLUB,20.00,,124.00"]),
      named: "s2.csv", BankStatement.options.replacing("--as bank", with: "--as card"))
    #expect(answer.rows("Known")?.rows == 1, "\(answer)")
    #expect(answer.rows("New") == nil, "\(answer)")
  }

  @Test func `two rows worded anew are two questions, and a third is new`() async throws {
    let ledger = try await TestLedger.october()
    _ = try await ledger.statement(
      "04/11/2026,DEB,ONE,5.00,,", "04/11/2026,DEB,TWO,5.00,,", "06/11/2026,DEB,LAST,1.00,,")
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text(
        ["UNO", "DUE", "TRE"].map { "04/11/2026,DEB,\($0),5.00,," }
          + ["06/11/2026,DEB,LAST,1.00,,"]),
      named: "again.csv", BankStatement.options)
    #expect(answer.rows("Possible twins")?.rows == 2, "\(answer)")
  }

  @Test func `what a correction takes back of a statement has the sign that its rows had`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let batch = try await ledger.statement(
      "04/11/2026,DEB,SEALS SWIM CLUB,5.00,0.00,", "05/11/2026,BGC,SEALS SWIM CLUB,0.00,20.00,",
      RewordedTests.booked[1])
    let (answer, _) = try await ledger.preview(
      text: BankStatement.text([RewordedTests.booked[1]]), named: "again.csv",
      BankStatement.options + " --corrects \(batch)")
    let amounts = answer.out.split(separator: "\n").filter {
      $0.hasPrefix("gone") || $0.hasPrefix("2 in all")
    }
    .map { $0.split(separator: " ").filter { $0.contains(".") }.joined() }
    #expect(amounts == ["−5.00", "20.00", "15.00"], "\(answer)")
  }
}
