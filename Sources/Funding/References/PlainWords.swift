public import Bookkeeping

/// The words that the ledger may hold as plain text, because none of them is a name.
///
/// Who decided something, and why, is typed by people, and a child's name may slip in. So the ledger
/// holds such a text only if every word of it is in this list, a number, or a code; any other goes to
/// the register, and the ledger holds a reference to it.
public enum PlainWords {
  /// Whether all of a text may stand in the ledger.
  public static func allow(_ text: String) -> Bool {
    let parts = text.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }
    let words = parts.map { $0.trimmed }
    return words.allSatisfy(isPlain)
      && !zip(words, words.dropFirst()).contains { isPostcode($0, $1) }
  }

  /// Whether the name of a file may stand in the ledger: its words may, whatever joins them.
  public static func allow(fileName name: String) -> Bool {
    allow(String(name.map { $0 == "." || $0 == "_" || $0 == "-" ? " " : $0 }))
  }

  /// Whether a text has the form of a publisher's code, in which no name is: short, each word with a digit or
  /// of four letters at most.
  public static func mayBeCode(_ text: String) -> Bool {
    text.count <= 24 && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || $0.isLetter && $0.isASCII || "-/._: ".contains($0) }
      && text.split(separator: " ").allSatisfy { $0.contains(where: \.isNumber) || $0.count <= 4 }
  }

  /// What somebody typed, as a message may say it again: in quotation marks, or by other words where it could
  /// be a name.
  public static func quoted(_ text: String, else words: String = "what was typed") -> String {
    let isShown = text.count <= 60 && (allow(text) || !text.contains(where: \.isLetter))
    return isShown ? "“\(text.showingControls)”" : words
  }

  /// The path of a file that somebody typed, as a message may say it again: what ends like the name of no file
  /// may be a person's.
  public static func quoted(path: String, else words: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    let isFile = (1...5).contains(ending.count) && !name.contains(",")
    return isFile || allow(fileName: String(name)) ? name.description : words
  }

  private static func isPlain(_ word: Substring) -> Bool {
    if word.isEmpty || isCode(word) { return true }
    return word.split(separator: "-").allSatisfy {
      $0.utf8.allSatisfy(isDigit) || words.contains(String($0.lowercased()))
    }
  }

  /// `D-2026-0711`, `1.2.11`, `B-0004`, `31/10/2026`: capitals, digits and joining marks, with more
  /// digits than one.
  private static func isCode(_ word: Substring) -> Bool {
    let joining: Set<UInt8> = [
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"),
    ]
    return word.utf8.count { isDigit($0) } > 1
      && word.utf8.allSatisfy { isDigit($0) || isCapital($0) || joining.contains($0) }
  }

  /// `AB1 2CD`: an address is known by it.
  private static func isPostcode(_ first: Substring, _ second: Substring) -> Bool {
    let (outward, inward) = (Array(first.utf8), Array(second.utf8))
    guard (2...4).contains(outward.count), inward.count == 3, let letter = outward.first else {
      return false
    }
    return isCapital(letter) && isDigit(inward[0]) && inward[1...].allSatisfy(isCapital)
  }

  private static let words: Set<String> = Set(
    """
    a an and as at by for from in into is it no not of on or our per that the this to was were with
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday day days week weeks month months year
    years term terms autumn spring summer first second third fourth half quarter annual monthly
    jan feb mar apr jun jul aug sep sept oct nov dec
    forum schools school council full cabinet executive committee panel board meeting minute minutes
    item appendix paragraph annex agenda resolution decision decided agreed approved allowed delegated
    authority secretary state department education dfe esfa disapplication request reference ref
    letter email form invoice invoices receipt statement bank file list report review plan plans
    contract agreement section line lines fund budget budgets vote voted version grant block blocks
    schools' forum's dsg send sen ehcp ehc nhs icb la s251 s75 high needs central early social care
    health service services children adult adults place places placement setting settings college
    nursery academy academies provider payment payments payee direct top up top-up fee fees refund
    credit transfer transfers pool pooled pooling contribution contributions partner partners due paid
    unpaid received wrong right twice late early missing duplicate same different amount amounts sum
    total row rows entered entry record recorded corrected correction error mistake typed posted
    reversed reopened closed open two three four five six seven eight nine ten one once sessions
    session hour hours transport tutor tutors therapy therapies respite short breaks swim swimming
    director head officer finance commissioner commissioning team manager tribunal order mediation
    csv txt openings events packages families receipts card
    new old change changed end ended ends starts started lesson lessons both correct real shown
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

extension Substring {
  /// The word without the marks that end a sentence.
  fileprivate var trimmed: Substring {
    var rest = self
    while let last = rest.last, last == "." || last == ":" || last == "!" || last == "?" {
      rest = rest.dropLast()
    }
    return rest
  }
}

extension LedgerText {
  /// A person's text as it is, where no word of it could be a name.
  public init?(plain text: String) {
    guard PlainWords.allow(text) || TextMark.reference(in: text) != nil else { return nil }
    self.init(asRead: text)
  }

  /// The name of a file as it is, where no word of it could be a name.
  public init?(plainFileName name: String) {
    guard PlainWords.allow(fileName: name) else { return nil }
    self.init(asRead: name)
  }

  /// What stands in place of a text that is kept in the register.
  public init(inPlace reference: TextReference) {
    self.init(asRead: TextMark.prefix + reference.code)
  }

  /// The reference that stands in place of a text, where one does.
  public var reference: TextReference? { TextMark.reference(in: words) }
}

/// A text that stands in the register, as the ledger refers to it: `text:` and its reference.
public enum TextMark {
  public static let prefix = "text:"

  /// The reference that stands in place of a text, where one does.
  public static func reference(in text: String) -> TextReference? {
    text.hasPrefix(prefix) ? TextReference(String(text.dropFirst(prefix.count))) : nil
  }
}
