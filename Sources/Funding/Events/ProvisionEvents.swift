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

/// Money no longer set aside.
///
/// It carries the day of the instalment that it releases.
public struct CommitmentReleased: Hashable, Sendable {
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

/// An invoice received: spending is known, whether or not it has been paid.
public struct InvoiceReceived: Hashable, Sendable {
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

/// An invoice paid that had been received before.
public struct InvoicePaid: Hashable, Sendable {
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

/// A payment made without an invoice, or, where negative, a refund.
public struct PaymentMade: Hashable, Sendable {
  public let fund: Fund
  public let use: Use
  /// Negative where money came back.
  public let amount: Money
  public let day: Day
  /// Whether it names what it was committed for: a plan line, a contract, or the line as a whole.
  public let namesCommitment: Bool

  public init(_ fund: Fund, _ use: Use, _ amount: Money, on day: Day, namesCommitment: Bool) {
    self.fund = fund
    self.use = use
    self.amount = amount
    self.day = day
    self.namesCommitment = namesCommitment
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

/// A payment placed from suspense, by the word of a person.
public struct PaymentPlaced: Hashable, Sendable {
  /// The record that put it in suspense.
  public let record: Int
  public let amount: Money
  public let fund: Fund
  public let use: Use
  public let day: Day
  /// The person and the reason.
  public let authority: LedgerText

  public init(
    _ record: Int, _ amount: Money, to fund: Fund, _ use: Use, on day: Day, authority: LedgerText
  ) {
    self.record = record
    self.amount = amount
    self.fund = fund
    self.use = use
    self.day = day
    self.authority = authority
  }
}
