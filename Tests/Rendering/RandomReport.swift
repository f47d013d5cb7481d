import Bookkeeping
import Reporting

/// Makes up reports whose texts are as awkward as can be.
struct RandomReport<Chance: RandomNumberGenerator> {
  private var chance: Chance
  /// What the texts are made of.
  private let pieces: [String]

  static var nasty: [String] {
    [
      "<script>", "&amp;", "\"", "'", "a,b", "=1+1", "-2", "@x", "line\nbreak", "\r\n", "\t", "é",
      "</td>", "\\", "<!--", "\u{1}", "日本", " ",
    ]
  }

  static var plain: [String] { ["oak", "field", "<ash>", "\"elm\"", "a,b", "=1+1", "é", "n/k"] }

  init(_ chance: Chance, of pieces: [String]) {
    self.chance = chance
    self.pieces = pieces
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }

  mutating func words() -> String {
    (0...below(3)).map { _ in pieces[below(pieces.count)] }.joined(separator: "_")
  }

  private mutating func money() -> Money {
    Money(pence: Int64.random(in: -99_999_999_999...99_999_999_999, using: &chance))
  }

  private mutating func cell(_ kind: Table.Column.Kind) -> Cell {
    switch kind {
    case .text: .text(words())
    case .money: below(6) == 0 ? .unknown : .money(money(), Address(["a", words(), "b"]))
    case .number: .number(below(2_000) - 1_000)
    case .share: .share(Fraction(Int64(below(300_000)) - 100_000, over: 100_000))
    case .day: .day(Day(number: Int32(below(40_000))))
    }
  }

  private mutating func table(_ number: Int) -> Table {
    let kinds: [Table.Column.Kind] = [.text, .money, .number, .day, .share, .money]
    let columns = (0..<2 + below(5)).map { place in
      Table.Column("column-\(number)-\(place)", "Column \(place) \(words())", kinds[place])
    }
    let rows = (0...below(5)).map { _ in Table.Row(columns.map { cell($0.kind) }) }
    let total = Table.Row(columns.map { cell($0.kind) }, isTotal: true)
    return Table("table-\(number)", caption: words(), columns: columns, rows: rows + [total])
  }

  mutating func report() -> Report {
    Report(
      schema: "sendledger/test@1", title: words(),
      blocks: [
        .facts([Report.Fact(words(), cell(.text))]), .heading(words()), .paragraph(words()),
        .table(table(1)), .table(table(2)),
      ])
  }
}

extension Cell {
  /// The cell as it is for programs.
  var plain: String {
    switch self {
    case .text(let text): text
    case .money(let money, _):
      (money.pence < 0 ? "-" : "")
        + "\(money.pence.magnitude / 100).\(String(money.pence.magnitude % 100 + 100).dropFirst())"
    case .number(let number): "\(number)"
    case .share(let share):
      (share < .zero ? "-" : "")
        + "\(share.thousandths / 1000).\(String(share.thousandths % 1000 + 1000).dropFirst())"
    case .day(let day): day.description
    case .blank, .unknown: ""
    }
  }
}

extension Fraction {
  /// How many thousandths of one per cent a share is, whatever its sign.
  var thousandths: UInt64 { (self * Fraction(100_000)).floor.magnitude }
}
