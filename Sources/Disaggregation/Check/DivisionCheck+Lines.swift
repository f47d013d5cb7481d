import Bookkeeping
import Funding

extension DivisionCheck {
  /// No line is funded twice.
  var twice: [DivisionBreach] { ownAndServed + statedTwice }

  /// A line that a paid contract serves undivided has no money of its own.
  private var ownAndServed: [DivisionBreach] {
    let granted = Set(books.grants.map(\.value.line))
    let paid = Set(books.grants.filter { $0.value.isCash }.map(\.value.line))
    return inForce.filter { isPaid($0.value) }.flatMap { version in
      version.value.volume.served.compactMap { served -> DivisionBreach? in
        let own = books.own[served.line] ?? .zero
        let line = books.lines[served.line] == nil ? nil : line(served.line)
        let trace = [version.number] + (line.map { [$0.number] } ?? [])
        if !granted.contains(served.line), own > .zero {
          return DivisionBreach(
            .fundedTwice(served.line, version.value.reference, own), from: trace)
        }
        guard !paid.contains(served.line), line?.value.held == .directPayment else { return nil }
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
    struct Part: Hashable {
      let contract: ContractReference
      let line: PlanLineReference
    }
    let paid = Set(books.grants.filter { $0.value.isCash }.map(\.value.line))
    let stated = books.grants.filter { !$0.value.isCash && !paid.contains($0.value.line) }
    return Dictionary(grouping: stated) {
      Part(contract: $0.value.contract, line: $0.value.line)
    }.compactMap { part, grants in
      grants.count > 1
        ? DivisionBreach(.grantedTwice(part.line, part.contract), from: grants.map(\.number)) : nil
    }
  }
}
