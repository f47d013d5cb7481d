import Bookkeeping
import Funding

/// That what has been divided adds up: no unit promised twice, no line funded twice, nothing lost.
///
/// For every contract and place, the parts shown to families, what nobody uses and what stays
/// undivided are the whole. It decides nothing and mends nothing: it lists every breach.
public struct DivisionCheck: Sendable {
  let books: DivisionBooks
  /// The versions that hold on the day, and run.
  let inForce: [DivisionBooks.Numbered<Contract>]

  public init(_ books: DivisionBooks) {
    self.books = books
    inForce = books.versions.values.compactMap { versions in
      versions.last { $0.value.from <= books.day }.flatMap { version in
        let dates = version.value.dates
        let runs =
          dates.begins.map { $0 <= books.day } ?? true && dates.ends.map { $0 >= books.day } ?? true
        return runs ? version : nil
      }
    }.sorted { $0.value.reference < $1.value.reference }
  }

  public var contracts: Int { inForce.count }
  public var grants: Int { books.grants.count }

  /// Every breach, in order of what it is and where.
  public var breaches: [DivisionBreach] {
    let found = books.refused + units + twice + places + funds + lost
    return Set(found).sorted { one, other in
      (one.group.rawValue, one.place, one.diagnostic.problem, one.records.first ?? 0)
        < (other.group.rawValue, other.place, other.diagnostic.problem, other.records.first ?? 0)
    }
  }

  // MARK: Reading

  /// The version of a contract that a grant was made under.
  func version(of grant: GrantRecord) -> DivisionBooks.Numbered<Contract>? {
    books.versions[grant.contract]?.last { $0.value.from == grant.version }
  }

  /// The version of a plan line that holds on the day, where one does.
  func line(_ reference: PlanLineReference) -> DivisionBooks.Numbered<PlanLine>? {
    let versions = books.lines[reference] ?? []
    let latest = versions.filter { $0.value.from <= books.day }
      .max { ($0.value.from, $0.number) < ($1.value.from, $1.number) }
    guard let latest, latest.value.to.map({ $0 >= books.day }) ?? true else { return nil }
    return latest
  }

  // MARK: Places and funds

  /// Nothing is granted out of place money, or out of a version that is not there.
  private var places: [DivisionBreach] {
    books.grants.compactMap { grant in
      guard let version = version(of: grant.value) else {
        return DivisionBreach(
          .grantedOutOfNothing(grant.value.reference, grant.value.contract), from: [grant.number])
      }
      guard version.value.kind == .place else { return nil }
      return DivisionBreach(
        .placeGranted(grant.value.contract, grant.value.reference),
        from: [version.number, grant.number])
    }
  }

  /// What may stand on its first day may still stand on this one.
  private var funds: [DivisionBreach] {
    inForce.compactMap { version in
      let contract = version.value
      let use = Use(
        line: contract.line, setting: contract.setting, agency: contract.regime.agency,
        contract: contract.reference)
      return Coding(contract.fund, .committed, use).objection(on: books.day).map {
        DivisionBreach(.fundMayNotPay(contract.reference.code, $0), from: [version.number])
      }
    }
  }
}
