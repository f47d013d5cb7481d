package import Bookkeeping
import Funding
import Importing
import Storage

extension OpenLedger {
  /// What a person typed, as the ledger may hold it.
  ///
  /// A text that names a registered child is refused. Any other with a word in it that could be a
  /// name goes to the register, and the ledger holds a reference to it.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  /// `isDry` is whether to keep nothing.
  package func plain(_ text: String, as what: String, isDry: Bool) async throws -> LedgerText {
    try await requireNameless(text, as: what)
    if let text = LedgerText(plain: text) { return text }
    let reference = try await reference(to: text)
    if !isDry { try await register.write { try await $0.keep(text, as: reference.code) } }
    return LedgerText(inPlace: reference)
  }

  /// Refuses a text that is empty, or that names a registered child.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  @discardableResult
  package func requireNameless(_ text: String, as what: String) async throws -> LedgerText {
    do {
      return try await register.reading { try await NameGuard($0).check(text, as: what) }
    } catch {
      throw DeskFailure(anything: error) ?? error
    }
  }

  /// Refuses references that name a registered child.
  func requireNameless(_ references: Set<String>) async throws {
    guard !references.isEmpty else { return }
    try await register.reading { names in
      let guarding = try await NameGuard(names)
      for reference in references.sorted() { try guarding.check(reference, as: "a reference") }
    }
  }

  /// The name of a file, as the ledger may hold it: what stands in its place has to be kept.
  ///
  /// People name files for families.
  package func plain(fileName name: String) async throws -> LedgerText {
    if let name = LedgerText(plainFileName: name) { return name }
    return LedgerText(inPlace: try await reference(to: name))
  }

  private func reference(to text: String) async throws -> TextReference {
    try await register.reading { try await $0.secret() }.reference(to: text)
  }
}

extension RegisterReading {
  /// The secret with which texts are digested, as far as one of them shows that it is.
  func secret() async throws(StorageFailure) -> Salt {
    guard let salt = Salt(try await salt()) else {
      throw .damaged("the register's secret is not one")
    }
    if let kept = try await anyText() {
      guard salt.names(kept.text, kept.reference) else { throw .secretDiffers }
    }
    if let row = try await anyHiddenRow() {
      guard salt.digest(row.encoded, as: "row") == row.digest else { throw .secretDiffers }
    }
    return salt
  }
}
