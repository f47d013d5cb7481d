public import Bookkeeping
package import Funding

/// Reads a file of one kind, row by row, in memory that does not grow with the file.
public struct ImportReader: Sendable {
  public let file: SourceFile
  public let kind: ImportKind
  private let context: ImportContext
  /// What its columns mean, where its kind needs that to be said.
  package let mapping: Mapping?

  /// - Parameters:
  ///   - file: the file, looked over.
  ///   - kind: what it holds.
  ///   - context: what has to be known besides.
  ///   - mapping: what its columns mean, where its kind needs one.
  public init(
    _ file: SourceFile, as kind: ImportKind, _ context: ImportContext, _ mapping: Mapping?
  ) {
    self.file = file
    self.kind = kind
    self.context = context
    self.mapping = mapping
  }

  /// Opens the file, to be read from its first row.
  ///
  /// `isWhole` is whether the texts of cells are wanted; without them reading is faster.
  public func open(whole isWhole: Bool = true) throws(Unusable) -> ImportStream {
    do {
      let rows = ImportedRows(
        kind, try format(), of: context.child?.code ?? "", opens: context.opens, salt: context.salt,
        isWhole: isWhole)
      let sheet = SheetReader(file, rows)
      return try ImportStream(file, parted: mapping?.separator, sheet, of: kind)
    } catch let refusal as SourceFile.Refusal {
      throw Unusable(diagnostic: refusal.diagnostic(file.path))
    } catch let diagnostic as Diagnostic {
      throw Unusable(diagnostic: diagnostic)
    } catch {
      preconditionFailure("a file is refused in the ways listed here")
    }
  }

  /// Whose account the file is of, where it is a family's.
  package var child: ChildReference? { context.child }

  /// What rows of an earlier file come to, their cells read as those of this one are; none where they do not say.
  package func earlierAmounts() -> (RowOrigin) -> Money? {
    guard let format = try? format() else { return { _ in nil } }
    let (fields, forms) = (format.fields, format.forms)
    if let money = format.money { return { money.amount(ofKept: $0.cells, forms) } }
    guard let amount = fields.firstIndex(where: { $0.name == "amount" }) else {
      return { _ in nil }
    }
    return { origin in
      let texts = Dictionary(origin.cells.map { ($0.field, $0.text) }) { $1 }
      return try? TypedRow(texts, fields, forms).amount(amount).money
    }
  }

  private func format() throws(Diagnostic) -> any RowFormat<Meaning> {
    switch kind {
    case .dsgAllocation:
      guard let published = context.published else { throw missing("--published DAY") }
      return DSGAllocationFormat(
        authority: context.authority, named: context.authorityName, published: published)
    case .openings: return OpeningsFormat(context: context)
    case .budgets: return BudgetsFormat(context: context)
    case .transfers: return TransfersFormat(context: context)
    case .packages: return PackagesFormat(context: context)
    case .families: return FamiliesFormat(context: context)
    case .payments: return PaymentsFormat(context, try mapped())
    case .directPayments: return DirectPaymentsFormat()
    case .bank, .card:
      guard let child = context.child else { throw missing("--child REF") }
      return StatementFormat(of: child, by: context.authorityName, try mapped())
    case .receipts: return ReceiptsFormat(context: context)
    case .contributions: return ContributionsFormat(context: context)
    case .events: return EventsFormat(context: context)
    case .contracts: return ContractsFormat(context: context)
    case .requests: return RequestsFormat(context: context)
    case .evidence: return EvidenceFormat(context: context)
    case .cases: return CasesFormat(context: context)
    }
  }

  private func mapped() throws(Diagnostic) -> Mapping {
    guard let mapping else { throw missing("--mapping NAME") }
    guard mapping.kind == kind || (mapping.kind == .bank && kind == .card) else {
      throw Diagnostic.error(
        "mapping-of-another-kind",
        "the mapping is for \(mapping.kind.rawValue) and the file is \(kind.rawValue)",
        next: "name another mapping, or another kind")
    }
    return mapping
  }

  private func missing(_ option: String) -> Diagnostic {
    .error(
      "option-missing", "a file of kind \(kind.rawValue) needs \(option)",
      next: "give it, and try again")
  }
}

/// Why nothing of a file can be used.
public struct Unusable: Error, Sendable {
  public let diagnostic: Diagnostic
}

/// The rows of a file, a few thousand at a time.
public final class ImportStream {
  private let file: SourceFile
  private let sheet: SheetReader<ImportedRows>
  private let rows: any RowSource
  private var isMore = true

  init(
    _ file: SourceFile, parted separator: Separator?, _ sheet: SheetReader<ImportedRows>,
    of kind: ImportKind
  ) throws {
    self.file = file
    self.sheet = sheet
    rows =
      kind == .cases
      ? try CaseSource(file, into: sheet) : try CSVSource(file, parted: separator, into: sheet)
  }

  /// What there was in the file besides its rows, as far as it has been read.
  public var summary: SheetSummary { sheet.rows.summary }

  /// How much of the file has been read.
  public var bytesRead: Int { rows.bytesRead }

  /// The next results, or none at the end.
  ///
  /// - Throws: ``Unusable`` where nothing of the file can be used; what came before has been handed
  ///   over, and is there to be reported.
  public func next() throws(Unusable) -> [RowResult]? {
    guard isMore else { return nil }
    do {
      isMore = try rows.advance()
    } catch {
      isMore = false
      throw error
    }
    if !isMore, let diagnostic = sheet.finish() { throw Unusable(diagnostic: diagnostic) }
    return sheet.rows.collect()
  }

  /// The results of what was read before reading had to stop.
  public func rest() -> [RowResult] { sheet.rows.collect() }
}

extension CSVReader.Fault {
  /// The fault as a person should read it.
  func diagnostic(_ file: SourceFile) -> Diagnostic {
    let place = Place(file: file.name, row: row, line: line)
    let why = "nothing of the file is used, since every row after this place is in doubt"
    switch kind {
    case .quoting:
      return .error(
        "quoting-broken", "a quotation mark at byte \(offset) stands where it may not", at: place,
        why: why, next: "put the cell between quotation marks and double those within it")
    case .neverClosed:
      return .error(
        "quote-never-closed", "a quotation mark opened here is not closed by the end of the file",
        at: place, why: why, next: "close it, or take it out")
    case .tooLong:
      return .error(
        "record-too-long", "the row is longer than 16 megabytes", at: place, why: why,
        next: "look for a quotation mark that is opened and never closed")
    case .file(let refusal):
      return refusal.diagnostic(file.path)
    }
  }
}
