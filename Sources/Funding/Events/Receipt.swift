public import Bookkeeping

/// What a family's payment was for, how it was worked out, and whether the receipt is here.
public struct Receipt: Hashable, Sendable {
  public let line: PlanLineReference
  public let amount: Money
  public let day: Day
  /// What it was for and how it was worked out, by their digests in the register.
  public let purpose: TextReference?
  public let workings: TextReference?
  public let status: Status

  /// Whether the council has seen the receipt.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case have
    case pleaseSend = "please-send"
    case notNeeded = "not-needed"
  }

  public init(
    _ line: PlanLineReference, _ amount: Money, on day: Day, purpose: TextReference?,
    workings: TextReference?, status: Status
  ) {
    self.line = line
    self.amount = amount
    self.day = day
    self.purpose = purpose
    self.workings = workings
    self.status = status
  }
}

extension Receipt: Noted {
  public static let kind = FactKind.receipt

  /// The receipt as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    var details = [Detail("amount", amount), Detail("status", status)]
    if let purpose { details.append(Detail("purpose", purpose)) }
    if let workings { details.append(Detail("workings", workings)) }
    return Fact(.receipt, of: line.code, on: day, Source(origin, details: details))
  }

  public init?(_ fact: Fact) {
    let details = DetailReader(fact)
    guard fact.kind == Self.kind, let line = PlanLineReference(fact.subject), let day = fact.day,
      let amount = details.money("amount"),
      let status = details.read("status", { Status(rawValue: $0) })
    else { return nil }
    self.init(
      line, amount, on: day, purpose: details.read("purpose") { TextReference($0) },
      workings: details.read("workings") { TextReference($0) }, status: status)
    guard details.isSound else { return nil }
  }
}

extension Receipt {
  /// What holds of payments, in the order in which it was told.
  ///
  /// What a later document says of a payment takes the place of what an earlier one said. Of payments that are
  /// alike each has its own: one of the same words is replaced first, and of those one of another status, since
  /// a row that says nothing new is not told again.
  public static func standing(of facts: [Fact]) -> [(receipt: Receipt, origin: Origin)] {
    var found: [Payment: [(receipt: Receipt, origin: Origin, document: Int)]] = [:]
    var order: [Payment] = []
    for (place, fact) in facts.enumerated() {
      guard let receipt = Receipt(fact) else { continue }
      let origin = fact.source.origin
      let document = origin.batch ?? -place
      let payment = Payment(receipt)
      if found[payment] == nil { order.append(payment) }
      let earlier = (found[payment] ?? []).enumerated().filter { $1.document != document }
      let nearest = earlier.max { one, other in
        let (left, right) = (receipt.nearness(one.1.receipt), receipt.nearness(other.1.receipt))
        return (left, other.0) < (right, one.0)
      }
      if let nearest {
        found[payment]?[nearest.0] = (receipt, origin, document)
      } else {
        found[payment, default: []].append((receipt, origin, document))
      }
    }
    return order.flatMap { (found[$0] ?? []).map { ($0.receipt, $0.origin) } }
  }

  /// How likely it takes the place of another of its payment.
  private func nearness(_ other: Receipt) -> Int {
    let isOfWords = purpose == other.purpose
    return (isOfWords ? 4 : 0) + (isOfWords && workings == other.workings ? 2 : 0)
      + (status != other.status ? 1 : 0)
  }

  /// What receipts for one payment have in common.
  private struct Payment: Hashable {
    let line: PlanLineReference
    let amount: Money
    let day: Day

    init(_ receipt: Receipt) {
      line = receipt.line
      amount = receipt.amount
      day = receipt.day
    }
  }
}

extension Origin {
  /// The number of the import whose row said it.
  fileprivate var batch: Int? {
    if case .row(let row) = self { row.batch } else { nil }
  }
}
