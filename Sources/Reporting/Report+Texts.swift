public import Bookkeeping
public import Funding

extension Report {
  /// The references to texts of the register that stand in the report.
  public var textReferences: Set<TextReference> {
    var found: Set<TextReference> = []
    _ = mappingTexts { text in
      for piece in MarkedText(text).pieces {
        if case .reference(let reference) = piece { found.insert(reference) }
      }
      return text
    }
    return found
  }

  /// The report with texts of the register in place of the references to them.
  ///
  /// One that has been forgotten or that another copy of the register had is said to be not held.
  public func naming(_ texts: [TextReference: String]) -> Report {
    mappingTexts { text in
      MarkedText(text).pieces.map { piece in
        switch piece {
        case .plain(let words): words
        case .reference(let reference): texts[reference] ?? "(not held)"
        }
      }.joined()
    }
  }

  /// The report with each step that it advises in the words of the front that shows it.
  public func worded(_ naming: (Step) -> String) -> Report {
    Report(
      schema: schema, title: title,
      blocks: blocks.map { block in
        if case .advice(let advice) = block { .paragraph(advice.text(naming)) } else { block }
      })
  }

  private func mappingTexts(_ change: (String) -> String) -> Report {
    func changed(_ cell: Cell) -> Cell {
      if case .text(let text) = cell { .text(change(text)) } else { cell }
    }
    return Report(
      schema: schema, title: title,
      blocks: blocks.map { block in
        switch block {
        case .heading(let text): .heading(change(text))
        case .paragraph(let text): .paragraph(change(text))
        case .facts(let facts): .facts(facts.map { Fact($0.name, changed($0.cell)) })
        case .advice, .bars, .steps, .lines, .fan, .swings: block
        case .table(let table):
          .table(
            Table(
              table.name, caption: table.caption, columns: table.columns,
              rows: table.rows.map { Table.Row($0.cells.map(changed), isTotal: $0.isTotal) }))
        }
      })
  }
}

/// A text cut where references to the register stand in it.
private struct MarkedText {
  private(set) var pieces: [Piece] = []

  enum Piece {
    case plain(String)
    case reference(TextReference)
  }

  init(_ text: String) {
    // Most texts have no colon, and looking for one is quick.
    guard text.utf8.contains(UInt8(ascii: ":")) else {
      pieces = [.plain(text)]
      return
    }
    var rest = text[...]
    var plain = ""
    while let mark = rest.firstRange(of: TextMark.prefix) {
      let end = rest.index(mark.lowerBound, offsetBy: MarkedText.length, limitedBy: rest.endIndex)
      guard let end, let reference = TextMark.reference(in: String(rest[mark.lowerBound..<end]))
      else {
        plain += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
        continue
      }
      pieces.append(.plain(plain + rest[..<mark.lowerBound]))
      pieces.append(.reference(reference))
      plain = ""
      rest = rest[end...]
    }
    pieces.append(.plain(plain + rest))
  }

  /// How long a mark is: its prefix and sixteen digits.
  private static let length = TextMark.prefix.count + 16
}
