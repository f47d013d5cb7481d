import Foundation
import Importing
import TestSupport

/// The files that changes begin with: those of the worked year, and what a fuzzer has found that runs other lines.
struct Corpus {
  let inputs: [[UInt8]]

  /// Files of the worked year, each with what reads it.
  private static let files: [(Reader, String)] = [
    (.table(.openings), "01-april/openings.csv"), (.table(.transfers), "01-april/transfers.csv"),
    (.table(.dsgAllocation), "01-april/dsg-2026-03.csv"),
    (.table(.budgets), "01-april/budgets.csv"), (.table(.events), "05-october/events.csv"),
    (.table(.contributions), "05-october/contributions.csv"),
    (.table(.packages), "03-august/packages.csv"), (.table(.families), "03-august/families.csv"),
    (.table(.directPayments), "05-october/direct-payments.csv"),
    (.table(.payments), "05-october/payments.csv"), (.table(.bank), "05-october/bank.csv"),
    (.table(.receipts), "05-october/receipts.csv"), (.draft(.payments), "05-october/payments.csv"),
    (.table(.contracts), "decisions/contracts.csv"), (.draft(.bank), "05-october/bank.csv"),
    (.table(.requests), "decisions/requests.csv"), (.table(.evidence), "decisions/evidence.csv"),
    (.written(.agreement), "agreements/pool-2026.yaml"),
    (.written(.agreement), "agreements/pool-2026-varied.yaml"),
    (.written(.scenario), "scenarios/pool-2027.yaml"),
    (.written(.decision), "decisions/D-2026-0402.yaml"),
  ]

  private static let found = "Tests/Fuzz/corpus.txt"

  init() throws {
    var inputs = try Corpus.files.map { reader, name in
      [reader.byte, 0] + Array(try Project.text("imports/example/\(name)").utf8)
    }
    let settings = try Project.text("ledgers/example/ledger.yaml")
    inputs.append([Reader.written(.settings).byte, 0] + Array(settings.utf8))
    inputs.append(
      [Reader.policy.byte, 0] + Array(try Project.text("ledgers/example/policy.yaml").utf8))
    for name in Readers.names.values.joined().sorted() {
      let text = try Project.text("ledgers/example/mappings/\(name).yaml")
      inputs.append([Reader.written(.mapping).byte, 0] + Array(text.utf8))
    }
    let found = try Project.text(Corpus.found).split(separator: "\n")
    inputs += found.compactMap { Data(base64Encoded: String($0)).map(Array.init) }
    self.inputs = inputs
  }

  /// Writes each input to a file of its own, for a fuzzer to begin with.
  func unpack(to folder: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, input) in inputs.enumerated() {
      try Data(input).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
    }
  }

  /// Keeps what a fuzzer has found, one input a line, the short ones first.
  static func pack(_ folder: String) throws {
    let files = FileManager.default
    let inputs = try files.contentsOfDirectory(atPath: folder).sorted()
      .compactMap { files.contents(atPath: "\(folder)/\($0)") }
      .sorted { ($0.count, $0.base64EncodedString()) < ($1.count, $1.base64EncodedString()) }
    let text = inputs.map { $0.base64EncodedString() + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: Project.path(found)))
  }
}
