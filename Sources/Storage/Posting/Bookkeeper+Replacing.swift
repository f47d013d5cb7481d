import Bookkeeping
import Funding

/// What is told where a new record takes the place of an earlier one.
extension Bookkeeper {
  /// Says what an earlier document told otherwise of the payment that a receipt is for.
  func tellReplaced(_ receipt: Receipt) async throws {
    // Nobody tells of a payment long before its day.
    let earlier = try await writer.facts(
      .fact(.receipt, of: receipt.line.code), after: lastRecord(longBefore: receipt.day))
    guard
      let last = earlier.last(where: { found in
        Receipt(found.fact).map { $0.day == receipt.day && $0.amount == receipt.amount } ?? false
      }), let before = Receipt(last.fact), before != receipt
    else { return }
    let what = before.status == receipt.status ? "told otherwise" : "“\(before.status.rawValue)”"
    beyond.append(
      .takesThePlace(
        of: last.number,
        "the receipt for \(receipt.amount) of \(receipt.day) on \(receipt.line) was \(what), "
          + "and is “\(receipt.status.rawValue)”"))
  }

  private func lastRecord(longBefore day: Day) async throws(StorageFailure) -> Int {
    let before = day.advanced(by: -Bookkeeper.longBefore)
    if let known = lastRecords[before] { return known }
    let found = try await writer.lastRecorded(by: before)
    lastRecords[before] = found
    return found
  }

  private static let longBefore = 31

  /// Says what was decided before for a plan line from the same day on.
  func tellReplaced(by line: PlanLine) async throws {
    let earlier = try await writer.all(PlanLine.self, of: line.reference.code)
    guard
      let (number, before) = earlier.last(where: { $0.value.from == line.from })
        .map({ ($0.number, $0.value) }), before != line
    else { return }
    let was = before.rate == line.rate ? "decided otherwise" : before.rate.words
    beyond.append(
      .takesThePlace(
        of: number, "\(line.reference) from \(line.from) was \(was), and is \(line.rate.words)"))
  }
}

extension Rate {
  fileprivate var words: String { "\(amount) a \(per.rawValue)" }
}
