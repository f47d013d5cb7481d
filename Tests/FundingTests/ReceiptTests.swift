import Bookkeeping
import Funding
import Testing

/// What holds of a family's payments, of which documents say one thing after another.
struct ReceiptTests {
  private func told(_ document: Int, _ row: Int, _ status: Receipt.Status) throws -> Fact {
    let line = try #require(PlanLineReference("SPB-004655/1"))
    let receipt = Receipt(
      line, 90, on: try #require(Day("2026-10-17")), purpose: nil, workings: nil, status: status)
    return receipt.fact(
      from: .row(
        RowOrigin(
          batch: document, row: row, line: row, day: receipt.day, cells: [], hidden: nil,
          identity: RowIdentity(twin: 1, rest: 2))))
  }

  @Test func `of two equal payments each has its receipt, whichever row says so`() throws {
    // A row that says nothing new is known, and told by no document again.
    let facts = [
      try told(1, 2, .pleaseSend), try told(1, 3, .pleaseSend), try told(2, 2, .have),
      try told(3, 3, .have),
    ]
    #expect(Receipt.standing(of: Array(facts[..<3])).map(\.receipt.status) == [.have, .pleaseSend])
    #expect(Receipt.standing(of: facts).map(\.receipt.status) == [.have, .have])
    let back = facts + [try told(4, 2, .pleaseSend)]
    #expect(Set(Receipt.standing(of: back).map(\.receipt.status)) == [.have, .pleaseSend])
  }
}
