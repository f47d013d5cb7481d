public import Bookkeeping

/// What a file holds, and so which format reads it.
public enum ImportKind: String, Hashable, Sendable, CaseIterable, LedgerValue {
  case dsgAllocation = "dsg-allocation"
  case openings
  case budgets
  case transfers
  case packages
  case families
  case payments
  case directPayments = "direct-payments"
  case bank
  case card
  case receipts
  case contributions
  case events
  case contracts
  case requests
  case evidence
  case cases
}

extension ImportKind {
  /// Whether a mapping file has to say what the publisher's columns are.
  public var needsMapping: Bool { self == .payments || self == .bank || self == .card }

  /// On which days what is posted of a file counts.
  public enum Posting: Sendable {
    case nothing, onDaysOfRows
    /// Instalments, releases and notices have days of their own.
    case onOtherDays
  }

  public var posting: Posting {
    switch self {
    case .families, .receipts, .requests, .evidence: .nothing
    case .packages, .events, .contracts, .cases: .onOtherDays
    case .dsgAllocation, .openings, .budgets, .transfers, .payments, .directPayments, .bank, .card,
      .contributions:
      .onDaysOfRows
    }
  }

  /// Whether the amounts of its rows are of one thing, so that they have a sum: rates of a week and of a year have
  /// none, nor what was agreed, due and received.
  public var hasOneSum: Bool {
    switch self {
    case .packages, .contributions, .events, .requests, .evidence, .cases, .families:
      false
    case .dsgAllocation, .openings, .budgets, .transfers, .payments, .directPayments, .bank, .card,
      .receipts, .contracts:
      true
    }
  }

  /// The kinds of which a row may be the same: a statement is one of a bank or of a card by whoever brings it.
  package var alike: [ImportKind] { isStatement ? [.bank, .card] : [self] }

  /// Whether a file that corrects another is held against it row by row: so where each row is posted, and no later
  /// version takes the place of an earlier one.
  package var isCorrectedByRow: Bool {
    switch self {
    case .payments, .bank, .card, .directPayments, .contributions, .events, .transfers: true
    case .dsgAllocation, .openings, .budgets, .packages, .families, .receipts, .contracts,
      .requests, .evidence, .cases:
      false
    }
  }

  /// Whether a statement of an account is read, in which a row has no number of its own.
  package var isStatement: Bool { self == .bank || self == .card }

  /// Whether rows have a number that is the publisher’s own, by which one is found that has another amount now.
  package var isNumbered: Bool {
    [.payments, .directPayments, .contributions, .events].contains(self)
  }

  /// Whether one payment may stand in two files on two days.
  public var mayHaveTwins: Bool { toldApartBy > 1 }

  /// By which rule rows of the kind are told apart today, as an import keeps it.
  package var toldApartBy: Int {
    switch self {
    case .card: 5
    case .payments, .bank: 4
    case .directPayments, .contributions, .events: 3
    case .dsgAllocation, .openings, .budgets, .transfers, .packages, .families, .receipts,
      .contracts, .requests, .evidence, .cases:
      1
    }
  }
}
