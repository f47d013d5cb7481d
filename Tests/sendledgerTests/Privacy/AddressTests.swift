import TestSupport
import Testing

/// An address or an addressee of the register is no more the ledger's than a child's name.
struct AddressTests {
  private static let families =
    "Child,Given name,Family name,Addressee,Address,Address confirmed,Contact\n"
    + "SPB-004901,Vera,Kestrel,Mx Ada Quill,14 Otter Lane; Anytown; AN7 9QX,01/10/2026,\n"
    + "SPB-004902,Leo,Marsh,The parents,Anyshire House; 5 County Square; AN1 2AB,01/10/2026,\n"
    + "SPB-004903,Una,Finch,Team manager,Anyshire House; 5 County Square; AN1 2AB,01/10/2026,\n"

  private func ledger() async throws -> TestLedger {
    let ledger = try await TestLedger.october()
    try await ledger.bring(Self.families, named: "families.csv", "--as families")
    return ledger
  }

  @Test(arguments: ["Mx Ada Quill", "a. quill, 14 Otter Lane", "14otter lane", "MX QUILL ADA"])
  func `a text that tells one is refused, whatever takes it`(text: String) async throws {
    let ledger = try await ledger()
    let head = await ledger.head()
    for answer in [
      await ledger.on("2026-11-30", by: text).type("period prepare 2026-05 --carry Late"),
      await ledger.type(["period", "prepare", "2026-05", "--carry", "for \(text)"]),
      await ledger.type(["import", "undo", "B-0007", "--reason", text]),
    ] {
      #expect(answer.status != 0, "\(answer)")
      #expect(
        answer.err.contains("SPB-004901") || answer.err.contains("name-not-plain"), "\(answer)")
      #expect(!answer.err.lowercased().contains("quill"))
    }
    #expect(await ledger.head() == head)
  }

  @Test(arguments: [
    "Letter to the parents", "Posted from 5 County Square", "14 payments to Otter Lane school",
  ])
  func `a home of several families, and words about parents, tell nobody`(text: String) async throws
  {
    let ledger = try await ledger()
    try await ledger.type(["period", "prepare", "2026-05", "--carry", text]).require()
  }

  @Test func `another name for a child is told before it is taken`() async throws {
    let ledger = try await ledger()
    let (answer, _) = try await ledger.preview(
      text: Self.families.replacing("Vera,Kestrel", with: "Ann,Bell"), named: "other.csv",
      "--as families")
    #expect(answer.status == 2, "\(answer)")
    #expect(
      answer.err.contains("warning family-named-otherwise: SPB-004901 has another name"),
      "\(answer)")
    #expect(!answer.err.contains("Bell"))
  }

  @Test func `two rows of one child that differ are not both taken`() async throws {
    let ledger = try await ledger()
    let heading = Self.families.split(separator: "\n")[0]
    let row = try #require(Self.families.split(separator: "\n").first { $0.contains("SPB-004901") })
    let other = row.replacing("Kestrel", with: "Quill")
    let (answer, _) = try await ledger.preview(
      text: "\(heading)\n\(row)\n\(row)\n\(other)\n", named: "twice.csv", "--as families")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(
      answer.err.contains("error family-told-twice: SPB-004901 stands in row 2 too"), "\(answer)")
  }
}
