import Bookkeeping
import Funding

/// Proof of spending that waits until money has been paid over for it.
///
/// It counts as soon as money is out on its line, and as far: after a payment, after proof that ran the other
/// way, and after what had used the money up is taken back.
extension Bookkeeper {
  /// Posts what waits of the proof for a line, as far as money is out now; `day` is that of what let it out.
  ///
  /// - Returns: the entries.
  @discardableResult
  func countProof(of line: PlanLineReference, on day: Day) async throws -> [Int] {
    let waiting = try await proofs(of: line).filter { $0.left > .zero }
    if waiting.isEmpty { return [] }
    let standing = try await writer.standing(of: line)
    var out = standing.balance(.advanced)
    var numbers: [Int] = []
    for proof in waiting where out > .zero {
      guard let version = standing.line(on: proof.proof.day), version.held.isAdvanced else {
        continue
      }
      let amount = min(proof.left, out)
      out -= amount
      numbers += try await post(
        amount, of: proof.number, for: version, on: max(proof.proof.day, day))
      beyond.append(.waitedCounts(amount, line, on: proof.proof.day))
    }
    return numbers
  }

  /// Posts some of a proof, by its rule: less than nothing where it is to wait again.
  private func post(
    _ amount: Money, of proof: Int, for line: PlanLine, on day: Day
  ) async throws -> [Int] {
    var voucher = Voucher()
    voucher.add(
      LineSum(line.reference, amount, on: day).evidenced(for: line, advanced: amount).posted,
      from: EvidenceWaiting.rule(of: proof), on: firstOpenDay(for: day))
    return try await write(voucher)
  }

  /// Holds proof against money again, on lines of which something was taken back or posted again: what is proved
  /// counts as far as money is out, and waits beyond that.
  public func settleProof() async throws(PostingFailure) {
    try await posting {
      beyond = []
      for (line, day) in unsettled.sorted(by: { $0.key < $1.key }) {
        try await putBack(line, on: day)
        try await countProof(of: line, on: day)
      }
      unsettled = [:]
      try await requireStanding()
    }
  }

  /// Notes that an entry was taken back or posted again, on a day, by which more or less money is out.
  func unsettle(_ entry: FundingEntry, on day: Day) {
    for coding in entry.movements.flatMap({ [$0.debit, $0.credit] })
    where coding.heading == .advanced {
      if let line = coding.use.planLine { unsettle(line, on: day) }
    }
  }

  private func unsettle(_ line: PlanLineReference, on day: Day) {
    unsettled[line] = max(unsettled[line] ?? day, day)
  }

  /// Has what is proved beyond all that is paid over wait again.
  private func putBack(_ line: PlanLineReference, on day: Day) async throws {
    let standing = try await writer.standing(of: line)
    let more = min(-standing.balance(.advanced), standing.balance(.spent))
    guard more > .zero, let version = standing.line(on: day) ?? standing.versions.last,
      version.held.isAdvanced
    else { return }
    let number = try await keep(
      EvidenceWaiting(line, .zero, on: day, counted: .zero)
        .fact(from: .rule(name: "proof-put-back", record: try await head())))
    _ = try await post(-more, of: number, for: version, on: day)
    beyond.append(.waitsAgain(more, line))
  }

  /// Takes proof back that waited, with what has been posted of it since.
  ///
  /// - Returns: the entries that were reversed; none where nothing of it stood.
  func takeBack(_ proof: WaitingProof, because reason: LedgerText) async throws -> [Int]? {
    let left = proof.left + proof.posted.map(\.amount).total()
    if left <= .zero { return nil }
    let reversed = try await takeBackPosted(of: proof, because: reason)
    try await change(proof, by: -left)
    return reversed
  }

  /// Takes proof back by the record of what waited of it, whole: with what of it could be posted at once.
  ///
  /// - Returns: the record by which it is taken back.
  func reverse(
    _ proof: WaitingProof, because reason: LedgerText, evenSo: Bool
  ) async throws -> Int {
    if let beside = proof.beside, try await !writer.isReversed(beside) {
      return try await reverse(beside, because: reason, evenSo: evenSo)
    }
    // What was put back to wait is of other proof, and goes with that.
    guard proof.proof.amount > .zero else { throw EventRefusal.notAnEntry(proof.number) }
    guard try await takeBack(proof, because: reason) != nil else {
      let last = try await writer.all(EvidenceWaiting.self, of: proof.proof.line.code)
        .last { $0.value.changes == proof.number }
      throw EventRefusal.alreadyCorrected(proof.number, by: last?.number ?? proof.number)
    }
    let number = try await head()
    try await settleProof()
    return number
  }

  /// Takes the rest of proof back with the entry of what could be posted of it at once.
  func takeBackProof(beside record: JournalRecord, because reason: LedgerText) async throws {
    let first = record.isRestored ? record.content.entry?.correction?.number : record.number
    let lines = Set(record.content.entry?.movements.compactMap { $0.debit.use.planLine } ?? [])
    for line in lines.sorted() {
      for proof in try await proofs(of: line) where proof.beside == first {
        _ = try await takeBack(proof, because: reason)
      }
    }
  }

  /// Takes back what has been posted of proof since it waited: it waits again.
  func takeBackPosted(of proof: WaitingProof, because reason: LedgerText) async throws -> [Int] {
    for entry in proof.posted.reversed() where try await !writer.isReversed(entry.number) {
      _ = try await takeBack(
        entry.number, because: reason, evenSo: true, from: EvidenceWaiting.rule(of: proof.number))
    }
    return proof.posted.map(\.number)
  }

  /// Has proof wait again that was taken back with a row.
  func restore(_ proof: WaitingProof) async throws {
    let words = try await writer.all(EvidenceWaiting.self, of: proof.proof.line.code).map(\.value)
    guard let last = words.last(where: { $0.changes == proof.number && $0.amount < .zero }) else {
      return
    }
    try await change(proof, by: -last.amount)
    unsettle(proof.proof.line, on: proof.proof.day)
  }

  private func change(_ proof: WaitingProof, by amount: Money) async throws {
    _ = try await keep(
      EvidenceWaiting(proof.proof.line, amount, on: proof.proof.day)
        .fact(from: EvidenceWaiting.rule(of: proof.number)))
  }

  /// The proof that a record is of, if it is of any.
  func proof(_ record: JournalRecord?) async throws -> WaitingProof? {
    guard let record, let waiting = record.content.fact.flatMap(EvidenceWaiting.init) else {
      return nil
    }
    return try await proofs(of: waiting.line).first { $0.number == record.number }
  }

  /// All proof that has ever waited for money of a line, in its order.
  func proofs(of line: PlanLineReference) async throws -> [WaitingProof] {
    let facts = try await writer.facts(.fact(.evidenceWaiting, of: line.code))
    if facts.isEmpty { return [] }
    return WaitingProof.all(
      facts.map { ($0.number, $0.fact) }, in: try await writer.records(mentioning: .line(line)))
  }
}

extension JournalRecord {
  /// The record of the proof of which an entry counts something that had waited.
  var countsProof: Int? {
    content.entry?.correction?.isReversal == true
      ? nil : content.sources.first.flatMap { EvidenceWaiting.proof(of: $0.origin) }
  }
}

extension FundingEvent {
  /// The line on which it may let money out that proof has waited for, and the day from which.
  var lettingOut: (line: PlanLineReference, day: Day)? {
    switch self {
    case .directPaymentAdvanced(let advance): (advance.line, advance.paid)
    case .directPaymentEvidenced(let proof) where proof.amount < .zero: (proof.line, proof.day)
    default: nil
    }
  }
}
