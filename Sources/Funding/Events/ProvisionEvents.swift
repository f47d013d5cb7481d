public import Bookkeeping

/// Money set aside for something that is not a plan line: a contract, or a service as a whole.
public struct CommitmentMade: Hashable, Sendable {
  public let fund: Fund
  public let use: Use
  public let amount: Money
  public let day: Day

  public init(_ fund: Fund, _ use: Use, _ amount: Money, on day: Day) {
    self.fund = fund
    self.use = use
    self.amount = amount
    self.day = day
  }
}

/// A payment of ours that no line could be found for.
public struct PaymentNotPlaced: Hashable, Sendable {
  public let amount: Money
  public let day: Day

  public init(_ amount: Money, on day: Day) {
    self.amount = amount
    self.day = day
  }
}
