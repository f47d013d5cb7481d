/// A field that a format reads, and the headings under which files keep it.
struct FieldSpec: Sendable {
  let name: String
  let kind: Kind
  var headings: [HeadingPattern]
  /// Whether a file without such a column is not of this format.
  var isRequired: Bool
  /// Whether the cell may name a person, so that only its digest is kept in the ledger.
  let isHidden: Bool
  /// Whether rows have to agree in it to be near each other: who, and how much.
  let isTwin: Bool
  /// Whether it is the publisher's own number of the payment.
  let isNumber: Bool
  /// Whether it is kept and not compared: a remark, an area, a balance, which a later list may say otherwise.
  let isCarried: Bool
  /// Whether it is compared only where it is filled, since files without it were told apart before there was
  /// such a field.
  let isExtra: Bool

  /// Whether a mapping names its column, so that files of that publisher have it.
  var isMapped = false

  enum Kind: Sendable {
    case text
    /// What the row counts for in the sums of the file.
    case amount
    /// An amount that is in no sum.
    case price
    case day
    /// A word that says which way an amount went.
    case way
  }

  init(
    _ name: String, _ kind: Kind = .text, headings: [String] = [], required: Bool = false,
    hidden: Bool = false, twin: Bool = false, number: Bool = false, carried: Bool = false,
    extra: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.headings = ([name] + headings).map { .named($0) }
    isRequired = required
    isHidden = hidden
    isTwin = twin
    isNumber = number
    isCarried = carried
    isExtra = extra
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
    isExtra = false
  }
}

/// What a heading has to be, whatever its case, spacing or punctuation.
enum HeadingPattern: Sendable, Hashable {
  case named(String)
  /// All of the first stand in it, and none of the second.
  case containing([String], without: [String] = [])
  /// The column with that number, from 0, whatever stands over it.
  case position(Int)
  /// Of several columns with the same heading the first, the second and so on.
  case nth(Int, of: String)

  /// The columns that are so.
  func columns(among headings: [Heading]) -> [Int] {
    switch self {
    case .named(let name):
      let key = Heading.key(of: name)
      return headings.indices.filter { headings[$0].key == key }
    case .containing(let parts, let others):
      return headings.indices.filter { column in
        let key = headings[column].key
        return parts.allSatisfy { key.contains($0) } && !others.contains { key.contains($0) }
      }
    case .position(let position): return headings.indices.contains(position) ? [position] : []
    case .nth(let nth, let name):
      let columns = HeadingPattern.named(name).columns(among: headings)
      return columns.count >= nth ? [columns[nth - 1]] : []
    }
  }

  /// The heading as a mapping names it.
  var name: String? {
    switch self {
    case .named(let name), .nth(_, let name): name
    case .containing, .position: nil
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

  /// Whether a heading says that the figures under it are in thousands, in pence or in other money:
  /// `Amount £000`, `Spend (£'000s)`, `Value £m`, `Net (pence)`.
  static func isNotPounds(_ text: String) -> Bool {
    // `£25,000` is a sum.
    let text = text.lowercased().replacing(",000", with: "")
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let others: Set<Substring> = [
      "000", "000s", "thousand", "thousands", "million", "millions", "pence", "usd", "eur", "euro",
      "euros", "dollars",
    ]
    if text.contains("€") || text.contains("$") || words.contains(where: others.contains) {
      return true
    }
    // A letter counts where the pound sign stands before it.
    return text.split(separator: "£", omittingEmptySubsequences: false).dropFirst().contains {
      ["k", "ks", "m", "mn", "bn", "000", "000s"].contains(
        $0.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
    }
  }
}
