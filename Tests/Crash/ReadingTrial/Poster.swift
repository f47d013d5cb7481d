import Bookkeeping
import Desks
import Funding
import Storage
import TestSupport

/// A process that posts entries one after another, each in a commit of its own.
struct Poster {
  private let bench: Bench
  private let entries: Int
  private var chance: Seeded
  private var payments: [Int] = []
  private var receipts = 0

  /// The day on which the posting begins, after the last of the example.
  static let firstDay = Day(number: 20_758)  // 1 November 2026

  init(_ bench: Bench, entries: Int, seed: UInt64) {
    self.bench = bench
    self.entries = entries
    chance = Seeded(seed: seed)
  }

  mutating func run() async throws {
    let ledger = try await bench.open()
    let began = ContinuousClock.now
    for entry in 0..<entries {
      // The posting takes two months of recording, whatever its length.
      let today = Poster.firstDay.advanced(by: entry * 60 / entries)
      try await post(in: ledger, by: Officer("poster", on: today))
    }
    let seconds = (ContinuousClock.now - began).components.seconds
    let head = try await ledger.head().number
    print("\(entries) entries posted in \(seconds) s, up to record \(head)", terminator: "")
  }

  /// Mostly payments; also receipts of a family's, and a payment that is taken back.
  private mutating func post(in ledger: OpenLedger, by officer: Officer) async throws {
    let amount = Money(pence: Int64.random(in: 1_00...999_99, using: &chance))
    let day = officer.today
    switch Int.random(in: 0..<10, using: &chance) {
    case 0 where !payments.isEmpty:
      let taken = payments.remove(at: Int.random(in: 0..<payments.count, using: &chance))
      _ = try await ledger.reverse(
        taken, because: "Trial", evenSo: false, by: officer, isDry: false)
    case 1,
      2 where receipts < Poster.mostReceipts:
      try await receipt(in: ledger, by: officer)
    default:
      let line = Poster.lines.randomElement(using: &chance)
      let event = FundingEvent.paymentMade(
        .budget(.highNeeds, Use(line: line)), amount, on: day, namesCommitment: false)
      payments += try await ledger.record(
        event, document: "Trial", by: officer, isAgain: true, isDry: false
      )
      .numbers
    }
  }

  private static let lines = ["1.2.2", "1.2.5", "1.2.13"].compactMap(Section251Line.init(rawValue:))

  /// As many as one family's statement can list and still be a statement.
  private static let mostReceipts = 100

  /// A receipt of a few pounds, which the family's statement of the month lists.
  private mutating func receipt(in ledger: OpenLedger, by officer: Officer) async throws {
    guard let line = PlanLineReference("SPB-004655/1") else { throw Breach("no such plan line") }
    let amount = Money(pence: Int64.random(in: 1_00...9_99, using: &chance))
    let receipt = Receipt(
      line, amount, on: officer.today, purpose: nil, workings: nil, status: .have)
    receipts += 1
    _ = try await ledger.record(
      .receipt(receipt), document: "Trial", by: officer, isAgain: true, isDry: false)
  }
}
