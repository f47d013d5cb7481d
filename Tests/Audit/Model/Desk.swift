import Bookkeeping
import Desks
import Funding
import Storage

/// Does the steps of a history as the program does them.
struct Desk {
  let ledger: OpenLedger
  let officer: Officer
  let numbers: [Int]
  let batches: [ImportReference]
  /// Where files of payments are written to be imported; none where they are read from no file.
  let folder: String?

  /// There is nothing to do, or nothing to do it to.
  struct NothingToDo: Error {}

  /// - Returns: the import, if the step was one.
  func take(_ step: Step) async throws -> ImportReference? {
    switch step {
    case .bring(let rows, let areReal):
      if let folder {
        return try await FileDesk(ledger, officer, folder: folder).bring(rows, areReal)
      }
      return try await write { try await bring(rows, areReal, $0) }
    case .papers(let papers): return try await write { try await bring(papers, $0) }
    case .record(let request, let choice): try await record(request, choice)
    case .approve(let request):
      _ = try await ledger.approve(try reference(request), by: officer, isDry: false)
    default: try await write { try await take(step, $0) }
    }
    return nil
  }

  private func write<Result>(
    _ work: (Bookkeeper) async throws -> Result
  ) async throws -> Result {
    try await ledger.store.keepingBooks(
      on: officer.today, by: officer.actor, isRehearsal: false, work)
  }

  private func take(_ step: Step, _ bookkeeper: Bookkeeper) async throws {
    switch step {
    case .undo(let batch):
      guard batches.indices.contains(batch) else { throw NothingToDo() }
      _ = try await bookkeeper.undo(batches[batch], because: "mistake")
    case .reverse(let post):
      guard numbers.indices.contains(post) else { throw NothingToDo() }
      _ = try await bookkeeper.reverse(numbers[post], because: "mistake")
    case .prepare(let month): try await bookkeeper.prepare(month, carrying: "Trial")
    case .close(let month): try await bookkeeper.close(month)
    case .sign(let month):
      let key = try key(officer.name)
      try await bookkeeper.close(month) { key.signature(of: $0) }
    case .adoptKey(let person):
      let name = try await name(person)
      _ = try await bookkeeper.adopt(try key(name.words).publicKey, of: name)
    case .withdrawKey(let person):
      _ = try await bookkeeper.withdrawKey(of: try await name(person))
    case .reopen(let month): _ = try await bookkeeper.reopen(month, because: "late file")
    case .closeYear(let year): _ = try await bookkeeper.close(year)
    case .openYear(let year): _ = try await bookkeeper.open(year)
    case .adopt(let setting, let from):
      try await adopt(setting.adopted(from: from), bookkeeper)
    case .wait(let days):
      if days >= 0 { return }
      let setting = Step.Setting.twinDays(7).adopted(from: Scene.first)
      try await adopt(setting, bookkeeper)
    default:
      try await bookkeeper.post(
        try event(of: step),
        from: .command(person: "person", document: LedgerText("letter", numbers.count)))
    }
  }

  private func name(_ person: Int) async throws -> LedgerText {
    try await ledger.register.reading {
      try await NameGuard($0).check("person-\(person)", as: "a name")
    }
  }

  /// The key of a person: the same whenever it is asked for.
  private func key(_ name: String) throws -> PrivateKey {
    try known(PrivateKey(Digest(sha256: Array(name.utf8)).bytes))
  }

  private func adopt(_ setting: Policy.Adopted, _ bookkeeper: Bookkeeper) async throws {
    _ = try await ledger.register.reading { try await bookkeeper.adopt(setting, NameGuard($0)) }
  }

  // MARK: Events

