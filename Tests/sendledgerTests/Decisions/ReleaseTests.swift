import TestSupport
import Testing

/// What is released when a sum is paid in place of a service, and what that leaves for the next year.
struct ReleaseTests {
  static let contractHead =
    "Contract,From,Kind,Regime,Fund,Section 251 line,Setting,For,Provider,Sum,Capacity,Unit,"
    + "Variable rate,Band,Step units,Step saving,Steps,Minimum volume,Exits,Waiting units,"
    + "Spot price,Children,Served,Notice months,Begins,Ends,Breaks,Renewal,Instalments,Document,"
    + "Page,Document day\n"
  static let requestHead =
    "Decision,Contract,Child,Line,For,Asked,Window,Next review,Asks,Units,Replacement units,"
    + "Overheads,On premises,Starts,Replaces,Paid as\n"
  static let evidenceHead = "About,Shows,Finding,Document,Page,Day,Basis\n"

  /// Evidence that a recipient may be paid, and a price.
  static func evidence(_ decision: String, price: String, consent: Bool = false) -> String {
    var rows = ["\(decision),quote,\(price),Letter,1,05/11/2026,found"]
    for kind in ["eligible", "proper-use", "best-interests", "recipient-consent"] {
      rows.append("\(decision),\(kind),yes,Report,2,05/11/2026,found")
    }
    if consent {
      rows.append("\(decision),school-consent,yes,Letter of the head,1,05/11/2026,found")
    }
    return evidenceHead + rows.joined(separator: "\n") + "\n"
  }

  private func granted(
    _ made: DecisionLedger, _ decision: String, outcome: String
  ) async throws -> Terminal.Answer {
    try await made.ledger.on("2026-11-20", by: "j.osei").type([
      "decision", "record", decision,
      try made.words("D-2026-0403", ["outcome": outcome, "panel": "2026-11-20"]),
    ]).require()
    let answer = await made.approve(decision)
    try answer.require()
    return answer
  }

