public import Bookkeeping

/// What a report says, before anyone has decided how it looks.
public struct Report: Hashable, Sendable {
  /// The name and number of its form, for programs: `sendledger/position@1`.
  public let schema: String
  public let title: String
  public let blocks: [Block]

  public init(schema: String, title: String, blocks: [Block]) {
    self.schema = schema
    self.title = title
    self.blocks = blocks
  }

  /// One part of a report, from top to bottom.
  public enum Block: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    /// What may be done next; a front puts it into its own words before it is shown.
    case advice(Remedy)
    case facts([Fact])
    case table(Table)
    case bars(Bars)
    case steps(Steps)
    case lines(Lines)
    case fan(Fan)
    case swings(Swings)
  }

  /// Amounts as bars, beside a table that holds the same.
  public struct Bars: Hashable, Sendable {
    /// What the picture says.
    public let title: String
    /// What is measured, where and when.
    public let subtitle: String
    public let bars: [Bar]

    /// One row of a chart.
    public struct Bar: Hashable, Sendable {
      public let name: String
      /// What was spent and what is left, each with its word.
      public let parts: [Part]

      public init(_ name: String, _ parts: [Part]) {
        self.name = name
        self.parts = parts
      }
    }

    /// One stretch of a bar.
    public struct Part: Hashable, Sendable {
      public let word: String
      public let amount: Money

      public init(_ word: String, _ amount: Money) {
        self.word = word
        self.amount = amount
      }
    }

    public init(title: String, subtitle: String, bars: [Bar]) {
      self.title = title
      self.subtitle = subtitle
      self.bars = bars
    }
  }

  /// A name and what stands for it.
  public struct Fact: Hashable, Sendable {
    public let name: String
    public let cell: Cell

    fileprivate static let warningName = "Warning"

    /// What is wrong with the ledger that the figures were read from.
    package static func warning(_ cell: Cell) -> Fact { Fact(warningName, cell) }

    public init(_ name: String, _ cell: Cell) {
      self.name = name
      self.cell = cell
    }
  }

  /// Whether it warns that its figures may not be those of the ledger.
  public var isDoubtful: Bool {
    blocks.contains { block in
      if case .facts(let facts) = block {
        facts.contains { $0.name == Fact.warningName }
      } else {
        false
      }
    }
  }

  /// Whether any amount in it is negative.
  public var holdsNegativeAmount: Bool {
    blocks.contains { block in
      switch block {
      case .heading, .paragraph, .advice: false
      case .facts(let facts): facts.contains { $0.cell.isNegative }
      case .table(let table): table.holdsNegativeAmount
      case .bars(let bars): bars.bars.contains { $0.parts.contains { $0.amount < .zero } }
      case .steps(let steps): steps.points.contains { $0.amount < .zero }
      case .lines(let lines): lines.table.holdsNegativeAmount
      case .fan(let fan): fan.table.holdsNegativeAmount
      case .swings(let swings): swings.amount < .zero || swings.table.holdsNegativeAmount
      }
    }
  }

  /// The tables, in order.
  public var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// Rows of typed cells under named columns.
public struct Table: Hashable, Sendable {
  /// The name of the table for programs: `available`.
  public let name: String
  public let caption: String
  public let columns: [Column]
  public let rows: [Row]

  public init(_ name: String, caption: String, columns: [Column], rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row of another width")
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// Whether any amount in it is negative.
  var holdsNegativeAmount: Bool { rows.contains { $0.cells.contains(where: \.isNegative) } }

  /// What the cells of a table have in common from top to bottom.
  public struct Column: Hashable, Sendable {
    /// The name for programs: `forecast`.
    public let name: String
    public let title: String
    public let kind: Kind
    /// Whether it is dropped first where there is no room.
    public let isMinor: Bool

    /// What the cells of a column hold.
    public enum Kind: Hashable, Sendable {
      case text
      case money
      case number
      case share
      case day
    }

    public init(_ name: String, _ title: String, _ kind: Kind, minor: Bool = false) {
      self.name = name
      self.title = title
      self.kind = kind
      isMinor = minor
    }
  }

  /// The cells of a table from left to right.
  public struct Row: Hashable, Sendable {
    public let cells: [Cell]
    public let isTotal: Bool

    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }
}

/// What stands in a cell.
///
/// Nothing, none and not known are three different things.
public enum Cell: Hashable, Sendable {
  case text(String)
  case money(Money, Address?)
  case number(Int)
  /// A share of one, which is printed in per cent.
  case share(Fraction)
  case day(Day)
  /// The cell does not apply.
  case blank
  /// Nobody knows yet.
  case unknown

  public static func money(_ money: Money) -> Cell { .money(money, nil) }

  /// Whether it is a negative amount.
  var isNegative: Bool { if case .money(let money, _) = self { money < .zero } else { false } }
}
