package import Bookkeeping
import Foundation
package import Funding
package import Importing
package import Storage

/// What a person asked to have imported, made ready to be read.
package struct ImportRequest {
  package let path: String
  package let kind: ImportKind
  package let mappingName: String?
  package let published: Day?
  package let child: ChildReference?
  /// The import of an earlier file that this one corrects.
  package let corrects: ImportReference?

  package init(
    path: String, kind: ImportKind, mappingName: String?, published: Day?, child: ChildReference?,
    corrects: ImportReference? = nil
  ) {
    self.path = path
    self.kind = kind
    self.mappingName = mappingName
    self.published = published
    self.child = child
    self.corrects = corrects
  }

  /// A file and the reader that knows its format.
  package struct Ready {
    package let file: SourceFile
    package let reader: ImportReader
    /// The name of its mapping, which goes into the ledger, and its text.
    package let mapping: LedgerText?
    package let mappingText: String?
    /// The mark of the secret with which rows are told apart.
    let secret: Digest
  }

  package func ready(for ledger: OpenLedger) async throws -> Ready {
    try await ledger.requireNameless(
      path.split(separator: "/").last.map(String.init) ?? path, as: "the name of the file")
    let file = try SourceFile(given: path)
    let context = try await ledger.importContext(published: published, child: child)
    var mapping: Mapping?
    var text: String?
    var name: LedgerText?
    if let mappingName {
      name = try await ledger.requireNameless(mappingName, as: "the name of the mapping")
      let book = MappingBook(ledger.settings, context.chart)
      text = try book.text(of: mappingName)
      mapping = try book.mapping(mappingName)
    }
    return Ready(
      file: file, reader: ImportReader(file, as: kind, context, mapping), mapping: name,
      mappingText: text, secret: context.salt.mark)
  }

  /// What was said with the file, as it is kept.
  package var options: [Detail] {
    (published.map { [Detail(.published, $0)] } ?? [])
      + (child.map { [Detail("child", $0)] } ?? [])
      + (corrects.map { [Detail("corrects", $0)] } ?? [])
  }
}

extension SourceFile {
  /// A file that somebody has named.
  init(given path: String) throws(DeskFailure) {
    do throws(Refusal) {
      try self.init(path)
    } catch {
      let kind: DeskFailure.Kind =
        error == .notFound || error == .unreadable ? .cannotOpen : .badInput
      throw DeskFailure(kind, error.diagnostic(path))
    }
  }
}

extension OpenLedger {
  /// What has to be known besides to read what a row says.
  package func importContext(
    published: Day? = nil, child: ChildReference? = nil
  ) async throws -> ImportContext {
    let charter = try await charter()
    return ImportContext(
      salt: try await register.reading { try await $0.secret() }, chart: charter.chart,
      authority: charter.code, named: charter.authority, opens: charter.firstYear.first,
      published: published, child: child)
  }
}

extension ImportRequest {
  /// The request that a preview answered.
  package init(_ record: ImportRecord) throws {
    guard let kind = ImportKind(rawValue: record.kind) else {
      throw StorageFailure.damaged("the register's list of imports cannot be read")
    }
    func option(_ name: String) -> String? { record.options.first { $0.name == name }?.value }
    self.init(
      path: record.path, kind: kind, mappingName: record.mapping,
      published: option("published").flatMap { Day($0) },
      child: option("child").flatMap { ChildReference($0) },
      corrects: option("corrects").flatMap { ImportReference($0) })
  }
}

/// The mappings of a ledger: a file each, and each may extend another.
package struct MappingBook {
  private let settings: SettingsFolder
  private let chart: Chart

  package init(_ settings: SettingsFolder, _ chart: Chart) {
    self.settings = settings
    self.chart = chart
  }

  package func text(of name: String) throws(DeskFailure) -> String {
    try settings.mapping(name)
  }

  package func mapping(_ name: String, depth: Int = 0) throws(DeskFailure) -> Mapping {
    try mapping(name, as: text(of: name), depth: depth)
  }

  /// The mapping that a text would be under a name.
  func mapping(_ name: String, as text: String, depth: Int = 0) throws(DeskFailure) -> Mapping {
    do throws(WrittenFaults) {
      return try Mapping(text, file: "mappings/\(name).yaml", chart: chart) {
        extended throws(WrittenFaults) in
        do throws(DeskFailure) {
          guard depth < 4 else { throw MappingBook.circular(name) }
          return try mapping(extended, depth: depth + 1)
        } catch {
          throw WrittenFaults(error.diagnostics)
        }
      }
    } catch {
      throw DeskFailure(.configuration, error.list)
    }
  }

  private static func circular(_ name: String) -> DeskFailure {
    DeskFailure(
      .configuration,
      WrittenFault(file: name, kind: .mapping).unfit(
        "the mapping \(name) extends itself in the end", at: nil,
        next: "let one of them stand by itself"))
  }
}