  @Test func `a part of a top-up moves from its line to 1.2.11, and the rest stays`() async throws {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      """
      Child,Line,For,Section,Fund,Section 251 line,Setting,Agency,Element,Held,Provider,Rate,\
      Quantity,Unit,Per,Pro rata,Instalments,From,To,Decision,Decided by,Decided on
      SPB-004720,1,Top-up,F,High needs,1.2.1,,education,3,paid-to-setting,Oakfield School,4500.00,\
      ,,year,days,monthly,01/09/2026,,D-2026-0600,Panel,20/08/2026
      """, named: "topup.csv", "--as packages")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "TOPUP-4720,01/09/2026,top-up,special-education,High needs,1.2.1,,Top-up,Oakfield School,"
        + "4500.00,,hour,30.00,,,,,,,,,,SPB-004720/1 78,,,,,,,Schedule of top-ups,3,20/08/2026\n",
      named: "c.csv", "--as contracts")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0500,TOPUP-4720,SPB-004720,1,support in class,05/11/2026,review,,cash,78,,0.00,yes,"
        + "01/12/2026,,SPB-004720/2\n", named: "r.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0500", price: "30.00", consent: true), named: "e.csv",
      "--as evidence")
    let found = await made.ledger.on("2026-11-20").type("decision assess D-2026-0500")
    #expect(found.out.contains("a part is paid: £2,340.00 a year; £2,160.00 stays"))
    let answer = try await granted(made, "D-2026-0500", outcome: "PART")
    #expect(answer.out.contains("Uncommitted, full year          0.00"))
    #expect(answer.out.contains("Uncommitted, rest of this year  0.00"))
    let lines = CommaSeparated(
      await made.ledger.type("block position --period 2027-03 --format csv").out
    ).rows.filter { $0["table"] == "lines" }
    func committed(_ line: String) -> String? {
      lines.first { $0["line"] == line }?["committed_gbp"]
    }
    // From 1 December 121 of 365 days are left: 775.73 of 2,340.00.
    #expect(committed("1.2.11") == "775.73")
    // 4,500.00 from 1 September, 212 days, less that.
    #expect(committed("1.2.1") == "1837.97")
    let next = made.ledger.on("2027-04-01")
    try await next.type("year open 2027-28").require()
    let opened = CommaSeparated(
      await next.type("block position --as-of 2028-03-31 --format csv").out
    ).rows.filter { $0["table"] == "lines" }
    // The next year has what stays of the top-up, and all of the sum paid.
    #expect(opened.first { $0["line"] == "1.2.1" }?["committed_gbp"] == "2160.00")
    #expect(opened.first { $0["line"] == "1.2.11" }?["committed_gbp"] == "2340.00")
  }

  @Test func `the year after, a contract is committed without what was released from it`()
    async throws
  {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "HYDRO-2026,01/04/2026,contract,special-education,High needs,1.2.13,,Hydrotherapy,Waters,"
        + "36500.00,365,session,90.00,,,,,,,,,10,SPB-004730/1 73,1,01/04/2026,31/03/2028,,,monthly,"
        + "Contract,2,01/03/2026\n", named: "c.csv", "--as contracts")
    try await ledger.bring(
      ReleaseTests.requestHead
        + "D-2026-0501,HYDRO-2026,SPB-004730,1,hydrotherapy,05/11/2026,review,,cash,73,,0.00,no,"
        + "01/12/2026,,\n", named: "r.csv", "--as requests")
    try await ledger.bring(
      ReleaseTests.evidence("D-2026-0501", price: "95.00"), named: "e.csv", "--as evidence")
    _ = try await granted(made, "D-2026-0501", outcome: "DISAGGREGATE")
    let day = made.ledger.on("2027-04-01")
    try await day.type("year open 2027-28").require()
    func committed(_ line: String, asOf last: String) async -> String? {
      CommaSeparated(await day.type("block position --as-of \(last) --format csv").out).rows
        .first { $0["table"] == "lines" && $0["line"] == line }?["committed_gbp"]
    }
    // Notice runs to the end of the year's third quarter: R is 73 × £90 = £6,570 a year, of which 90
    // of 365 days are left. £216,000 is the other contract's, whose line this one shares.
    #expect(await committed("1.2.13", asOf: "2027-03-31") == "250880.00")
    // The next year's own: 216,000 + 36,500 − 6,570.
    #expect(await committed("1.2.13", asOf: "2028-03-31") == "245930.00")
    // F is 73 × £95 = £6,935, of which 121 of 365 days were left of the first year.
    #expect(await committed("1.2.11", asOf: "2027-03-31") == "2299.00")
    #expect(await committed("1.2.11", asOf: "2028-03-31") == "6935.00")
  }

  @Test func `what is granted changes the next answer`() async throws {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    try await ledger.bring(
      ReleaseTests.contractHead
        + "MUSIC-2026,01/04/2026,contract,special-education,High needs,1.2.13,,Music therapy,Notes,"
        + "36000.00,360,session,,,,,,,,20,110.00,10,SPB-004740/1 20; SPB-004741/1 20,,01/04/2026,"
        + "31/03/2028,,,monthly,Contract,2,01/03/2026\n", named: "c.csv", "--as contracts")
    for (number, child) in [("0502", "SPB-004740"), ("0503", "SPB-004741")] {
      try await ledger.bring(
        ReleaseTests.requestHead
          + "D-2026-\(number),MUSIC-2026,\(child),1,music therapy,05/11/2026,review,,cash,20,,0.00,"
          + "no,01/12/2026,,\n", named: "r\(number).csv", "--as requests")
      try await ledger.bring(
        ReleaseTests.evidence("D-2026-\(number)", price: "110.00"), named: "e\(number).csv",
        "--as evidence")
    }
    // Twenty sessions wait, so that either child's place would be filled again, and not both.
    let day = made.ledger.on("2026-11-20")
    let first = await day.type("decision assess D-2026-0503")
    #expect(first.out.contains("Outcome    DISAGGREGATE"))
    #expect(first.out.contains("together: 1 of 2"))
    let granted = try await granted(made, "D-2026-0502", outcome: "DISAGGREGATE")
    #expect(granted.out.contains("Not committed, so not posted (B)  2,200.00"))
    let next = await made.ledger.on("2026-11-24").type("decision assess D-2026-0503")
    #expect(next.out.contains("Outcome    REFUSE_B"))
  }

  @Test func `a request whose child a newer contract leaves out does not stop the others`()
    async throws
  {
    let made = try await DecisionLedger.made()
    let ledger = made.ledger.on("2026-11-17")
    func music(_ from: String, _ served: String) -> String {
      "MUSIC-2026,\(from),contract,special-education,High needs,1.2.13,,Music therapy,Notes,36000.00,"
        + "360,session,,,,,,,,,,10,\(served),,01/04/2026,31/03/2028,,,monthly,Contract,2,01/03/2026\n"
    }
    try await ledger.bring(
      Self.contractHead + music("01/04/2026", "SPB-004740/1 20; SPB-004741/1 20"),
      named: "c1.csv", "--as contracts")
    for (number, child) in [("0502", "SPB-004740"), ("0503", "SPB-004741")] {
      try await ledger.bring(
        Self.requestHead
          + "D-2026-\(number),MUSIC-2026,\(child),1,music therapy,05/11/2026,review,,cash,20,,0.00,"
          + "no,01/12/2026,,\n", named: "r\(number).csv", "--as requests")
      try await ledger.bring(
        Self.evidence("D-2026-\(number)", price: "110.00"), named: "e\(number).csv",
        "--as evidence")
    }
    try await ledger.bring(
      Self.contractHead + music("18/11/2026", "SPB-004741/1 20"), named: "c2.csv",
      "--as contracts")
    let answer = await made.ledger.on("2026-11-20").type("decision assess D-2026-0503")
    #expect(answer.status == 0, "\(answer.err)")
    #expect(answer.out.contains("0 of 1"))
  }
}
