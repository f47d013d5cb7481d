import Bookkeeping

/// Text for a page.
///
/// What comes in as text is escaped; only elements make markup.
struct HTML: Sendable {
  private(set) var text: String

  private init(markup: String) { text = markup }

  /// Words, with every character that means something to a browser made harmless.
  init(_ words: String) { text = HTML.escaped(words) }

  /// Words of which no year and no reference is broken at its hyphen.
  init(unbroken words: String) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isKept =
        word.count <= 20 && word.contains("-")
        && (word.hasPrefix("--") || word.contains(where: \.isNumber))
      let part = HTML(String(word))
      return isKept ? HTML.element("span", [("class", "w")], [part]).text : part.text
    }
    text = parts.joined(separator: " ")
  }

  static let nothing = HTML(markup: "")

  /// An element with its attributes and what is in it.
  static func element(
    _ name: String, _ attributes: [(String, String)] = [], _ children: [HTML] = []
  ) -> HTML {
    let list = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    let inner = children.map(\.text).joined()
    let isEmpty = name == "meta" || name == "br"
    return HTML(markup: isEmpty ? "<\(name)\(list)>" : "<\(name)\(list)>\(inner)</\(name)>")
  }

  static func element(_ name: String, _ words: String) -> HTML { element(name, [], [HTML(words)]) }

  /// The same on lines of its own, so that the source of a page can be read.
  var onLine: HTML { HTML(markup: text + "\n") }

  /// A whole page.
  static func page(_ language: String, _ children: [HTML]) -> String {
    "<!doctype html>\n"
      + element("html", [("lang", language), ("dir", "ltr")], children.map(\.onLine)).text + "\n"
  }

  /// Rules of style, which are ours and hold no text from outside.
  static func style(_ rules: String) -> HTML { HTML(markup: "<style>\n\(rules)</style>") }

  private static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ isHarmless($0) }) { return text }
    var escaped = ""
    for character in text.showingControls.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// Whether a byte is a letter that can be printed and means nothing to a browser.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }
}
