import Bookkeeping
import Funding
public import Storage

/// A register kept in memory, for ledgers that touch no file.
public struct MemoryRegister: Register {
  private let keeper = Keeper()

  public init() {}

  /// Holds the papers between pieces of writing, of which there is one at a time.
  private actor Keeper {
    private(set) var papers = Papers()
    private var isWriting = false

    func begin() throws(StorageFailure) -> Papers {
      if isWriting { throw .locked }
      isWriting = true
      return papers
    }

    func end(keeping new: Papers?) {
      if let new { papers = new }
      isWriting = false
    }
  }

  public func reading<Result>(
    _ work: (any RegisterReading) async throws -> Result
  ) async throws -> Result {
    try await work(await keeper.papers)
  }

  public func write<Result>(
    _ work: (any RegisterWriter) async throws -> Result
  ) async throws -> Result {
    let writer = Writer(papers: try await keeper.begin())
    do {
      let result = try await work(writer)
      await keeper.end(keeping: writer.papers)
      return result
    } catch {
      await keeper.end(keeping: nil)
      throw error
    }
  }

  /// What is kept.
  private struct Papers: RegisterReading, Sendable {
    var texts: [String: String] = [:]
    var hidden: [HiddenRow] = []
    var households: [ChildReference: Family] = [:]
    var records: [ImportRecord] = []
    var listed: [ImportReference: [ImportRow]] = [:]
    var fates: [ImportReference: RowFates] = [:]
    var heads: [Head] = []
    var given: [Paper] = []

    func salt() -> [UInt8] { Opening.salt }
    func text(_ reference: String) -> String? { texts[reference] }
    func anyText() -> (reference: String, text: String)? { nil }
    func anyHiddenRow() -> HiddenRow? { nil }
    func hiddenRow(batch: Int, row: Int) -> HiddenRow? {
      hidden.first { $0.batch == batch && $0.row == row }
    }
    func allTexts() -> [String: String] { texts }
    func eachHiddenRow(_ visit: (HiddenRow) -> Void) { hidden.forEach(visit) }
    func family(_ child: ChildReference) -> Family? { households[child] }
    func families() -> [Family] { households.values.sorted { $0.child < $1.child } }
    func imports() -> [ImportRecord] { records }
    func rows(of batch: ImportReference) -> [ImportRow] { listed[batch] ?? [] }
    func fates(of batch: ImportReference) -> RowFates { fates[batch] ?? RowFates() }
    func witness(through number: Int) -> Head? { heads.last { $0.number <= number } }
    func papers() -> [Paper] { given }
  }

  private final class Writer: RegisterWriter {
    private(set) var papers: Papers

    init(papers: Papers) {
      self.papers = papers
    }

    func keep(_ text: String, as reference: String) { papers.texts[reference] = text }
    func keep(_ rows: [HiddenRow]) { papers.hidden += rows }
    func keep(_ family: Family) { papers.households[family.child] = family }

    func add(_ record: ImportRecord, rows: [ImportRow], fates: RowFates) -> ImportReference {
      let batch = record.reference
      papers.records.append(record)
      papers.listed[batch] = rows
      papers.fates[batch] = fates
      return batch
    }

    func setState(_ state: ImportRecord.State, of batch: ImportReference) -> Bool {
      guard let place = papers.records.firstIndex(where: { $0.reference == batch }),
        ![.replaced, .dropped].contains(papers.records[place].state)
      else { return false }
      papers.records[place].state = state
      return true
    }

    func amend(_ rows: [ImportRow], of batch: ImportReference) {
      for row in rows {
        papers.listed[batch]?.removeAll { $0.row == row.row }
        papers.listed[batch]?.append(row)
      }
    }

    func forget(_ named: NamingChild) {
      papers.households[named.child] = nil
      for reference in named.texts { papers.texts[reference] = nil }
      papers.hidden.removeAll { named.rows.contains(.init($0)) }
    }

    func witness(_ head: Head) {
      papers.heads.removeAll { $0.number >= head.number }
      papers.heads.append(head)
    }

    func remember(_ paper: Paper) {
      if !papers.given.contains(paper) { papers.given.append(paper) }
    }
  }
}
