import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Reporting
import Storage

struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Read the chain of records, and verify it.",
    subcommands: [
      AuditLog.self, AuditVerify.self, AuditHeads.self, AuditKey.self, AuditAccept.self,
    ])
}

struct AuditLog: ReportCommand {
  static let configuration = CommandConfiguration(
    "log", "List records: who recorded what, and when.",
    examples: ["sendledger audit log --last 20", "sendledger audit log --record 164"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "How many of the last records to list.")
  var last = 20

  @Option(name: .long, help: "One record, with its postings.")
  var record: Int?

  func validate() throws { if last < 1 { throw ValidationError("list one record at least") } }

  func read(_ books: OpenBooks) async throws -> Report {
    guard let record else { return try await books.named(try await books.latest(last)) }
    return try await books.named(try await books.one(record))
  }
}

struct AuditVerify: LedgerCommand {
  static let configuration = CommandConfiguration(
    "verify", "Check the ledger against its chain, and name the first fault.",
    """
    Every record is linked again, every balance added up again, and the file's rules and pages are
    looked at, and every signature of a closed month held against the officer's key. With a digest from an
    older report, says whether it is still in the chain; with an officer's public key, whether it is theirs.
    """,
    examples: [
      "sendledger audit verify",
      "sendledger audit verify --at 172 --digest e2cd6bfeb1d3443036a91cd11ecc5565e41029e29b17…",
    ])

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The record of a head that was printed on a report.")
  var at: Int?

  @Option(name: .long, help: "Its digest, or the first digits of it, with spaces or without.")
  var digest: String?

  @Option(name: .long, help: "An officer's public key from outside the ledger, or a file with it.")
  var key: [String] = []

  private var printed: String? { digest?.filter { $0 != " " && $0 != "…" }.lowercased() }

  func validate() throws {
    // A head is a record and its digest, and is looked for as it was printed.
    guard (at == nil) == (digest == nil) else {
      throw ValidationError("--at and --digest are given together, or not at all")
    }
    if let at, at < 1 { throw ValidationError("--at is a record, the first of which is 1") }
    if let printed, !(7...64).contains(printed.count) || !printed.allSatisfy(\.isHexDigit) {
      throw ValidationError("--digest is seven digits or more, each of 0 to 9 or a to f")
    }
  }

  func act() async throws -> Exit {
    let keys = try key.map(KeyFile.publicKey)
    // The chain is checked before anything in it is believed, even whose ledger it is.
    let store = try common.folder().store()
    let progress = Progress(
      "Verifying", of: try await store.snapshot { try await $0.head().number })
    let verdict = try await store.verify(reading: [Disaggregation.Decision.self]) {
      progress.show($0)
    }
    progress.end()
    switch verdict {
    case .faulty(let fault):
      let parting = try? await common.open().parting()
      Console.current.report([fault.diagnostic] + (parting.map { [$0.diagnostic] } ?? []))
      return .refused
    case .sound(let head, let entries, let movements, let months):
      let ledger = try common.open()
      if let parting = try await ledger.parting() {
        throw Failure(.refused, parting.diagnostic)
      }
      try await checkPrinted(ledger)
      if let fault = months.fault(beside: keys) { throw Failure(.refused, fault.diagnostic) }
      Console.current.print(
        """
        The ledger is whole: \(head.number) records, \(entries) entries, \(movements) movements.
        Every balance follows from them. Head \(head.digest)
        """)
      say(months, keys)
      return .done
    }
  }

  private func say(_ months: SignedMonths, _ keys: [PublicKey]) {
    let (signed, unsigned) = (months.signed, months.unsigned)
    func list(_ months: [Month]) -> String { months.map(\.description).joined(separator: ", ") }
    if !signed.isEmpty || !unsigned.isEmpty {
      let left = unsigned.isEmpty ? "" : " Not signed: \(list(unsigned))."
      let all = signed.count + unsigned.count
      Console.current.print(
        "\(signed.count) of \(all) closed \(all == 1 ? "month is" : "months are") signed.\(left)")
    }
    for key in keys {
      let own = signed.filter { $0.key.key == key }.map(\.month)
      Console.current.print(
        "With the key \(key.printed): \(own.isEmpty ? "no month" : list(own)).")
    }
  }

  private func checkPrinted(_ ledger: OpenLedger) async throws {
    guard let at, let printed else { return }
    let (found, last) = try await ledger.reading {
      (try await $0.books.digest(of: at), $0.books.head.number)
    }
    guard let found, found.description.hasPrefix(printed) else {
      throw Failure(
        .refused,
        Diagnostic.error(
          "printed-head-differs",
          found == nil
            ? "the ledger has no record \(at): its last is \(last)"
            : "record \(at) of the ledger has another digest than the one that was given",
          why:
            "the digits are not those of the paper, or this is not the ledger that it was made from",
          next:
            "compare the digits with the paper; if they are those, tell whoever answers for the ledger"
        ))
    }
    Console.current.print("Record \(at) has the digest that was printed.")
  }
}

struct AuditHeads: LedgerCommand {
  static let configuration = CommandConfiguration(
    "heads", "List the heads that were given out, and whether the ledger still has each.",
    "A head stands on every statement, letter and pack, and is signed as a month is closed.",
    examples: ["sendledger audit heads", "sendledger audit heads --format csv --output heads.csv"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func act() async throws -> Exit {
    let (heads, allStand) = try await common.reading { try await $0.heads() }
    try await report.write(heads)
    return allStand ? .done : .look
  }
}

struct AuditAccept: LedgerCommand {
  static let configuration = CommandConfiguration(
    "accept", "Accept a ledger that is not the one that was last written.",
    """
    Where an earlier copy of a ledger was put back, or another stands in its place, nothing is written
    to it until two people have said, with a reason, that it is to be used. What they say is recorded.
    Where the register is lost, a new one is begun: names have to be imported anew.
    """,
    examples: ["sendledger audit accept --reason 'The disk was lost; this is the copy of Monday'"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Option(name: .long, help: "Why. It is kept in the ledger, so it names nobody.")
  var reason: String

  func act() async throws -> Exit {
    let ledger = try common.open(beginning: !writing.dryRun)
    let isAccepted = try await ledger.accept(
      because: reason, by: Surroundings.current.officer(), isDry: writing.dryRun)
    let isDone = writing.dryRun ? "would be" : "is"
    switch isAccepted {
    case nil:
      Console.current.print("The ledger is the one that was last written. Nothing to accept.")
    case true?: Console.current.print("The ledger \(isDone) accepted, and can be written to again.")
    case false?:
      Console.current.print(
        "That the ledger be accepted \(isDone) proposed."
          + " Next: somebody else runs sendledger audit accept --reason TEXT")
      return .look
    }
    return .done
  }
}
