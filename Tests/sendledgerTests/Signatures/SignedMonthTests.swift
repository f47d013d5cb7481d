import Bookkeeping
import Foundation
import Funding
import Storage
import TestSupport
import Testing

/// A month is signed by whoever closes it, and a chain that was written anew since is named.
struct SignedMonthTests {
  @Test func `L7: whoever has a key closes no month without it, and with no other`() async throws {
    let made = try await SignedLedger.made()
    let other = try await SignedLedger.makeKey("other", in: made.ledger).file
    let without = try await made.close("2026-09")
    let head = await made.ledger.head()
    #expect(without.status == 3)
    #expect(
      without.err.contains("error key-missing: 2026-09 would be closed without your signature"))
    #expect(
      without.err.contains("--key FILE; if it is lost: sendledger audit key withdraw OFFICER"))
    let wrong = await made.by("j.osei").type(["period", "close", "2026-09", "--key", other])
    #expect(wrong.status == 3)
    #expect(wrong.err.contains("error key-differs: you signed with another key than "))
    let lent = await made.by("b.smith").type(["period", "close", "2026-09", "--key", made.file])
    #expect(lent.err.contains("error key-not-adopted: no key of b.smith counts"))
    let dry = await made.by("j.osei").type([
      "period", "close", "2026-09", "--key", made.file, "--dry-run",
    ])
    #expect(dry.out == "2026-09 would be closed, signed. Nothing was written.\n")
    #expect(await made.ledger.head() == head)
    let done = await made.by("J.Osei").type(["period", "close", "2026-09", "--key", made.file])
    #expect(done.out.hasPrefix("2026-09 is closed, signed. It takes no entry. Head "), "\(done)")
    let verified = await made.ledger.type(["audit", "verify", "--key", made.key])
    #expect(verified.out.contains("1 of 1 closed month is signed.\n"))
    #expect(verified.out.contains(": 2026-09.\n"))
    let python = try OtherVerifier.verify(made.ledger, "--key", made.file)
    #expect(
      python.out.contains(
        "months  1 closed, 1 signed\nkey     \(made.key.prefix(20)) signed 2026-09"))
  }

  @Test
  func `a month that is opened again and closed again is signed anew, and a year month by month`()
    async throws
  {
    let made = try await SignedLedger.made()
    try await made.close("2026-09", "--key", made.file).require()
    for person in ["a.khan", "h.lowe"] {
      try await made.by(person).type([
        "period", "reopen", "2026-09", "--reason", "The bank list was late",
      ]).require()
    }
    #expect(await !made.ledger.type("audit verify").out.contains("closed month"))
    #expect(try await made.close("2026-09").err.contains("error key-missing: "))
    try await made.by("j.osei").type(["period", "close", "2026-09", "--key", made.file]).require()
    #expect(await made.ledger.type("audit verify").out.contains("1 of 1 closed month is signed."))
    let end = "2027-04-02"
    try await made.ledger.on(end, by: "a.khan").type("period prepare 2027-03 --carry Late")
      .require()
    let officer = made.ledger.on(end, by: "j.osei")
    #expect(await officer.type("year close 2026-27").err.contains("error key-missing: "))
    try await officer.type(["year", "close", "2026-27", "--key", made.file]).require()
    #expect(
      await officer.type("audit verify").out.contains("12 of 12 closed months are signed.\n"))
    #expect(try OtherVerifier.verify(made.ledger).out.contains("months  12 closed, 12 signed\n"))
  }

  @Test func `L3: a chain written anew from some record on is named by a signature`() async throws {
    let made = try await SignedLedger.made()
    try await made.close("2026-09", "--key", made.file).require()
    try await made.close("2026-10", "--key", made.file).require()
    // Written anew as it was, it is the same ledger.
    let same = try await made.forged("same") { content, _ in [content] }
    #expect(await same.head() == made.ledger.head())
    try await same.type(["audit", "verify", "--key", made.key]).require()
    let number = try await made.ledger.lastNumber() - 3
    for (name, isNaming) in [("one", false), ("two", true)] {
      let forged = try await made.forged(name) { content, head in
        [isNaming ? content.raised.naming(head) : content.raised]
      }
      #expect(await forged.head() != made.ledger.head())
      let named = await forged.type("audit verify")
      #expect(named.status == 3)
      #expect(
        named.err.contains(
          "error signature-differs: record \(number) does not sign the head that closed 2026-09"),
        "\(named)")
      let other = try OtherVerifier.verify(forged)
      #expect(other.status == 1)
      #expect(
        other.out.contains("at record \(number): it does not sign the head that closed 2026-09"))
    }
    // Nor can the signatures be left out.
    let unsigned = try await made.forged("three") { content, _ in
      content.fact?.kind == .monthSigned ? [] : [content.raised]
    }
    let named = await unsigned.type("audit verify")
    #expect(
      named.err.contains("error signature-missing: 2026-09 was closed by record \(number - 1)"))
    #expect(try OtherVerifier.verify(unsigned).out.contains("2026-09 was closed by somebody who"))
  }

  @Test func `L3: a chain written anew with other keys is named by the key that an officer keeps`()
    async throws
  {
    let made = try await SignedLedger.made()
    try await made.close("2026-09", "--key", made.file).require()
    let folder = made.ledger.terminal.scratch.path + "/papers"
    let build = ["statement", "build", "--period", "2026-10", "--output-folder", folder]
    try await made.ledger.type(build).require()
    let hand = try #require(PrivateKey([UInt8](repeating: 9, count: 32)))
    let falseKey = OfficerKey(hand.publicKey, of: "j.osei")
    func signedFalsely(_ content: JournalContent, _ head: Head) -> JournalContent {
      guard let fact = content.fact, let signed = MonthSigned(fact) else { return content.raised }
      let closing = ClosingHead(signed.head.month, record: head.number, digest: head.digest)
      return .noted(
        MonthSigned.fact(
          closing, by: falseKey, hand.signature(of: closing.bytes(in: "999")),
          from: fact.source.origin))
    }
    let instead = try await made.forged("instead") { content, head in
      guard let fact = content.fact, fact.kind == .officerKey else {
        return [signedFalsely(content, head)]
      }
      return [.noted(falseKey.fact(from: fact.source.origin))]
    }
    let besides = try await made.forged("besides") { content, head in
      guard let fact = content.fact, fact.kind == .officerKey else {
        return [signedFalsely(content, head)]
      }
      return [content, .noted(falseKey.fact(from: fact.source.origin))]
    }
    for (forged, code, words) in [
      (instead, "error key-not-in-ledger: ", "was never adopted"),
      (
        besides, "error signed-otherwise: 2026-09 is signed by j.osei with ",
        "2026-09 is signed with"
      ),
    ] {
      // It is whole in itself, and only what was kept outside it says otherwise.
      #expect(await forged.type("audit verify").out.contains("1 of 1 closed month is signed."))
      #expect(try OtherVerifier.verify(forged).status == 0)
      for key in [made.key, made.file] {
        let named = await forged.type(["audit", "verify", "--key", key])
        #expect(named.status == 3)
        #expect(named.err.contains(code), "\(named)")
        let other = try OtherVerifier.verify(forged, "--key", key)
        #expect(other.status == 1)
        #expect(other.out.contains(words), "\(other)")
      }
      let heads = await forged.type("audit heads --format csv")
      #expect(heads.status == 2)
      let rows = CommaSeparated(heads.out).rows
      #expect(rows.map { $0["paper"] } == ["statement", "signed close", "statement"])
      #expect(rows.map { $0["ledger"] } == ["other", "as then", "other"])
    }
  }
}
