import Bookkeeping
import Desks
import Disaggregation
import Funding
import Importing
import Storage

extension Desk {
  /// Records the rows of a file of what holds: all of them, or none.
  func bring(
    _ papers: [Step.Paper], _ bookkeeper: Bookkeeper
  ) async throws -> ImportReference {
    let batch = newBatch
    let first = try await bookkeeper.head() + 1
    for (place, paper) in papers.enumerated() {
      let identity = RowIdentity(twin: .max - UInt64(batch.number), rest: UInt64(place))
      let day = officer.today
      try await bookkeeper.remember([
        SeenRow(identity, batch: batch.number, row: place + 2, day: day)
      ])
      try await bookkeeper.post(
        try event(of: paper), from: origin(identity, of: officer.today, place, in: batch))
    }
    try await imported(batch, first, [officer.today], as: .requests, bookkeeper)
    return batch
  }

  func reference(_ request: Int) throws -> DecisionReference {
    try known(DecisionReference("D-2026-\(request)"))
  }

  private func event(of paper: Step.Paper) throws -> FundingEvent {
    switch paper {
    case .contract(let from, let pence): .contractAgreed(try contract(from, pence))
    case .request(let request): .budgetRequested(try self.request(request))
    case .finding(let finding): .evidenceFound(try evidence(finding))
    case .line(let line, let from, let pence): try decided(line, from, pence)
    case .budget(let fund, let line, let pence, let version, let day):
      try budget(fund, line, pence, version, day)
    }
  }

  private func contract(_ from: Day, _ pence: Int) throws -> Contract {
    try Contract(
      try known(ContractReference(Scene.contract)), from: from, .contract,
      under: .specialEducation, of: .highNeeds, line: .directPayments,
      price: ContractPrice(sum: money(pence), variable: money(Scene.saving)),
      volume: ContractVolume(
        .hour, capacity: Fraction(Int64(Scene.units)),
        served: try Scene.served.map { line, units in
          ServedLine(try plan(line), Fraction(Int64(units)))
        }),
      dates: ContractDates(notice: Scene.notice), instalments: .monthly,
      document: DocumentPage("contract", page: "4", of: from))
  }

  private func request(_ request: Step.Request) throws -> BudgetRequest {
    try BudgetRequest(
      try reference(request.number), to: try known(ContractReference(Scene.contract)),
      for: try plan(request.line), asked: officer.today, in: .review,
      asks: request.isCash ? .cash : .statement, units: Fraction(Int64(request.units)),
      overheads: money(request.overheads),
      starts: officer.today.advanced(by: request.startsAfter), paidAs: try plan(request.paidAs),
      purpose: try known(TextReference(Opening.purpose)))
  }

  private func evidence(_ finding: Step.Finding) throws -> Evidence {
    let about: Evidence.Subject =
      if let request = finding.request { .request(try reference(request)) } else {
        .contract(try known(ContractReference(Scene.contract)))
      }
    let kind = try known(EvidenceKind(rawValue: finding.shows.rawValue))
    let answer: Evidence.Finding =
      kind == .quote ? .price(money(finding.answer)) : finding.answer == 1 ? .yes : .no
    return try Evidence(
      kind, about: about, answer, in: DocumentPage("letter", page: "1", of: finding.day))
  }

  // MARK: Deciding

  /// Records a decision on a request as it is assessed today.
  func record(_ request: Int, _ choice: Step.Choice) async throws {
    let reference = try reference(request)
    let decision = try await ledger.reading { open in
      guard try await open.books.approval(of: reference) == nil else { throw NothingToDo() }
      let assessment = try await open.books.assessment(of: reference, on: officer.today)
      let outcome: Outcome =
        switch choice {
        case .asFound: assessment.outcome
        case .stated: .organisedArrangement
        case .paid: .disaggregate
        }
      return try Decision(
        outcome, on: assessment, record: open.books.head.number,
        difference: "The panel weighed the long wait.",
        by: Decision.Decider("The SEND manager", panel: officer.today),
        reasons: DecisionTest.allCases.map { Decision.Reason($0, "It was looked at.") },
        forFamily: Decision.FamilyPart(
          instead: "The help goes on.", reviewBy: officer.today.advanced(by: 28),
          looksAgain: nil, view: nil, viewAsked: nil),
        mostReused: 3, reused: { _ in 0 })
    }
    _ = try await ledger.write(by: officer, isDry: false) { try await $0.record(decision) }
  }
}
