import Bookkeeping
import Funding
import Importing
import Storage

/// What a row is to do, once the ledger has been looked at.
enum Resolution {
  case post([FundingEvent])
  /// It is an entry that is there already.
  case matched(record: Int)
  /// It waits for a person: why, and what to do.
  case held(code: String, why: String)
}

/// Finds what a row belongs to: a commitment, an invoice, a payment of ours.
final class Resolver {
  let ledger: any LedgerReading
  /// How many days a payment may take from one statement to another.
  private let window: Int
  private var providers: Set<ProviderReference>?
  let entries: EntryFinder
  private var agreed: (AgreedSums, Policy)?
  private let otherwise: SaidOtherwise

  /// The day of reading: what is dated later has not been.
  private let today: Day

  init(
    _ ledger: any LedgerReading, window: Int, kind: ImportKind, _ otherwise: SaidOtherwise,
    today: Day
  ) {
    self.today = today
    self.ledger = ledger
    self.otherwise = otherwise
    self.window = window
    entries = EntryFinder(ledger, window: window, kind: kind)
  }

  /// What a fact of matching is about: an entry, in the books of one side.
  func subject(of record: Int) -> String { entries.subject(of: record) }

  /// Whether a row has to be looked up, or can be posted as it is.
  func needsLookingUp(_ reading: Reading) async throws -> Bool {
    if objection(to: reading) != nil { return true }
    guard case .payment(let payment) = reading.intent else { return true }
    guard case .at = payment.placing, payment.planLine == nil else {
      return payment.placing != .unknown
    }
    if try await isBeyondAgreed(payment, reading) { return true }
    if case .at(let fund, let use) = payment.placing {
      if try await earlier(fund, use, reading, isTaken: false) != nil { return true }
      if try await invoice(fund, use, reading, isTaken: false) != nil { return true }
    }
    guard let provider = payment.provider else { return false }
    return try await knownProviders().contains(provider)
  }

  /// What a person has to look at before anything is made of the row, whatever the ledger holds.
  private func objection(to reading: Reading) -> Resolution? {
    switch reading.intent {
    case .payment, .advance, .statementLine:
      guard reading.day <= today else {
        return .held(
          code: "day-after-today",
          why: "\(reading.day) is after today, \(today), and nothing has been paid yet")
      }
    case .post, .family: break
    }
    guard case .payment(let payment) = reading.intent, case .at = payment.placing,
      payment.provider == nil
    else { return nil }
    return .held(code: "payee-missing", why: "the row does not say to whom it was paid")
  }

  /// What a person has to look at before a payment for a plan line is made.
  func doubt(_ reading: Reading) async throws -> Resolution? {
    if let objection = objection(to: reading) { return objection }
    return try await PatternCheck(ledger: ledger).doubt(reading)
  }

  /// Whether an amount is more than what is agreed for its line, or so much comes back that it may be.
  private func isBeyondAgreed(_ payment: CouncilPayment, _ reading: Reading) async throws -> Bool {
    guard case .at(let fund, let use) = payment.placing else { return false }
    if agreed == nil { agreed = (try await AgreedSums(ledger), try await ledger.policy()) }
    guard let (sums, policy) = agreed else { return false }
    if reading.amount < .zero { return policy.isLargeRefund(reading.amount, on: reading.day) }
    return sums.sum(for: fund, use, on: reading.day).map { reading.amount > $0.agreed } ?? false
  }

  /// What is the same as a payment without a plan line, and was recorded by hand or of another kind of file.
  private func earlier(_ fund: Fund, _ use: Use, _ reading: Reading, isTaken: Bool) async throws
    -> Int?
  {
    try await otherwise.payment(
      reading.amount, of: fund, use, on: reading.day, within: window, isTaken: isTaken)
  }

  /// An invoice of that amount which was recorded by hand or of another kind of file, and not paid.
  private func invoice(_ fund: Fund, _ use: Use, _ reading: Reading, isTaken: Bool) async throws
    -> Int?
  {
    try await otherwise.invoice(
      reading.amount, of: fund, use, by: reading.day, isTaken: isTaken)
  }

  static func saidBefore(_ record: Int) -> String {
    "record \(record) says the same; if this is another, record it by hand: event record … --again"
  }

  /// Why an event may be what another record has counted already.
  func doubt(
    _ event: FundingEvent, from origin: Origin, _ bookkeeper: Bookkeeper
  ) async throws -> (reason: HeldReason, why: String)? {
    if let record = try await bookkeeper.said(event, from: origin, otherwise.includes) {
      return (.saidBefore, Resolver.saidBefore(record))
    }
    return try await bookkeeper.countedAlready(event).map { ($0.reason, $0.why) }
  }

  func resolve(_ reading: Reading) async throws -> Resolution {
    if let objection = objection(to: reading) { return objection }
    switch reading.intent {
    case .post(let events): return .post(events)
    case .advance(let advance, _): return .post([.directPaymentAdvanced(advance)])
    case .payment(let payment): return try await resolve(payment, reading)
    case .statementLine(let line): return try await resolve(line, reading)
    case .family: return .post([])
    }
  }

