import Bookkeeping
public import Funding

/// What stands in for a register that is lost: it holds nothing, and nothing can be kept in it.
///
/// Figures do not change by it, and every name is one that is not held.
public struct LostRegister: Register, RegisterReading {
  public init() {}

  public func reading<Result>(
    _ work: (any RegisterReading) async throws -> Result
  ) async throws -> Result { try await work(self) }

  public func write<Result>(
    _ work: (any RegisterWriter) async throws -> Result
  ) async throws -> Result { throw StorageFailure.registerMissing }

  public func salt() async throws(StorageFailure) -> [UInt8] { throw .registerMissing }

  public func text(_ reference: String) -> String? { nil }
  public func anyText() -> (reference: String, text: String)? { nil }
  public func anyHiddenRow() -> HiddenRow? { nil }
  public func allTexts() -> [String: String] { [:] }
  public func eachHiddenRow(_ take: (HiddenRow) -> Void) {}
  public func hiddenRow(batch: Int, row: Int) -> HiddenRow? { nil }
  public func family(_ child: ChildReference) -> Family? { nil }
  public func families() -> [Family] { [] }
  public func imports() -> [ImportRecord] { [] }
  public func rows(of batch: ImportReference) -> [ImportRow] { [] }
  public func fates(of batch: ImportReference) -> RowFates { RowFates() }
  public func papers() -> [Paper] { [] }
  public func witness(through number: Int) -> Head? { nil }
}
