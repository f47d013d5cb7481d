package import Bookkeeping
import Foundation
package import Funding
package import Modelling
import Storage
import Yams

/// Agreements as they are adopted into a ledger, and read back from it.
package struct AgreementDesk {
  private let ledger: OpenLedger

  package init(_ ledger: OpenLedger) {
    self.ledger = ledger
  }

  /// Reads agreements back from the facts of a ledger.
  ///
  /// It is kept out of the function that waits: the optimiser of Swift 6.3 fails on the two as one.
  @inline(never)
  fileprivate static func read(_ facts: [NumberedFact]) throws -> [AgreedPool] {
    try facts.map { numbered in
      guard let text = numbered.fact.source["text"] else {
        throw StorageFailure.damaged("record \(numbered.number) holds no agreement")
      }
      return try AgreementReader.read(text, file: "record \(numbered.number)", chart: nil)
    }
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
    let name = file.lastName
    let text = try text(of: file.path)
    let pool = try AgreementReader.read(text, file: name, chart: ledger.charter.chart)
    let kept = try await plain(text, isDry: isDry)
    if try await stands(kept, of: pool.agreement.reference) {
      return Adoption(pool: pool, record: nil, varied: [])
    }
    let around = try await around(pool.document, isDry: isDry)
    let deed = try deed(kept, beside: around, in: text, name, by: officer)
    return Adoption(
      pool: pool, record: try await keep(deed.fact, by: officer, isDry: isDry), varied: deed.varied)
  }

  private func around(_ document: String, isDry: Bool) async throws -> Around {
    let document = try await ledger.plain(document, as: "the document", isDry: isDry)
    return try await ledger.reading { books in
      Around(
        earlier: try await books.agreements(), closed: try await books.books.closedMonths(),
        document: document)
    }
  }

  /// Whether an agreement has been adopted before in the same words.
  private func stands(_ text: String, of reference: ContractReference) async throws -> Bool {
    try await ledger.reading { books in
      try await books.books.facts(.fact(.agreement, of: reference.code))
        .contains { $0.fact.source["text"] == text }
    }
  }

  private func keep(_ fact: Fact, by officer: Officer, isDry: Bool) async throws -> Int {
    try await ledger.write(by: officer, isDry: isDry) { bookkeeper in
      try await bookkeeper.note(fact)
    }
  }

  /// What an agreement is held against.
  private struct Around {
    let earlier: [AgreedPool]
    let closed: Set<Month>
    let document: String
  }

  /// What is to be kept of an agreement, and what it varies.
  private struct Deed {
    let fact: Fact
    let varied: [VariableMatter]
  }

  /// Held against the others as the ledger would read it back, with references in place of words.
  private func deed(
    _ kept: String, beside around: Around, in text: String, _ name: String, by officer: Officer
  ) throws -> Deed {
    let read = try AgreementReader.read(kept, file: name, chart: nil)
    let place = AgreementReader.placeOfVariation(in: text, file: name)
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
    of pool: AgreedPool, text: String, document: String, in register: AgreementRegister,
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
    }
    return Fact(
      .agreement, of: agreement.reference.code, on: from,
      Source(
        .command(person: officer.name, document: document),
        details: [
          Detail("until", agreement.period.upperBound.description), Detail("text", text),
        ] + shares))
  }

  private func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeskFailure(
        .cannotOpen,
        Diagnostic(
          .error, "file-not-found", problem: "there is no such file of an agreement",
          next: "name the file in which the agreement is written"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw DeskFailure(
        .badInput,
        Diagnostic(
          .error, "agreement-unreadable", problem: "the agreement is not written in UTF-8",
          why: "an agreement is read whole, and nothing of it is supposed",
          next: "save it as UTF-8"))
    }
    return text
  }

  /// The text as the ledger may hold it: without comments, and with references to the register in
  /// place of words that could be a name.
  private func plain(_ text: String, isDry: Bool) async throws -> String {
    guard let root = try Yams.compose(yaml: text) else {
      preconditionFailure("an agreement that was read is not YAML")
    }
    return try Yams.serialize(
      node: try await plain(root, isWords: false, isDry: isDry), width: -1, allowUnicode: true)
  }

  /// The names under which people write as they like; codes and amounts stand under the others.
  private static let written: Set<String> = ["words", "clause", "document", "reason"]

  private func plain(_ node: Node, isWords: Bool, isDry: Bool) async throws -> Node {
    switch node {
    case .scalar(let scalar):
      guard isWords else { return node }
      return Node(try await ledger.plain(scalar.string, as: "the agreement", isDry: isDry))
    case .mapping(let mapping):
      var pairs: [(Node, Node)] = []
      for (key, value) in mapping {
        let isWords = Self.written.contains(key.string ?? "")
        pairs.append((key, try await plain(value, isWords: isWords, isDry: isDry)))
      }
      return Node(pairs)
    case .sequence(let sequence):
      var list: [Node] = []
      for one in sequence { list.append(try await plain(one, isWords: false, isDry: isDry)) }
      return Node(list)
    case .alias:
      throw DeskFailure(
        .badInput,
        Diagnostic(
          .error, "agreement-unreadable", problem: "the agreement refers to itself by an alias",
          why: "an agreement is read whole, and nothing of it is supposed",
          next: "write out what stands behind the alias"))
    }
  }
}

extension OpenBooks {
  /// The agreements that have been adopted.
  package func agreements() async throws -> [AgreedPool] {
    try AgreementDesk.read(try await books.facts(.fact(.agreement)))
  }

  /// The agreement on a pool that holds on a day, or else the last that held before it, with its
  /// variations.
  package func agreement(on pool: ContractReference, _ day: Day) async throws -> VariedAgreement? {
    try AgreementDesk.register(try await agreements()).last(pool, by: day)
  }
}
