import Bookkeeping
import Foundation
import Funding
import Importing
import Modelling
import TestSupport
import Testing

@testable import Desks

/// An agreement has one written form: in its file, in a scenario and in the chain.
@Suite struct AgreementFormTests {
  @Test func `what is written of any agreement is read as it was, wherever it stands`() throws {
    let seed = Seeded.fresh(ProcessInfo.processInfo.environment).seed
    var random = RandomAgreement(seed: seed)
    for _ in 0..<300 {
      let pool = random.next()
      let yaml = pool.written.yaml
      let file = try WrittenFile(yaml, named: "agreement.yaml", as: .agreement)
      #expect(
        try AgreementReader.read(file, in: .file(Self.chart(of: pool))) == pool,
        "seed \(seed): \(yaml)")
      #expect(try AgreementReader.read(file, in: .record) == pool, "seed \(seed): \(yaml)")
      #expect(try Self.section(pool.written) == pool, "seed \(seed): \(yaml)")
      // Cut out of a scenario, and put into one.
      let cut = try #require(try Self.scenario(pool.written).root["agreement"])
      let out = try WrittenFile(cut.yaml, named: "cut.yaml", as: .agreement)
      #expect(try AgreementReader.read(out, in: .record) == pool, "seed \(seed): \(yaml)")
      #expect(try Self.section(file.root) == pool, "seed \(seed): \(yaml)")
    }
  }

  private static func scenario(_ agreement: WrittenNode) throws -> WrittenFile {
    try WrittenFile(
      WrittenNode(["agreement": agreement]).yaml, named: "scenario.yaml", as: .scenario)
  }

  private static func section(_ agreement: WrittenNode) throws -> AgreedPool {
    try scenario(agreement).read(["agreement"]) { root in
      root.part("agreement", AgreementReader.names).flatMap(AgreementReader.read)
    }
  }

  private static func chart(of pool: AgreedPool) -> Chart {
    let reference = pool.agreement.reference
    return Chart(
      funds: [.poolGeneral(reference), .poolEducation(reference)].map {
        Chart.Named($0, name: "Pool")
      },
      partners: pool.agreement.partners.map { Chart.Named($0.reference, name: "A partner") })
  }

  /// The words of the example in which agreements were written before.
  private static let earlier = [
    ("delivered by:", "delivered-by:"), ("each year:", "each-year:"),
    ("risk share:", "risk-share:"), ("      takes: 100.00", "      up-to: 100.00"),
    ("      takes: 5% of the pool\n      rule: by", "      up-to-percent: 5\n      who: by"),
    ("by contribution", "by-contribution"), ("      takes: rest\n      rule: fixed shares\n", ""),
  ]

  @Test func `an agreement in earlier words is adopted in today's, to the same record`()
    async throws
  {
    let today = try await PoolLedger.made()
    let made = PoolLedger(ledger: try await TestLedger.october())
    var text = try Project.text(PoolLedger.agreement)
    for (new, old) in Self.earlier {
      try #require(text.contains(new), "“\(new)”")
      text = text.replacing(new, with: old)
    }
    let path = try made.ledger.terminal.scratch.write(text, to: "earlier.yaml")
    try await made.ledger.type(["pool", "agree", path]).require()
    #expect(await made.ledger.head() == today.ledger.head())
    let again = await made.ledger.type(["pool", "agree", PoolLedger.agreement])
    #expect(again.out == "POOL-2026 has been adopted in these words.\n")
  }

  @Test func `the agreement of a scenario, cut out into a file, is one that can be adopted`()
    async throws
  {
    let example = try WrittenFile(
      Project.text(ScenarioLedger.example), named: "a.yaml", as: .scenario)
    let cut = try #require(example.root["agreement"]).yaml
      .replacing("POOL-2027", with: "POOL-2026")
    let made = PoolLedger(ledger: try await TestLedger.october())
    let path = try made.ledger.terminal.scratch.write(cut, to: "cut.yaml")
    let answer = await made.ledger.type(["pool", "agree", path])
    #expect(answer.status == 0, "\(answer.err)")
    #expect(answer.out.contains("POOL-2026, pooled fund, from 2026-04-01 to 2031-03-31"))
  }

  @Test func `a scenario gives the same figures by an adopted agreement as by one put into it`()
    async throws
  {
    let made = ScenarioLedger(ledger: try await TestLedger.october())
    try await made.ledger.type(["pool", "agree", PoolLedger.agreement]).require()
    let own = try Project.text(PoolLedger.agreement).split(separator: "\n")
      .map { "  " + $0 }.joined(separator: "\n")
    func figures(_ agreement: String) async throws -> String {
      var text = try ScenarioLedger.text()
      let first = try #require(text.firstRange(of: "# An agreement as")).lowerBound
      let last = try #require(text.firstRange(of: "shown-year:")).lowerBound
      text.replaceSubrange(first..<last, with: agreement)
      for (old, new) in [
        ("pool: POOL-2027", "pool: POOL-2026"), ("8000000.00", "4000.00"),
        ("central: 3.0", "central: agreed"),
      ] { text = text.replacing(old, with: new) }
      let file = try made.ledger.terminal.scratch.write(text, to: "pool.yaml")
      let answer = await made.ledger.type(
        ["scenario", "run", file, "--runs", "100", "--format", "csv"])
      #expect(answer.status == 0, "\(answer.err)")
      return answer.out
    }
    let adopted = try await figures("agreement: adopted\n")
    #expect(try await figures("agreement:\n\(own)\n") == adopted)
    #expect(adopted.contains("COUNCIL-SOCIAL-CARE"))
  }

  @Test func `an agreement on another pool, or one that says what stands beside it, is refused`()
    async throws
  {
    let made = try await ScenarioLedger.made()
    for (old, new, words) in [
      (
        "agreement: POOL-2027", "agreement: POOL-2031",
        "written-parts-unfit: the agreement is on POOL-2031, and the scenario on POOL-2027"
      ),
      (
        "  uplift: {clause", "  reserve: {clause: \"9.2\", amount: 5.00}\n  uplift: {clause",
        "written-parts-unfit: the amount of the reserve is in the agreement"
      ),
      ("  document: Draft", "  documnet: Draft", "written-name-unknown: “documnet”"),
    ] {
      let answer = try await made.check(old, new)
      #expect(answer.status == 65)
      #expect(answer.err.contains("error \(words)"), "\(answer.err)")
    }
  }
}
