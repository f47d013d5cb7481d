import Bookkeeping
import Funding

extension DivisionCheck {
  private typealias Version = DivisionBooks.Numbered<Contract>
  private typealias Grant = DivisionBooks.Numbered<GrantRecord>

  /// No unit is promised twice.
  var units: [DivisionBreach] {
    let byContract = Dictionary(grouping: books.grants.filter { $0.value.isCash }) {
      $0.value.contract
    }
    return namedByTwo
      + inForce.flatMap { version -> [DivisionBreach] in
        let grants = byContract[version.value.reference] ?? []
        return grants.isEmpty ? [] : beyondServed(version, grants) + namedAgain(version, grants)
      }
  }

  /// A plan line is one item of provision, so only one contract serves it.
  private var namedByTwo: [DivisionBreach] {
    var seen: [PlanLineReference: Version] = [:]
    var found: [DivisionBreach] = []
    for version in inForce {
      for served in version.value.volume.served {
        if let other = seen[served.line], isSame(version.value, other.value) {
          found.append(
            DivisionBreach(
              .namedByTwo(served.line, other.value.reference, version.value.reference),
              from: [other.number, version.number]))
        }
        seen[served.line] = version
      }
    }
    return found
  }

  /// Whether two contracts may be for one thing: unless both say what for, and differ.
  private func isSame(_ one: Contract, _ other: Contract) -> Bool {
    guard let first = one.purpose, let second = other.purpose else { return true }
    return first == second
  }

  /// Under one version, a line gives up no more than it uses.
  private func beyondServed(_ version: Version, _ grants: [Grant]) -> [DivisionBreach] {
    let own = grants.filter { $0.value.version == version.value.from }
    return Dictionary(grouping: own) { $0.value.line }.compactMap { line, granted in
      let units = granted.map(\.value.units).reduce(.zero, +)
      let served = version.value.volume.units(of: line) ?? .zero
      guard units > served, version.value.kind != .place else { return nil }
      let reference = version.value.reference
      return DivisionBreach(
        granted.count > 1
          ? .grantedTwice(line, reference)
          : .grantedBeyondServed(line, reference, granted: units, served: served),
        from: granted.map(\.number) + [version.number])
    }
  }

  /// A later version names only what was not given up, while the cash goes on.
  private func namedAgain(_ version: Version, _ grants: [Grant]) -> [DivisionBreach] {
    let before = grants.filter { $0.value.version < version.value.from && isPaid($0.value) }
    return Dictionary(grouping: before) { $0.value.line }.compactMap { line, granted in
      guard let named = version.value.volume.units(of: line) else { return nil }
      let served =
        granted.compactMap { self.version(of: $0.value)?.value.volume.units(of: line) }.max()
        ?? .zero
      let left = max(served - granted.map(\.value.units).reduce(.zero, +), .zero)
      guard named > left else { return nil }
      return DivisionBreach(
        .namedAfterCash(line, version.value.reference, named: named, left: left),
        from: granted.map(\.number) + [version.number])
    }
  }

  /// Whether the cash of a grant is still paid; so it is where no line says otherwise.
  private func isPaid(_ grant: GrantRecord) -> Bool {
    guard case .cash(_, _, _, let paidAs) = grant.granted, books.lines[paidAs] != nil else {
      return true
    }
    return line(paidAs) != nil
  }
}
