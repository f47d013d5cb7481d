import Bookkeeping
import Funding
import Importing
package import Reporting
import Storage

extension OpenLedger {
  /// What a person typed, as the ledger may hold it.
  ///
  /// A text that names a registered child is refused. Any other with a word in it that could be a
  /// name goes to the register, and the ledger holds a reference to it.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  /// `isDry` is whether to keep nothing.
  package func plain(_ text: String, as what: String, isDry: Bool) async throws -> String {
    try await PrivacyGuard(register).check(text, as: what)
    if PlainWords.allow(text) { return text }
    let reference = try await reference(to: text)
    if !isDry { try await register.write { try await $0.keep(text, as: reference.code) } }
    return TextMark.mark(reference)
  }

  /// The name of a file, as the ledger may hold it: what stands in its place has to be kept.
  ///
  /// People name files for families.
  package func plain(fileName name: String) async throws -> String {
    if PlainWords.allow(fileName: name) { return name }
    return TextMark.mark(try await reference(to: name))
  }

  private func reference(to text: String) async throws -> TextReference {
    guard let salt = Salt(try await register.salt()) else {
      throw StorageFailure.damaged("the register's secret is not one")
    }
    return salt.reference(to: text)
  }

  /// A report with the register's texts in place of the references to them.
  package func named(_ report: Report) async throws -> Report {
    var texts: [TextReference: String] = [:]
    for reference in report.textReferences {
      texts[reference] = try await register.text(reference.code)
    }
    return report.naming(texts)
  }
}
