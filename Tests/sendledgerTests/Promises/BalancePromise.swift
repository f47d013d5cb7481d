import Bookkeeping
import Funding
import Storage
import StorageSQLite
import TestSupport
import Testing

/// L1: an entry balances in every layer and fund.
struct BalancePromise {
  private static let day = FinancialYear(starting: 2026).first
  private static let apart: [(debit: Coding, credit: Coding)] = [
    (Coding(.highNeeds, .bank), Coding(.schools, .bank)),
    (Coding(.highNeeds, .unallocated), Coding(.highNeeds, .grantIncome)),
    (Coding(.schools, .dueFromDepartment), Coding(.central, .transferIn)),
    (Coding(.socialCare, .creditors), Coding(.generalFund, .suspense)),
  ]

  private func proposal(_ amount: Money, _ debit: Coding, _ credit: Coding) -> FundingProposal {
    let source = Source(.command(person: "a.khan", document: "Invoice 1"))
    let sound = Movement(
      1_00, debit: Coding(.highNeeds, .dueFromDepartment),
      credit: Coding(.highNeeds, .grantIncome))
    return FundingProposal(
      on: Self.day,
      parts: [Part(source, [sound, Movement(amount, debit: debit, credit: credit)])])
  }

  @Test(arguments: apart)
  func `L1: an entry that does not balance cannot be held`(debit: Coding, credit: Coding) {
    let wrong = Movement(10_00, debit: debit, credit: credit)
    #expect(throws: FundingEntry.Refusal.unbalanced(wrong)) {
      try FundingEntry(proposal(10_00, debit, credit))
    }
  }

  @Test(arguments: [0, -1, Int64.min])
  func `L1: an amount that is nil or negative cannot be held in an entry`(pence: Int64) {
    let (debit, credit) = (Coding(.highNeeds, .bank), Coding(.highNeeds, .dueFromDepartment))
    let wrong = Movement(Money(pence: pence), debit: debit, credit: credit)
    #expect(throws: FundingEntry.Refusal.amountNotPositive(wrong)) {
      try FundingEntry(proposal(Money(pence: pence), debit, credit))
    }
  }

  @Test func `L1: a movement between two books cannot be written by SQL`() async throws {
    let file = try RawFile(await TestLedger.october())
    let number = try 1 + file.number("SELECT max(number) FROM record")
    let one = try file.number("SELECT min(id) FROM coding WHERE book = 1")
    let other = try file.number("SELECT min(id) FROM coding WHERE book = 2")
    let insert = "INSERT INTO movement (record, position, book, debit, credit, pence) VALUES"
    for book in [1, 2] {
      for pair in ["\(one), \(other)", "\(other), \(one)", "\(one), 999999", "999999, \(one)"] {
        #expect(
          try file.refusal("\(insert) (\(number), 0, \(book), \(pair), 100)")
            == "an entry balances in each layer and fund")
      }
    }
    #expect(try file.refusal("\(insert) (\(number), 0, 1, \(one), \(one), 100)") == nil)
    #expect(
      try file.refusal("\(insert) (\(number - 1), 9, 1, \(one), \(one), 100)")
        == "a movement belongs to the record that comes next")
    #expect(throws: (any Error).self, "a movement without its record") {
      try file.run("\(insert) (\(number), 0, 1, \(one), \(one), 100)")
    }
    #expect(try file.refusal("\(insert) (\(number), 0, 1, \(one), \(one), 0)") != nil)
    #expect(
      try file.refusal(
        """
        INSERT INTO record (number, kind, day, recorded, body, digest, previous_digest)
        SELECT \(number), 'payment-made', 20261031, 20261031, x'00', zeroblob(32), digest
        FROM record WHERE number = \(number - 1)
        """) == "an entry moves money on a day, and a note moves none")

    try file.run("DROP TRIGGER movement_balances")
    for pair in ["\(one), \(other)", "\(other), \(one)", "\(one), 999999", "999999, \(one)"] {
      #expect(
        try file.refusal("\(insert) (\(number), 0, 1, \(pair), 100)")
          == "FOREIGN KEY constraint failed")
    }
  }

  @Test func `L1: an entry that was put out of balance is not read back`() async throws {
    let file = try RawFile(await TestLedger.october())
    let record = try Int(file.number("SELECT max(record) FROM movement"))
    let other = try file.number(
      """
      SELECT min(id) FROM coding WHERE book <> (
        SELECT book FROM movement WHERE record = \(record) LIMIT 1)
      """)
    #expect(try await file.store.latest.records(record...record).count == 1)
    try file.tamper("UPDATE movement SET debit = \(other) WHERE record = \(record)")
    let store = try file.store
    await #expect(throws: StorageFailure.unreadableRecord(record)) {
      try await store.latest.records(record...record)
    }
  }
}
