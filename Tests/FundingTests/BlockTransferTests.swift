import Bookkeeping
import Funding
import Testing

/// How much may leave the schools block on the forum's word.
struct BlockTransferTests {
  private static func isAllowed(
    _ pence: Int64, base: Int64, already: Int64 = 0, from: Fund = .schools,
    forum: LedgerText? = "minute 4", minister: LedgerText? = nil
  ) -> Bool {
    let transfer = BlockTransferred(
      from: from, to: .highNeeds, Money(pence: pence), base: Money(pence: base), forum: forum,
      secretaryOfState: minister, on: Words.day("2026-10-01"))
    return (try? transfer.proposal(already: Money(pence: already))) != nil
  }

  @Test func `half of one per cent may go, and not a penny more`() {
    #expect(BlockTransferTests.isAllowed(120_000, base: 24_000_000))
    #expect(!BlockTransferTests.isAllowed(120_001, base: 24_000_000))
    #expect(BlockTransferTests.isAllowed(1, base: 24_000_000, already: 119_999))
    #expect(!BlockTransferTests.isAllowed(1, base: 24_000_000, already: 120_000))
    #expect(BlockTransferTests.isAllowed(120_001, base: 24_000_000, minister: "letter 9"))
    #expect(
      BlockTransferTests.isAllowed(1, base: 24_000_000, already: 120_000, forum: nil, minister: "9")
    )
    #expect(!BlockTransferTests.isAllowed(1, base: 24_000_000, forum: nil))
    #expect(BlockTransferTests.isAllowed(120_001, base: 24_000_000, from: .central))
  }

  @Test func `a part of a penny of half of one per cent is not a penny`() {
    for base in Int64(1)...1_000 {
      for pence in Int64(1)...6 {
        #expect(
          BlockTransferTests.isAllowed(pence, base: base) == (pence * 200 <= base),
          "\(pence) of \(base)")
      }
    }
  }

  @Test func `a transfer beyond the limit is told the limit`() throws {
    let transfer = BlockTransferred(
      from: .schools, to: .highNeeds, Money(pence: 500), base: Money(pence: 99_999), forum: "4",
      secretaryOfState: nil, on: Words.day("2026-10-01"))
    #expect(
      throws: BlockTransferred.Refusal.beyondForum(
        year: FinancialYear(starting: 2026), already: .zero, amount: Money(pence: 500),
        limit: Money(pence: 499))
    ) { try transfer.proposal(already: .zero) }
  }
}
