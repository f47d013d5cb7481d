import Bookkeeping
import TestSupport
import Testing

/// L8: money is whole pence, and nothing wraps.
struct PencePromise {
  @Test func `L8: a sum that binary floating point would get wrong is right to the penny`() throws {
    let text = "899999999999.93"
    let amounts = try Array(repeating: Money(parsing: text), count: 1000)
    #expect(amounts.total().plain == "899999999999930.00")
    let binary = Array(repeating: try #require(Double(text)), count: 1000).reduce(0, +)
    #expect(Int64((binary * 100).rounded()) != 89_999_999_999_993_000)
  }

  @Test func `L8: so is one that comes through a file, and is printed`() async throws {
    let ledger = try await TestLedger.make()
    let amounts = ["0.10", "0.20", "899999999999.93", "899999999999.93", "1.15", "1.005"]
    let rows = amounts.enumerated().map { BadInput.row($0.offset + 1, $0.element) }
    let (answer, batch) = try await ledger.preview(
      text: BadInput.heading + rows.joined(), named: "list.csv", BadInput.options)
    #expect(answer.err.contains("error amount-fraction-of-penny"))
    try await ledger.type("import commit \(batch) --fail-on never").require()
    let balance = await ledger.type("trial-balance --as-of 2026-10-31 --format csv").out
    #expect(balance.contains("1800000000001.31"))
  }

  // The results are printed, so that the optimiser does not leave the sums out.
  @Test func `L8: overflow stops the program, and nothing wraps`() async {
    await #expect(processExitsWith: .failure) {
      print([Money(pence: .max), Money(pence: 1)].reduce(Money.zero) { $0 + $1 })
    }
    await #expect(processExitsWith: .failure) {
      print(
        [Money(pence: .min), Money(pence: 1)].reduce(Money.zero) { $0 - $1 } - Money(pence: .max))
    }
    await #expect(processExitsWith: .failure) { print(-Money(pence: .min)) }
    await #expect(processExitsWith: .failure) { print([Money(pence: .max), 1].total()) }
    await #expect(processExitsWith: .failure) {
      print(Money(pence: .max).times(Fraction(3, over: 2)))
    }
    await #expect(processExitsWith: .failure) {
      print(Fraction(.max, over: 2) + Fraction(.max, over: 3))
    }
    await #expect(processExitsWith: .success) {
      precondition(Money(pence: .max - 1) + Money(pence: 1) == Money(pence: .max))
    }
  }

  @Test func `L8: the parts of a sum add to the whole, each within a penny of its share`() {
    var chance = Seeded(seed: 8)
    for _ in 0..<2000 {
      let whole = Money(pence: Int64.random(in: -1_000_000_000...1_000_000_000, using: &chance))
      let weights = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
        Int64.random(in: 0...400, using: &chance)
      }
      let sum = weights.reduce(0, +)
      if sum == 0 { continue }
      let parts = whole.shared(in: weights)
      #expect(parts.total() == whole)
      for (part, weight) in zip(parts, weights) {
        let exact = Int128(whole.pence) * Int128(weight)
        #expect((Int128(part.pence) * Int128(sum) - exact).magnitude < Int128(sum).magnitude)
      }
    }
  }
}
