import TestSupport
import Testing

/// Who may put money into which part of a pool, from where and under which contract.
struct PoolShareTests {
  private static let education = "pool-education-POOL-2026"
  private static let general = "pool-general-POOL-2026"

  private func refused(_ line: String, _ words: String..., in ledger: TestLedger) async {
    let head = await ledger.head()
    let answer = await ledger.type("event record \(line) --amount 5.00 --document Letter")
    #expect(answer.status == 3, "\(line)")
    for words in words { #expect(answer.err.contains(words), "\(answer)") }
    #expect(await ledger.head() == head)
  }

  @Test(arguments: [
    (general, "1.2.13", "COUNCIL-SOCIAL-CARE", "high-needs", "POOL-2026"),
    (general, "1.0.1", "COUNCIL-EDUCATION", "schools", "POOL-2026"),
    (education, "3.4.2", "COUNCIL-SOCIAL-CARE", "social-care", "POOL-2026"),
    (education, "1.4.1", "COUNCIL-EDUCATION", "central", "POOL-2026"),
    (education, "1.2.13", "COUNCIL-EDUCATION", "high-needs", "POOL-9999"),
    (general, "3.4.2", "COUNCIL-SOCIAL-CARE", "social-care", "POOL-9999"),
    ("high-needs", "1.2.13", "COUNCIL-EDUCATION", "high-needs", "POOL-2026"),
    ("health-ICB", "3.4.2", "COUNCIL-SOCIAL-CARE", "social-care", "POOL-2026"),
  ])
  func `money that does not belong in a part is neither agreed nor paid`(
    part: String, line: String, partner: String, fund: String, contract: String
  ) async throws {
    let ledger = try await TestLedger.october()
    let rest =
      "--day 2026-11-02 --fund \(part) --line \(line) --partner \(partner) "
      + "--paid-by \(fund) --contract \(contract)"
    for event in ["pool-agreed --due 2026-11-02", "pool-paid"] {
      await refused(
        "\(event) \(rest)", "error pool-takes-other-money: such money is not put into that fund: ",
        "\(partner), ", "\(line), \(contract), into ", in: ledger)
    }
  }

  @Test(arguments: [
    (education, "1.2.13", "ICB", "high-needs"),
    (education, "1.2.13", "COUNCIL-SOCIAL-CARE", "high-needs"),
    (education, "1.2.1", "COUNCIL-EDUCATION", "high-needs"),
    (general, "3.4.2", "ICB", "social-care"),
    (general, "3.4.2", "COUNCIL-EDUCATION", "social-care"),
    (general, "3.4.1", "COUNCIL-SOCIAL-CARE", "social-care"),
  ])
  func `what is paid is what was agreed, of its partner, fund and line`(
    part: String, line: String, partner: String, fund: String
  ) async throws {
    let agreed =
      part == Self.education
      ? "why     agreed is: COUNCIL-EDUCATION, High needs, 1.2.13, POOL-2026, into Pool (education)\n"
      : "COUNCIL-SOCIAL-CARE, Social care, 3.4.2, POOL-2026, into Pool (general)"
    await refused(
      "pool-paid --day 2026-11-02 --fund \(part) --line \(line) --partner \(partner) "
        + "--paid-by \(fund) --contract POOL-2026", "error pool-share-not-agreed: ", agreed,
      in: try await TestLedger.october())
  }

  @Test(arguments: ["pool-due", "pool-received", "contribution-agreed", "contribution-due"])
  func `a partner gives its own money where it agreed to, and the council never does`(
    event: String
  ) async throws {
    let ledger = try await TestLedger.october()
    for (part, partner) in [
      (Self.education, "ICB"), (Self.education, "COUNCIL-EDUCATION"),
      (Self.general, "COUNCIL-SOCIAL-CARE"), (Self.general, "COUNCIL-EDUCATION"),
    ] {
      await refused(
        "\(event) --day 2026-11-02 --fund \(part) --partner \(partner)",
        "error pool-share-not-agreed: nobody has agreed to it: \(partner), into ", in: ledger)
    }
    await refused(
      "\(event) --day 2026-11-02 --fund health-ICB --partner COUNCIL-EDUCATION",
      "error pool-takes-other-money: ", in: ledger)
    let line = "--day 2026-11-02 --amount 5.00 --document Letter"
    let isShare = event == "contribution-agreed"
    for part in isShare ? ["health-ICB"] : [Self.general, "health-ICB"] {
      try await ledger.type("event record \(event) \(line) --fund \(part) --partner ICB").require()
    }
  }

  @Test func `a partner is the council in every part of a pool, or in none`() async throws {
    let ledger = try await TestLedger.october()
    let day = "--day 2026-11-02 --due 2026-11-02 --fund \(Self.general)"
    await refused(
      "pool-agreed \(day) --partner ICB --line 3.4.2 --contract POOL-2026 --paid-by social-care",
      "error pool-share-not-agreed: ", "agreed is: ICB, into Pool (general)", in: ledger)
    await refused(
      "pool-agreed \(day) --partner COUNCIL-EDUCATION",
      "error pool-share-not-agreed: nobody has agreed to it: COUNCIL-EDUCATION, into Pool (general)",
      in: ledger)
  }

  @Test func `an adopted agreement says who gives to which part, and from which fund`()
    async throws
  {
    let made = try await PoolLedger.made()
    let day = "--day 2026-11-02 --due 2026-11-02 --fund \(Self.general)"
    let ours = "--line 3.4.2 --contract POOL-2026 --paid-by social-care"
    await refused(
      "pool-agreed \(day) --partner COUNCIL-EDUCATION \(ours)",
      "error pool-share-not-agreed: nobody has agreed to it: COUNCIL-EDUCATION, ",
      "why     nothing is agreed of it", in: made.ledger)
    let other = try await PoolLedger.made(
      replacing: "fund: social-care", with: "fund: general-fund")
    await refused(
      "pool-agreed \(day) --partner COUNCIL-SOCIAL-CARE \(ours)",
      "why     agreed is: COUNCIL-SOCIAL-CARE, General fund, into Pool (general)", in: other.ledger)
    try await made.ledger.type(
      "event record pool-agreed \(day) --partner COUNCIL-SOCIAL-CARE \(ours) --amount 5.00 "
        + "--document Letter"
    ).require()
    // The day after its end there is no agreement; without one nothing is held to it.
    let after = "pool-agreed --day 2027-04-01 --due 2027-04-01 --fund \(Self.general)"
    await refused(
      "\(after) --partner COUNCIL-SOCIAL-CARE \(ours)",
      "error pool-agreement-ended: the agreement on POOL-2026 ended on 2027-03-31, before 2027-04-01",
      in: made.ledger)
    let ledger = try await TestLedger.october()
    #expect(
      await ledger.type(
        "event record \(after) --partner COUNCIL-SOCIAL-CARE \(ours) --amount 5.00 --document Letter"
      ).status != 3)
  }

