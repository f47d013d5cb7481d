import TestSupport
import Testing

/// A scenario that takes its terms from the agreement that the ledger has adopted.
@Suite struct ScenarioAgreedTests {
  private static let partners = """
    agreement: adopted
    partners:
      - {partner: COUNCIL-EDUCATION, name: "Education", short: Education, affordable: 5}
      - {partner: COUNCIL-SOCIAL-CARE, name: "Social care", short: Social care, affordable: 5}
      - {partner: ICB, name: ICB, short: ICB, affordable: 10}

    """

  /// A ledger, with the example's agreement unless it is not to be adopted.
  private func made(adopting: Bool = true) async throws -> ScenarioLedger {
    let made = try await ScenarioLedger.made()
    if adopting { try await made.ledger.type(["pool", "agree", PoolLedger.agreement]).require() }
    return made
  }

  /// The example's scenario with the adopted terms in place of its own, and with some of it changed.
  private func file(_ made: ScenarioLedger, _ changes: (String, String)...) throws -> String {
    var text = try ScenarioLedger.text()
    let own = try #require(text.firstRange(of: "partners:\n")).lowerBound
    let shown = try #require(text.firstRange(of: "shown-year:")).lowerBound
    text.replaceSubrange(own..<shown, with: Self.partners)
    let all = [
      ("pool: POOL-2027", "pool: POOL-2026"), ("8000000.00", "4000.00"),
      ("central: 3.0", "central: agreed"), ("shown-year: 2028-29", "shown-year: 2027-28"),
    ]
    for (old, new) in all + changes {
      try #require(text.contains(old), "“\(old)”")
      text = text.replacing(old, with: new)
    }
    return try made.ledger.terminal.scratch.write(text, to: "agreed.yaml")
  }

  private func text(_ made: ScenarioLedger, _ file: String, _ more: String...) async -> String {
    let answer = await made.ledger.type(
      ["scenario", "run", file, "--runs", "100", "--unit", "pounds"] + more)
    #expect(answer.status == 0, "\(answer.err)")
    return answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `contributions, uplift, tiers, reserve and gaps are the agreement's`() async throws {
    let made = try await made()
    let text = await text(made, try file(made))
    // 1,600.00 and 2,000.00, up 3% a year.
    #expect(text.contains("3,600.00 3,708.00 3,819.24 3,933.81 4,051.83"), "\(text)")
    // 4,243.50 less 3,708.00: the year before has used the reserve, which is run down, so that 5% of
    // the pool goes by contribution and the rest in halves.
    #expect(text.contains("to the pool’s reserve 0.00 0.00 0.00 0.00"), "\(text)")
    #expect(text.contains("of the pool by contribution 185.40 0.00 82.40 103.00"), "\(text)")
    #expect(text.contains("Total 535.50 0.00 257.45 278.05"))
    #expect(text.contains("agreement on POOL-2026 that the ledger has adopted, from 1 April 2026"))
    // The restricted part: 2,400.00, up 3% a year.
    #expect(text.contains("2026-27 Education 2,400.00 High needs, within the"), "\(text)")
    #expect(text.contains("2027-28 Education 2,472.00 High needs, within the"))
    #expect(text.contains("no one’s overspend"))
    #expect(text.contains("£2,400.00 of COUNCIL-EDUCATION stands in the restricted part"))
    #expect(text.contains("The agreement ends on 31 March 2027: what partners put in after"))
  }

  @Test func `a later year of an agreement has its contributions raised, and says so`()
    async throws
  {
    let made = try await made(adopting: false)
    let words = try Project.text(PoolLedger.agreement)
      .replacing("to: 2027-03-31", with: "to: 2032-03-31")
    let path = try made.ledger.terminal.scratch.write(words, to: "long.yaml")
    try await made.ledger.type(["pool", "agree", path]).require()
    let text = await text(
      made,
      try file(
        made, ("first: 2026-27", "first: 2027-28"), ("shown-year: 2027-28", "shown-year: 2028-29")))
    #expect(text.contains("3,708.00 3,819.24 3,933.81 4,051.83"), "\(text)")
    #expect(text.contains("Contributions of 2027-28 are those of 2026-27, raised by 3% a year"))
    #expect(!text.contains("The agreement ends on"))
  }

  @Test func `terms that are varied in the first year are those of the scenario`() async throws {
    let made = try await made()
    let before = await text(made, try file(made))
    let varied = "imports/example/agreements/pool-2026-varied.yaml"
    try await made.ledger.on("2026-11-02").type(["pool", "agree", varied]).require()
    let after = await text(made, try file(made))
    #expect(before.contains("ICB 2,000.00"), "\(before)")
    #expect(after.contains("ICB 2,200.00"), "\(after)")
  }

  @Test func `what is adopted later is not known at an earlier record`() async throws {
    let made = try await made(adopting: false)
    let head = try #require(await made.ledger.head().split(separator: " ").last.map(String.init))
    try await made.ledger.type(["pool", "agree", PoolLedger.agreement]).require()
    let file = try file(made)
    #expect((await made.ledger.type(["scenario", "check", file])).status == 0)
    let before = await made.ledger.type([
      "scenario", "check", file, "--at", String(head.prefix(12)),
    ])
    #expect(before.status == 65)
    #expect(before.err.contains("error agreement-not-adopted:"))
  }

  @Test(arguments: [
    ("pool: POOL-2026", "pool: POOL-2031", "agreement-not-adopted: no agreement on POOL-2031"),
    ("{first: 2026-27", "{first: 2029-30", "agreement-not-adopted: no agreement on POOL-2026"),
    (
      "short: ICB,", "short: ICB, contribution: 2000.00,",
      "written-parts-unfit: the contribution of a partner is in the agreement"
    ),
    (
      "shown-year: 2027-28", "reserve: {each-year: topped-up}\nshown-year: 2027-28",
      "written-parts-unfit: the each-year of the reserve is in the agreement"
    ),
    ("central: agreed", "central: 3.0", "written-parts-unfit: the uplift is in the adopted"),
    ("partner: ICB", "partner: NORTH-ICB", "partner-not-in-agreement: NORTH-ICB"),
    (
      "  - {partner: ICB, name: ICB, short: ICB, affordable: 10}\n", "",
      "written-parts-unfit: ICB is a partner to the agreement"
    ),
    ("agreement: adopted", "agreement: adpoted", "written-value-unreadable: agreement cannot"),
  ])
  func `what does not fit the agreement, or says it again, is refused`(
    old: String, new: String, words: String
  ) async throws {
    let made = try await made()
    let answer = await made.ledger.type(["scenario", "check", try file(made, (old, new))])
    #expect(answer.status == 65)
    #expect(answer.err.contains("error \(words)"), "\(answer.err)")
    #expect(answer.err.contains("  next    "))
  }

  @Test func `an uplift that no agreement says has to be written`() async throws {
    let made = try await made(adopting: false)
    let words = try Project.text(PoolLedger.agreement)
      .replacing("uplift:\n  clause: 5.4\n  rate: 3%\n", with: "")
    let path = try made.ledger.terminal.scratch.write(words, to: "silent.yaml")
    try await made.ledger.type(["pool", "agree", path]).require()
    let refused = await made.ledger.type(["scenario", "check", try file(made)])
    #expect(refused.status == 65)
    #expect(refused.err.contains("the uplift is to be the agreement’s, which does not say one"))
    let text = await text(made, try file(made, ("central: agreed", "central: 2.0")))
    #expect(text.contains("The agreement does not say by how much contributions rise each year."))
  }
}
