public import Bookkeeping

extension Report {
  /// An amount for each whole number, as a line of steps beside a table that holds the same.
  public struct Steps: Hashable, Sendable {
    /// What the picture says.
    public let title: String
    /// What is measured, where and when.
    public let subtitle: String
    /// What is counted from left to right: `Families`.
    public let counted: String
    /// What the amounts are, and what bounds them: `Net cost`, `Tolerance`.
    public let measured: String
    public let bound: String
    public let points: [Point]

    /// The amount at one number.
    public struct Point: Hashable, Sendable {
      public let number: Int
      public let amount: Money
      /// Up to which the amount is within bounds.
      public let most: Money
      /// Whether it is granted there: a point within bounds may still be barred.
      public let isGranted: Bool

      public init(_ number: Int, _ amount: Money, most: Money, isGranted: Bool) {
        self.number = number
        self.amount = amount
        self.most = most
        self.isGranted = isGranted
      }
    }

    /// - Precondition: the numbers run on one by one, and there is one at least.
    public init(
      title: String, subtitle: String, counted: String, measured: String, bound: String,
      points: [Point]
    ) {
      precondition(
        !points.isEmpty
          && zip(points, points.dropFirst()).allSatisfy { $0.number + 1 == $1.number },
        "numbers that do not run on")
      self.title = title
      self.subtitle = subtitle
      self.counted = counted
      self.measured = measured
      self.bound = bound
      self.points = points
    }
  }
}