  @Test func `a share on which something was paid is not taken back before it`() async throws {
    let ledger = try await TestLedger.make()
    let batch = try await ledger.bring(
      """
      Event,Day,Amount,Fund,Line,Contract,Partner,Paid by,Due,Authority
      pool-agreed,01/04/2026,9.00,Pool (general),3.4.2,POOL-2026,COUNCIL-SOCIAL-CARE,Social care,\
      01/10/2026,Letter

      """, named: "events.csv", "--as events")
    try await ledger.type(
      "event record pool-paid --day 2026-10-02 --fund \(Self.general) --line 3.4.2 --partner "
        + "COUNCIL-SOCIAL-CARE --paid-by social-care --contract POOL-2026 --amount 5.00 "
        + "--document Letter"
    ).require()
    let paid = try #require(await ledger.lastRecord())
    let refused = await ledger.type(["import", "undo", batch, "--reason", "Wrong file"])
    #expect(refused.status == 3)
    #expect(refused.err.contains("error later-record-rests-on-it: record \(paid) rests on"))
    try await ledger.type(["event", "reverse", paid, "--reason", "Wrong"]).require()
    try await ledger.type(["import", "undo", batch, "--reason", "Wrong file"]).require()
    #expect(await ledger.type("check").status == 0)
  }
}
