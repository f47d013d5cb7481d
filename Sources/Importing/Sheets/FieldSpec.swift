/// A field that a format reads, and the headings under which files keep it.
struct FieldSpec: Sendable {
  let name: String
  let kind: Kind
  var headings: [HeadingPattern]
  /// Whether a file without such a column is not of this format.
  let isRequired: Bool
  /// Whether the cell may name a person, so that only its digest is kept in the ledger.
  let isHidden: Bool
  /// Whether rows have to agree in it to be near each other: who, and how much.
  let isTwin: Bool
  /// Whether it is the publisher's own number of the payment.
  let isNumber: Bool
  /// Whether it is kept and not compared: a remark, an area, a balance, which a later list may say otherwise.
  let isCarried: Bool

  /// Whether a mapping names its column, so that files of that publisher have it.
  var isMapped = false

  enum Kind: Sendable {
    case text
    /// What the row counts for in the sums of the file.
    case amount
    /// An amount that is in no sum.
    case price
    case day
  }

  init(
    _ name: String, _ kind: Kind = .text, headings: [String] = [], required: Bool = false,
    hidden: Bool = false, twin: Bool = false, number: Bool = false, carried: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.headings = ([name] + headings).map { .named($0) }
    isRequired = required
    isHidden = hidden
    isTwin = twin
    isNumber = number
    isCarried = carried
  }

  init(_ name: String, _ kind: Kind, _ pattern: HeadingPattern, required: Bool = true) {
    self.name = name
    self.kind = kind
    headings = [pattern]
    isRequired = required
    isHidden = false
    isTwin = false
    isNumber = false
    isCarried = false
  }
}

/// What a heading has to be, whatever its case, spacing or punctuation.
enum HeadingPattern: Sendable, Hashable {
  case named(String)
  /// All of the first stand in it, and none of the second.
  case containing([String], without: [String] = [])
  /// The column with that number, from 0, whatever stands over it.
  case position(Int)

  func matches(_ heading: Heading, at column: Int) -> Bool {
    switch self {
    case .named(let name): heading.key == Heading.key(of: name)
    case .containing(let parts, let others):
      parts.allSatisfy { heading.key.contains($0) } && !others.contains { heading.key.contains($0) }
    case .position(let position): position == column
    }
  }
}

/// The heading of a column, and the letters and digits by which it is known.
struct Heading: Sendable, Hashable {
  let text: String
  let key: String

  init(_ text: String) {
    self.text = text
    key = Heading.key(of: text)
  }

  static func key(of text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
