package import Bookkeeping
import Funding
package import Storage

/// Sees that what goes into the ledger as plain text says something, and names no registered child.
package struct PrivacyGuard {
  private let names: any RegisterReading

  package init(_ names: any RegisterReading) {
    self.names = names
  }

  /// Refuses a text that is empty, or in which a registered child's name stands.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  package func check(_ text: String, as what: String) async throws {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw DeskFailure(
        .refused,
        Diagnostic(
          .error, "text-missing", problem: "\(what) is empty",
          why: "what is written to the ledger is kept with it",
          next: "say it in a few words, without anyone's name"))
    }
    guard let family = PrivacyGuard.named(in: text, of: try await names.families()) else {
      return
    }
    throw DeskFailure(
      .refused,
      Diagnostic(
        .error, "names-a-child", problem: "\(what) names a child",
        why: "the ledger is kept so that it can be shown to anyone",
        next: "use the child's reference, \(family.child), instead"))
  }

  /// Refuses a file of which a text names a registered child, each such text by its line.
  ///
  /// `what` is what the file is, for the message, which repeats none of it.
  package func check(_ texts: [FileText], of what: String) async throws {
    let families = try await names.families()
    let faults = texts.compactMap { text in
      PrivacyGuard.named(in: text.words, of: families).map { family in
        Diagnostic(
          .error, "names-a-child", at: text.place, problem: "a text of \(what) names a child",
          why: "what is made of it goes to people who may not know whose child it is",
          next: "leave the name out; the ledger’s reference to the child is \(family.child)")
      }
    }
    if !faults.isEmpty { throw DeskFailure(.refused, faults) }
  }

  /// The family whose child's whole name stands in a text, if there is one.
  private static func named(in text: String, of families: [Family]) -> Family? {
    let (words, letters) = (words(text), letters(text))
    return families.first { family in
      let (given, surname) = (self.words(family.givenName), self.words(family.familyName))
      guard !given.isEmpty, !surname.isEmpty else { return false }
      if given.isSubset(of: words), surname.isSubset(of: words) { return true }
      // People run names together, above all in the names of files.
      let (first, last) = (self.letters(family.givenName), self.letters(family.familyName))
      return letters.contains(first + last) || letters.contains(last + first)
    }
  }

  /// The letters of a text in their order, and nothing else of it.
  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.map(String.init))
  }
}

/// A text of a file, and where it stands.
package struct FileText {
  package let words: String
  package let place: Place
}
