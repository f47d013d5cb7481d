public import Bookkeeping
public import Funding

/// Sees that what goes into the ledger as plain text says something, and names no registered child.
public struct NameGuard {
  private let families: [Family]
  /// The addresses at which children of several families live: those of a home, or of a council.
  private let institutions: Set<[String]>

  /// A guard of the children whom the register knows at that moment.
  public init(_ names: any RegisterReading) async throws(StorageFailure) {
    families = try await names.families()
    institutions = Set(
      Dictionary(grouping: families, by: \.address)
        .filter { !$0.key.isEmpty && Set($0.value.map(\.familyName)).count > 1 }.keys)
  }

  /// A text as the ledger may hold it.
  ///
  /// `what` is what the text is, for the message, which does not repeat it.
  @discardableResult
  public func check(_ text: String, as what: String) throws(NameRefusal) -> LedgerText {
    guard !NameGuard.saysNothing(text) else { throw .empty(what) }
    if let family = family(namedIn: text) { throw .namesChild(what, family.child) }
    return LedgerText(asRead: text)
  }

  /// Whether a text has neither letter nor digit, or says in so many signs that it says nothing.
  private static func saysNothing(_ text: String) -> Bool {
    ["", "na", "none"].contains(SeenLetters.of(text))
  }

  /// Refuses a file of which a text names a registered child, each such text by its line.
  ///
  /// `what` is what the file is, for the message, which repeats none of it.
  public func check(
    _ texts: [(words: String, place: Place)], of what: String
  ) throws(NameRefusal) {
    let faults = texts.compactMap { text in
      family(namedIn: text.words).map { NameRefusal.Fault(place: text.place, child: $0.child) }
    }
    if !faults.isEmpty { throw .textsNameChildren(what, faults) }
  }

  /// The family whom a text tells, if there is one.
  private func family(namedIn text: String) -> Family? {
    let words = NameGuard.words(text)
    let seen = (words: words, letters: NameGuard.letters(text), signs: Family.signs(text))
    return families.first { family in
      family.isNamed(inWords: seen.words, letters: seen.letters)
        || !institutions.contains(family.address)
          && family.isAddressed(inWords: seen.words, signs: seen.signs)
    }
  }

  /// The letters of a text in their order, and nothing else of it.
  fileprivate static func letters(_ text: String) -> String {
    SeenLetters.of(text).filter(\.isLetter)
  }

  fileprivate static func words(_ text: String) -> Set<String> { SeenLetters.words(of: text) }
}

extension Family {
  /// Whether the child's whole name stands in a text.
  fileprivate func isNamed(inWords words: Set<String>, letters: String) -> Bool {
    let given = NameGuard.words(givenName)
    let surname = NameGuard.words(familyName)
    guard !given.isEmpty, !surname.isEmpty else { return false }
    if given.isSubset(of: words), surname.isSubset(of: words) { return true }
    // People run names together, above all in the names of files.
    let first = NameGuard.letters(givenName)
    let last = NameGuard.letters(familyName)
    return letters.contains(first + last) || letters.contains(last + first)
  }

  /// Whether a text tells who they are: the child's whole name, that of whoever is written to, or a line
  /// of the address that has a number in it, or the name of the house.
  func isTold(by text: String) -> Bool {
    let words = NameGuard.words(text)
    return isNamed(inWords: words, letters: NameGuard.letters(text))
      || isAddressed(inWords: words, signs: Family.signs(text))
  }

  /// Whether whoever is written to stands in a text, or a line of the address that has a number in it.
  fileprivate func isAddressed(inWords words: Set<String>, signs: String) -> Bool {
    let addressed = NameGuard.words(addressee)
    if addressed.count > 1, addressed.isSubset(of: words), !addressed.isSubset(of: Family.relations)
    {
      return true
    }
    return address.enumerated().contains { place, line in
      // A house may have a name in place of a number, and a town is where many live.
      let isHouse = place == 0 && NameGuard.words(line).count > 1 && Family.signs(line).count >= 8
      return (line.contains(where: \.isNumber) || isHouse) && line.contains(where: \.isLetter)
        && signs.contains(Family.signs(line))
    }
  }

  /// Words that say whose parent somebody is, and not who.
  private static let relations: Set<String> = [
    "the", "a", "to", "of", "and", "or", "parent", "parents", "carer", "carers", "mother", "father",
    "guardian", "guardians", "family", "young", "person", "mr", "mrs", "ms", "miss", "mx", "dr",
  ]

  fileprivate static func signs(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// Why a text may not stand in the ledger; what the text is stands first.
public enum NameRefusal: Error, Hashable, Sendable {
  case empty(String)
  case namesChild(String, ChildReference)
  /// Texts of a file, each with its line.
  case textsNameChildren(String, [Fault])

  /// A text of a file in which a child is named.
  public struct Fault: Hashable, Sendable {
    let place: Place
    let child: ChildReference
  }
}

extension NameRefusal {
  /// The refusal as a person should read it, one message a text.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .empty(let what):
      [
        Diagnostic.error(
          "text-missing", "\(what) is empty", why: "what is written to the ledger is kept with it",
          next: "say it in a few words, without anyone's name")
      ]
    case .namesChild(let what, let child):
      [
        Diagnostic.error(
          "names-a-child", "\(what) names a child",
          why: "the ledger is kept so that it can be shown to anyone",
          next: "use the child's reference, \(child), instead")
      ]
    case .textsNameChildren(let what, let faults):
      faults.map { fault in
        Diagnostic.error(
          "names-a-child", "a text of \(what) names a child", at: fault.place,
          why: "what is made of it goes to people who may not know whose child it is",
          next: "leave the name out; the ledger’s reference to the child is \(fault.child)")
      }
    }
  }
}
