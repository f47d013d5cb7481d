import Bookkeeping
import Foundation
import Funding
import Modelling
import Storage
import Yams

/// Agreements as they are adopted into a ledger, and read back from it.
struct AgreementDesk {
  private let ledger: OpenLedger

  init(_ ledger: OpenLedger) {
    self.ledger = ledger
  }

  /// The agreements that have been adopted, as far as they were known at a record.
  func adopted(knownAt: Int? = nil) async throws -> [AgreedPool] {
    try await ledger.store.facts(.fact(.agreement))
      .filter { fact in knownAt.map { fact.number <= $0 } ?? true }
      .map { numbered in
        guard let text = numbered.fact.source["text"] else {
          throw StorageFailure.damaged("record \(numbered.number) holds no agreement")
        }
        return try AgreementReader.read(text, file: "record \(numbered.number)", chart: nil)
      }
  }

  /// The agreement on a pool that holds on a day, or else the last that held before it.
  func agreement(on pool: ContractReference, _ day: Day, knownAt: Int?) async throws -> AgreedPool?
  {
    let adopted = try await adopted(knownAt: knownAt)
    _ = try register(adopted)
    return adopted.filter {
      $0.agreement.reference == pool && $0.agreement.period.lowerBound <= day
    }.max { $0.agreement.period.lowerBound < $1.agreement.period.lowerBound }
  }

  private func register(_ pools: [AgreedPool]) throws(Failure) -> AgreementRegister {
    do {
      return try AgreementRegister(pools.map(\.agreement))
    } catch {
      throw Failure(.refused, error.diagnostic(at: nil))
    }
  }

  /// Adopts the agreement that a file holds.
  ///
  /// - Returns: the agreement, and the number of the record; none where it was adopted before.
  func adopt(_ path: String, isDry: Bool) async throws -> (pool: AgreedPool, record: Int?) {
    let name = String(path.split(separator: "/").last ?? "")
    let text = try text(of: path)
    let pool = try AgreementReader.read(text, file: name, chart: ledger.charter.chart)
    let kept = try await plain(text, isDry: isDry)
    let standing = try await ledger.store.facts(
      .fact(.agreement, of: pool.agreement.reference.code))
    if standing.contains(where: { $0.fact.source["text"] == kept }) { return (pool, nil) }
    _ = try register(try await adopted() + [pool])
    let actor = try Surroundings.current.actor()
    let document = try await ledger.plain(pool.document, as: "the document", isDry: isDry)
    let fact = Fact(
      .agreement, of: pool.agreement.reference.code, on: pool.agreement.period.lowerBound,
      Source(
        .command(person: actor, document: document),
        details: [
          Detail("until", pool.agreement.period.upperBound.description), Detail("text", kept),
        ]))
    let number = try await ledger.write(isDry: isDry) { bookkeeper in
      try await bookkeeper.note(fact)
    }
    return (pool, number)
  }

  private func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .cannotOpen,
        Diagnostic(
          .error, "file-not-found", problem: "there is no such file of an agreement",
          next: "name the file in which the agreement is written"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(
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
  private static let written: Set<String> = ["words", "clause", "document"]

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
      throw Failure(
        .badInput,
        Diagnostic(
          .error, "agreement-unreadable", problem: "the agreement refers to itself by an alias",
          why: "an agreement is read whole, and nothing of it is supposed",
          next: "write out what stands behind the alias"))
    }
  }
}
