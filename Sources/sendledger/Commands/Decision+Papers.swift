import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Rendering
import Reporting
import Storage

struct DecisionLetterCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "letter", "Write the family’s letter of an approved decision.",
    """
    Written to a file, the letter is kept in the ledger by its digest. It is held back while the family’s address has
    not been confirmed within twelve months.
    """,
    examples: [
      "sendledger decision letter D-2026-0402 --format html --output letter.html",
      "sendledger decision letter D-2026-0402 --format txt",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  @Option(name: .long, help: "html, txt, csv or json.")
  var format: StatementFormatName = .txt

  @Option(name: [.short, .long], help: "Write it to a file, whole or not at all.")
  var output: String?

  @Flag(name: .long, help: "Replace the output file if it is there.")
  var force = false

  @Flag(name: .long, help: "It is to the young person whose plan it is.")
  var youngPerson = false

  func act() async throws -> Exit {
    let ledger = try common.open()
    let officer = try Surroundings.current.officer()
    let (papers, confirmed) = try await ledger.reading { books in
      let papers = try await DecisionPapersDesk(books, of: ledger, reference, for: officer)
        .papers(isYoungPerson: youngPerson)
      let child = papers.assessment.given.request.line.child
      if let forgotten = try await books.books.forgotten(child)?.value {
        throw Failure(
          .refused,
          Diagnostic.error(
            "letter-held", "the letter to the family of \(child) is held back",
            why: "the child was forgotten on \(forgotten.day), so there is no name and no address",
            next: "print the report of the decision: sendledger decision report \(reference)"))
      }
      return (papers, try await books.names.family(child)?.addressConfirmed)
    }
    try requireReady(papers, confirmed: confirmed, on: officer.today)
    let letter: DecisionLetter
    do {
      letter = try DecisionLetter(papers)
    } catch {
      throw Failure(.refused, error.diagnostic)
    }
    let (report, paper) = try await ledger.reading { books in
      // The record of the decision, so that the letter is the same whenever it is written.
      let number = try await books.books.decision(on: reference)?.number
      return try await books.proven(
        letter.report, as: .letter, of: reference.code, at: number, on: officer.today)
    }
    let text = format.text(of: report)
    guard let output, output != "-", !writing.dryRun else {
      Console.current.print(text)
      if !writing.dryRun { await ledger.remember([paper]) }
      return .done
    }
    try await OutputFile(path: Surroundings.current.path(output)).write(text, replacing: force) {
      try await keep(Digest(sha256: Array(text.utf8)), in: ledger)
      await ledger.remember([paper])
    }
    return .done
  }

  private func requireReady(
    _ papers: DecisionPapers, confirmed: Day?, on today: Day
  ) throws {
    guard papers.decision != nil else {
      throw Failure(.refused, EventRefusal.decision(.notRecorded(reference)).diagnostic())
    }
    guard papers.approval != nil else {
      throw Failure(
        .refused,
        Diagnostic.error(
          "decision-not-approved", "nobody has approved the decision on \(reference)",
          why: "a letter goes out once two people have put their names to what it says",
          next: "have somebody else approve it: sendledger decision approve \(reference)"))
    }
    guard let confirmed, confirmed.advanced(by: 365) >= today else {
      throw Failure(
        .refused,
        Diagnostic.error(
          "letter-held",
          "the letter to the family of \(papers.assessment.given.request.line.child) is held back",
          why: "their address has not been confirmed within the last twelve months",
          next: "confirm it with the family, and import it: --as families"))
    }
  }

  private func keep(_ digest: Digest, in ledger: OpenLedger) async throws {
    let officer = try Surroundings.current.officer()
    let fact = Fact(
      .decisionLetter, of: reference.code, on: officer.today,
      Source(
        .command(person: officer.name, document: LedgerText(reference)),
        details: [Detail("sha256", digest), Detail("format", format)]))
    try await ledger.write(by: officer, isDry: false) { _ = try await $0.note(fact) }
  }
}

struct DecisionReportCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "report", "Write the panel’s report on a request.",
    examples: [
      "sendledger decision report D-2026-0402",
      "sendledger decision report D-2026-0402 --families 1,5,7,8,15,16 --format html --output r.html",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  @Option(name: .long, help: "Numbers of families leaving together, such as 1,8,15.")
  var families: FamilyNumbers?

  func act() async throws -> Exit {
    let ledger = try common.open()
    let officer = try Surroundings.current.officer()
    try await report.write(
      try await ledger.reading { books in
        let papers = try await DecisionPapersDesk(books, of: ledger, reference, for: officer)
          .papers(isYoungPerson: false)
        return try await books.named(DecisionReport(papers, families: families?.numbers).report)
      })
    return .done
  }
}

extension StatementFormatName {
  /// A report as a family reads it, or a program.
  func text(of report: Report) -> String {
    switch self {
    case .html: HTMLRenderer(for: .family).render(report)
    case .txt: TextRenderer(for: .family).render(report)
    case .csv: CSVRenderer().render(report)
    case .json: JSONRenderer().render(report)
    }
  }
}

extension DecisionLetter.Refusal {
  /// The refusal as a person should read it.
  fileprivate var diagnostic: Diagnostic {
    .error(
      "papers-not-ready", problem,
      why: "a letter has reasons, figures and a right of review, or it does not go out",
      next: Remedy(next))
  }
}
