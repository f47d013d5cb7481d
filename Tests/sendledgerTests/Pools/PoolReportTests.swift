import Foundation
import TestSupport
import Testing

/// The pool of the worked month through the commands, against its figures and the trial balance.
struct PoolReportTests {
  @Test func `each partner's money in the worked month is what the month says it is`() async throws
  {
    let made = try await PoolLedger.made()
    let parts = await made.tables("pool show POOL-2026 --as-of 2026-10-31")["parts"] ?? []
    let expected = [
      ("Pool (education)", "Council, education", "2400.00 1200.00 1200.00 400.00 800.00"),
      ("Pool (general)", "Council, social care", "1600.00 800.00 800.00 222.22 577.78"),
      ("Pool (general)", "ICB", "2000.00 1000.00 1000.00 277.78 722.22"),
      ("Pool", "All", "6000.00 3000.00 3000.00 900.00 2100.00"),
    ]
    for (part, partner, amounts) in expected {
      let row = try #require(parts.rows(["part": part, "partner": partner]).first)
      let found = ["agreed", "due", "paid_in", "spent", "left"].map { row["\($0)_gbp"] ?? "" }
      #expect(found.joined(separator: " ") == amounts, "\(part) \(partner)")
    }
  }

  @Test func `bank, contributions and spending are those of the trial balance`() async throws {
    let made = try await PoolLedger.made()
    let parts = await made.tables("pool show POOL-2026 --as-of 2026-10-31")["parts"] ?? []
    let balance = await made.tables("trial-balance --as-of 2026-10-31")["memorandum-funds"] ?? []
    for part in ["Pool (education)", "Pool (general)"] {
      let all = try #require(parts.rows(["part": part, "partner": "All"]).first)
      func account(_ name: String) -> [String: String]? {
        balance.rows(["fund": part, "account": name]).first
      }
      #expect(account("Bank")?["debit_gbp"] == all["left_gbp"])
      #expect(account("Contributions")?["credit_gbp"] == all["paid_in_gbp"])
      #expect(account("Expenditure")?["debit_gbp"] == all["spent_gbp"])
    }
    let own = await made.tables("trial-balance --as-of 2026-10-31")["own-funds"] ?? []
    let ours = await made.tables("pool show POOL-2026 --as-of 2026-10-31")["ours"] ?? []
    for fund in ["High needs", "Social care"] {
      let row = own.rows(["fund": fund, "account": "Paid into pooled fund"]).first
      #expect(row?["debit_gbp"] == ours.rows(["fund": fund]).first?["advanced_gbp"])
    }
  }

