import Foundation
import TestSupport
import Testing

/// A key of an officer is their own, and counts once two others have adopted it.
struct OfficerKeyTests {
  @Test func `L7: a key of an officer is adopted by two others, and never by the officer`()
    async throws
  {
    let ledger = try await TestLedger.october()
    let key = try await SignedLedger.makeKey("j", in: ledger).key
    let made = SignedLedger(ledger: ledger, file: "", key: key)
    let short = "\(key.prefix(4)) \(key.dropFirst(4).prefix(4)) "
    func adopt(_ person: String, _ officer: String = "j.osei", _ more: String...) async
      -> Terminal.Answer
    {
      await made.by(person).type(["audit", "key", "adopt", officer, "--key", key] + more)
    }
    let head = await ledger.head()
    for name in ["j.osei", "J. Osei", "J.OSEI", "j\u{A0}osei", "\u{458}.osei"] {
      let own = await adopt(name)
      #expect(own.status == 3)
      #expect(
        own.err.contains("error own-key: the key is that of j.osei, and so are you"), "\(own)")
    }
    #expect(await adopt("a.khan", "j.osei", "--dry-run").out.contains("Nothing was written."))
    #expect(await ledger.head() == head)

    let first = await adopt("a.khan")
    #expect(first.out.hasPrefix("The key \(short)"))
    #expect(
      first.out.hasSuffix(
        "of j.osei is proposed to be adopted. Next: somebody else gives the same command.\n"))
    for name in ["a.khan", "A.KHAN", " a khan"] {
      #expect(await adopt(name).err.contains("error proposed-by-you: "))
    }
    // Two words for two officers are not two for one.
    #expect(await adopt("h.lowe", "b.smith").out.contains("is proposed to be adopted"))
    let second = await adopt("h.lowe", "J. Osei")
    #expect(second.out.hasSuffix("of J. Osei is adopted.\n"), "\(second)")
    let taken = await adopt("h.lowe", "b.smith")
    #expect(taken.status == 3)
    #expect(taken.err.contains("error key-taken: the key \(short)"))
    try await ledger.type("audit verify").require()
    #expect(try OtherVerifier.verify(ledger).status == 0)
  }

  @Test func `L7: a key is replaced or withdrawn by two others, and what it signed stays signed`()
    async throws
  {
    let made = try await SignedLedger.made()
    try await made.close("2026-07", "--key", made.file).require()
    func withdraw(_ person: String) async -> Terminal.Answer {
      await made.by(person).type("audit key withdraw J.Osei")
    }
    #expect(await withdraw("j.osei").err.contains("error own-key: "))
    #expect(
      await withdraw("a.khan").out.hasPrefix("The key of J.Osei is proposed to be withdrawn."))
    #expect(await withdraw("a.khan").err.contains("error proposed-by-you: "))
    #expect(await withdraw("h.lowe").out == "The key of J.Osei is withdrawn.\n")
    #expect(await withdraw("h.lowe").err.contains("error key-not-adopted: no key of J.Osei counts"))
    // What was withdrawn does not come back.
    let again = await made.by("a.khan").type([
      "audit", "key", "adopt", "j.osei", "--key", made.key,
    ])
    #expect(again.err.contains("error key-taken: "))
    #expect(try await made.close("2026-08", "--key", made.file).err.contains("key-not-adopted"))
    #expect(
      await made.by("j.osei").type("period close 2026-08").out.hasPrefix(
        "2026-08 is closed, not signed. It takes no entry. Head "))

    let (file, key) = try await SignedLedger.makeKey("new", in: made.ledger)
    try await made.adopt(key, of: "J. Osei")
    let (newer, newest) = try await SignedLedger.makeKey("newest", in: made.ledger)
    try await made.adopt(newest)
    let refused = try await made.close("2026-09", "--key", file)
    #expect(refused.status == 3)
    #expect(refused.err.contains("error key-differs: you signed with another key than "))
    try await made.by("j.osei").type(["period", "close", "2026-09", "--key", newer]).require()
    for keys in [["--key", made.key, "--key", newest], ["--key", newest, "--key", made.file]] {
      let verified = await made.ledger.type(["audit", "verify"] + keys)
      #expect(verified.status == 0, "\(verified)")
      #expect(verified.out.contains("2 of 3 closed months are signed. Not signed: 2026-08.\n"))
    }
    let other = try OtherVerifier.verify(made.ledger, "--key", made.key, "--key", newest)
    #expect(other.status == 0)
    #expect(other.out.contains("months  3 closed, 2 signed, not signed 2026-08\n"))
  }

  @Test func `a private key is its owner's alone, outside every ledger, and never written over`()
    async throws
  {
    let made = try await SignedLedger.made()
    let files = FileManager.default
    let mode = try #require(files.attributesOfItem(atPath: made.file)[.posixPermissions] as? Int)
    #expect(mode == 0o600)
    let before = try String(contentsOfFile: made.file, encoding: .utf8)
    func make(_ file: String) async -> Terminal.Answer {
      await made.by("j.osei").type(["audit", "key", "make", file])
    }
    let again = await make(made.file)
    #expect(again.status == 73)
    #expect(again.err.contains("error output-exists: "))
    #expect(try String(contentsOfFile: made.file, encoding: .utf8) == before)
    let folder = made.ledger.path
    try files.createDirectory(atPath: folder + "/keys", withIntermediateDirectories: true)
    let link = made.ledger.terminal.scratch.path + "/link"
    try files.createSymbolicLink(atPath: link, withDestinationPath: folder + "/keys")
    for place in [folder, folder + "/keys", link] {
      let inside = await make(place + "/k.key")
      #expect(inside.status == 3)
      #expect(inside.err.contains("error key-not-private: "), "\(inside)")
      #expect(!files.fileExists(atPath: place + "/k.key"))
    }
    // Nor is it used from there, nor where others can read it.
    let open = made.ledger.terminal.scratch.path + "/open.key"
    try files.copyItem(atPath: made.file, toPath: open)
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: open)
    try files.copyItem(atPath: made.file, toPath: folder + "/keys/k.key")
    try await made.by("a.khan").type("period prepare 2026-09 --carry Late").require()
    for (file, code) in [
      (open, "key-not-private"), (link + "/k.key", "key-not-private"), ("none", "file-not-found"),
      ("docs/verify.py", "key-unreadable"), ("docs", "file-is-folder"),
    ] {
      let answer = await made.by("j.osei").type(["period", "close", "2026-09", "--key", file])
      #expect(answer.status != 0)
      #expect(answer.err.contains("error \(code): "), "\(answer)")
    }
    #expect(await made.ledger.type("audit verify --key 12").err.contains("error file-not-found: "))
    try await made.by("j.osei").type(["period", "close", "2026-09", "--key", made.file]).require()
  }
}
