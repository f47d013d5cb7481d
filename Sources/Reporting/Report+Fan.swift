public import Bookkeeping

extension Report {
  /// How far simulated amounts spread by year, with one known amount beside them.
  ///
  /// A table that holds the same stands beside it.
  public struct Fan: Hashable, Sendable {
    /// The name of its table for programs: `fan`.
    public let name: String
    /// What the picture says.
    public let title: String
    /// What is measured, where and when.
    public let subtitle: String
    /// What stands beside the spread: `Contributions`.
    public let beside: String
    public let years: [Year]

    /// One year: five percentiles, and the amount beside them.
    public struct Year: Hashable, Sendable {
      public let name: String
      public let percentiles: Percentiles
      public let beside: Money

      public init(_ name: String, _ percentiles: Percentiles, beside: Money) {
        self.name = name
        self.percentiles = percentiles
        self.beside = beside
      }
    }

    /// What a tenth, three tenths, half, seven tenths and nine tenths of the runs stay within.
    public struct Percentiles: Hashable, Sendable {
      public let p10: Money
      public let p30: Money
      public let p50: Money
      public let p70: Money
      public let p90: Money

      /// - Precondition: none is less than the one before it.
      public init(p10: Money, p30: Money, p50: Money, p70: Money, p90: Money) {
        precondition(
          p10 <= p30 && p30 <= p50 && p50 <= p70 && p70 <= p90, "percentiles out of order")
        self.p10 = p10
        self.p30 = p30
        self.p50 = p50
        self.p70 = p70
        self.p90 = p90
      }

      /// The five with their names, from the least.
      public var named: [(name: String, amount: Money)] {
        [("P10", p10), ("P30", p30), ("P50", p50), ("P70", p70), ("P90", p90)]
      }
    }

    /// - Precondition: there is a year.
    public init(_ name: String, title: String, subtitle: String, beside: String, years: [Year]) {
      precondition(!years.isEmpty, "a fan of no years")
      self.name = name
      self.title = title
      self.subtitle = subtitle
      self.beside = beside
      self.years = years
    }

    /// The same numbers as a table: a row for each year.
    public var table: Table {
      let percentiles = ["P10", "P30", "P50", "P70", "P90"]
      return Table(
        name, caption: subtitle,
        columns: [Table.Column("year", "Year", .text)]
          + percentiles.map { Table.Column($0.lowercased(), $0, .money) }
          + [Table.Column("beside", beside, .money)],
        rows: years.map { year in
          Table.Row(
            [.text(year.name)] + year.percentiles.named.map { .money($0.amount) }
              + [.money(year.beside)])
        })
    }
  }
}
