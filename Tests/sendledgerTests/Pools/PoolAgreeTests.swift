import Foundation
import TestSupport
import Testing

/// Agreements as they are adopted, and refused.
struct PoolAgreeTests {
  private static let name = "agreement.yaml"

  @Test func `an agreement is adopted once, and a dry run adopts nothing`() async throws {
    let ledger = try await TestLedger.october()
    let head = await ledger.head()
    let dry = await ledger.type(["pool", "agree", PoolLedger.agreement, "--dry-run"])
    #expect(
      dry.out.hasPrefix("Would adopt: POOL-2026, pooled fund, from 2026-04-01 to 2027-03-31."))
    #expect(await ledger.head() == head)
    let done = await ledger.type(["pool", "agree", PoolLedger.agreement])
    #expect(done.status == 0)
    #expect(done.out.hasPrefix("Adopted as record "))
    let again = await ledger.type(["pool", "agree", PoolLedger.agreement])
    #expect(again.out == "POOL-2026 has been adopted in these words.\n")
  }

  @Test func `two agreements for one pool and period are refused`() async throws {
    let made = try await PoolLedger.made()
    let other = try await made.agree(replacing: "from: 2026-04-01", with: "from: 2026-10-01")
    #expect(other.status == 3)
    #expect(other.err.contains("error agreements-overlap: POOL-2026 stands twice"))
    let next = try await made.agree(
      replacing: "from: 2026-04-01\nto: 2027-03-31", with: "from: 2027-04-01\nto: 2028-03-31")
    #expect(next.status == 0)
  }

  @Test(arguments: [
    ("ICB: 50%", "ICB: 45%", "shares-not-whole: the shares of clause 9.4 come to 95%", 74),
    ("ICB: 50%", "ICB: 55%", "shares-not-whole: the shares of clause 9.4 come to 105%", 74),
    (
      "    amount: 2000.00", "    amount: 0.00",
      "partner-without-contribution: the contribution of ICB is £0.00", 25
    ),
    (
      "  ICB: health", "  ICB: health\n  NORTH-ICB: health",
      "written-parts-unfit: the ledger knows no partner NORTH-ICB", 16
    ),
    ("form: pooled", "form: poolled", "written-value-unreadable: form cannot be read", 7),
    ("lineage:", "linaege:", "written-name-unknown: “linaege” is not a name of the agreement", 59),
    ("to: 2027-03-31", "to: 2026-03-31", "written-parts-unfit: the agreement ends on", 9),
    (
      "fund: social-care", "fund: high-needs",
      "grant-outside-ring-fence: COUNCIL-SOCIAL-CARE would put money of High needs", 21
    ),
    ("      takes: 100.00", "      takes: 0.00", "tier-not-usable: the tier of clause 9.2", 64),
    (
      "  clause: 9.2\n  amount: 100.00", "  clause: 9.2\n  amount: -1.00", "reserve-negative",
      57
    ),
    (
      "host: COUNCIL-SOCIAL-CARE", "host: [A, B]", "written-value-unreadable: host cannot be read",
      10
    ),
    (
      "agreement: POOL-2026", "agreement: POOL-2031",
      "written-parts-unfit: the ledger keeps no fund", 5
    ),
  ])
  func `a fault is named with its line, and nothing is adopted`(
    text: String, other: String, words: String, line: Int
  ) async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let head = await made.ledger.head()
    let answer = try await made.agree(replacing: text, with: other)
    #expect(answer.status == 65)
    #expect(answer.err.contains("\(Self.name):\(line): error \(words)"), "\(answer.err)")
    #expect(answer.err.contains("  next    "))
    #expect(await made.ledger.head() == head)
  }

  @Test func `a partner who puts nothing in is refused`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let answer = try await made.agree(
      replacing: "  - partner: ICB\n    part: general\n    fund: health-ICB\n    amount: 2000.00\n",
      with: "")
    #expect(answer.status == 65)
    #expect(
      answer.err.contains("partner-without-contribution: ICB is a partner, and puts nothing in"))
  }

  @Test func `every fault of a file is named, and not only the first`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let text = "rate: 3%"
    let answer = try await made.agree(replacing: text, with: "rate: three")
    #expect(answer.err.components(of: "error ") == 1)
    let both = try await made.agree(
      replacing: "form: pooled\nfrom: 2026-04-01", with: "form: none\nfrom: April")
    #expect(both.err.contains("form cannot be read"))
    #expect(both.err.contains("from cannot be read"))
  }

  @Test func `what an agreement leaves out is a gap in words, and no default`() async throws {
    let made = try await PoolLedger.made(
      replacing: "lineage:\n  clause: 8.3\n  rule: pro-rata\n", with: "")
    let show = await made.tables("pool show POOL-2026")["gaps"] ?? []
    #expect(show.map { $0["gap"] } == ["the agreement does not say whose money is used first"])
    let share = await made.ledger.type("pool share POOL-2026 --fail-on warning")
    #expect(share.status == 2)
    #expect(share.out.contains("The agreement does not say whose money is used first"))
  }

  @Test func `words that could name somebody go to the register, and are read back from it`()
    async throws
  {
    let made = try await PoolLedger.made(
      replacing: "document: Section 75 agreement, 1 April 2026",
      with: "document: Agreement drawn up by Wilhelmina Quackenbush")
    let bytes = try String(
      decoding: Data(contentsOf: URL(fileURLWithPath: made.ledger.path + "/ledger.sqlite")),
      as: UTF8.self)
    #expect(!bytes.contains("Quackenbush"))
    #expect(!bytes.contains("sooner, from one place"))
    let show = await made.ledger.type("pool show POOL-2026")
    #expect(show.out.contains("Agreement drawn up by Wilhelmina Quackenbush"))
  }

  @Test func `a file that is not there, or is not YAML, is said to be so`() async throws {
    let ledger = try await TestLedger.october()
    #expect(await ledger.type(["pool", "agree", "none.yaml"]).status == 66)
    let path = try ledger.terminal.scratch.write("a: [", to: "agreement.yaml")
    let answer = await ledger.type(["pool", "agree", path])
    #expect(answer.status == 65)
    #expect(
      answer.err.contains("error written-not-yaml: the agreement is not YAML from this line on"))
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
