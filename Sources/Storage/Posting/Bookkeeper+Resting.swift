import Bookkeeping
import Funding

extension Bookkeeper {
  /// Refuses to take a payment to or from a family back with which a row of a statement was matched, or of
  /// which more has been accounted for than would be left: the family would owe an account of money that
  /// it never had.
  func requireNoRowRests(on number: Int, _ event: EventKind, _ entry: FundingEntry) async throws {
    guard event == .directPaymentAdvanced || event == .directPaymentReturned else { return }
    for side in MatchedSide.allCases {
      if let row = try await writer.matches(of: number, side).last {
        throw EventRefusal.rowRests(on: number, row: row.number)
      }
    }
    let paid = entry.movements.filter { $0.debit.heading == .advanced }
    for (line, movements) in Dictionary(grouping: paid, by: \.debit.use.planLine) {
      guard let line else { continue }
      let out = try await writer.standing(of: line).balance(.advanced)
      let left = out - movements.map(\.amount).total()
      if left < .zero { throw EventRefusal.accountedFor(number, line, more: -left) }
    }
  }

  /// Refuses to take an import back while a later one of its kind and days has rows that were known already, or that a
  /// person has left out as twins: they would be posted by neither.
  func requireNoneKnownThrough(_ file: FileImported, _ undone: Set<Int>) async throws {
    let twins = try await writer.records(mentioning: .fact(.rowTwin)).compactMap(\.content.fact)
      .filter { $0.source["ruled"] == "twin" }.map(\.subject)
    for later in try await writer.all(FileImported.self).map(\.value)
    where later.reference > file.reference && later.fileKind == file.fileKind
      && later.child == file.child && !undone.contains(later.reference.number)
    {
      guard later.days.overlaps(file.days) else { continue }
      let rows = later.known + twins.count { $0.hasPrefix("\(later.reference) ") }
      if rows > 0 {
        throw EventRefusal.rowsKnownThrough(file.reference, by: later.reference, rows: rows)
      }
    }
  }
}

extension Bookkeeper {
  /// Refuses a version of a plan line at another place of the accounts while money stands at the first: it does not move
  /// from a fund, a budget or an agency to another by the words of a plan.
  ///
  /// A line that has ended may begin again elsewhere.
  func requirePlace(of line: PlanLine, given standing: LineStanding) throws(EventRefusal) {
    guard
      let before = standing.versions.last(where: {
        $0.fund != line.fund || $0.use.withoutWhom != line.use.withoutWhom
      })
    else { return }
    let isSetAside = standing.years.contains { year in
      standing.scheduled(in: year).contains { $0.key >= line.from }
    }
    guard
      isSetAside || standing.balance(.advanced) != .zero || standing.balance(.creditors) != .zero
    else { return }
    throw .resting(
      .placedOtherwise(
        line.reference.code, at: Bookkeeper.words(before.fund, before.use),
        now: Bookkeeper.words(line.fund, line.use)))
  }

  /// Refuses a version of a contract at another place of the accounts.
  func requirePlace(of contract: Contract, among versions: [Contract]) throws(EventRefusal) {
    guard
      let before = versions.last(where: {
        $0.fund != contract.fund || $0.line != contract.line || $0.setting != contract.setting
      })
    else { return }
    func use(_ contract: Contract) -> Use { Use(line: contract.line, setting: contract.setting) }
    throw .resting(
      .placedOtherwise(
        contract.reference.code, at: Bookkeeper.words(before.fund, use(before)),
        now: Bookkeeper.words(contract.fund, use(contract))))
  }

  private static func words(_ fund: Fund, _ use: Use) -> String {
    [
      fund.description, use.line?.rawValue, use.setting?.rawValue, use.agency?.rawValue,
      use.element.map { "element \($0.rawValue)" }, use.contract?.code,
    ].compactMap(\.self).joined(separator: " ")
  }
}

/// Whose books a row is of that was matched with an entry: a payment to a family stands in both.
public enum MatchedSide: String, Hashable, Sendable, CaseIterable {
  case council, family

  /// What a fact of matching is about.
  public func subject(of record: Int) -> String { "record \(record) \(rawValue)" }
}
