import Bookkeeping

extension NaiveLedger {
  /// Does what the step says, if it may be done.
  ///
  /// - Returns: whether it may. Where it may not, nothing has changed.
  public mutating func take(_ step: Step, by person: Int) -> Bool {
    if case .wait(let days) = step {
      if days >= 0 {
        today = Day(number: today.number + Int32(days))
      } else {
        let day = Day(number: today.number + Int32(days))
        guard lastRecorded.distance(to: day) <= 800 else { return false }
        adopt(.twinDays(7), Scene.first, by: person, on: day)
        lastRecorded = max(lastRecorded, day)
      }
      return true
    }
    let before = posts.count
    guard does(step, by: person) else { return false }
    // Of all steps only the opening of a year may find nothing to write.
    if case .openYear = step, posts.count == before { return true }
    // After so long a rest two people would have to say that the day is right.
    guard lastRecorded.distance(to: today) <= 800 else { return false }
    lastRecorded = max(lastRecorded, today)
    return true
  }

  private mutating func does(_ step: Step, by person: Int) -> Bool {
    switch step {
    case .budget(let fund, let line, let pence, let version, let day):
      return budget(fund, line, pence, version, day)
    case .grant(let year, let pence, let day): return grant(year, pence, day)
    case .transfer(let from, let to, let pence, let hasForum, let hasMinister, let day):
      return transfer(from, to, pence, hasForum, hasMinister, day)
    case .decide(let line, let from, let pence):
      guard pence > 0 else { return false }
      decide(line, Version(from: from, pence: pence))
      return true
    case .commit(let line, let pence, let day):
      guard pence > 0, counts(day) else { return false }
      write(
        [
          (Self.budget("committed", line: line), pence),
          (Self.budget("allocated", line: line), -pence),
        ], on: day, as: .scheduled)
      return true
    case .release(let line, let budget, let pence, let day):
      return release(line, budget, pence, day)
    case .invoice(let line, let pence, let day):
      guard pence > 0, versions[line] != nil, counts(day), isNear(pence, line, day) else {
        return false
      }
      write(spending(line, pence, from: Self.actual("creditors", plan: line), day), on: day)
      return true
    case .payInvoice(let line, let pence, let day):
      let owed = -balance(Self.actual("creditors", plan: line))
      guard pence > 0, versions[line] != nil, pence <= owed else { return false }
      write(
        [(Self.actual("creditors", plan: line), pence), (Self.actual("bank"), -pence)], on: day)
      return true
    case .pay(let line, let budget, let pence, let names, let day):
      return counts(day) && pay(line, budget, pence, names, day)
    case .advance(let line, let pence, let day): return advance(line, pence, day)
    case .evidence(let line, let pence, let day): return evidence(line, pence, day)
    case .giveBack(let line, let pence, let day): return giveBack(line, pence, day)
    case .agree, .fallDue, .receive: return partner(step)
    case .suspend(let pence, let day): return counts(day) && suspend(pence, day) != nil
    case .place(let post, let budget, let day): return place(post, budget, day)
    case .reverse(let post): return reverse(post)
    case .bring(let rows, let areReal): return bring(rows, areReal)
    case .papers(let papers): return bring(papers)
    case .undo(let batch): return undo(batch)
    case .adopt(let setting, let from):
      adopt(setting, from, by: person, on: today)
      return true
    case .record(let request, let choice): return record(request, choice, by: person)
    case .approve(let request): return approve(request, by: person)
    case .prepare, .close, .sign, .adoptKey, .withdrawKey, .reopen, .closeYear, .openYear:
      return period(step, by: person)
    case .wait: return true
    }
  }
}
