package import Bookkeeping
import Foundation
package import Funding
package import Reporting
import Storage

/// Builds the statements of a month, and holds back those that must not be sent.
package struct StatementDesk {
  private let open: OpenBooks
  private let reader: ChildBooksReader
  let maker: Maker

  var period: Month { maker.period }

  /// What has to be known besides a child's books to make a statement of them.
  struct Maker: Sendable {
    let period: Month
    let issued: Day
    let authority: String
    let words: FamilyStatement.Words

    func statement(from books: ChildBooks) -> Result<Report, Held> {
      let report = FamilyStatement(
        books, period, issued: issued, authority: authority, words: words
      ).report
      return report.holdsNegativeAmount
        ? .failure(Held(child: books.child, hold: .negativeSum)) : .success(report)
    }
  }

  package init(_ books: OpenBooks, _ period: Month, issued: Day) async throws {
    open = books
    reader = ChildBooksReader(books)
    let policy = books.books.policy
    maker = Maker(
      period: period, issued: issued, authority: books.charter.authority,
      words: FamilyStatement.Words(
        contact: try policy.setting(.statementContact, on: period.last).text,
        advice: try policy.setting(.adviceService, on: period.last).text))
  }

  /// Why a statement is held back.
  package enum Hold: Hashable, Sendable {
    case familyNotKnown
    case forgotten(Day)
    case addressNotConfirmed(Day?)
    /// A figure is negative, which a family's statement has no words for.
    case negativeSum
  }

  /// The statement of a child.
  package func statement(of child: ChildReference) async throws -> Result<Report, Held> {
    try await books(of: child).flatMap(maker.statement)
  }

  /// What a statement of a child is made of, where one may go out.
  func books(of child: ChildReference) async throws -> Result<ChildBooks, Held> {
    if let forgotten = try await open.books.forgotten(child)?.value {
      return .failure(Held(child: child, hold: .forgotten(forgotten.day)))
    }
    guard let books = try await reader.books(of: child) else {
      return .failure(Held(child: child, hold: .familyNotKnown))
    }
    // A statement goes only to an address that was confirmed within the last twelve months.
    let confirmed = books.family.addressConfirmed
    guard let confirmed, confirmed.advanced(by: 365) >= maker.issued else {
      return .failure(Held(child: child, hold: .addressNotConfirmed(confirmed)))
    }
    return .success(books)
  }

  package struct Held: Error, Hashable, Sendable {
    package let child: ChildReference
    package let hold: Hold

    package var diagnostic: Diagnostic {
      switch hold {
      case .familyNotKnown:
        Diagnostic(
          .warning, "statement-held", problem: "the statement of \(child) is held back",
          why: "the register does not know the family",
          next: "import it: \(.preview(kind: "families"))")
      case .forgotten(let day):
        Diagnostic(
          .warning, "statement-held", problem: "the statement of \(child) is held back",
          why: "the child was forgotten on \(spoken(day)), so there is no name and no address",
          next: "see what its lines came to: \(.showChild(child.code))")
      case .addressNotConfirmed(let day):
        Diagnostic(
          .warning, "statement-held", problem: "the statement of \(child) is held back",
          why: day.map { "the address was last confirmed on \(spoken($0)), over 12 months ago" }
            ?? "the address has never been confirmed",
          next: "confirm it with the family, and import it: --as families")
      case .negativeSum:
        Diagnostic(
          .warning, "statement-held", problem: "the statement of \(child) is held back",
          why: "one of its sums is negative, so something in the books is not right yet",
          next: "look at the child's month: \(.showChild(child.code))")
      }
    }
  }

  /// The children who have a plan line by the end of the month.
  package func children() async throws -> [ChildReference] {
    let lines = try await open.planLines()
    return Set(lines.filter { $0.from <= period.last }.map(\.reference.child)).sorted()
  }
}
