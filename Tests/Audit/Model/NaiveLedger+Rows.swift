import Bookkeeping

extension NaiveLedger {
  /// A row counts as often in the ledger as in any one file.
  ///
  /// One that may be another's twin is posted if it is ruled real, and is remembered either way.
  mutating func bring(_ rows: [Step.Row], _ areReal: [Bool]) -> Bool {
    let earlier = batches.filter { !$0.isUndone }.flatMap(\.rows)
    let window = twinDays(on: rows.map(\.day).max() ?? Scene.first)
    var batch = Batch()
    if let first = rows.map(\.day).min(), let last = rows.map(\.day).max() {
      batch.days = first...last
    }
    for (place, row) in rows.enumerated() {
      let held = earlier.count { $0 == row }
      if rows[..<place].count(where: { $0 == row }) < held {
        happenings[.knownRow, default: 0] += 1
        batch.known += 1
        continue
      }
      batch.rows.append(row)
      // A number is a council's own, so that an earlier row may be it however far apart their days are.
      let isNear =
        rows.contains { $0.isBefore(row, within: window) }
        || window > 0
          && earlier.contains {
            $0.payee == row.payee && $0.pence == row.pence && $0.day != row.day
          }
      // One of the same day, for another line, that this file does not have again.
      let isMoved =
        window > 0
        && earlier.contains { old in
          old.payee == row.payee && old.pence == row.pence && old.day == row.day
            && earlier.count { $0 == old } > rows.count { $0 == old }
        }
      if held > 0 || isNear || isMoved {
        happenings[areReal[place] ? .realTwin : .twin, default: 0] += 1
        if !areReal[place] {
          batch.known += 1
          continue
        }
      }
      let post =
        row.line.isEmpty
        ? suspend(row.pence, row.day)
        : write(paying(row.line, row.pence, false, row.day), on: row.day)
      if let post { batch.posts.append(post) }
    }
    if batch.rows.isEmpty { return false }
    batches.append(batch)
    return true
  }

  mutating func undo(_ batch: Int) -> Bool {
    guard batches.indices.contains(batch), !batches[batch].isUndone else { return false }
    if batches[batch].posts.contains(where: isRestedOn) { return false }
    if batches[(batch + 1)...].contains(where: { $0.mayRest(on: batches[batch]) }) { return false }
    if batches[batch].posts.contains(where: { !posts[$0].isReversed && isLapsed($0) }) {
      return false
    }
    if hasNewerVersion(than: batch) { return false }
    for found in papers where found.batch == batch {
      if approvals.contains(where: { $0.batches > batch && $0.rests(on: found.paper) }) {
        return false
      }
    }
    let before = self
    let taken = batches[batch].posts.reversed().filter { !posts[$0].isReversed }
    taken.forEach { takeBack($0) }
    if leavesLess(than: before, of: taken) {
      self = before
      return false
    }
    batches[batch].isUndone = true
    happenings[batches[batch].rows.isEmpty ? .papersUndone : .paymentsUndone, default: 0] += 1
    return true
  }

  /// Whether a later version stands of a plan line or a budget that came with an import.
  private func hasNewerVersion(than batch: Int) -> Bool {
    func isNewer<Kept>(
      _ kept: [Kept], _ batchOf: (Kept) -> Int?, _ isSame: (Kept, Kept) -> Bool
    ) -> Bool {
      guard let last = kept.lastIndex(where: { batchOf($0) == batch }) else { return false }
      return kept.filter { batchOf($0) == batch }.contains { one in
        kept[(last + 1)...].contains { isSame($0, one) && isStanding(batchOf($0)) }
      }
    }
    return isNewer(lines, \.batch) { $0.line == $1.line }
      || isNewer(votes, \.batch) { $0.subject == $1.subject }
  }

  /// Whether money is set aside for what came with an import.
  func setsAside(_ batch: Int) -> Bool {
    lines.contains { $0.batch == batch }
      || papers.contains { found in
        if case .contract = found.paper { found.batch == batch } else { false }
      }
  }

  // MARK: Settings

  /// A value in place of another of the same day, or of one that held on a day that has passed, holds once
  /// two people have said so.
  mutating func adopt(_ setting: Step.Setting, _ from: Day, by person: Int, on day: Day) {
    var held = adopted.last { $0.from == from && $0.setting.isLike(setting) }
    if from < max(day, lastRecorded) {
      held = self.setting(on: from) { $0.isLike(setting) ? $0 : nil }.map { ($0, from) }
    }
    let isAgreed = proposed.contains {
      $0.setting == setting && $0.from == from && $0.person != person
    }
    if let held, held.setting != setting, !isAgreed {
      proposed.append((setting, from, person))
    } else {
      adopted.append((setting, from))
      proposed.removeAll { $0.from == from && $0.setting.isLike(setting) }
    }
  }

  /// The setting that holds on a day: the latest first day, and of those the last adopted.
  private func setting<Value>(on day: Day, _ read: (Step.Setting) -> Value?) -> Value? {
    var found: (from: Day, value: Value)?
    for entry in adopted where entry.from <= day {
      guard let value = read(entry.setting) else { continue }
      if let found, found.from > entry.from { continue }
      found = (entry.from, value)
    }
    return found?.value
  }

  private func twinDays(on day: Day) -> Int {
    setting(on: day) { if case .twinDays(let days) = $0 { days } else { nil } } ?? 0
  }

  func evidenceMonths(on day: Day) -> Int {
    setting(on: day) { if case .evidenceMonths(let months) = $0 { months } else { nil } } ?? 0
  }

  func tolerance(of notional: Int, on day: Day) -> Int {
    setting(on: day) { setting in
      guard case .tolerance(let percent, let least) = setting else { return nil }
      return max(NaiveSums.part(notional, percent, of: 100), least)
    } ?? 0
  }
}

extension Step.Row {
  /// Whether another row is the same but for its line, some days later.
  fileprivate func isBefore(_ other: Step.Row, within days: Int) -> Bool {
    payee == other.payee && pence == other.pence && day < other.day
      && day.distance(to: other.day) <= days
  }
}