  @Test func `a contribution that has not come in is late until it does`() async throws {
    let made = try await PoolLedger.made()
    let early = await made.ledger.type(
      "pool contributions POOL-2026 --as-of 2026-10-10 --fail-on warning")
    #expect(early.status == 2)
    #expect(
      early.out.contains("ICB owes Pool (general) £1,000.00, due on 1 October 2026, 9 days ago."))
    let rows = await made.tables("pool contributions POOL-2026 --as-of 2026-10-31")["contributions"]
    let october = try #require(rows?.rows(["partner": "ICB", "due_on": "2026-10-01"]).first)
    #expect(october["paid_on"] == "2026-10-15")
    #expect(october["days_late"] == "14")
    #expect(october["state"] == "paid late")
    let january = try #require(rows?.rows(["partner": "ICB", "due_on": "2027-01-01"]).first)
    #expect(january["state"] == "not yet due")
    #expect(january["paid_in_gbp"] == "0.00")
    let total = try #require(rows?.rows(["is_total": "1"]).first)
    #expect(total["agreed_gbp"] == "6000.00")
    #expect(total["paid_in_gbp"] == "3000.00")
  }

  @Test(arguments: [
    ("pro-rata", "577.78", "722.22"), ("first-in", "300.00", "1000.00"),
    ("named-line\n  lines:\n    others: ICB", "800.00", "500.00"),
  ])
  func `whose money is left goes by the agreement's rule, and adds to the bank`(
    rule: String, care: String, board: String
  ) async throws {
    let made = try await PoolLedger.made(replacing: "rule: pro-rata", with: "rule: \(rule)")
    let answer = await made.ledger.type("pool share POOL-2026 --as-of 2026-10-31")
    let rows = await made.tables("pool share POOL-2026 --as-of 2026-10-31")["lineage"] ?? []
    func left(_ partner: String) -> String? {
      rows.rows(["part": "Pool (general)", "partner": partner]).first?["left_gbp"]
    }
    #expect(left("Council, social care") == care)
    #expect(left("ICB") == board)
    #expect(left("All") == "1300.00")
    #expect(rows.rows(["part": "Pool", "partner": "All"]).first?["left_gbp"] == "2100.00")
    // Nobody named for the lines of the restricted part but the board, which has no money there.
    #expect(answer.out.contains("Nobody’s: more") == rule.hasPrefix("named-line"))
  }

  @Test func `spending on a named line is taken from the partner who is named for it`() async throws
  {
    let made = try await PoolLedger.made(
      replacing: "rule: pro-rata",
      with: "rule: named-line\n  lines:\n    3.4.2: COUNCIL-SOCIAL-CARE\n    others: ICB")
    try await made.ledger.type([
      "event", "record", "pool-spent", "--day", "2026-10-30", "--amount", "100.00", "--fund",
      "pool-general-POOL-2026", "--line", "3.4.2", "--document", "Pool invoice 18",
    ]).require()
    let rows = await made.tables("pool share POOL-2026 --as-of 2026-10-31")["lineage"] ?? []
    let part = rows.rows(["part": "Pool (general)"])
    #expect(part.rows(["partner": "Council, social care"]).first?["left_gbp"] == "700.00")
    #expect(part.rows(["partner": "ICB"]).first?["left_gbp"] == "500.00")
    // What was posted stays divided by what each agreed.
    #expect(part.rows(["partner": "ICB"]).first?["posted_gbp"] == "333.34")
  }

  @Test func `spending that is taken back counts no more`() async throws {
    let made = try await PoolLedger.made()
    let before = await made.ledger.type("pool share POOL-2026 --as-of 2026-11-30").out
    try await made.ledger.type([
      "event", "record", "pool-spent", "--day", "2026-10-30", "--amount", "100.00", "--fund",
      "pool-general-POOL-2026", "--document", "Pool invoice 18", "--fail-on", "error",
    ]).require()
    let record = await made.ledger.lastRecord() ?? ""
    try await made.ledger.type(["event", "reverse", record, "--reason", "Entered twice"]).require()
    let after = await made.ledger.type("pool share POOL-2026 --as-of 2026-11-30").out
    let start = try #require(after.firstRange(of: "Whose money is left\n"))
    #expect(before.hasSuffix(String(after[start.lowerBound...])))
  }

  @Test func `the year's result goes through the tiers, and the columns add to it`() async throws {
    let made = try await PoolLedger.made()
    let rows = await made.tables("pool share POOL-2026 --as-of 2026-10-31")["risk-share"] ?? []
    let total = try #require(rows.rows(["clause": "Total"]).first)
    #expect(total["amount_gbp"] == "-3100.00")
    #expect(total["council_social_care_gbp"] == "-1288.89")
    #expect(total["icb_gbp"] == "-1611.11")
    #expect(total["reserve_gbp"] == "-200.00")
    #expect(total["unallocated_gbp"] == "0.00")
  }

  @Test func `an overspend is borne as the tiers say, and the grant bears none of it`() async throws
  {
    let made = try await PoolLedger.made()
    let spent = await made.ledger.type([
      "event", "record", "pool-spent", "--day", "2026-10-30", "--amount", "3616.40", "--fund",
      "pool-general-POOL-2026", "--document", "Pool invoice 18",
    ])
    // It is an overspend, and is told.
    #expect(spent.status == 2)
    let rows = await made.tables("pool share POOL-2026 --as-of 2026-10-31")["risk-share"] ?? []
    // 516.40 over 3,600.00: 100.00 from the reserve, 180.00 by contribution, 236.40 in halves.
    #expect(rows.map { $0["amount_gbp"] } == ["100.00", "180.00", "236.40", "516.40"])
    #expect(rows.last?["council_social_care_gbp"] == "198.20")
    #expect(rows.last?["icb_gbp"] == "218.20")
    #expect(rows.last?["reserve_gbp"] == "100.00")
  }

  @Test(arguments: ["show", "contributions", "share"])
  func `each report is JSON, and the same bytes on every day`(command: String) async throws {
    let made = try await PoolLedger.made()
    let line = "pool \(command) POOL-2026 --format json"
    let answer = await made.ledger.type(line)
    _ = try JSONSerialization.jsonObject(with: Data(answer.out.utf8))
    #expect(await made.ledger.on("2027-06-30").type(line).out == answer.out)
  }

  @Test func `a pool that nobody knows, and one without an agreement, are said to be so`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let unknown = await ledger.type("pool show POOL-2031")
    #expect(unknown.status == 4)
    #expect(unknown.err.contains("error pool-not-known: the ledger keeps no pool POOL-2031"))
    #expect(unknown.err.contains("next    name one of: POOL-2026"))
    let share = await ledger.type("pool share POOL-2026 --as-of 2026-10-31")
    #expect(share.status == 4)
    #expect(
      share.err.contains(
        "error agreement-not-adopted: no agreement on POOL-2026 that holds by 2026-10-31"))
    #expect(await ledger.type("pool show POOL-2026").out.contains("Agreement  none in the ledger"))
  }

  @Test func `what the agreement and the ledger say differently is shown`() async throws {
    let made = try await PoolLedger.made(replacing: "amount: 1600.00", with: "amount: 1700.00")
    let answer = await made.ledger.type("pool show POOL-2026 --as-of 2026-10-31 --fail-on warning")
    #expect(answer.status == 2)
    let words = answer.out.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      words.contains(
        "the agreement gives £1,700.00 for Council, social care in 2026-27, and the ledger has "
          + "agreed £1,600.00."))
  }

  @Test func `by tagged spend an overspend falls on whoever's lines caused it`() async throws {
    let made = PoolLedger(ledger: try await TestLedger.october())
    let lines = "rule: named-line\n  lines:\n    3.4.2: COUNCIL-SOCIAL-CARE\n    others: ICB"
    let text = try Project.text(PoolLedger.agreement)
    let tiers = try #require(text.firstRange(of: "  overspend:\n")).upperBound
    let end = try #require(text.firstRange(of: "  underspend:\n")).lowerBound
    let rule = "    - clause: 9.2\n      takes: rest\n      rule: by tagged spend\n"
    try await made.agree(
      (String(text[tiers..<end]), rule), ("rule: pro-rata", lines)
    ).require()
    // Of 1,600.00 put in by care 2,600.00 are spent on its line, and 1,500.00 of the board's 2,000.00.
    for (amount, line) in [("2600.00", ["--line", "3.4.2"]), ("1000.00", [])] {
      try await made.ledger.type(
        [
          "event", "record", "pool-spent", "--day", "2026-10-30", "--amount", amount, "--fund",
          "pool-general-POOL-2026", "--document", "Pool invoice 18", "--fail-on", "error",
        ] + line
      ).require()
    }
    let rows = await made.tables("pool share POOL-2026 --as-of 2026-10-31")["risk-share"] ?? []
    let total = try #require(rows.rows(["clause": "Total"]).first)
    #expect(total["amount_gbp"] == "500.00")
    #expect(total["council_social_care_gbp"] == "500.00")
    #expect(total["icb_gbp"] == "0.00")
    #expect(total["unallocated_gbp"] == "0.00")
  }

  @Test(arguments: [
    ("516.40", ["100.00", "180.00", "236.40", "516.40"]),
    ("-516.40", ["-200.00", "-316.40", "-516.40"]), ("0", ["0.00"]),
  ])
  func `a result that is supposed is divided as the ledger's would be, and says so`(
    result: String, amounts: [String]
  ) async throws {
    let made = try await PoolLedger.made()
    let command = "pool share POOL-2026 --as-of 2026-10-31 --result=\(result)"
    let rows = await made.tables(command)["risk-share"] ?? []
    let found = rows.compactMap { $0["amount_gbp"] }
    #expect(Array(found.suffix(amounts.count)) == amounts)
    let answer = await made.ledger.type(command)
    #expect(answer.out.contains("Supposed, and not the ledger’s: the general part has an"))
    let wrong = await made.ledger.type("pool share POOL-2026 --as-of 2026-10-31 --result=lots")
    #expect(wrong.status == 64)
  }

  @Test func `once an agreement has ended, its last year is the one that is shared`() async throws {
    let made = try await PoolLedger.made()
    let atEnd = await made.tables("pool share POOL-2026 --as-of 2027-03-31")["risk-share"] ?? []
    let later = await made.tables("pool share POOL-2026 --as-of 2030-01-31")["risk-share"] ?? []
    #expect(atEnd.count > 1 && atEnd == later)
    let words = await made.ledger.type("pool share POOL-2026 --as-of 2030-01-31").out
    #expect(words.contains("2026-27 to 31 March 2027: the general part"))
  }
}
