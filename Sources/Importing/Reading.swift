public import Bookkeeping
public import Funding

/// A row that says something that could be posted.
public struct Reading: Sendable {
  public let place: Place
  /// What the row counts for in the totals of the file.
  public let amount: Money
  public let day: Day
  public let identity: RowIdentity
  /// Whether the row has a reference, without which nothing shows it to be another's twin.
  public let hasReference: Bool
  public let intent: Intent
  /// The text of amounts, dates and codes.
  public let cells: [RowOrigin.Cell]
  /// The text of cells that may name a person, and its digest.
  public let hidden: HiddenCells?
  /// Texts to be kept in the register, by their references.
  public let texts: [KeptText]
}

/// Cells that may name a person, as the register keeps them.
public struct HiddenCells: Hashable, Sendable {
  public let digest: Digest
  /// Field and text in turn, as netstrings.
  public let encoded: [UInt8]

  /// The fields and their texts.
  public var cells: [RowOrigin.Cell] {
    var reader = CanonicalReader(encoded)
    var cells: [RowOrigin.Cell] = []
    while !reader.isAtEnd, let field = try? reader.text(), let text = try? reader.text() {
      cells.append(RowOrigin.Cell(field, text))
    }
    return cells
  }

  public init(digest: Digest, encoded: [UInt8]) {
    self.digest = digest
    self.encoded = encoded
  }
}

/// A text and the reference under which the register keeps it.
public struct KeptText: Hashable, Sendable {
  public let reference: String
  public let text: String
}

/// What a row asks for.
public enum Intent: Sendable {
  /// Events that can be posted as they are.
  case post([FundingEvent])
  /// Money paid over to families, of which the rows of one reference are one entry.
  case advance(DirectPaymentAdvanced, reference: String)
  /// A payment by the council, for which a commitment or an invoice may be found.
  case payment(CouncilPayment)
  /// A line of a family's bank or card statement.
  case statementLine(StatementLine)
  /// What the register is to know of a family. It does not go into the ledger.
  case family(Family)
}

/// A payment by the council to a supplier.
public struct CouncilPayment: Hashable, Sendable {
  public let placing: Placing
  public let provider: ProviderReference?
  public let planLine: PlanLineReference?

  /// What the mapping says of its expense code.
  public enum Placing: Hashable, Sendable {
    case at(Fund, Use)
    /// Another import posts it; it is only compared.
    case compared
    /// Ours, and nobody knows what for.
    case unknown
  }
}

/// A line of a family's bank or card statement: positive where money came in.
public struct StatementLine: Hashable, Sendable {
  public let child: ChildReference
  public let meaning: Meaning
  /// The balance that the bank printed behind it.
  public let balance: Money?

  /// What the mapping says of the payee.
  public enum Meaning: Hashable, Sendable {
    case line(PlanLineReference)
    /// The council itself: its own payments in, and what was paid back to it. Other imports post
    /// both.
    case council
    case unknown
  }
}

/// What a row of a file comes to before anyone has looked whether it is known.
public enum RowResult: Sendable {
  case reading(Reading)
  /// Not this ledger's business: counted and summed.
  case outside(Place, Money)
  /// A nil amount.
  case nothing(Place)
  /// Why it cannot be used, and its amount where that could be read.
  case refused(Diagnostic, Money?)
  /// A total that the file states of itself.
  case total(Place, Money)
  /// A heading or a subtotal within the data.
  case heading(Place)
  case blank(Place)
}
