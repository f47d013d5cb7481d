import Bookkeeping
import Funding

extension DivisionCheck {
  private typealias Version = DivisionBooks.Numbered<Contract>
  private typealias Grant = DivisionBooks.Numbered<GrantRecord>

  /// No part is lost.
  var lost: [DivisionBreach] {
    let byContract = Dictionary(grouping: books.grants) { $0.value.contract }
    return inForce.flatMap { version -> [DivisionBreach] in
      let grants = byContract[version.value.reference] ?? []
      return parts(of: version) + shown(version, grants)
    }
      + books.standings.keys.sorted().compactMap { committed($0, byContract[$0] ?? []) }
  }

  /// The parts that stand for the children, and the rest, are the sum.
  private func parts(of version: Version) -> [DivisionBreach] {
    guard let sum = version.value.price.sum, let parts = NotionalParts(of: version.value) else {
      return []
    }
    let all = parts.parts.values.total() + parts.rest
    guard all != sum || parts.rest < .zero else { return [] }
    return [
      DivisionBreach(
        .partsDoNotAdd(version.value.reference, parts: all, sum: sum), from: [version.number])
    ]
  }

  /// What was stated under the version that holds is the part that it gives.
  private func shown(_ version: Version, _ grants: [Grant]) -> [DivisionBreach] {
    let contract = version.value
    guard contract.kind == .contract || contract.kind == .inHouse else { return [] }
    return grants.compactMap { grant in
      guard case .statement(let shown) = grant.value.granted,
        grant.value.version == contract.from,
        let part = NotionalParts(of: contract, with: grant.value.line, grant.value.units)?
          .parts[grant.value.line], part != shown
      else { return nil }
      return DivisionBreach(
        .shownOtherwise(grant.value.line, contract.reference, shown: shown, part: part),
        from: [version.number, grant.number])
    }
  }

  /// What is committed, stated and given back in the year is what the versions say.
  ///
  /// A version sets the sum anew, less what had been granted by then. So what was granted since has
  /// to stand beside it, and nothing else.
  private func committed(_ reference: ContractReference, _ grants: [Grant]) -> DivisionBreach? {
    let year = FinancialYear(of: books.day)
    guard let version = books.versions[reference]?.last(where: { $0.value.from <= year.last }),
      version.value.instalments != nil,
      let posted = books.standings[reference]?.parts(in: year, from: version.value.from)
    else { return nil }
    let contract = version.value
    let known = grants.filter { $0.number < posted.lastSet }
    let paid = Set(known.filter { $0.value.isCash }.map(\.value.line))
    let taken = known.filter { grant in
      grant.value.isCash
        ? grant.value.version == contract.from : !paid.contains(grant.value.line)
    }.map { $0.value.takenOut.times(contract.share(of: year, from: $0.value.releasesFrom)) }.total()
    let expected = contract.instalments(in: year).map(\.amount).total() - taken
    let found = posted.undivided + posted.stated + posted.released
    let granted = released(grants.filter { $0.number > posted.lastSet }, in: year, outOf: contract)
    guard found != expected || posted.released != granted else { return nil }
    return DivisionBreach(
      .partLost(
        reference, found: found != expected ? found : found - posted.released + granted,
        expected: expected),
      from: posted.records + [version.number] + grants.map(\.number))
  }

  /// What some grants give back in a year, each from the day on which notice of it has run.
  private func released(
    _ grants: [Grant], in year: FinancialYear, outOf contract: Contract
  ) -> Money {
    grants.map(\.value).filter { $0.isCash && year.days.contains($0.releasesFrom) }
      .map { $0.takenOut.times(Fraction.ofYear(from: $0.releasesFrom, to: contract.dates.ends)) }
      .total()
  }
}

extension Contract {
  /// The share of a year, from a day on, for which it holds; nothing where no instalment is left.
  fileprivate func share(of year: FinancialYear, from day: Day) -> Fraction {
    let whole = instalments(in: year)
    let last = min(dates.ends ?? year.last, year.last)
    let first = max(day, whole.first?.day ?? day)
    guard first <= last, whole.contains(where: { $0.day >= first }) else { return .zero }
    return Fraction(Int64(first.distance(to: last) + 1), over: Int64(year.length))
  }
}
