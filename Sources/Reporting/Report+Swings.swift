public import Bookkeeping

extension Report {
  /// How far each assumption, moved by itself, moves a result to either side of its centre.
  ///
  /// A table that holds the same stands beside it.
  public struct Swings: Hashable, Sendable {
    /// The name of its table for programs: `tornado`.
    public let name: String
    /// What the picture says.
    public let title: String
    /// What is measured, where and when.
    public let subtitle: String
    /// What stands at the centre, and its amount: `5-year gap`.
    public let centre: String
    public let amount: Money
    /// From the widest, as a reader expects them.
    public let swings: [Swing]

    /// One assumption moved down and up, and how far the result moves from the centre.
    public struct Swing: Hashable, Sendable {
      public let name: String
      public let low: End
      public let high: End

      public init(_ name: String, low: End, high: End) {
        self.name = name
        self.low = low
        self.high = high
      }

      /// How far apart its ends are.
      public var width: Money { high.amount - low.amount }
    }

    /// A value of an assumption, in words, and the change that it makes.
    public struct End: Hashable, Sendable {
      public let label: String
      public let amount: Money

      public init(_ label: String, _ amount: Money) {
        self.label = label
        self.amount = amount
      }
    }

    /// - Precondition: there is one at least, and no low end above its high one.
    public init(
      _ name: String, title: String, subtitle: String, centre: String, amount: Money,
      swings: [Swing]
    ) {
      precondition(
        !swings.isEmpty && swings.allSatisfy { $0.width >= .zero }, "a swing from high to low")
      self.name = name
      self.title = title
      self.subtitle = subtitle
      self.centre = centre
      self.amount = amount
      self.swings = swings
    }

    /// The same numbers as a table: a row for each assumption.
    ///
    /// The centre is not in it: a sentence beside it says what that is.
    public var table: Table {
      Table(
        name, caption: subtitle,
        columns: [
          Table.Column("assumption", "Assumption", .text),
          Table.Column("values", "Low to high", .text),
          Table.Column("low", "Low", .money), Table.Column("high", "High", .money),
          Table.Column("swing", "Swing", .money),
        ],
        rows: swings.map { swing in
          Table.Row([
            .text(swing.name), .text("\(swing.low.label) to \(swing.high.label)"),
            .money(swing.low.amount), .money(swing.high.amount), .money(swing.width),
          ])
        })
    }
  }
}
