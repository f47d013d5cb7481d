import Bookkeeping
package import Funding
package import Reporting
import Storage

/// A decision that has been approved, or would be, and what that posted.
package struct Approved {
  private let approval: DecisionApproval
  private let records: [JournalRecord]

  fileprivate init(_ approval: DecisionApproval, _ records: [JournalRecord]) {
    self.approval = approval
    self.records = records
  }

  /// Every movement that was posted, and the change in what is uncommitted.
  package func report(isDry: Bool, _ books: OpenBooks) -> Report {
    PostedChange(records).report(
      approval.decision, approval.approved, isDry: isDry, books.header)
  }
}

extension OpenLedger {
  /// Puts a second name to a recorded decision, and posts what it comes to.
  ///
  /// The case is worked out again in the piece of writing that posts, so that nothing comes between.
  package func approve(
    _ reference: DecisionReference, by officer: Officer, isDry: Bool
  ) async throws -> Approved {
    let origin = Origin.command(person: officer.name, document: reference.code)
    return try await write(by: officer, isDry: isDry) { bookkeeper in
      let approval = try await DecisionApproval(bookkeeper.ledger, reference, by: officer)
      let head = try await bookkeeper.head()
      try await bookkeeper.post(approval.approved.document(from: origin))
      if let demand = approval.demand(from: origin) { try await bookkeeper.note(demand) }
      return Approved(approval, try await bookkeeper.records(after: head))
    }
  }
}
