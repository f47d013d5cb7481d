import TestSupport
import Testing

/// A file that is committed once the ledger has moved on since its preview.
struct MovedOnTests {
  private func file(_ numbers: ClosedRange<Int>, day: String) -> String {
    let headings =
      "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,"
      + "Expense code,Amount"
    let rows = numbers.map {
      "INVENTED SUPPLIER LTD,200001,\(day)/10/2026,\($0),Education,Top-ups,HN122,\($0 % 100).50"
    }
    return ([headings] + rows).joined(separator: "\n") + "\n"
  }

  private let options = "--as payments --mapping anyshire"

  @Test func `a preview that would come to the same is committed`() async throws {
    let ledger = try await TestLedger.make()
    let first = try await ledger.preview(
      text: file(10...14, day: "05"), named: "first.csv", options)
    try await ledger.type("import commit \(first.batch)").require()
    // Known rows and new ones, so that there is more than one tally.
    let second = try await ledger.preview(
      text: file(13...18, day: "05"), named: "second.csv", options)
    let other = try await ledger.preview(
      text: file(40...42, day: "20"), named: "other.csv", options)
    try await ledger.type("import commit \(other.batch)").require()
    let committed = await ledger.type("import commit \(second.batch)")
    #expect(committed.status == 0, "\(committed)")
    #expect(committed.out.hasPrefix("\(second.batch): 4 rows posted from second.csv."))
  }

  @Test func `a preview that would come to something else is refused`() async throws {
    let ledger = try await TestLedger.make()
    let first = try await ledger.preview(
      text: file(10...14, day: "05"), named: "first.csv", options)
    let second = try await ledger.preview(
      text: file(13...18, day: "05"), named: "second.csv", options)
    try await ledger.type("import commit \(first.batch)").require()
    let refused = await ledger.type("import commit \(second.batch)")
    #expect(refused.status == 3)
    #expect(refused.err.contains("error preview-stale"))
  }
}
