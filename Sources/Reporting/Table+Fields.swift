import Bookkeeping

extension Table {
  /// A column, and how its cell is made of what a row is about.
  public struct Field<Subject> {
    let column: Column
    let cell: (Subject) -> Cell

    public init(
      _ name: String, _ title: String, _ kind: Column.Kind, minor: Bool = false,
      _ cell: @escaping (Subject) -> Cell
    ) {
      column = Column(name, title, kind, minor: minor)
      self.cell = cell
    }
  }

  /// A table with a row for each of some subjects, and, where it is given, a row of totals below.
  public init<Subject>(
    _ name: String, caption: String, of subjects: [Subject], total: Row? = nil,
    _ fields: [Field<Subject>]
  ) {
    self.init(
      name, caption: caption, columns: fields.map(\.column),
      rows: subjects.map { subject in Row(fields.map { $0.cell(subject) }) }
        + [total].compactMap(\.self))
  }
}

extension Report {
  /// A report of one table, under what is said of the ledger that it is read from.
  init(schema: String, title: String, of header: [Fact], _ table: Table) {
    self.init(schema: schema, title: title, blocks: [.facts(header), .table(table)])
  }
}

extension Table.Field {
  /// A column of texts; none is one that nobody knows.
  static func text(_ name: String, _ title: String, _ text: @escaping (Subject) -> String?) -> Self
  {
    Self(name, title, .text) { .text(ifKnown: text($0)) }
  }

  /// A column of days; none is one that does not apply.
  static func day(_ name: String, _ title: String, _ day: @escaping (Subject) -> Day?) -> Self {
    Self(name, title, .day) { .day(ifAny: day($0)) }
  }

  /// A column of amounts; none is one that nobody knows.
  static func money(
    _ name: String, _ title: String, minor: Bool = false, _ amount: @escaping (Subject) -> Money?
  ) -> Self {
    Self(name, title, .money, minor: minor) { .money(ifKnown: amount($0)) }
  }

  /// A column of counts or of the numbers of records.
  static func number(
    _ name: String, _ title: String, minor: Bool = false, _ number: @escaping (Subject) -> Int
  ) -> Self {
    Self(name, title, .number, minor: minor) { .number(number($0)) }
  }
}

extension Cell {
  /// A day, or that the cell does not apply.
  static func day(ifAny day: Day?) -> Cell { day.map { .day($0) } ?? .blank }

  /// An amount, or that nobody knows it.
  static func money(ifKnown amount: Money?) -> Cell { amount.map { .money($0) } ?? .unknown }

  /// A text, or that nobody knows it.
  static func text(ifKnown text: String?) -> Cell { text.map { .text($0) } ?? .unknown }
}