  // MARK: The council's payments

  private func resolve(_ payment: CouncilPayment, _ reading: Reading) async throws -> Resolution {
    switch payment.placing {
    case .unknown:
      return .post([.paymentNotPlaced(reading.amount, on: reading.day)])
    case .compared:
      guard let record = try await entries.advance(of: reading.amount, around: reading.day) else {
        return .held(
          code: "nothing-to-compare",
          why: "another import posts such payments, and none of that amount is near that day")
      }
      return .matched(record: record)
    case .at(let fund, let use):
      if payment.planLine == nil,
        let record = try await earlier(fund, use, reading, isTaken: true)
      {
        return .held(code: "said-before", why: Resolver.saidBefore(record))
      }
      let placed = try await placed(payment, fund, use, reading)
      guard case .post(let events) = placed else { return placed }
      if case .paymentMade(.budget, _, _, _)? = events.first,
        let record = try await invoice(fund, use, reading, isTaken: true)
      {
        return .held(
          code: "invoice-unpaid",
          why:
            "record \(record) is an invoice of that amount; if this pays it, record that by hand: "
            + "event record invoice-paid")
      }
      return placed
    }
  }

  private func placed(
    _ payment: CouncilPayment, _ fund: Fund, _ use: Use, _ reading: Reading
  ) async throws -> Resolution {
    let plain = Resolution.post([
      .paymentMade(.budget(fund, use), reading.amount, on: reading.day, namesCommitment: false)
    ])
    if let line = payment.planLine {
      if let credit = credited([try await ledger.standing(of: line)], reading) { return credit }
      return .post([
        try await settled(line, reading)
          ?? .paymentMade(.line(line), reading.amount, on: reading.day, namesCommitment: true)
      ])
    }
    guard let provider = payment.provider, try await knownProviders().contains(provider) else {
      return plain
    }

    let lines = try await lines(of: provider, fund, use, on: reading.day)
    if reading.amount < .zero { return credited(lines, reading) ?? plain }
    var invoices: [FundingEvent] = []
    // Of one line the instalment that is open first is the one that is paid.
    var open: [PlanLineReference] = []
    let year = FinancialYear(of: reading.day)
    for standing in lines {
      if let event = try await settled(standing.reference, reading) { invoices.append(event) }
      if standing.hasOpenInstalment(of: reading.amount, in: year) {
        open.append(standing.reference)
      }
    }
    if invoices.count == 1 { return .post([invoices[0]]) }
    if invoices.isEmpty, open.isEmpty,
      let cut = lines.first(where: { $0.wasCut(from: reading.amount, in: year) })
    {
      return .held(
        code: "after-its-end",
        why:
          "\(cut.reference) was cut short, and less is set aside for it now; where it was paid in full, settle it "
          + "on that line and record what is due back: event record credit-due")
    }
    guard invoices.isEmpty, open.count == 1 else { return plain }
    return .post([
      .paymentMade(.line(open[0]), reading.amount, on: reading.day, namesCommitment: true)
    ])
  }

  /// What money that comes back is where some is due: that credit, where it comes to the same for one line alone.
  private func credited(_ lines: [LineStanding], _ reading: Reading) -> Resolution? {
    guard reading.amount < .zero else { return nil }
    let due = lines.map { ($0.reference, $0.balance(.dueFromSchools)) }.filter { $0.1 > .zero }
    let same = due.filter { $0.1 == -reading.amount }
    if same.count == 1 {
      return .post([.creditReceived(LineSum(same[0].0, -reading.amount, on: reading.day))])
    }
    guard let (line, amount) = due.first else { return nil }
    return .held(
      code: "credit-due",
      why:
        "\(amount) is due back for \(line); if this is part of it, record that by hand: event record "
        + "credit-received")
  }

  /// The payment of an invoice for a line, where an unpaid one has that amount.
  private func settled(_ line: PlanLineReference, _ reading: Reading) async throws
    -> FundingEvent?
  {
    let unpaid = try await ledger.standing(of: line).unpaidInvoices(by: reading.day)
    guard unpaid.contains(where: { $0.amount == reading.amount }) else { return nil }
    return .invoicePaid(.line(line), reading.amount, on: reading.day)
  }

  /// The plan lines that a provider is paid for from a fund, on a section 251 line.
  private func lines(
    of provider: ProviderReference, _ fund: Fund, _ use: Use, on day: Day
  ) async throws -> [LineStanding] {
    let facts = try await ledger.facts(.provider(provider))
    let references = Set(try facts.read(as: PlanLine.self).map(\.value.reference)).sorted()
    var found: [LineStanding] = []
    for reference in references {
      let standing = try await ledger.standing(of: reference)
      guard let line = standing.line(on: day), line.fund == fund, line.use.line == use.line,
        line.use.provider == provider
      else { continue }
      found.append(standing)
    }
    return found
  }

  private func knownProviders() async throws -> Set<ProviderReference> {
    if let providers { return providers }
    let found = Set(try await ledger.all(PlanLine.self).compactMap(\.value.use.provider))
    providers = found
    return found
  }
}
