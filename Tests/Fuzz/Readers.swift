import Bookkeeping
import Desks
import Foundation
import Funding
import Importing
import Storage
import TestSupport

/// What reads an input.
enum Reader: Hashable {
  case table(ImportKind)
  /// What writes a first mapping from a file.
  case draft(ImportKind)
  case written(WrittenKind)
  case policy

  static let all: [Reader] =
    ImportKind.allCases.map(Reader.table) + [.draft(.payments), .draft(.bank)]
    + WrittenKind.allCases.filter { $0 != .cases }.map(Reader.written) + [.policy]

  init(_ byte: UInt8) { self = Reader.all[Int(byte) % Reader.all.count] }

  var byte: UInt8 { UInt8(Reader.all.firstIndex(of: self) ?? 0) }
}

/// All that reads files which other people write.
///
/// The first byte of an input says which reader has the rest of it, the second with which mapping.
final class Readers {
  private let scratch: Scratch
  private let charter: Charter
  private let mappings: [ImportKind: [Mapping]]

  struct Outcome {
    let isRead: Bool
    let time: Duration
  }

  /// The mappings that come with the program, each for the files of one publisher.
  static let names: [ImportKind: [String]] = [
    .payments: ["anyshire", "lambeth", "devon", "warwickshire"],
    .bank: ["spb-004655", "natwest", "barclays", "hsbc", "nationwide", "monzo", "starling"],
  ]

  init() throws {
    scratch = try Scratch()
    charter = try Charter(try Project.text("ledgers/example/ledger.yaml"), file: "ledger.yaml")
    let chart = charter.chart
    mappings = try Readers.names.mapValues { names in
      try names.map { try Readers.mapping($0, chart) }
    }
  }

  private static func mapping(_ name: String, _ chart: Chart) throws(WrittenFaults) -> Mapping {
    let text = (try? Project.text("ledgers/example/mappings/\(name).yaml")) ?? ""
    return try Mapping(text, file: name, chart: chart) { base throws(WrittenFaults) in
      try mapping(base, chart)
    }
  }

  /// Reads an input, and says whether anything was made of it.
  ///
  /// What is refused is put into words, as a person would have it.
  func read(_ input: [UInt8]) throws -> Outcome {
    guard input.count > 2 else { return Outcome(isRead: false, time: .zero) }
    let text = Array(input.dropFirst(2))
    let start = ContinuousClock.now
    var isRead = false
    do {
      switch Reader(input[0]) {
      case .table(let kind):
        isRead = try table(kind, mapping(for: kind, input[1]), of: text)
      case .draft(let kind):
        _ = try MappingDraft(try source(text), as: kind)
        isRead = true
      case .policy:
        _ = try PolicyFile(try WrittenFile.text(of: text, named: "policy.yaml", as: .settings))
        isRead = true
      case .written(let kind): isRead = try written(kind, text)
      }
    } catch let faults as WrittenFaults {
      _ = "\(faults)"
    } catch let refused as Unusable {
      _ = "\(refused.diagnostic)"
    } catch let refused as SourceFile.Refusal {
      _ = "\(refused)"
    } catch let refused as Diagnostic {
      _ = "\(refused)"
    } catch let refused as DeskFailure {
      _ = "\(refused)"
    }
    return Outcome(isRead: isRead, time: ContinuousClock.now - start)
  }

  private func mapping(for kind: ImportKind, _ byte: UInt8) -> Mapping? {
    let all = mappings[kind == .card ? .bank : kind] ?? []
    return all.isEmpty ? nil : all[Int(byte) % all.count]
  }

  private func source(_ text: [UInt8]) throws -> SourceFile {
    let path = scratch.path + "/file.csv"
    try Data(text).write(to: URL(fileURLWithPath: path))
    return try SourceFile(path)
  }

  private func table(_ kind: ImportKind, _ mapping: Mapping?, of text: [UInt8]) throws -> Bool {
    guard let salt = Salt(Array(repeating: 7, count: 32)) else { return false }
    let context = ImportContext(
      salt: salt, chart: charter.chart, authority: charter.code, named: charter.authority,
      opens: charter.firstYear.first, published: charter.firstYear.first,
      child: ChildReference("SPB-004655"))
    let stream = try ImportReader(try source(text), as: kind, context, mapping).open()
    var isRead = false
    while let page = try stream.next() {
      for result in page {
        switch result {
        case .reading: isRead = true
        case .refused(let diagnostic, _): _ = "\(diagnostic)"
        default: break
        }
      }
    }
    return isRead
  }

  private func written(_ kind: WrittenKind, _ bytes: [UInt8]) throws -> Bool {
    let text = try WrittenFile.text(of: bytes, named: "file.yaml", as: kind)
    let chart = charter.chart
    switch kind {
    case .settings: _ = try Charter(text, file: "ledger.yaml")
    case .mapping:
      _ = try Mapping(text, file: "mappings/file.yaml", chart: chart) {
        base throws(WrittenFaults) in
        try Readers.mapping(base, chart)
      }
    case .agreement:
      _ = try AgreementReader.read(
        try WrittenFile(text, named: "file.yaml", as: kind), in: .file(chart))
    case .scenario:
      _ = try ScenarioFile.read(
        try WrittenFile(text, named: "file.yaml", as: kind), ledgerOpens: charter.firstYear.first,
        adopted: [])
    case .decision:
      let path = scratch.path + "/file.yaml"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      _ = try DecisionWords(GivenFile("file.yaml", at: path))
    case .cases: return false
    }
    return true
  }
}
