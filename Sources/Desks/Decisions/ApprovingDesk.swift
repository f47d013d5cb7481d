package import Funding
package import Reporting
package import Storage

extension OpenLedger {
  /// Puts a second name to a recorded decision, and posts what it comes to.
  package func approve(
    _ reference: DecisionReference, by officer: Officer, isDry: Bool
  ) async throws -> Approval {
    try await write(by: officer, isDry: isDry) { bookkeeper in
      try await register.reading { try await bookkeeper.approve(reference, $0) }
    }
  }
}

extension Approval {
  /// Every movement that was posted, or would be, and the change in what is uncommitted.
  package func report(isDry: Bool, _ books: OpenBooks) -> Report {
    PostedChange(records).report(decision, approved, isDry: isDry, books.header)
  }
}
