package import Bookkeeping
package import Funding
package import Storage

/// What came of having a child forgotten.
package struct Forgetting {
  /// What was taken out of the register, or would be.
  package let taken: NamingChild
  /// The mappings of its family alone, which were taken away, or would be.
  package let mappings: [String]
  /// Mappings that name the child, and stand: they name others too, or may not be touched.
  package let otherMappings: [String]
  /// The record that says so, and its day; none where nothing was to be written.
  package let record: Numbered<ChildForgotten>?
  /// Whether an earlier run had recorded it.
  package let wasRecorded: Bool
}

extension OpenLedger {
  /// Forgets a child: the chain says so first, and then the register names it no more.
  ///
  /// Whatever ends it in between, the same again does what is left.
  package func forget(
    _ child: ChildReference, because reason: String, by officer: Officer, isDry: Bool
  ) async throws -> Forgetting {
    let earlier = try await reading { books in
      try await requireMet(child, books)
      return try await books.books.forgotten(child)
    }
    if earlier == nil {
      let reason = try await plain(reason, as: "the reason", isDry: isDry)
      _ = try await write(by: officer, isDry: isDry) {
        try await $0.forget(child, because: reason)
      }
    }
    let mappings = settings.mappings(of: child)
    let taken: NamingChild
    do {
      // No import is posted meanwhile: the ledger is held, and nothing more is written to it.
      taken = try await write(by: officer, isDry: true) { bookkeeper in
        let named = try await register.reading {
          try await NamingChild(child, in: $0, beside: bookkeeper.ledger)
        }
        if !isDry { try await register.write { try await $0.forget(named) } }
        return named
      }
    } catch {
      guard !isDry, let failure = DeskFailure(anything: error) else { throw error }
      throw DeskFailure(failure.kind, unfinished(child, failure))
    }
    let gone = mappings.own.filter { isDry || settings.remove(mapping: $0) }
    return Forgetting(
      taken: taken, mappings: gone,
      otherMappings: mappings.shared + mappings.own.filter { !gone.contains($0) },
      record: try await reading { try await $0.books.forgotten(child) },
      wasRecorded: earlier != nil)
  }

  /// Lets the register name a child again that was forgotten.
  ///
  /// - Returns: false where it is not forgotten.
  package func readmit(
    _ child: ChildReference, because reason: String, by officer: Officer, isDry: Bool
  ) async throws -> Bool {
    let isForgotten = try await reading { try await $0.books.forgotten(child) != nil }
    guard isForgotten else { return false }
    let reason = try await plain(reason, as: "the reason", isDry: isDry)
    return try await write(by: officer, isDry: isDry) {
      try await $0.forget(child, because: reason, takingBack: true)
    }
  }

  private func requireMet(_ child: ChildReference, _ books: OpenBooks) async throws {
    if try await !books.books.records(mentioning: .child(child)).isEmpty { return }
    if try await books.names.family(child) != nil { return }
    if try await books.imports().contains(where: { $0.isOf(child) }) { return }
    throw DeskFailure(
      .notFound,
      Diagnostic.error(
        "child-not-known", "neither the ledger nor the register knows \(child)",
        next: "see who there is: \(.listChildren)"))
  }

  private func unfinished(_ child: ChildReference, _ failure: DeskFailure) -> Diagnostic {
    .error(
      "forgetting-unfinished",
      "it is recorded that \(child) is forgotten, and the register still holds something of it",
      why: failure.diagnostics.map(\.problem).joined(separator: "; "),
      next: "give the same command again: \(.forget(child.code))")
  }
}

extension OpenBooks {
  /// Children who were forgotten, and whom the register names all the same: an earlier copy was put back.
  package func namedAgain() async throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for child in try await books.forgottenChildren().sorted() {
      guard let forgotten = try await books.forgotten(child)?.value,
        try await names.family(child) != nil
      else { continue }
      found.append(
        Diagnostic(
          .warning, "forgotten-and-held",
          problem: "\(child) was forgotten on \(forgotten.day), and the register names the family",
          why: "an earlier copy of register.sqlite was put back, or a run that forgot was ended",
          next: "\(.forget(child.code))"))
    }
    return found
  }
}