  private func event(of step: Step) throws -> FundingEvent {
    switch step {
    case .budget(let fund, let line, let pence, let version, let day):
      return try budget(fund, line, pence, version, day)
    case .grant(let year, let pence, let day):
      let figures = [Fund.schools: money(pence)]
      return .grantPublished(GrantPublished(year, published: day, before: figures, after: figures))
    case .transfer(let from, let to, let pence, let hasForum, let hasMinister, let day):
      return .blockTransferred(
        BlockTransferred(
          from: try known(Fund(from)), to: try known(Fund(to)), money(pence),
          base: nil, forum: hasForum ? "minute 4" : nil,
          secretaryOfState: hasMinister ? "letter" : nil, on: day))
    case .decide(let line, let from, let pence): return try decided(line, from, pence)
    case .commit(let line, let pence, let day):
      return .commitmentMade(
        .highNeeds, Use(line: Section251Line(rawValue: line)), money(pence), on: day)
    case .release(let line, let budget, let pence, let day):
      return .commitmentReleased(try target(line, budget), money(pence), on: day)
    case .invoice(let line, let pence, let day):
      return .invoiceReceived(try target(line, ""), money(pence), on: day)
    case .payInvoice(let line, let pence, let day):
      return .invoicePaid(try target(line, ""), money(pence), on: day)
    case .pay(let line, let budget, let pence, let names, let day):
      return .paymentMade(
        try target(line, budget), money(pence), on: day, namesCommitment: line != nil || names)
    case .advance(let line, let pence, let day):
      return .directPaymentAdvanced(
        DirectPaymentAdvanced(
          try plan(line), money(pence), due: day, paid: day, covers: "a month"))
    case .evidence(let line, let pence, let day):
      return .directPaymentEvidenced(
        LineSum(try plan(line), money(pence), on: day))
    case .giveBack(let line, let pence, let day):
      return .directPaymentReturned(LineSum(try plan(line), money(pence), on: day))
    default: return try other(step)
    }
  }

  private func other(_ step: Step) throws -> FundingEvent {
    let board = try known(PartnerReference("ICB"))
    let health = Fund.health(board)
    switch step {
    case .agree(let pence, let day):
      return .contributionAgreed(Contribution(health, by: board, money(pence), on: day))
    case .fallDue(let pence, let day):
      return .contributionDue(Contribution(health, by: board, money(pence), on: day))
    case .receive(let pence, let day):
      return .contributionReceived(Contribution(health, by: board, money(pence), on: day))
    case .suspend(let pence, let day):
      return .paymentNotPlaced(money(pence), on: day)
    case .place(let post, let line, let day):
      guard numbers.indices.contains(post) else { throw NothingToDo() }
      return .paymentPlaced(
        record: numbers[post], budget(line), on: day, authority: "letter")
    default: throw NothingToDo()
    }
  }

  func budget(
    _ fund: String, _ line: String, _ pence: Int, _ version: Int, _ day: Day
  ) throws -> FundingEvent {
    .budgetSet(
      BudgetSet(
        try known(Fund(fund)), line: Use(line: Section251Line(rawValue: line)), money(pence),
        authority: "forum", version: version, on: day))
  }

  func decided(_ line: Int, _ from: Day, _ pence: Int) throws -> FundingEvent {
    let reference = try plan(line)
    do {
      return .planLineDecided(
        try PlanLine(
          reference, for: try known(TextReference("0123456789abcdef")), section: .f,
          from: .highNeeds,
          Use(
            line: .directPayments, agency: .education, element: .three, planLine: reference),
          held: Scene.isAdvanced(line) ? .directPayment : .organisedArrangement,
          rate: Rate(money(pence), per: .month), days: from, to: nil,
          decision: PlanLine.Decision(reference: "D-2026-01", by: "Panel", on: from)))
    } catch is PlanLine.Refusal {
      throw NothingToDo()
    }
  }

  private func target(_ line: Int?, _ budget: String) throws -> Target {
    try line.map { .line(try plan($0)) } ?? self.budget(budget)
  }

  func budget(_ line: String) -> Target {
    .budget(.highNeeds, Use(line: Section251Line(rawValue: line)))
  }

  func plan(_ line: Int) throws -> PlanLineReference {
    try known(PlanLineReference("SPB-000001/\(line)"))
  }

  func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NothingToDo() }
    return value
  }

  func money(_ pence: Int) -> Money { Money(pence: Int64(pence)) }
}
