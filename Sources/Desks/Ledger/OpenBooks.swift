package import Bookkeeping
package import Funding
package import Reporting
package import Storage

/// The books of a ledger, open at one point, with what the register says at this moment: all that a
/// report, a desk or a trace is made from.
package struct OpenBooks {
  /// The ledger as it stood at the point.
  package let books: Books
  /// Names, addresses and texts, which the ledger may not hold: as they are now.
  package let names: any RegisterReading
  /// Whose ledger it was at the point.
  package let charter: Charter
  /// Where a desk says how far it has come.
  package let progress: ProgressBoard

  /// Where the ledger is not the one that was last written, which every report has to say.
  package let parting: Parting?

  init(
    _ books: Books, _ names: any RegisterReading, progress: ProgressBoard, parting: Parting? = nil
  ) throws(StorageFailure) {
    self.books = books
    self.names = names
    self.progress = progress
    self.parting = parting
    charter = try books.charter
  }

  /// The same snapshot as it stood at an earlier point.
  func earlier(_ point: ReadingPoint) async throws(StorageFailure) -> OpenBooks {
    try OpenBooks(try await books.earlier(point), names, progress: progress, parting: parting)
  }
}

extension OpenLedger {
  /// Opens the books at a point, and does something with them: all of it from one snapshot.
  ///
  /// - Throws: a ``DeskFailure`` for whatever a desk refuses; what else the work throws.
  package func reading<Result>(
    at point: ReadingPoint = .now, _ work: (OpenBooks) async throws -> Result
  ) async throws -> Result {
    do {
      return try await store.reading(at: point) { books in
        if vouching == .givenByHand, books.policy.signIn == .serviceAccount {
          throw StorageFailure.notSignedIn
        }
        return try await register.reading { names in
          var parting = try await books.questions.parting(from: names)
          if parting != nil {
            // The register may have seen what was written since these books were opened.
            parting = try await store.snapshot { try await $0.parting(from: names) }
          }
          if let parting { progress.warn(parting.diagnostic) }
          return try await work(OpenBooks(books, names, progress: progress, parting: parting))
        }
      }
    } catch {
      throw DeskFailure(anything: error) ?? error
    }
  }
}

extension OpenBooks {
  package var chart: Chart { charter.chart }

  /// What every report says of the ledger that it was read from: whose, and at which point.
  package var header: [Report.Fact] {
    [
      Report.Fact("Authority", .text("\(charter.authority) (\(charter.code))")),
      Report.Fact("Ledger", .text("record \(books.head.number), head \(books.head.digest)")),
    ] + (parting.map { [.warning(.text($0.diagnostic.problem))] } ?? [])
  }

  /// Refuses to make a paper that is given out, or a file that other programs read, from a ledger that is not
  /// the one that was last written: neither would say so.
  package func requireWitnessed() throws(DeskFailure) {
    if let parting { throw DeskFailure(.refused, parting.diagnostic) }
  }

  /// A fund of the ledger, by its code.
  package func fund(_ text: String) throws(DeskFailure) -> Fund { try chart.known(fund: text) }

  /// A day that was asked for, or else the day of the point's last record.
  ///
  /// It is not today, so that one point gives the same bytes on every day.
  package func lastDay(_ asked: Day?) -> Day {
    asked ?? books.head.recorded ?? charter.firstYear.first
  }

  /// The same, but of the ledger as it is now no later than its last record.
  ///
  /// Nothing has happened beyond that. At an earlier point a later day is what was then planned for it.
  package func knownDay(_ asked: Day?) -> Day {
    books.point == .now ? min(lastDay(asked), lastDay(nil)) : lastDay(asked)
  }

  /// Refuses a day on which there was no ledger yet.
  func requireOpened(by day: Day) throws(DeskFailure) {
    guard day < charter.firstYear.first else { return }
    throw DeskFailure(
      .wrongUse,
      Diagnostic.error(
        "before-first-year", "the ledger begins on \(charter.firstYear.first)",
        why: "its first year is \(charter.firstYear), and \(day) is before that",
        next: "name a month or a day of \(charter.firstYear) or later"))
  }

  func flowBook(_ spans: [DaySpan]) async throws(StorageFailure) -> FlowBook {
    var flows: [DaySpan: [Flow]] = [:]
    for span in spans { flows[span] = try await books.flows(span) }
    return FlowBook(flows)
  }

  /// The versions of all plan lines.
  func planLines() async throws(StorageFailure) -> [PlanLine] {
    try await books.all(PlanLine.self).map(\.value)
  }

  /// A paper for a family with a head on it: that of a record, or of the point.
  package func proven(
    _ report: Report, as kind: Paper.Kind, of subject: String, _ month: Month? = nil,
    at number: Int? = nil, on today: Day
  ) async throws(StorageFailure) -> (report: Report, paper: Paper) {
    var head = books.head
    if let number, let kept = try await books.questions.head(at: number) { head = kept }
    return (
      try await named(report).proven(by: head.digest, of: head.number),
      Paper(kind, of: subject, month, record: head.number, head.digest, made: today)
    )
  }

  /// A report with the register's texts in place of the references to them.
  package func named(_ report: Report) async throws(StorageFailure) -> Report {
    var texts: [TextReference: String] = [:]
    for reference in report.textReferences {
      texts[reference] = try await names.text(reference.code)
    }
    return report.naming(texts)
  }
}

extension Chart {
  /// A fund of the ledger, by its code.
  package func known(fund text: String) throws(DeskFailure) -> Fund {
    if let fund = fund(text) { return fund }
    let known = funds.map(\.value.description).joined(separator: ", ")
    throw DeskFailure(
      .notFound,
      Diagnostic.error(
        "fund-not-known",
        "the ledger keeps no fund \(PlainWords.quoted(text, else: "of that name"))",
        next: "name one of: \(known)"))
  }
}
