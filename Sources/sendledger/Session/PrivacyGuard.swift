import Bookkeeping
import Funding
import Storage

/// Sees that what goes into the ledger as plain text says something, and names no registered child.
struct PrivacyGuard {
  private let register: any Register

  init(_ register: any Register) {
    self.register = register
  }

  /// Refuses a text that is empty, or in which a registered child's name stands.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  func check(_ text: String, as what: String) async throws {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure(
        .refused,
        Diagnostic(
          .error, "text-missing", problem: "\(what) is empty",
          why: "what is written to the ledger is kept with it",
          next: "say it in a few words, without anyone's name"))
    }
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
