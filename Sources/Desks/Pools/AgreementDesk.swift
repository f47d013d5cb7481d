package import Bookkeeping
package import Funding
import Importing
package import Modelling
import Storage

/// Agreements as they are adopted into a ledger, and read back from it.
package struct AgreementDesk {
  private let ledger: OpenLedger

  package init(_ ledger: OpenLedger) { self.ledger = ledger }

  /// Reads agreements back from the facts of a ledger.
  ///
  /// It is kept out of the function that waits: the optimiser of Swift 6.3 fails on the two as one.
  @inline(never)
  fileprivate static func read(_ facts: [NumberedFact]) throws -> [AgreedPool] {
    try facts.map { numbered in
      guard let text = numbered.fact.source["text"] else {
        throw StorageFailure.damaged("record \(numbered.number) holds no agreement")
      }
      return try AgreementDesk.read(text, "record \(numbered.number)")
    }
  }

  /// Reads an agreement as the ledger keeps it.
  private static func read(_ text: String, _ record: String) throws(DeskFailure) -> AgreedPool {
    let file = try DeskFailure.reading { () throws(WrittenFaults) in
      try WrittenFile(text, named: record, as: .agreement)
    }
    return try AgreementReader.read(file, in: .record)
  }

  fileprivate static func register(
    _ pools: [AgreedPool], at place: Place? = nil
  ) throws(DeskFailure)
    -> AgreementRegister
  {
    do {
      return try AgreementRegister(pools)
    } catch {
      throw DeskFailure(.refused, error.diagnostic(at: place))
    }
  }

  /// An agreement that was read from a file.
  package struct Adoption {
    package let pool: AgreedPool
    /// The record of it; none where it was adopted before in the same words.
    package let record: Int?
    /// What a variation changes.
    package let varied: [VariableMatter]
  }

  /// Adopts the agreement, or the variation of one, that a file holds.
  package func adopt(_ file: GivenFile, by officer: Officer, isDry: Bool) async throws -> Adoption {
    let written = try WrittenFile(
      at: file.path, named: file.lastName, as: .agreement,
      missing: (
        "there is no such file of an agreement", "name the file in which the agreement is written"
      ))
    let pool = try AgreementReader.read(written, in: .file(try await ledger.charter().chart))
    let kept = try await plain(pool, isDry: isDry)
    let document = try await ledger.plain(pool.document, as: "the document", isDry: isDry)
    let place = written.place(of: "varies")
    // What it is held against is read in the piece of writing that keeps it.
    return try await ledger.write(by: officer, isDry: isDry) { bookkeeper in
      let facts = try await bookkeeper.ledger.facts(.fact(.agreement))
      let around = Around(
        earlier: try AgreementDesk.read(facts),
        closed: try await bookkeeper.ledger.closedMonths(), document: document)
      guard let deed = try deed(kept, beside: around, at: place, by: officer) else {
        return Adoption(pool: pool, record: nil, varied: [])
      }
      return Adoption(pool: pool, record: try await bookkeeper.note(deed.fact), varied: deed.varied)
    }
  }

  /// What an agreement is held against.
  private struct Around {
    let earlier: [AgreedPool]
    let closed: Set<Month>
    let document: LedgerText
  }

  /// What is to be kept of an agreement, and what it varies.
  private struct Deed {
    let fact: Fact
    let varied: [VariableMatter]
  }

  /// Held against the others as the ledger would read it back, with references in place of words.
  ///
  /// - Returns: none where it has been adopted before in the same words.
  private func deed(
    _ kept: String, beside around: Around, at place: Place?, by officer: Officer
  ) throws -> Deed? {
    let read = try AgreementDesk.read(kept, "the agreement")
    if around.earlier.contains(read) { return nil }
    let register = try Self.register(around.earlier + [read], at: place)
    try checkDays(read, around.closed, on: officer.today, at: place)
    return Deed(
      fact: fact(of: read, text: kept, document: around.document, in: register, by: officer),
      varied: try matters(variedBy: read, among: around.earlier))
  }

  private func matters(
    variedBy pool: AgreedPool, among earlier: [AgreedPool]
  ) throws -> [VariableMatter] {
    guard let variation = pool.variation else { return [] }
    return try Self.register(earlier).agreement(pool.agreement.reference, on: variation.from)
      .map { pool.differences(from: $0.terms(on: variation.from)) } ?? []
  }

  private func checkDays(
    _ pool: AgreedPool, _ closed: Set<Month>, on today: Day, at place: Place?
  ) throws {
    let refusal = pool.variation?.refusal(recorded: today, closed: closed)
    if let refusal { throw DeskFailure(.refused, refusal.diagnostic(at: place)) }
  }

  /// The agreement as a fact; for a variation with the contributions that it changes, by which
  /// spending is divided from then on.
  private func fact(
    of pool: AgreedPool, text: String, document: LedgerText, in register: AgreementRegister,
    by officer: Officer
  ) -> Fact {
    let agreement = pool.agreement
    let from = pool.variation?.from ?? agreement.period.lowerBound
    let varied = pool.variation.flatMap { register.agreement(agreement.reference, on: $0.from) }
    let shares = AgreedContribution.Part.allCases.flatMap { part -> [Detail] in
      guard let fund = agreement.fund(of: part) else { return [] }
      return agreement.contributions(to: part).compactMap { one in
        let change = varied?.changes(of: one.partner, in: part, through: from).dropFirst().last
        return change?.from == from ? PoolShare.detail(fund, one.partner, one.amount) : nil
      }
        + agreement.contributions.filter { $0.part == part }.map {
          PoolShare.detail(fund, $0.partner, from: $0.source)
        }
    }
    return Fact(
      .agreement, of: agreement.reference.code, on: from,
      Source(
        .command(person: officer.name, document: document),
        details: [
          Detail("until", agreement.period.upperBound),
          // Its words have been through the guard one by one, and the rest of it is numbers and days.
          Detail(asRead: "text", text),
        ] + shares))
  }

  /// The agreement as the ledger may hold it: with references to the register in place of words that
  /// could be a name.
  private func plain(_ pool: AgreedPool, isDry: Bool) async throws -> String {
    let written = pool.written
    var plain: [String: String] = [:]
    for text in written.texts(under: AgreedPool.namesOfWords) where plain[text] == nil {
      plain[text] = try await ledger.plain(text, as: "the agreement", isDry: isDry).words
    }
    return written.replacing(plain, under: AgreedPool.namesOfWords).yaml
  }
}

extension OpenBooks {
  /// The agreements that have been adopted.
  package func agreements() async throws -> [AgreedPool] {
    try AgreementDesk.read(try await books.facts(.fact(.agreement)))
  }

  /// The agreement on a pool that holds on a day, or else the last that held before it, with its
  /// variations.
  package func agreement(on pool: PoolReference, _ day: Day) async throws -> VariedAgreement? {
    try AgreementDesk.register(try await agreements()).last(pool, by: day)
  }
}
