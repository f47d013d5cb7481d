public import Bookkeeping

extension Report {
  /// Several amounts by year, each a line of its own, beside a table that holds the same.
  public struct Lines: Hashable, Sendable {
    /// The name of its table for programs: `costs`.
    public let name: String
    /// What the picture says.
    public let title: String
    /// What is measured, where and when.
    public let subtitle: String
    /// The years from left to right: `2026-27`.
    public let years: [String]
    public let series: [Series]

    /// One line: what it is called, and its amount in each year.
    public struct Series: Hashable, Sendable {
      public let name: String
      public let amounts: [Money]

      public init(_ name: String, _ amounts: [Money]) {
        self.name = name
        self.amounts = amounts
      }
    }

    /// - Precondition: there is a year and a series, and each series has an amount for each year.
    public init(
      _ name: String, title: String, subtitle: String, years: [String], series: [Series]
    ) {
      precondition(
        !years.isEmpty && !series.isEmpty && series.allSatisfy { $0.amounts.count == years.count },
        "amounts for other years than there are")
      self.name = name
      self.title = title
      self.subtitle = subtitle
      self.years = years
      self.series = series
    }

    /// The same numbers as a table: a row for each line and a column for each year.
    public var table: Table {
      Table(
        name, caption: subtitle,
        columns: [Table.Column("line", "Line", .text)]
          + years.map { Table.Column($0, $0, .money) },
        rows: series.map { Table.Row([.text($0.name)] + $0.amounts.map { .money($0) }) })
    }
  }
}
