import Bookkeeping
import Disaggregation
import Funding
import Importing
import Storage
import TestSupport
import Testing

/// Contracts, requests and evidence out of files, as the program reads them.
struct Imported {
  private(set) var contracts: [Contract] = []
  private(set) var requests: [BudgetRequest] = []
  private(set) var evidence: [Evidence] = []
  private(set) var readings: [Reading] = []
  private(set) var refusals: [Diagnostic] = []
  /// Why nothing of a file can be used.
  private(set) var unusable: Diagnostic?

  init() {}

  /// The cases of a text.
  init(cases text: String) throws { try self.init(cases: Array(text.utf8)) }

  init(cases bytes: [UInt8]) throws {
    let scratch = try Scratch()
    try read(try scratch.write(bytes, to: "cases.json"), as: .cases)
  }

  mutating func read(_ path: String, as kind: ImportKind) throws {
    let reader = ImportReader(try SourceFile(path), as: kind, Imported.context, nil)
    do {
      let stream = try reader.open()
      while let results = try stream.next() { results.forEach { take($0) } }
    } catch {
      unusable = error.diagnostic
    }
  }

  private mutating func take(_ result: RowResult) {
    switch result {
    case .reading(let reading):
      readings.append(reading)
      if case .post(let events) = reading.intent { events.forEach { take($0) } }
    case .refused(let diagnostic, _): refusals.append(diagnostic)
    case .outside, .nothing, .total, .heading, .blank: break
    }
  }

  private mutating func take(_ event: FundingEvent) {
    if case .contractAgreed(let contract) = event { contracts.append(contract) }
    if case .budgetRequested(let request) = event { requests.append(request) }
    if case .evidenceFound(let found) = event { evidence.append(found) }
  }
}

extension Imported {
  static let opens = day("2026-04-01")

  static var context: ImportContext {
    guard let salt = Salt(Array(repeating: 7, count: 32)) else {
      preconditionFailure("a salt of 32 bytes is one")
    }
    let funds: [Fund] = [.highNeeds, .generalFund, .socialCare]
    return ImportContext(
      salt: salt,
      chart: Chart(funds: funds.map { Chart.Named($0, name: $0.name) }, partners: []),
      authority: "999", named: "Anyshire Council", opens: opens)
  }

  /// A tolerance of a tenth and £250.00, and evidence of a year.
  static var settings: Case.Settings {
    Case.Settings(
      tolerance: Tolerance(percent: Fraction(10), minimum: 250_00), evidenceMonths: 12)
  }

  /// The case of a request, with its contract and all that was found out about either.
  func given(_ name: String) throws -> Case {
    let request = try #require(requests.first { $0.reference.code == "D-CASE-" + name })
    let contract = try #require(contracts.first { $0.reference == request.contract })
    let subjects: [Evidence.Subject] = [.request(request.reference), .contract(contract.reference)]
    return try Case(
      request, to: ContractPosition(contract),
      evidence: evidence.filter { subjects.contains($0.about) },
      settings: Imported.settings, on: Imported.opens)
  }

  func assessed(_ name: String) throws -> Assessment { Assessment(try given(name)) }
}

/// A day that a test names.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("a day of a test is a day") }
  return day
}
