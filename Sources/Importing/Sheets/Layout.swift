import Bookkeeping

/// Which column of a file holds which field.
struct Layout: Sendable {
  /// By field, in the order of the format: the column, or none where the file has none.
  let columns: [Int?]
  /// By field: the heading over its column, as the file prints it.
  let headings: [String]
  /// The rows that are headings.
  let headingRows: Int
  /// How many cells a row has from the first column to the last that has a heading.
  let width: Int
  /// How days and amounts are written.
  var forms = CellForms.usual
}

extension Layout {
  /// The layout of rows whose fields have their names with them.
  init(named fields: [FieldSpec], _ forms: CellForms = .usual) {
    self.forms = forms
    columns = Array(fields.indices)
    headings = fields.map(\.name)
    headingRows = 0
    width = fields.count
  }
}

/// Looks for the headings of a file, which may stand behind a preamble and be two rows high.
struct LayoutFinder {
  private let fields: [FieldSpec]
  private var above: [String] = []
  private var rowsSeen = 0
  private(set) var closest: Attempt?

  /// How near a row came to being the headings.
  struct Attempt {
    let found: [String]
    let missing: [String]
    let others: [String]
  }

  /// Headings further down than this are not looked for.
  static let mostRows = 50

  init(_ fields: [FieldSpec]) { self.fields = fields }

  var isExhausted: Bool { rowsSeen >= LayoutFinder.mostRows }

  /// Looks at a row, and at that row under the one before.
  mutating func offer(_ row: [String]) -> Result? {
    defer {
      above = row
      rowsSeen += 1
    }
    let single = row.map(Heading.init)
    if let result = match(single, rows: 1) { return result }
    guard !above.isEmpty else { return nil }
    return match(LayoutFinder.join(above, row), rows: 2)
  }

  enum Result {
    case layout(Layout)
    /// Two columns may hold a field, so that neither can be trusted: their headings.
    case ambiguous(field: String, String, String)
  }

  private mutating func match(_ headings: [Heading], rows: Int) -> Result? {
    var columns: [Int?] = []
    var missing: [String] = []
    var found: [String] = []
    for field in fields {
      let places = Set(field.headings.flatMap { $0.columns(among: headings) }).sorted()
      if places.count > 1 {
        return .ambiguous(field: field.name, headings[places[0]].text, headings[places[1]].text)
      }
      columns.append(places.first)
      if places.isEmpty {
        if field.isRequired { missing.append(field.name) }
      } else {
        found.append(field.name)
      }
    }
    if missing.isEmpty, !found.isEmpty {
      let texts = columns.map { $0.map { headings[$0].text } ?? "" }
      let last = headings.lastIndex { !$0.text.isEmpty } ?? 0
      return .layout(Layout(columns: columns, headings: texts, headingRows: rows, width: last + 1))
    }
    if rows == 1, found.count > closest?.found.count ?? 0 {
      closest = Attempt(found: found, missing: missing, others: headings.map(\.text))
    }
    return nil
  }

  /// Two rows of headings as one: a heading that spans columns is carried to the right of itself.
  private static func join(_ upper: [String], _ lower: [String]) -> [Heading] {
    var carried = ""
    return (0..<max(upper.count, lower.count)).map { column in
      let top = column < upper.count ? upper[column] : ""
      let bottom = column < lower.count ? lower[column] : ""
      if !top.isEmpty { carried = top }
      // What stands alone in the lower row belongs to what spans it from the left.
      let head = top.isEmpty && !bottom.isEmpty ? carried : top
      return Heading([head, bottom].filter { !$0.isEmpty }.joined(separator: " "))
    }
  }
}

extension Layout {
  /// The layout of a file without headings, known by the number and the kinds of its columns.
  ///
  /// `order` is the fields in the order of the columns; an empty name is a column nobody reads.
  /// `first` is the first row of the file, which has to look like that.
  init?(without headings: [String], _ fields: [FieldSpec], first: [String], _ forms: CellForms) {
    let trailing = first.reversed().prefix { $0.isEmpty || $0.hasPrefix(RefusedRows.behind) }.count
    guard first.count - trailing <= headings.count, first.count >= headings.count else {
      return nil
    }
    for field in fields {
      guard let column = headings.firstIndex(of: field.name) else { continue }
      let cell = Array(first[column].utf8)[...]
      switch field.kind {
      case .day: if (try? forms.day(cell)) == nil { return nil }
      case .amount, .price:
        if !first[column].isEmpty, (try? forms.amount(cell.trimmed)) == nil { return nil }
      case .text, .way: break
      }
    }
    columns = fields.map { headings.firstIndex(of: $0.name) }
    self.headings = fields.map(\.name)
    headingRows = 0
    width = headings.count
  }
}
