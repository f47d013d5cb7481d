import Bookkeeping
import Funding
import Storage
import TestSupport

@testable import Importing

/// A file of a test's own, read as the program reads it, and everything that came of it.
struct Trial {
  var readings: [Reading] = []
  var refusals: [Diagnostic] = []
  var refusedAmounts: [Money?] = []
  var outside: [Money] = []
  var nothings: [Place] = []
  var totals: [Money] = []
  var headings: [Place] = []
  var blanks: [Place] = []
  private(set) var summary = SheetSummary()
  /// Why nothing of the file can be used, if nothing can.
  private(set) var unusable: Diagnostic?
  private(set) var file: SourceFile?

  /// Writes bytes to a file, and reads them with a mapping that is given by its text.
  init(
    _ bytes: [UInt8], named name: String = "trial.csv", as kind: ImportKind = .payments,
    mapping: String? = Trial.payments, salt: UInt8 = 7
  ) throws {
    let scratch = try Scratch()
    try self.init(path: try scratch.write(bytes, to: name), as: kind, mapping: mapping, salt: salt)
  }

  init(
    _ text: String, named name: String = "trial.csv", as kind: ImportKind = .payments,
    mapping: String? = Trial.payments, salt: UInt8 = 7
  ) throws {
    try self.init(Array(text.utf8), named: name, as: kind, mapping: mapping, salt: salt)
  }

  init(path: String, as kind: ImportKind, mapping: String?, salt: UInt8 = 7) throws {
    let mapping = try mapping.map { try Trial.mapping($0) }
    do throws(SourceFile.Refusal) {
      let source = try SourceFile(path)
      file = source
      do throws(Unusable) {
        try read(try ImportReader(source, as: kind, Trial.context(salt: salt), mapping).open())
      } catch {
        unusable = error.diagnostic
      }
    } catch {
      unusable = error.diagnostic(path)
    }
  }

  private mutating func read(_ stream: ImportStream) throws(Unusable) {
    defer {
      for result in stream.rest() { sort(result) }
      summary = stream.summary
    }
    while let results = try stream.next() {
      for result in results { sort(result) }
    }
  }

  private mutating func sort(_ result: RowResult) {
    switch result {
    case .reading(let reading): readings.append(reading)
    case .outside(_, let amount): outside.append(amount)
    case .nothing(let place): nothings.append(place)
    case .refused(let diagnostic, let amount):
      refusals.append(diagnostic)
      refusedAmounts.append(amount)
    case .total(_, let amount): totals.append(amount)
    case .heading(let place): headings.append(place)
    case .blank(let place): blanks.append(place)
    }
  }
}

extension Trial {
  /// A mapping of payments under plain headings, in which every code is a matter of the ledger's.
  static let payments = """
    kind: payments
    name: A council
    columns: {date: Date, amount: Amount, payee: Supplier, reference: Reference, code: Code}
    otherwise: suspense
    """

  static let heading = "Date,Amount,Supplier,Reference,Code\n"

  static let chart = Chart(
    funds: [
      Chart.Named(.highNeeds, name: "High needs"), Chart.Named(.schools, name: "Schools"),
      Chart.Named(.socialCare, name: "Social care"),
    ], partners: [])

  static func context(salt: UInt8 = 7) -> ImportContext {
    guard let salt = Salt(Array(repeating: salt, count: 32)),
      let opens = Day(year: 2010, month: 4, day: 1)
    else { preconditionFailure("a salt of 32 bytes is one") }
    return ImportContext(
      salt: salt, chart: chart, authority: "999", named: "Anyshire Council", opens: opens,
      published: opens,
      child: ChildReference("SPB-004655"))
  }

  /// A mapping from its text, with those that come with the program to extend.
  static func mapping(_ text: String, file: String = "mappings/trial.yaml") throws -> Mapping {
    try Mapping(text, file: file, chart: chart) { name throws(WrittenFaults) in
      do {
        return try mapping(try shipped(name), file: "mappings/\(name).yaml")
      } catch {
        throw WrittenFaults([
          Diagnostic(.error, "mapping-not-found", problem: "there is no mapping \(name)")
        ])
      }
    }
  }

  /// The text of a mapping that comes with the program.
  static func shipped(_ name: String) throws -> String {
    try Project.text("ledgers/example/mappings/\(name).yaml")
  }

  var amounts: [Int64] { readings.map(\.amount.pence) }

  var days: [String] { readings.map(\.day.description) }
}
