import Bookkeeping
import Funding
@testable import Storage

/// Makes up drafts that may stand, and rows that they might have come from.
struct RandomBook<Chance: RandomNumberGenerator> {
  private var chance: Chance
  private var recorded = Sample.day("2026-04-01")
  private var closed: Set<Month> = []
  private(set) var records: [JournalRecord] = []
  private(set) var rows: [SeenRow] = []
  /// The number of the chapter, each of which is an import.
  private var batch = 0

  /// A piece of writing.
  struct Chapter {
    var drafts: [Draft] = []
    var rows: [SeenRow] = []
  }

  init(_ chance: Chance) {
    self.chance = chance
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }

  mutating func day() -> Day { Sample.day("2026-04-01").advanced(by: below(500)) }

  /// Something of everything, and word of the file that it was read from.
  mutating func chapter() throws -> Chapter {
    var chapter = Chapter()
    let known = rows.count
    batch += 1
    for _ in 0...below(6) { record(try content(), in: &chapter) }
    record(.noted(fact(.fileImported, of: batch)), in: &chapter)
    chapter.rows = Array(rows[known...])
    return chapter
  }

  private mutating func record(_ content: JournalContent, in chapter: inout Chapter) {
    recorded = recorded.advanced(by: below(3))
    let draft = Draft(
      recorded: recorded, actor: ["a.khan", "b.lowe", "é, “c”"][below(3)], content: content)
    chapter.drafts.append(draft)
    records.append(draft.numbered(records.count + 1))
  }

  /// A row of its own, alike or equal to others in what it says.
  private mutating func row() -> SeenRow {
    let identity = RowIdentity(
      twin: below(2) == 0 ? .max : UInt64(below(3)), rest: UInt64(below(2)))
    let row = SeenRow(identity, batch: batch, row: rows.count + 2, day: day())
    rows.append(row)
    return row
  }

  private mutating func content() throws -> JournalContent {
    if below(3) == 0 { return .noted(fact()) }
    let entries = records.filter { $0.content.entry != nil }
    if let old = entries.randomElement(using: &chance), let entry = old.content.entry,
      let event = old.content.event, below(5) == 0
    {
      return .posted(
        event, try FundingEntry(entry.reversed(as: old.number, on: openDay(), because: source())))
    }
    let parts = (0...below(2)).map { _ in Part(source(), (0...below(3)).map { _ in movement() }) }
    let correction: Correction? =
      records.isEmpty || below(6) > 0 ? nil : .corrects(1 + below(records.count))
    let kind = EventKind.allCases[below(EventKind.allCases.count)]
    let (on, own) = (openDay(), below(4) == 0 ? day() : nil)
    return .posted(
      kind,
      try FundingEntry(
        FundingProposal(on: on, belongingTo: own, parts: parts, correction: correction)))
  }

  private mutating func openDay() -> Day {
    var found = day()
    while closed.contains(Month(of: found)) { found = found.advanced(by: 1) }
    return found
  }

  private mutating func fact() -> Fact {
    // A signature is of the record that stands before it.
    let kinds = FactKind.allCases.filter { $0 != .fileImported && $0 != .monthSigned }
    let kind = kinds[below(kinds.count)]
    let month = Month(of: day())
    switch kind {
    case .periodClosed: closed.insert(month)
    case .periodReopened: closed.remove(month)
    default: break
    }
    if kind == .importUndone { return fact(kind, of: 1 + below(batch)) }
    guard [.periodClosed, .periodReopened].contains(kind) else {
      return fact(kind, of: 1 + below(2))
    }
    return Fact(kind, of: month.description, on: day(), source())
  }

  private mutating func fact(_ kind: FactKind, of number: Int) -> Fact {
    FactSample.fact(kind, of: number, on: day(), source())
  }

  private mutating func source() -> Source {
    let details = (0..<below(3)).map { Detail(asRead: "name \($0)", ["", "4:é,", "\0\n"][$0]) }
    switch below(3) {
    case 0: return Source(.command(person: "a.khan", document: "minute 4"), details: details)
    case 1:
      return Source(.rule(name: "year-end", record: below(2) == 0 ? nil : 1), details: details)
    default:
      let cells = (0..<below(3)).map { RowOrigin.Cell("field \($0)", "£1,0\($0)0.00") }
      let row = row()
      return Source(
        .row(
          RowOrigin(
            batch: row.batch, row: row.row, line: below(9), day: row.day, cells: cells,
            hidden: nil, identity: row.identity)), details: details)
    }
  }

  private mutating func movement() -> Movement<Coding> {
    let plan = PlanLineReference("SPB-00000\(1 + below(2))/\(1 + below(2))")
    let use =
      below(2) == 0
      ? Use(line: .topUpMaintained, setting: SettingColumn.allCases[below(6)])
      : Use(line: .directPayments, agency: .education, element: .three, planLine: plan)
    let pairs: [(Heading, Heading)] = [
      (.allocated, .unallocated), (.committed, .allocated), (.spent, .committed),
      (.expenditure, .creditors), (.creditors, .bank), (.expenditure, .bank),
    ]
    let (debit, credit) = pairs[below(pairs.count)]
    func coding(_ heading: Heading) -> Coding {
      [.unallocated, .bank].contains(heading)
        ? Coding(.highNeeds, heading) : Coding(.highNeeds, heading, use)
    }
    return Movement(
      Money(pence: Int64(1 + below(5_000))), debit: coding(debit), credit: coding(credit))
  }
}
