import Foundation
import TestSupport
import Testing

/// What an event makes nothing of is not kept, and nobody acts under a registered child's name.
struct UnusedCellTests {
  private static let heading =
    "Event,Day,Amount,Fund,Line,Setting,Child,Plan line,Contract,Partner,Paid by,Due,Record,"
    + "Commitment,Authority"

  private func bytes(_ ledger: TestLedger) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: ledger.path + "/ledger.sqlite")),
      as: UTF8.self)
  }

  @Test(arguments: [
    (
      "payment-made,02/11/2026,5.00,High needs,1.2.2,,,,,,,\"Sam Taylor, 1 Example Street, AN1 1AA\",,,",
      "Due is 37 characters"
    ),
    ("payment-made,02/11/2026,5.00,High needs,1.2.2,,,,,,,Seymour,,,", "Due"),
    ("grant-instalment-received,02/11/2026,5.00,High needs,,,,,,Seymour,,,,,", "Partner"),
    ("grant-instalment-received,02/11/2026,5.00,High needs,,Seymour,,,,,,,,,", "Setting"),
    ("invoice-received,02/11/2026,5.00,,,,SPB-004655,2,Seymour,,,,,,", "Contract"),
    ("third-party-return,02/11/2026,5.00,,,,SPB-004655,4,,,Seymour,,,,", "Paid by"),
    ("direct-payment-returned,02/11/2026,5.00,,,,SPB-004655,3,,,,,Seymour,,", "Record"),
    ("grant-instalment-received,02/11/2026,5.00,High needs,,,,Seymour,,,,,,,", "Plan line"),
  ])
  func `a cell that its event does not use is refused, and is in no file`(
    row: String, column: String
  )
    async throws
  {
    let ledger = try await TestLedger.october()
    let (answer, batch) = try await ledger.preview(
      text: "\(Self.heading)\n\(row)\n", named: "some.csv", "--as events")
    let name = column.split(separator: " is")[0]
    #expect(answer.status == 2)
    #expect(
      answer.err.hasPrefix(
        """
        some.csv:2: error cell-not-used: \(name) is filled, and this row makes nothing of it
          why     what is not looked at may be anything, and is not kept
          next    empty the cell, or move what stands in it to where it belongs
        """), "\(answer.err)")
    _ = await ledger.type("import commit \(batch)")
    let kept = try bytes(ledger)
    #expect(!kept.contains("Seymour") && !kept.contains("Example Street"))
  }

  @Test func `so is an option that its event does not use`() async throws {
    let ledger = try await TestLedger.october()
    let answer = await ledger.type([
      "event", "record", "grant-instalment-received", "--day", "2026-11-02", "--amount", "5.00",
      "--fund", "high-needs", "--partner", "Seymour", "--document", "Payment schedule",
    ])
    #expect(answer.status == 65)
    #expect(answer.err.hasPrefix("error cell-not-used: partner is filled, and this row makes"))
  }

  @Test func `a cell of another kind of file that is not used is kept out of the ledger`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let text = try Project.text("imports/example/03-august/packages.csv")
    // A unit without how many is refused, and what stands in it is kept nowhere.
    let row =
      "SPB-004655,77,Tutor,F,High needs,1.2.11,,education,3,direct-payment,,280.00,,Seymour,month,"
      + "days,monthly,01/11/2026,,D-2026-0711,Panel,20/08/2026"
    let (answer, batch) = try await ledger.preview(
      text: "\(text.split(separator: "\n")[0])\n\(row)\n", named: "line.csv", "--as packages")
    #expect(answer.err.contains("error cell-missing: Quantity is empty"), "\(answer)")
    await ledger.type("import commit \(batch)")
    #expect(try !bytes(ledger).contains("Seymour"))
  }

  @Test(arguments: ["Mia Osborne", "mia.osborne", "osborne mia", "MiaOsborne"])
  func `nobody writes under the name of a registered child`(name: String) async throws {
    let ledger = try await TestLedger.october()
    try await ledger.bring(
      "Child,Given name,Family name,Addressee,Address,Address confirmed,Contact\n"
        + "SPB-004655,Mia,Osborne,Ms J Osborne,1 Example Street,01/10/2026,\n",
      named: "families.csv", "--as families")
    let head = await ledger.head()
    for line in [
      "event record grant-instalment-received --day 2026-11-02 --amount 5 --fund high-needs --document A",
      "period prepare 2026-05", "policy adopt",
    ] {
      let answer = await ledger.on("2026-11-30", by: name).type(line)
      #expect(answer.status == 3 || answer.out.hasPrefix("Nothing is new"), "\(line) \(answer.err)")
      #expect(!answer.err.contains("Mia"))
    }
    let answer = await ledger.on("2026-11-30", by: name).type("period prepare 2026-05 --carry Late")
    #expect(
      answer.err == """
        error names-a-child: the name of whoever acts names a child
          why     the ledger is kept so that it can be shown to anyone
          next    use the child's reference, SPB-004655, instead

        """)
    #expect(await ledger.head() == head)
    #expect(try !bytes(ledger).lowercased().contains("osborne"))
  }
}
