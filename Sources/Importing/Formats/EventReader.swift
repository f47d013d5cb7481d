import Bookkeeping
import Funding

/// The names by which events are recorded, in a file or by a command.
enum EventName: String, CaseIterable {
  case grantInstalmentReceived = "grant-instalment-received"
  case commitmentMade = "commitment-made"
  case commitmentReleased = "commitment-released"
  case invoiceReceived = "invoice-received"
  case invoicePaid = "invoice-paid"
  case paymentMade = "payment-made"
  case placementEnded = "placement-ended"
  case creditDue = "credit-due"
  case creditReceived = "credit-received"
  case directPaymentAdvanced = "direct-payment-advanced"
  case directPaymentEvidenced = "direct-payment-evidenced"
  case directPaymentReturned = "direct-payment-returned"
  case thirdPartyReturn = "third-party-return"
  case contributionAgreed = "contribution-agreed"
  case contributionDue = "contribution-due"
  case contributionReceived = "contribution-received"
  case poolAgreed = "pool-agreed"
  case poolDue = "pool-due"
  case poolPaid = "pool-paid"
  case poolReceived = "pool-received"
  case poolSpent = "pool-spent"
  case suspensePlaced = "suspense-placed"
}

/// Makes an event of a row of fields.
struct EventReader {
  let row: TypedRow
  let chart: Chart
  /// What the row names as its authority, as the ledger may hold it.
  let authority: LedgerText
  private typealias Column = EventsFormat.Column

  /// - Throws: why it is none, which may be that a cell is filled of which it makes nothing.
  func event() throws(Diagnostic) -> FundingEvent {
    let event = try read()
    let unused = row.fields.indices.first {
      $0 != Column.authority.place && !row.isEmpty($0) && !row.isUsed($0)
    }
    if let unused { throw row.fault(.notUsed, unused) }
    return event
  }

  private func read() throws(Diagnostic) -> FundingEvent {
    let day = try row.day(Column.day)
    switch try row.word(Column.event, EventName.self) {
    case .grantInstalmentReceived:
      return .grantInstalmentReceived(GrantInstalmentReceived(try fund(), try amount(), on: day))
    case .commitmentMade:
      return .commitmentMade(try fund(), try use(), try amount(), on: day)
    case .commitmentReleased:
      return .commitmentReleased(try target(), try amount(), on: day)
    case .invoiceReceived: return .invoiceReceived(try target(), try amount(), on: day)
    case .invoicePaid: return .invoicePaid(try target(), try amount(), on: day)
    case .paymentMade:
      return .paymentMade(
        try target(), try amount(), on: day, namesCommitment: try namesCommitment())
    case .placementEnded:
      return .placementEnded(PlacementEnded(try planLine(), lastDay: day))
    case .creditDue: return .creditDue(LineSum(try planLine(), try amount(), on: day))
    case .creditReceived:
      return .creditReceived(LineSum(try planLine(), try amount(), on: day))
    case .directPaymentAdvanced:
      let due = try row.isEmpty(Column.due) ? day : row.day(Column.due)
      let covers = LedgerText(Month(of: due))
      return .directPaymentAdvanced(
        DirectPaymentAdvanced(try planLine(), try amount(), due: due, paid: day, covers: covers))
    case .directPaymentEvidenced, .thirdPartyReturn:
      return .directPaymentEvidenced(LineSum(try planLine(), try amount(), on: day))
    case .directPaymentReturned:
      return .directPaymentReturned(LineSum(try planLine(), try amount(), on: day))
    case .contributionAgreed:
      return .contributionAgreed(Contribution(try fund(), by: try partner(), try amount(), on: day))
    case .contributionDue, .poolDue:
      return .contributionDue(Contribution(try fund(), by: try partner(), try amount(), on: day))
    case .contributionReceived, .poolReceived:
      return .contributionReceived(
        Contribution(try fund(), by: try partner(), try amount(), on: day))
    case .poolAgreed:
      return .poolAgreed(
        PoolAgreed(
          try fund(), try partner(), try amount(), on: day, due: try row.day(Column.due),
          ours: try ours()))
    case .poolPaid: return try poolPaid(on: day)
    case .poolSpent:
      return .poolSpent(
        PoolSpent(
          try fund(), try amount(), on: day, for: try row.section251Line(Column.line)))
    case .suspensePlaced: return try placed(on: day)
    }
  }

  private func amount() throws(Diagnostic) -> Money { try row.amount(Column.amount).money }

  private func fund() throws(Diagnostic) -> Fund {
    try row.value(Column.fund, "a fund of the ledger", chart.fund)
  }

  private func partner() throws(Diagnostic) -> PartnerReference {
    try row.value(Column.partner, "a partner of the ledger, such as ICB", chart.partner)
  }

  private func planLine() throws(Diagnostic) -> PlanLineReference {
    try row.planLine(child: Column.child, line: Column.planLine)
  }

  private func use() throws(Diagnostic) -> Use {
    Use(
      line: try row.section251Line(Column.line), setting: try row.setting(Column.setting),
      contract: try row.optional(Column.contract, "a contract's reference, such as POOL-2026") {
        ContractReference($0)
      })
  }

  /// A plan line where a child is named, and a budget of a fund where none is.
  private func target() throws(Diagnostic) -> Target {
    if !row.isEmpty(Column.child) { return .line(try planLine()) }
    return .budget(try fund(), try use())
  }

  /// Whether a payment says that it is what the line, or the contract, was committed for.
  private func namesCommitment() throws(Diagnostic) -> Bool {
    let says = try row.answer(Column.commitment) ?? false
    return says || !row.isEmpty(Column.child) || !row.isEmpty(Column.contract)
  }

  /// The council's own fund and line, where it is the council that pays.
  private func ours() throws(Diagnostic) -> PoolAgreed.Ours? {
    guard let fund = try row.optional(Column.paidBy, "a fund of the ledger", chart.fund) else {
      return nil
    }
    return PoolAgreed.Ours(fund, try use())
  }

  private func poolPaid(on day: Day) throws(Diagnostic) -> FundingEvent {
    guard let ours = try ours() else { throw row.fault(.missing, Column.paidBy) }
    return .poolContributionPaid(
      PoolContributionPaid(
        try fund(), try partner(), from: ours, try amount(), on: day,
        authority: try named()))
  }

  private func placed(on day: Day) throws(Diagnostic) -> FundingEvent {
    let record = try row.value(Column.record, "the number of a record", Int.init)
    return .paymentPlaced(record: record, try target(), on: day, authority: try named())
  }

  private func named() throws(Diagnostic) -> LedgerText {
    _ = try row.filled(Column.authority)
    return authority
  }
}
