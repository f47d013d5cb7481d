import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Reporting
import Storage

struct DecisionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "decision",
    "Requests for a sum in place of a service: what they come to, and what was decided.",
    "The program works out the sums and applies the law in order. A named person decides.",
    examples: [
      "sendledger decision assess D-2026-0402",
      "sendledger decision record D-2026-0402 decisions/D-2026-0402.yaml",
      "sendledger decision approve D-2026-0402",
    ],
    subcommands: [
      DecisionRequest.self, DecisionAssess.self, DecisionRecord.self, DecisionApprove.self,
      DecisionLetterCommand.self, DecisionReportCommand.self, DecisionList.self,
      DecisionShow.self, DecisionDemand.self,
    ])
}

struct DecisionAssess: LedgerCommand {
  static let configuration = CommandConfiguration(
    "assess", "Work out what a request comes to. Nothing is written.",
    examples: [
      "sendledger decision assess D-2026-0402",
      "sendledger decision assess D-2026-0402 --families 1,8,15",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var point: PointOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  @Option(name: .long, help: "The day of the assessment; today, if none is given.")
  var day: Day?

  @Option(name: .long, help: "Numbers of families leaving together, such as 1,8,15.")
  var families: FamilyNumbers?

  func act() async throws -> Exit {
    let day = try day ?? Surroundings.current.today()
    return try await common.reading(at: point.point()) { books in
      let assessment = try await books.books.assessment(of: reference, on: day)
      let listing = AssessmentListing(
        assessment, families: families?.numbers,
        recommendation: try await books.books.recommendation(
          assessment.given.contract.reference, on: day))
      try await report.write(try await books.named(listing.report(books.header)))
      return assessment.outcome == .insufficientEvidence ? .look : .done
    }
  }
}

/// Numbers of families, as they are typed: `1,8,15`.
struct FamilyNumbers: ExpressibleByArgument {
  let numbers: [Int]

  init?(argument: String) {
    let numbers = argument.split(separator: ",").map { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy({ ($0 ?? 0) > 0 }) else { return nil }
    self.numbers = numbers.compactMap(\.self)
  }
}
