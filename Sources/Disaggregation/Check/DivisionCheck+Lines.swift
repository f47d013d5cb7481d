import Bookkeeping
import Funding

extension DivisionCheck {
  /// No line is funded twice.
  var twice: [DivisionBreach] { ownAndServed + statedTwice }

  /// A line that a paid contract serves undivided has no money of its own.
  private var ownAndServed: [DivisionBreach] {
    // A grant out of one contract does not account for a place that another still gives.
    let granted = Set(books.grants.map { Part($0.value) })
    let paid = Set(books.grants.filter { $0.value.isCash }.map { Part($0.value) })
    return inForce.filter { isPaid($0.value) }.flatMap { version in
      version.value.volume.served.compactMap { served -> DivisionBreach? in
        let part = Part(contract: version.value.reference, line: served.line)
        let own = books.own[served.line] ?? .zero
        let line = books.lines[served.line] == nil ? nil : line(served.line)
        let trace = [version.number] + (line.map { [$0.number] } ?? [])
        if !granted.contains(part), own > .zero {
          return DivisionBreach(
            .fundedTwice(served.line, version.value.reference, own), from: trace)
        }
        guard !paid.contains(part), line?.value.held == .directPayment else { return nil }
        return DivisionBreach(.paidAndServed(served.line, version.value.reference), from: trace)
      }
    }
  }

  /// Whether a contract has money of its own, and not only what its children's lines have.
  private func isPaid(_ contract: Contract) -> Bool {
    contract.instalments != nil || (books.undivided[contract.reference] ?? .zero) > .zero
  }

  /// A part is stated once, as long as no cash takes its place.
  private var statedTwice: [DivisionBreach] {
    let paid = Set(books.grants.filter { $0.value.isCash }.map { Part($0.value) })
    let stated = books.grants.filter { !$0.value.isCash && !paid.contains(Part($0.value)) }
    return Dictionary(grouping: stated) { Part($0.value) }.compactMap { part, grants in
      grants.count > 1
        ? DivisionBreach(.grantedTwice(part.line, part.contract), from: grants.map(\.number)) : nil
    }
  }
}

/// A line's part of one contract.
private struct Part: Hashable {
  let contract: ContractReference
  let line: PlanLineReference
}

extension Part {
  init(_ grant: GrantRecord) { self.init(contract: grant.contract, line: grant.line) }
}
