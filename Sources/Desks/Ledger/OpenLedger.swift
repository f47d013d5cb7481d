import Bookkeeping
import Importing
package import Funding
package import Storage

/// A ledger that has been opened, with its register and its settings.
///
/// Nothing of it has been read: a report opens its books, and asks once.
package struct OpenLedger: Sendable {
  package let store: any LedgerStore
  package let register: any Register
  package let settings: SettingsFolder
  /// Where a desk says how far it has come.
  package let progress: ProgressBoard
  /// What the front says of the names of those who act.
  let vouching: Vouching

  /// How far a front vouches for who acts, and for the day.
  package enum Vouching: Sendable {
    case not
    /// Whoever acts has signed in, and the day is the machine's.
    case signedIn
    /// The name or the day was given by hand, instead of those that are known.
    case givenByHand
  }

  /// Takes what a front has found.
  package init(
    _ store: any LedgerStore, _ register: any Register, settings: SettingsFolder,
    progress: ProgressBoard = .none, vouching: Vouching = .not
  ) {
    self.store = store
    self.register = register
    self.settings = settings
    self.progress = progress
    self.vouching = vouching
  }

  /// Whose ledger it is, as it is now.
  package func charter() async throws -> Charter { try await store.reading { try $0.charter } }

  /// Writes to the ledger, and remembers its new head in the register.
  ///
  /// `isDry` is whether to give it all up at the end.
  /// - Throws: a ``DeskFailure`` for whatever a desk refuses, and where the ledger is not the one that was
  ///   last written; what else the work throws.
  package func write<Result>(
    by officer: Officer, isDry: Bool, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    try await keepingBooks(by: officer, isDry: isDry) { bookkeeper in
      if let parting = try await parting(of: bookkeeper) {
        throw DeskFailure(.refused, parting.diagnostic)
      }
      return try await work(bookkeeper)
    }
  }

  /// Takes the word of a person that the ledger is to be used although it is not the one that was last
  /// written; of two people, it is used.
  ///
  /// - Returns: whether it was accepted, and not only proposed; none where nothing is wrong with it.
  package func accept(
    because reason: String, by officer: Officer, isDry: Bool
  ) async throws -> Bool? {
    let reason = try await plain(reason, as: "the reason", isDry: isDry)
    return try await keepingBooks(by: officer, isDry: isDry) { bookkeeper in
      guard let parting = try await parting(of: bookkeeper) else { return nil }
      switch parting {
      case .foreign: throw DeskFailure(.refused, parting.diagnostic)
      case .behind, .parted: return try await bookkeeper.accept(parting, because: reason)
      case .unseen:
        let (secret, isNew) = try await register.reading { names in
          (try await names.secret().mark, try await names.imports().isEmpty)
        }
        return try await bookkeeper.accept(
          parting, because: reason, secret: secret, beginsRegister: isNew)
      }
    }
  }

  /// Where the ledger is not the one that was last written; nothing else of it is believed.
  package func parting() async throws -> Parting? {
    // The register first: what it has seen is in the ledger by then.
    try await register.reading { names in
      try await store.snapshot { try await $0.parting(from: names) }
    }
  }

  private func parting(of bookkeeper: Bookkeeper) async throws -> Parting? {
    try await register.reading { try await bookkeeper.ledger.questions.parting(from: $0) }
  }

  private func keepingBooks<Result>(
    by officer: Officer, isDry: Bool, _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    try await requireNameless(officer.name, as: "the name of whoever acts")
    guard officer.actor.isPlain else { throw DeskFailure(.refused, OpenLedger.notPlain) }
    let result: Result
    do {
      result = try await store.keepingBooks(
        on: officer.today, by: Actor(officer.name, isSignedIn: vouching == .signedIn),
        isRehearsal: isDry
      ) { bookkeeper in
        let result = try await work(bookkeeper)
        try await requireNameless(bookkeeper.references)
        return result
      }
    } catch {
      throw DeskFailure(anything: error) ?? error
    }
    if !isDry { await witness() }
    return result
  }

  /// The last record, and its digest.
  package func head() async throws -> Head { try await store.reading { $0.head } }

  /// Has the register remember the head, unless it is not this ledger's register any more.
  ///
  /// The ledger is written by then, whatever becomes of this: the next writing remembers a later head.
  private func witness() async {
    do {
      // Read inside, so that of two runs the later one remembers the later head.
      try await register.write { names in
        let (head, parting) = try await store.snapshot { questions in
          try await register.reading {
            (try await questions.head(), try await questions.parting(from: $0))
          }
        }
        if parting == nil { try await names.witness(head) }
      }
    } catch {
      progress.warn(
        Diagnostic(
          .warning, "head-not-remembered",
          problem: "the ledger is written, and the register could not be told its new head",
          why: "it is in use, or there is no room", next: "nothing; the next writing tells it"))
    }
  }
}

extension OpenLedger {
  /// Begins the chain of a new ledger: whose it is, and the settings that it adopts.
  ///
  /// - Returns: its head.
  package static func begin(
    _ store: any LedgerStore, _ register: any Register, _ charter: Charter,
    _ settings: [Policy.Adopted], by officer: Officer
  ) async throws -> Head {
    guard officer.actor.isPlain else { throw DeskFailure(.refused, notPlain) }
    try await store.keepingBooks(on: officer.today, by: officer.actor, isRehearsal: false) {
      bookkeeper in
      try await register.reading { names in
        let names = try await NameGuard(names)
        try await bookkeeper.adopt(charter, names)
        for setting in settings { try await bookkeeper.adopt(setting, names) }
      }
    }
    let head = try await store.reading { $0.head }
    try await register.write { try await $0.witness(head) }
    return head
  }

  private static let notPlain = Diagnostic.error(
    "name-not-plain", "the name of whoever acts has no Latin letter, or a sign that is none",
    why: "what looks like another’s name could be taken for it, and two people for one",
    next: "sign in, or set SENDLEDGER_USER, with the letters A to Z")
}
