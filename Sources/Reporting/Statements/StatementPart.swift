import Bookkeeping
import Funding

/// A part of a personal budget: lines of one agency that one holder keeps.
struct StatementPart {
  let agency: Agency
  let holder: Holder
  let lines: [PlanLine]

  enum Holder: Hashable {
    case family
    case council
    case thirdParty(String)
  }

  /// What the part is called: `Education: paid to you`.
  var title: String {
    switch holder {
    case .family: "\(agency.name): paid to you"
    case .council: "\(agency.name): we look after it"
    case .thirdParty(let name): "\(agency.name): \(name) looks after it"
    }
  }

  /// What the part is called in an address.
  var address: String {
    switch holder {
    case .family: "\(agency.rawValue)-paid-to-you"
    case .council: "\(agency.rawValue)-we-look-after-it"
    case .thirdParty: "\(agency.rawValue)-third-party"
    }
  }

  /// The parts of a budget, from the lines that hold.
  ///
  /// What is paid to a setting is none of them.
  static func parts(of lines: [PlanLine], name: (PlanLine) -> String) -> [StatementPart] {
    let held = lines.filter { $0.held != .paidToSetting }
    let keys = held.map { Key(agency: $0.use.agency ?? .education, holder: holder($0, name)) }
    var order: [Key] = []
    for key in keys where !order.contains(key) { order.append(key) }
    return order.sorted { $0.rank < $1.rank }.map { key in
      StatementPart(
        agency: key.agency, holder: key.holder,
        lines: zip(held, keys).filter { $0.1 == key }.map(\.0))
    }
  }

  private struct Key: Hashable {
    let agency: Agency
    let holder: Holder

    /// Education, social care, health; and within each the family's own money first.
    var rank: [Int] {
      let agencyRank = Agency.allCases.firstIndex(of: agency) ?? 0
      let holderRank = holder == .family ? 0 : holder == .council ? 1 : 2
      return [agencyRank, holderRank]
    }
  }

  private static func holder(_ line: PlanLine, _ name: (PlanLine) -> String) -> Holder {
    switch line.held {
    case .directPayment: .family
    case .organisedArrangement, .paidToSetting: .council
    case .thirdParty: .thirdParty(name(line))
    }
  }
}

extension [Int] {
  static func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
}

/// What came in, what was spent and what is left, of a part and a stretch of days.
///
/// Left before, and what came in, less what was spent and what was paid back, is what is left.
struct PartFigures {
  let before: Figure
  let into: Figure
  let spent: Figure
  let back: Figure
  let left: Figure

  init(_ parts: [StatementPart], _ root: Address, from first: Day, through last: Day) {
    let days = DaySpan(from: first, through: last)
    let earlier = DaySpan(through: first.advanced(by: -1))
    let all = DaySpan(through: last)
    let lines = parts.flatMap(\.lines)
    func figure(_ name: String, _ terms: (Line) -> [Term]) -> Figure {
      Figure(address: root.appending(name), terms: lines.flatMap { terms(Line(line: $0)) })
    }
    before = figure("left-before") { [$0.standing(earlier)] }
    into = figure("in") { $0.into(days) }
    spent = figure("spent") { $0.spent(days) }
    back = figure("paid-back") { $0.back(days) }
    left = figure("left") { [$0.standing(all)] }
  }

  var all: [Figure] { [before, into, spent, back, left] }

  /// The terms of one line: where its money stands until it is spent depends on who holds it.
  private struct Line {
    let line: PlanLine

    private func term(
      _ heading: Heading, against: Set<Heading>? = nil, side: Side? = nil, _ days: DaySpan,
      negated: Bool = false
    ) -> Term {
      Term(
        AccountFilter(nil, [heading], planLine: line.reference),
        against: AccountFilter(nil, against), side: side, days, events: .forFamilies,
        isNegated: negated)
    }

    func standing(_ days: DaySpan) -> Term {
      term(line.held.isAdvanced ? .advanced : .committed, days)
    }

    func into(_ days: DaySpan) -> [Term] {
      line.held.isAdvanced
        ? [
          term(.advanced, against: [.committed, .broughtForward], days),
          term(.advanced, against: [.allocated], side: .debit, days),
        ]
        : [
          // A part of a contract that is stated for the child comes out of the contract's commitment.
          term(.committed, against: [.allocated, .committed], days),
          term(.spent, against: [.allocated], days),
        ]
    }

    func spent(_ days: DaySpan) -> [Term] {
      line.held.isAdvanced
        ? [term(.advanced, against: [.spent], days, negated: true)]
        : [term(.spent, against: [.committed, .allocated], days)]
    }

    func back(_ days: DaySpan) -> [Term] {
      line.held.isAdvanced
        ? [term(.advanced, against: [.allocated], side: .credit, days, negated: true)] : []
    }
  }
}
