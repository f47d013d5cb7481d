import Bookkeeping
import Funding
import Testing

/// How much may leave the schools block on the forum's word.
struct BlockTransferTests {
  private static func isAllowed(
    _ pence: Int64, block: Int64?, base: Int64? = nil, already: Int64 = 0, from: Fund = .schools,
    forum: LedgerText? = "minute 4", minister: LedgerText? = nil
  ) -> Bool {
    let transfer = BlockTransferred(
      from: from, to: .highNeeds, Money(pence: pence), base: base.map { Money(pence: $0) },
      forum: forum,
      secretaryOfState: minister, on: Words.day("2026-10-01"))
    let proposal = try? transfer.proposal(
      already: Money(pence: already), outOf: block.map { Money(pence: $0) })
    return proposal != nil
  }

  @Test func `half of one per cent may go, and not a penny more`() {
    #expect(BlockTransferTests.isAllowed(120_000, block: 24_000_000))
    #expect(!BlockTransferTests.isAllowed(120_001, block: 24_000_000))
    #expect(BlockTransferTests.isAllowed(1, block: 24_000_000, already: 119_999))
    #expect(!BlockTransferTests.isAllowed(1, block: 24_000_000, already: 120_000))
    #expect(BlockTransferTests.isAllowed(120_001, block: 24_000_000, minister: "letter 9"))
    #expect(
      BlockTransferTests.isAllowed(
        1, block: 24_000_000, already: 120_000, forum: nil, minister: "9")
    )
    #expect(!BlockTransferTests.isAllowed(1, block: 24_000_000, forum: nil))
    #expect(BlockTransferTests.isAllowed(120_001, block: 24_000_000, from: .central))
  }

  @Test func `a base that somebody says is the stored one, or nothing may go`() {
    for minister in [nil, "letter 9"] as [LedgerText?] {
      for base in [23_999_999, 24_000_001, 9_999_999_900] as [Int64] {
        #expect(!Self.isAllowed(1, block: 24_000_000, base: base, minister: minister))
        #expect(!Self.isAllowed(1, block: nil, base: base, minister: minister))
        #expect(!Self.isAllowed(1, block: 24_000_000, base: base, from: .central))
      }
      #expect(Self.isAllowed(1, block: 24_000_000, base: 24_000_000, minister: minister))
    }
    #expect(!Self.isAllowed(1, block: nil))
    #expect(Self.isAllowed(1, block: nil, minister: "letter 9"))
    #expect(Self.isAllowed(1, block: nil, from: .central))
  }

  @Test func `a part of a penny of half of one per cent is not a penny`() {
    for base in Int64(1)...1_000 {
      for pence in Int64(1)...6 {
        #expect(
          BlockTransferTests.isAllowed(pence, block: base) == (pence * 200 <= base),
          "\(pence) of \(base)")
      }
    }
  }

  @Test func `a transfer beyond the limit is told the limit`() throws {
    let transfer = BlockTransferred(
      from: .schools, to: .highNeeds, Money(pence: 500), base: nil, forum: "4",
      secretaryOfState: nil, on: Words.day("2026-10-01"))
    #expect(
      throws: BlockTransferred.Refusal.beyondForum(
        year: FinancialYear(starting: 2026), already: .zero, amount: Money(pence: 500),
        limit: Money(pence: 499))
    ) { try transfer.proposal(already: .zero, outOf: Money(pence: 99_999)) }
  }
}
