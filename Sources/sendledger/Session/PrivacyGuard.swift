import Bookkeeping
import Funding
import Storage

/// Keeps the names of registered children out of what goes into the ledger as plain text.
struct PrivacyGuard {
  private let register: any Register

  init(_ register: any Register) {
    self.register = register
  }

  /// Refuses a text in which a registered child's name stands.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  func check(_ text: String, as what: String) async throws {
    let words = PrivacyGuard.words(text)
    for family in try await register.families() {
      let given = PrivacyGuard.words(family.givenName)
      let surname = PrivacyGuard.words(family.familyName)
      let isNamed =
        !given.isEmpty && !surname.isEmpty && given.allSatisfy(words.contains)
        && surname.allSatisfy(words.contains)
      guard isNamed else { continue }
      throw Failure(
        .refused,
        Diagnostic(
          .error, "names-a-child", problem: "\(what) names a child",
          why: "the ledger is kept so that it can be shown to anyone",
          next: "use the child's reference, \(family.child), instead"))
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init))
  }
}
