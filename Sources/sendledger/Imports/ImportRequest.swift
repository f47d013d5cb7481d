import Bookkeeping
import Foundation
import Funding
import Importing
import Storage

/// What a person asked to have imported, made ready to be read.
struct ImportRequest {
  let path: String
  let kind: ImportKind
  let mappingName: String?
  let published: Day?
  let child: ChildReference?

  /// A file and the reader that knows its format.
  struct Ready {
    let file: SourceFile
    let reader: ImportReader
    let mappingText: String?
  }

  func ready(for ledger: OpenLedger) async throws -> Ready {
    try await PrivacyGuard(ledger.register).check(
      path.split(separator: "/").last.map(String.init) ?? path, as: "the name of the file")
    let file: SourceFile
    do {
      file = try SourceFile(path)
    } catch {
      let exit: Exit = error == .notFound || error == .unreadable ? .cannotOpen : .badInput
      throw Failure(exit, error.diagnostic(path))
    }
    let context = try await ledger.importContext(published: published, child: child)
    var mapping: Mapping?
    var text: String?
    if let mappingName {
      let book = MappingBook(ledger.folder, ledger.charter.chart)
      text = try book.text(of: mappingName)
      mapping = try book.mapping(mappingName)
    }
    return Ready(
      file: file, reader: ImportReader(file, as: kind, context, mapping), mappingText: text)
  }

  /// What was said with the file, as it is kept.
  var options: [Detail] {
    (published.map { [Detail(.published, $0)] } ?? [])
      + (child.map { [Detail("child", $0.code)] } ?? [])
  }
}

extension OpenLedger {
  /// What has to be known besides to read what a row says.
  func importContext(
    published: Day? = nil, child: ChildReference? = nil
  ) async throws -> ImportContext {
    guard let salt = Salt(try await register.salt()) else {
      throw StorageFailure.damaged("the register's secret is not one")
    }
    return ImportContext(
      salt: salt, chart: charter.chart, authority: charter.code, opens: charter.firstYear.first,
      published: published, child: child)
  }
}

extension ImportRequest {
  /// The request that a preview answered.
  init(_ record: ImportRecord) throws {
    guard let kind = ImportKind(rawValue: record.kind) else {
      throw StorageFailure.damaged("the register's list of imports cannot be read")
    }
    func option(_ name: String) -> String? { record.options.first { $0.name == name }?.value }
    self.init(
      path: record.path, kind: kind, mappingName: record.mapping,
      published: option("published").flatMap { Day($0) },
      child: option("child").flatMap { ChildReference($0) })
  }
}

/// The mappings of a ledger: a file each, and each may extend another.
struct MappingBook {
  private let folder: LedgerFolder
  private let chart: Chart

  init(_ folder: LedgerFolder, _ chart: Chart) {
    self.folder = folder
    self.chart = chart
  }

  func text(of name: String) throws(Failure) -> String {
    let file = "\(folder.mappingFolder)/\(name).yaml"
    guard !name.contains("/"), let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        .cannotOpen,
        Diagnostic(
          .error, "mapping-not-found", problem: "there is no mapping \(name)",
          why: "the ledger has: \(names.joined(separator: ", "))",
          next: "name one of them, or write mappings/\(name).yaml"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(
        .configuration,
        Diagnostic(
          .error, "mapping-unreadable", problem: "mappings/\(name).yaml is not written in UTF-8",
          next: "save it as UTF-8"))
    }
    return text
  }

  func mapping(_ name: String, depth: Int = 0) throws(Failure) -> Mapping {
    let text = try text(of: name)
    do throws(Diagnostic) {
      return try Mapping(text, file: "mappings/\(name).yaml", chart: chart) {
        extended throws(Diagnostic) in
        do throws(Failure) {
          guard depth < 4 else { throw MappingBook.circular(name) }
          return try mapping(extended, depth: depth + 1)
        } catch {
          throw error.diagnostics[0]
        }
      }
    } catch {
      throw Failure(.configuration, error)
    }
  }

  private var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.mappingFolder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func circular(_ name: String) -> Failure {
    Failure(
      .configuration,
      Diagnostic(
        .error, "mapping-unreadable", problem: "the mapping \(name) extends itself in the end",
        next: "let one of them stand by itself"))
  }
}
